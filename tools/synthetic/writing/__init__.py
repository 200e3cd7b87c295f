"""How the extracts are written: the register's dialects, its faults, and the files of a delivery."""
