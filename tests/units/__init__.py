"""Drawings of the unit files: one module per file of sql/units."""
