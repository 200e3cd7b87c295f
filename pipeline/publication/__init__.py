"""What everybody opens: the published tables, views and macros, what they mean, and their status."""
