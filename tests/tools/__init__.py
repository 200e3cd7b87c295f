"""Tests of what users' months do not need."""
