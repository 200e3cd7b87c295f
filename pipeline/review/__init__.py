"""Leaders reading cases: which are drawn, what was answered, and what the answers say."""
