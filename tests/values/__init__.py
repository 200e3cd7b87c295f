"""Value kinds: from drawn rows to the figure and its interval."""
