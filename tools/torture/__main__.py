"""`make torture`: minutes of kills, full disks, two at once and readers during the swap; prints figures.

python -m tools.torture             as many as a coffee takes
python -m tools.torture --antal 60  more kills
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

from tools.torture import mails, power, runs
from tools.torture.world import Broken, begin


def main() -> None:
    """Torture; a promise that does not hold ends it with what and where."""
    options = argparse.ArgumentParser(prog="python -m tools.torture", description=__doc__)
    options.add_argument("--antal", type=int, default=20, help="kills of run, and as many of send")
    options.add_argument("--seed", type=int, default=1, help="of the random instants")
    chosen = options.parse_args()
    dice = random.Random(chosen.seed)  # noqa: S311 - instants, no secrets
    with tempfile.TemporaryDirectory(prefix="torture") as root:
        room = Path(root)
        try:
            power.cut_after_success(room)
            world = begin(room / "ws")
            runs.rights(world, room)
            runs.two_at_once(world, room)
            runs.read_while_switched(world, room, max(2, chosen.antal // 10))
            runs.disk_full(world, room, max(3, chosen.antal // 4), dice)
            mails.killed(room, chosen.antal, dice)
            runs.killed(world, room, chosen.antal, dice)
        except Broken as broken:
            sys.exit(f"BROKEN: {broken}")


if __name__ == "__main__":
    main()
