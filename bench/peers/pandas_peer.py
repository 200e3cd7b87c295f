"""The extracts and their tests in pandas: typed tables, and what the definitions ask of them; no indicators.

Called as `python -m bench.peers.pandas_peer DIR`; prints how many tests were met.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from pipeline.definitions.extracts import Extract, read_extracts

_DAYS, _NUMBERS = {"DATE", "TIMESTAMP"}, {"BIGINT", "DOUBLE"}


def read(extract: Extract, folder: Path) -> pd.DataFrame:
    """One extract with its types; a column the file lacks is empty."""
    file = folder / f"{extract.extract}.csv"
    frame = pd.read_csv(file, dtype=str, keep_default_na=False, na_values=[""])
    frame = frame.reindex(columns=list(extract.kolonner))
    for name, type_ in extract.types.items():
        if name in frame and type_ in _DAYS:
            frame[name] = pd.to_datetime(frame[name], format="ISO8601")
        elif name in frame and (type_ in _NUMBERS or type_.startswith("DECIMAL")):
            frame[name] = pd.to_numeric(frame[name])
    return frame


def tests(extract: Extract, frames: dict[str, pd.DataFrame]) -> Iterator[bool]:
    """The same tests as the dbt project's: filled, one of, refers to, keys, order of days."""
    frame = frames[extract.extract]
    for name, column in extract.kolonner.items():
        if column.must_exist:
            yield bool(frame[name].notna().all())
        if column.koder:
            yield bool(frame[name].dropna().isin(list(map(str, column.koder))).all())
        if (refers := column.henviser) and not refers.undtagen:
            yield bool(frame[name].dropna().isin(frames[refers.extract][refers.column]).all())
    yield not frame.duplicated(list(extract.key)).any()
    for order in extract.tidsorden:
        yield not (frame[order.sidst] < frame[order.foerst]).any()


def main(folder: Path) -> None:
    """Read all, then test all."""
    extracts = read_extracts()
    frames = {name: read(extract, folder) for name, extract in extracts.items()}
    met = [result for extract in extracts.values() for result in tests(extract, frames)]
    print(f"{sum(met)} of {len(met)} tests met")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
