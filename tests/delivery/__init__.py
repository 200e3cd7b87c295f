"""Mail that arrives once, at the right leader, or says so."""
