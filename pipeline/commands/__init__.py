"""The commands, one module per reader: options in, one call into the house, the answer out.

`cli.py` gives them their names. A command imports what it calls only when it is called, so that `--help` is
instant.
"""

# Before anything here imports typer: see there.
from pipeline.commands import danish_help as _danish_help  # noqa: F401
