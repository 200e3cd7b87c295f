"""Case review: what can be drawn, how it is drawn, and what is kept of it."""
