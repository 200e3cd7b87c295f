"""The review room: what is drawn, forms and what comes back, and what the answers say."""
