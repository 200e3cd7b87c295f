"""From a file's bytes to columns of trimmed text, with the line each row begins on.

Rows are read in blocks of whole lines, so that a file of any length needs a bounded amount of memory.
A block whose lines are all well-formed rows of their own is split by Arrow; one with a field that runs over
several lines, or a stray quote, row by row by the csv module. Both give the same rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.intake.csv_lines import Linjekilde, Post, felter_i, opdelt


@dataclass(frozen=True)
class Skaev:
    """A row that does not fit the headings: its line, its trimmed fields, and a Danish reason."""

    linje: int
    felter: tuple[str, ...]
    aarsag: str


@dataclass(frozen=True)
class Bid:
    """Some rows of a file: their lines, and one Arrow text array per heading; a missing value is ''."""

    linjer: Any
    kolonner: list[Any]
    skaeve: list[Skaev]


class CsvFil:
    """One open CSV file: its headings, then its rows once through."""

    def __init__(self, kilde: Linjekilde, skilletegn: str, overskrifter: list[str]) -> None:
        self._kilde = kilde
        self.skilletegn = skilletegn
        self.overskrifter = overskrifter

    def bidder(self) -> Iterator[Bid]:
        """All rows block by block. Lines whose fields are all empty may be among them (see raw.py)."""
        while tekst := self._kilde.blok():
            yield delt_af_arrow(self._kilde, tekst, len(self.overskrifter), self.skilletegn) or _delt_af_csv(
                self._kilde, tekst, len(self.overskrifter), self.skilletegn
            )


@contextmanager
def aabn_csv(sti: Path, tegnsaet: str, genkendt: Callable[[Sequence[str]], int]) -> Iterator[CsvFil]:
    """Open a file and read its headings; `genkendt` counts those it knows (see `Linjekilde.hoved`)."""
    with sti.open("rb") as fil:
        kilde = Linjekilde(fil, tegnsaet)
        yield CsvFil(kilde, *kilde.hoved(genkendt))


def delt_af_arrow(kilde: Linjekilde, tekst: str, antal: int, skilletegn: str) -> Bid | None:
    """The block's rows; None when some line is not a well-formed row of its own."""
    import pyarrow as pa
    from pyarrow import csv as arrow_csv

    if not _linjer_er_raekker(tekst, skilletegn):
        return None
    navne = [str(nr) for nr in range(antal)]
    andre: list[Post] = []

    def saet_til_side(raekke: Any) -> str:
        andre.append(Post(kilde.linje + raekke.number - 1, felter_i(raekke.text, skilletegn)))
        return "skip"

    raa = tekst.encode()
    tabel = arrow_csv.read_csv(
        pa.BufferReader(raa),
        # One thread and one block: only then does a row that is set aside know its number.
        read_options=arrow_csv.ReadOptions(column_names=navne, block_size=len(raa) + 1, use_threads=False),
        parse_options=arrow_csv.ParseOptions(
            delimiter=skilletegn, ignore_empty_lines=False, invalid_row_handler=saet_til_side
        ),
        convert_options=arrow_csv.ConvertOptions(
            column_types=dict.fromkeys(navne, pa.string()), strings_can_be_null=False, check_utf8=False
        ),
    )
    antal_linjer = tabel.num_rows + len(andre)
    linjer = _uden(range(kilde.linje, kilde.linje + antal_linjer), [post.linje for post in andre])
    kilde.linje += antal_linjer
    return Bid(linjer, [_trimmet(k.combine_chunks()) for k in tabel.columns], _skaeve(andre, antal))


def _linjer_er_raekker(tekst: str, skilletegn: str) -> bool:
    """Whether quotes, where there are any, open and close around whole fields inside one line."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if '"' not in tekst and tekst.count("\r") == tekst.count("\r\n"):
        return True
    felt = rf'(?:"(?:[^"]|"")*"|[^"{skilletegn}\r\n]*)'
    hel = pc.match_substring_regex(pa.array(opdelt(tekst)), rf"^{felt}(?:{skilletegn}{felt})*(?:\r?\n)?$")
    return bool(pc.all(hel).as_py())


def _uden(linjer: range, andre: Sequence[int]) -> Any:
    import numpy as np
    import pyarrow as pa

    return pa.array(
        np.setdiff1d(np.asarray(linjer, np.int64), np.asarray(andre, np.int64), assume_unique=True)
    )


def _delt_af_csv(kilde: Linjekilde, tekst: str, antal: int, skilletegn: str) -> Bid:
    import pyarrow as pa

    poster = list(kilde.poster(tekst, skilletegn))
    hele = [post for post in poster if post.hel and len(post.felter) == antal]
    kolonner = list(zip(*(post.felter for post in hele), strict=True)) or [()] * antal
    return Bid(
        pa.array([post.linje for post in hele], pa.int64()),
        [_trimmet(pa.array(kolonne, pa.string())) for kolonne in kolonner],
        _skaeve(poster, antal),
    )


def _trimmet(kolonne: Any) -> Any:
    import pyarrow.compute as pc

    return pc.utf8_trim_whitespace(kolonne)


def _skaeve(poster: Sequence[Post], antal: int) -> list[Skaev]:
    return [skaev for post in poster if (skaev := _skaev(post, antal))]


def _skaev(post: Post, antal: int) -> Skaev | None:
    """The row as one that does not fit; None when it does, or is blank."""
    felter = tuple(felt.strip() for felt in post.felter)
    if (post.hel and len(felter) == antal) or not any(felter):
        return None
    if not post.hel:
        return Skaev(post.linje, felter, "Et anførselstegn er ikke lukket")
    return Skaev(post.linje, felter, f"Rækken har {len(felter)} felter, overskriften har {antal}")
