"""Tests of the intake: each on a small delivery with one thing changed."""
