"""What a page shows, as frozen plain values: templates and charts need to know nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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
class Punkt:
    """One period of a trend: percent (None: no cases), how many it rests on, the milestone in force."""

    navn: str
    procent: float | None
    naevner: int
    milepael: float | None


@dataclass(frozen=True)
class Kurve:
    """A trend: `punkter` up to the reported period, then the milestones of the periods to come.

    `anden` is the percents of the other source in the same periods.
    """

    punkter: tuple[Punkt, ...]
    anden: tuple[float | None, ...]
    kommende: tuple[Punkt, ...]
    alt: str


@dataclass(frozen=True)
class Minikurve:
    """One small curve: percents (None: nothing to show), which rest on few, and the milestones."""

    navn: str
    tekst: str
    procenter: tuple[float | None, ...]
    faa: tuple[bool, ...]
    milepaele: tuple[float | None, ...]


@dataclass(frozen=True)
class Billedark:
    """Small curves side by side, and what they show in words."""

    kurver: tuple[Minikurve, ...]
    alt: str


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
class Opgave:
    """One unit with everything that is to be done about it, the most pressing first."""

    sag: str
    enhed: str
    punkter: tuple[str, ...]


@dataclass(frozen=True)
class Opgavegruppe:
    """One caseworker's units; `antal` says how many, and how pressing the first is."""

    navn: str
    antal: str
    opgaver: tuple[Opgave, ...]


@dataclass(frozen=True)
class Opgaveliste:
    """Units to act on, by caseworker; `tom` stands in its place when there are none.

    `kort`: short enough to stand unfolded.
    """

    titel: str
    antal: str
    grupper: tuple[Opgavegruppe, ...]
    tom: str
    kort: bool


@dataclass(frozen=True)
class Handleliste:
    """What to act on: overdue, soon due, due later, and what pulls the period's percents down."""

    titel: str
    overskredet: Opgaveliste
    snart: Opgaveliste
    senere: Opgaveliste
    traekker_ned: Opgaveliste
    forklaring: str


@dataclass(frozen=True)
class Ark:
    """One sheet of a workbook: dates are dates, numbers numbers."""

    navn: str
    kolonner: tuple[str, ...]
    raekker: tuple[tuple[str | int | date | None, ...], ...]


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
