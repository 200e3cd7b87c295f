"""The leaders' reading of cases: frames, draws, what is out and what has come back."""
