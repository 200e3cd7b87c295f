"""The base: what every room stands on."""
