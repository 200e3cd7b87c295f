"""Connections are refused wherever the program is tried, but where it sends mail or runs a country."""
