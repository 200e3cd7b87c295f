"""The index of all reports that lie in a workspace: reader by period by plan, with what is new in the newest.

It is made from the folders alone, so that it tells of what is there and of nothing else. A team's own index
looks into that team's folders only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from pipeline.base.errors import UsageFault
from pipeline.base.periods import Periode, read_periode
from pipeline.base.text import periode_text
from pipeline.reports.folders import COMMITTEE_FOLDER, DEPARTMENT_FOLDER, LEADERS_FOLDER

FILE = "index.html"
NAMES = {
    DEPARTMENT_FOLDER: "Hele afdelingen",
    COMMITTEE_FOLDER: "Udvalget",
    LEADERS_FOLDER: "Ledermødet",
}
"""What the folders that are no team's are called."""
_TITLES = {
    "rapport.html": "Rapport",
    "notat.html": "Notat",
    "registrering.html": "Registrering",
    "handlingsliste.xlsx": "Handlingsliste (Excel)",
}
_FORMS = {"input-": "Til udfyldelse", "gennemgang-": "Sager at læse"}


@dataclass(frozen=True)
class News:
    """What a reader is called, what matters most now, and what has turned since the period before."""

    name: str
    text: str
    turned: str = ""


@dataclass(frozen=True)
class IndexRow:
    """One reader's papers of one period; `order` is what the period is sorted by."""

    name: str
    periode: str
    order: str
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class IndexPage:
    """The whole page; `news` are rows of name, address, what matters most and what has turned."""

    heading: str
    periode: str
    news: tuple[tuple[str, str, str, str], ...]
    rows: tuple[IndexRow, ...]
    version: str


@dataclass(frozen=True)
class Shelf:
    """Where the periods' folders lie, the newest in a place of its own until it is released.

    `names` are readers' names by folder, `titles` the plans' by id.
    """

    root: Path
    newest: Periode
    place: Path
    news: Mapping[str, News]
    titles: Mapping[str, str]
    version: str

    def page(self, folder: str | None = None) -> IndexPage:
        """The index of everything, or of one reader's folder, as it is to lie in that folder."""
        periods = sorted(self._periods(), key=lambda one: (one[0].first, one[0].last), reverse=True)
        rows = [
            IndexRow(
                self._name(home.name), periode_text(p), f"{p.last} {p.first}", self._links(p, home, folder)
            )
            for p, place in periods
            for home in sorted(place.iterdir(), key=_rank)
            if home.is_dir() and folder in (None, home.name)
        ]
        chosen = {name: n for name, n in self.news.items() if folder in (None, name) and (n.text or n.turned)}
        return IndexPage(
            heading="Rapporter" if folder is None else f"Rapporter: {self._name(folder)}",
            periode=periode_text(self.newest),
            news=tuple(
                (n.name, self._address(self.newest, name, "rapport.html", folder), n.text, n.turned)
                for name, n in chosen.items()
            ),
            rows=tuple(row for row in rows if row.links),
            version=self.version,
        )

    def _periods(self) -> Iterator[tuple[Periode, Path]]:
        yield self.newest, self.place
        for place in self.root.iterdir() if self.root.is_dir() else ():
            periode = _periode(place.name)
            if periode and place.is_dir() and periode != self.newest:
                yield periode, place

    def _name(self, folder: str) -> str:
        return NAMES.get(folder) or (self.news[folder].name if folder in self.news else folder)

    def _links(self, periode: Periode, home: Path, own: str | None) -> tuple[tuple[str, str], ...]:
        files = sorted((f.name for f in home.iterdir() if f.is_file() and f.name != FILE), key=self._place)
        return tuple(
            (title, self._address(periode, home.name, name, own))
            for name in files
            if (title := self._title(name))
        )

    def _place(self, name: str) -> tuple[int, str]:
        known = list(_TITLES)
        return (known.index(name) * 2 if name in known else 1, name)

    def _title(self, name: str) -> str:
        """What a file is called; empty for one that is not for the index."""
        form = next((title for start, title in _FORMS.items() if name.startswith(start)), "")
        return _TITLES.get(name) or self.titles.get(name.removesuffix(".html"), "") or form

    def _address(self, periode: Periode, folder: str, name: str, own: str | None) -> str:
        parts = [periode.periode, folder, name]
        if own is not None:
            parts = [name] if periode == self.newest else ["..", "..", *parts]
        return "/".join(quote(part) for part in parts)


def _periode(name: str) -> Periode | None:
    try:
        return read_periode(name)
    except UsageFault:
        return None


def _rank(home: Path) -> tuple[int, str]:
    """The department first, then the teams, then the committee and the leaders' meeting."""
    order: Sequence[str] = (DEPARTMENT_FOLDER, "", COMMITTEE_FOLDER, LEADERS_FOLDER)
    return (order.index(home.name) if home.name in order else 1, home.name)
