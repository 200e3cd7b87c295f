"""What a page shows, as frozen plain values: templates and charts need to know nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pipeline.reports.page.pictures import Billedark, Kurve
from pipeline.reports.page.tasks import Handleliste


class Tone(StrEnum):
    """The kind of a verdict, which gives it its colour; the sign and the words stand beside it always."""

    GOD = "god"
    MANGLER = "mangler"
    UVIS = "uvis"
    INGEN = "ingen"


@dataclass(frozen=True)
class Vurdering:
    """One verdict: a sign, words, the few more words a page with room adds, and `kort` for narrow cells."""

    tegn: str
    ord: str
    tone: Tone
    uddybning: str = ""
    kort: str = ""


@dataclass(frozen=True)
class Linje:
    """One of the five lines at the top."""

    maerke: str
    tekst: str


@dataclass(frozen=True)
class Sammenfatning:
    """What a leader must know first; `foreloebig` is the sentence that marks an unfinished period."""

    navn: str
    periode: str
    opgjort_pr: str
    foreloebig: str | None
    linjer: tuple[Linje, ...]


@dataclass(frozen=True)
class Maaltabel:
    """An indicator's results side by side: a column each, a row for every thing said of them."""

    kolonner: tuple[str, ...]
    raekker: tuple[tuple[str, tuple[str, ...]], ...]
    vurderinger: tuple[Vurdering, ...]


@dataclass(frozen=True)
class Trappe:
    """The ladder of measures: per step how many children, and the moves to it; and the same in words."""

    trin: tuple[tuple[int, int, int], ...]
    """Step, children now, change since a quarter ago."""

    status: str
    tabel: Tabel
    alt: str


@dataclass(frozen=True)
class Citat:
    """A leader's own words, and who said them when about what."""

    hvem: str
    tekst: str


@dataclass(frozen=True)
class Blok:
    """One indicator."""

    id: str
    anker: str
    titel: str
    spoergsmaal: str
    vurdering: Vurdering
    konklusion: str
    anden_kilde: str
    milepaele: str
    udsigt: tuple[Linje, ...]
    kommentarer: tuple[Citat, ...]
    noter: tuple[str, ...]
    maal: Maaltabel | None
    kurve: Kurve | None

    @property
    def har_tal(self) -> bool:
        """Whether there is anything to show beyond that there was nothing to count."""
        return bool(self.maal or self.kurve or self.kommentarer)


@dataclass(frozen=True)
class Kolonne:
    """One column of a plain table; `tal` aligns right, `bred` gets a line of its own on a phone."""

    navn: str
    tal: bool = False
    bred: bool = False


@dataclass(frozen=True)
class Tabel:
    """A plain table of texts; `tom` is the sentence that stands in its place when it has no rows."""

    titel: str
    kolonner: tuple[Kolonne, ...]
    raekker: tuple[tuple[str, ...], ...]
    tom: str = ""
    forklaring: str = ""


@dataclass(frozen=True)
class Aktivitetslinje:
    """One promise without a percent."""

    id: str
    titel: str
    ansvarlig: str
    frist: str
    vurdering: Vurdering


@dataclass(frozen=True)
class Afsnit:
    """One udviklingspunkt."""

    nr: int
    titel: str
    formaal: str
    ark: Billedark | None
    blokke: tuple[Blok, ...]
    aktiviteter: tuple[Aktivitetslinje, ...]
    ikke_fastsat: tuple[str, ...]


@dataclass(frozen=True)
class Celle:
    """One figure in the overview; no percent where it rests on few, nothing on none."""

    procent: str
    antal: str
    vurdering: Vurdering


@dataclass(frozen=True)
class Oversigtsraekke:
    """One indicator in the overview: the page's own figure, then one for each team (department only)."""

    anker: str
    id: str
    titel: str
    milepael: str
    celle: Celle
    hold: tuple[Celle, ...]


@dataclass(frozen=True)
class Oversigtsgruppe:
    """The overview's rows of one udviklingspunkt."""

    nr: int
    titel: str
    raekker: tuple[Oversigtsraekke, ...]


@dataclass(frozen=True)
class Fodnote:
    """How one indicator is measured."""

    id: str
    titel: str
    linjer: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Side:
    """A whole report."""

    titel: str
    plan: str
    organisation: str
    sammenfatning: Sammenfatning
    bemaerkninger: tuple[str, ...]
    bagud: Billedark | None
    holdnavne: tuple[str, ...]
    oversigt: tuple[Oversigtsgruppe, ...]
    afsnit: tuple[Afsnit, ...]
    hold: Tabel | None
    trappe: Trappe | None
    bilag: Tabel | None
    handleliste: Handleliste
    antagelser: tuple[str, ...]
    fodnoter: tuple[Fodnote, ...]
    version: str
