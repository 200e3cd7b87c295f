"""Target kinds: from a figure to its verdict."""
