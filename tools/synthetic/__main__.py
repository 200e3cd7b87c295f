"""`python -m tools.synthetic`: write the made-up deliveries anew, at any scale."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from tools.synthetic import FIRST_YEAR, SAMPLES, SAMPLES_IN_OWN_WORDS, write_leverancer


def main() -> None:
    """Read the options and write the deliveries."""
    options = argparse.ArgumentParser(
        prog="python -m tools.synthetic", description="Skriver leverancer fra en opdigtet kommune."
    )
    options.add_argument("--rod", type=Path, required=True, help="mappen, leverancerne skrives i")
    options.add_argument("--skala", type=int, default=1, help="antal gange 80.000 indbyggere (1)")
    options.add_argument(
        "--froe", type=int, default=2021, help="tal, som hele historien udspringer af (2021)"
    )
    options.add_argument(
        "--dato",
        type=date.fromisoformat,
        action="append",
        help="udtræksdato ÅÅÅÅ-MM-DD; kan gentages (de tre prøveleverancers datoer)",
    )
    options.add_argument(
        "--fra-aar",
        type=int,
        default=FIRST_YEAR,
        help=f"det første af historiens fire år ({FIRST_YEAR}); hvert år giver sin egen historie",
    )
    options.add_argument("--uden-snavs", action="store_true", help="uden fejlbehæftede rækker")
    chosen = options.parse_args()
    write_leverancer(
        chosen.rod,
        dates=chosen.dato or SAMPLES,
        scale=chosen.skala,
        seed=chosen.froe,
        first_year=chosen.fra_aar,
        dirt=not chosen.uden_snavs,
        own_words=SAMPLES_IN_OWN_WORDS,
    )


if __name__ == "__main__":
    main()
