"""`python -m pipeline.synthetic`: write the made-up deliveries anew, at any scale."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from pipeline.synthetic import PROEVER, PROEVER_EGNE_BETEGNELSER, skriv_leverancer


def main() -> None:
    """Read the options and write the deliveries."""
    valg = argparse.ArgumentParser(
        prog="python -m pipeline.synthetic", description="Skriver leverancer fra en opdigtet kommune."
    )
    valg.add_argument("--rod", type=Path, required=True, help="mappen, leverancerne skrives i")
    valg.add_argument("--skala", type=int, default=1, help="antal gange 80.000 indbyggere (1)")
    valg.add_argument("--froe", type=int, default=2021, help="tal, som hele historien udspringer af (2021)")
    valg.add_argument(
        "--dato",
        type=date.fromisoformat,
        action="append",
        help="udtræksdato ÅÅÅÅ-MM-DD; kan gentages (de tre prøveleverancers datoer)",
    )
    valg.add_argument("--uden-snavs", action="store_true", help="uden fejlbehæftede rækker")
    valgt = valg.parse_args()
    skriv_leverancer(
        valgt.rod,
        datoer=valgt.dato or PROEVER,
        skala=valgt.skala,
        froe=valgt.froe,
        snavs=not valgt.uden_snavs,
        egne_betegnelser=PROEVER_EGNE_BETEGNELSER,
    )


if __name__ == "__main__":
    main()
