"""Case review: what is drawn and how, the forms out and back, and what the answers say."""
