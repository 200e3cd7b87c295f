"""Attacks on the program as a person runs it: what it promises of kills, disks and readers, in figures."""
