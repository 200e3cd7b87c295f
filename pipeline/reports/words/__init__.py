"""Figures and verdicts -> Danish words: the only place that words them."""
