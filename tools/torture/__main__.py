"""`make torture`: minutes of kills, full disks, two at once and readers during the swap; prints figures.

python -m tools.torture                    all of it, as many kills as a coffee takes
python -m tools.torture --antal 60         more kills at random
python -m tools.torture --kun sigtet       one part alone
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tools.torture import aimed, mails, power, rights, runs, upkeep
from tools.torture.world import Broken, World, begin

Part = Callable[[World, Path, int, random.Random], None]
PARTS: dict[str, Part] = {
    "strøm": lambda _, room, *__: power.cut_after_success(room),
    "pladser": lambda world, room, *_: runs.rights(world, room),
    "rettigheder": lambda world, room, *_: rights.withheld(world, room),
    "to": lambda world, room, *_: runs.two_at_once(world, room),
    "læsere": lambda world, room, count, _: runs.read_while_switched(world, room, max(2, count // 10)),
    "disk": lambda world, room, count, dice: runs.disk_full(world, room, max(3, count // 4), dice),
    "mails": lambda _, room, count, dice: mails.killed(room, count, dice),
    "tilfældigt": lambda world, room, count, dice: runs.killed(world, room, count, dice),
    "sigtet": lambda world, room, *_: aimed.killed(world, room),
    "oprydning": lambda world, room, *_: upkeep.killed(world, room),
}
"""What is done with a workspace of one month, by name; the two last aim at every change of a file."""


def main() -> None:
    """Torture; a promise that does not hold ends it with what and where."""
    options = argparse.ArgumentParser(prog="python -m tools.torture", description=__doc__)
    options.add_argument("--antal", type=int, default=20, help="kills of run, and as many of send")
    options.add_argument("--seed", type=int, default=1, help="of the random instants")
    options.add_argument("--kun", choices=PARTS, help="one part alone")
    chosen = options.parse_args()
    dice = random.Random(chosen.seed)  # noqa: S311 - instants, no secrets
    with tempfile.TemporaryDirectory(prefix="torture") as root:
        room = Path(root)
        try:
            world = begin(room / "ws")
            for name in [chosen.kun] if chosen.kun else PARTS:
                (room / name).mkdir()
                PARTS[name](world, room / name, chosen.antal, dice)
        except Broken as broken:
            sys.exit(f"BROKEN: {broken}")


if __name__ == "__main__":
    main()
