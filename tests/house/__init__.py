"""The house in order: every register is walked, and everything in it has its companion."""
