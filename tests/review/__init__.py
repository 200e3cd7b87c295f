"""Drawing, forms, and what comes back."""
