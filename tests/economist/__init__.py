"""Tests of the economist's window."""
