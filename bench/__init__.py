"""Measures the tool as a person meets it: whole commands, cold, with their peak memory."""
