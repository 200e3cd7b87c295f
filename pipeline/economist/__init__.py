"""The economist's window: views that answer questions, a shell, examples, exports and explanations."""
