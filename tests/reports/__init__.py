"""Reports on a published file made by the test: sentences, lists, pictures and whole pages."""
