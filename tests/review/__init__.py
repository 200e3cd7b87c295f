"""The review room: statistics, and what the reading says."""
