"""The two extracts leaders keep themselves: how the plan's activities stand, and their word on a figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from tools.synthetic.craft.arrays import MISSING, NEVER, only_if
from tools.synthetic.craft.days import Era, day, first_of_month, month_number, weekday_before
from tools.synthetic.craft.table import Table
from tools.synthetic.history.organisation import TEAM_ID
from tools.synthetic.history.world import World

PLAN = "slagelse_2021_2023"
STATUS = ("ikke_startet", "i_gang", "opfyldt")
ALLE = "ALLE"

_AKTIVITETER: tuple[tuple[str, str | None, str | None, str | None], ...] = (
    # Activity of the plan, begun on, fulfilled on, remark. What is not listed is not kept by anybody.
    ("A1.01", "2020-11-02", "2020-12-18", None),
    ("A1.02", "2020-12-01", "2021-01-15", None),
    ("A1.03", "2020-12-14", "2021-02-26", "Blev en måned forsinket; udkast var færdigt til tiden"),
    ("A1.04", "2021-02-01", "2021-02-24", None),
    ("A1.05", "2021-02-01", "2021-03-19", None),
    ("A1.06", "2021-02-15", "2021-05-28", None),
    ("A1.07", "2021-03-22", "2021-04-28", "To pr. team"),
    ("A1.08", "2020-12-01", "2021-01-29", None),
    ("A1.09", "2021-01-11", "2021-02-25", None),
    ("A1.10", "2021-03-01", "2021-03-12", None),
    ("A1.11", "2021-05-03", None, "Evalueres løbende; næste gang i november"),
    ("A1.12", "2021-02-08", "2021-04-09", None),
    ("A1.13", "2021-03-08", "2021-06-11", "Afventede politisk godkendelse"),
    ("A1.14", "2021-03-15", None, None),
    ("A1.15", None, None, None),
    ("A2.01", "2021-03-01", "2021-04-14", None),
    ("A2.02", "2021-09-06", None, None),
    ("A2.04", "2021-08-23", "2021-12-10", None),
    ("A2.07", "2021-10-04", None, "Afventer skolerne; nyt møde i januar"),
    ("A3.01", "2021-08-30", "2021-11-19", None),
    ("A3.02", "2021-10-18", "2021-12-02", None),
    ("A4.01", "2021-02-22", "2021-03-24", None),
    ("A4.02", "2021-01-18", "2021-02-12", None),
    ("A4.03", "2021-02-15", None, "Én stilling er ikke besat"),
    ("A5.01", "2021-04-12", "2021-06-25", None),
    ("A5.02", "2021-08-09", None, None),
    ("A5.03", None, None, None),
    ("A1.30", "2021-03-01", "2021-03-05", None),
    ("A3.07", "2021-09-13", None, "Makkerpar er dannet i tre af fem team"),
    ("A3.10", "2021-05-10", "2021-10-29", None),
    ("A3.11", None, None, "Venter på, at kurset er holdt"),
    ("A5.04", "2021-01-18", "2021-06-18", None),
    ("A6.05", "2021-02-01", None, "Praksis i to team; de andre mangler hænder"),
    ("A6.10", "2021-01-25", "2021-03-26", None),
    ("A7.01", "2021-02-01", "2021-04-23", None),
    ("A7.02", "2021-05-03", "2021-09-17", "Tre uger forsinket"),
    ("A7.16", "2021-08-16", None, None),
)
_RECURRING = {
    "A1.23": ("maaned", "2021-02"), "A1.28": ("maaned", "2021-03"), "A1.29": ("halvaar", "2021-01"),
    "A1.40": ("kvartal", "2021-01"), "A3.13": ("kvartal", "2021-01"), "A5.09": ("maaned", "2021-03"),
    "A6.09": ("kvartal", "2021-01"), "A7.22": ("kvartal", "2021-01"), "A7.23": ("kvartal", "2021-01"),
}  # fmt: skip
"""Activities of the plan that come again: how often, and from which month."""
_MONTHS = {"maaned": 1, "kvartal": 3, "halvaar": 6}
_MISSED = {
    "A1.23@2021-07": "Ingen ledermøder i ferien; taget op i august",
    "A1.28@2021-05": "Nåede ikke ud til to team",
    "A5.09@2021-07": "Ferie",
    "A6.09@2021-K1": "Første måling kom først i april",
    "A7.22@2021-K1": "Underviseren meldte afbud",
    "A7.22@2021-K3": None,
}
"""What did not come about, and the leaders' word on it."""
_COUNTED = {"A1.05": (18, 40), "A1.14": (22, 40), "A4.03": (3, 4), "A5.02": (31, 40)}
"""Activities counted in people: how many have been, of how many."""
_FIRST_STATUS = day(date(2020, 12, 1))

_KOMMENTARER: tuple[tuple[str, int | None, str, str, str, str], ...] = (
    # Indicator, the team's place in the organisation (None: all), period, written on, who follows up, word.
    ("6.3", 1, "2020-11", "2020-12-08", "Teamleder",
     "Partshøring holdes nu mundtligt ved det afsluttende møde; skrives ind i skabelonen."),
    ("4.1", 0, "2020-11", "2020-12-09", "Teamleder",
     "To forløb er forlænget efter aftale med familien."),
    ("7.8", 3, "2020-12", "2021-01-11", "Teamleder",
     "Besøg er holdt på video under nedlukningen; de tæller ikke som tilsyn."),
    ("5.4", None, "2020-12", "2021-01-12", "Afdelingsleder",
     "Klokkeslættet skrives først ind fra 1. januar; tallene før er for lave."),
    ("3.3", 3, "2021-01", "2021-02-09", "Teamleder",
     "Netværket deltager på telefon; det er ikke altid krydset af."),
    ("6.4", 1, "2021-01", "2021-02-10", "Teamleder",
     "Fokuspunkter gennemgås med faglig koordinator ved hver opstart."),
    ("7.1", None, "2021-02", "2021-03-09", "Afdelingsleder",
     "Indsatser uden handleplan er fordelt til opfølgning inden påske."),
    ("5.6", 0, "2021-02", "2021-03-10", "Teamleder",
     "Begrundelsen står i journalen, men ikke i feltet; det rettes bagud."),
    ("5.1", None, "2021-03", "2021-04-12", "Afdelingsleder",
     "Ny arbejdsgang for partshøring er indført 8. marts; effekten ses først i april."),
    ("5.1", 2, "2021-03", "2021-04-13", "Teamleder",
     "Tre sygemeldinger; underretninger fordeles nu på to faste vagter."),
    ("6.1", 1, "2021-04", "2021-05-10", "Teamleder",
     "Alle nye undersøgelser får en plan på opstartsmødet; se referat."),
    ("6.8", 2, "2021-06", "2021-07-05", "Teamleder",
     'Efterslæbet "de gamle undersøgelser" lukkes først; andelen falder derfor midlertidigt.'),
    ("7.7", 3, "2021-07", "2021-08-11", "Teamleder",
     "Opfølgninger er aflyst i ferien;\nnye tider er aftalt i august."),
    ("7.5", None, "2021-K2", "2021-08-16", "Afdelingsleder",
     "Forældrehandleplaner tilbydes nu ved alle anbringelser, også de ældre."),
    ("5.3", None, "2021-08", "2021-09-09", "Afdelingsleder",
     "Skabelon til tilbagemelding er lagt i systemet 1. september."),
    ("3.1", 2, "2021-09", "2021-10-11", "Teamleder",
     "Samtaler holdes, men skrives ikke altid ind som børnesamtale."),
    ("6.2", 5, "2021-10", "2021-11-08", "Teamleder",
     "Teamet er nyt; netværksmøder kommer med i opstarten fra november."),
    ("4.1", None, "2021-11", "2021-12-10", "Afdelingsleder",
     "To private forløb er forlænget efter aftale med leverandøren."),
    ("6.1", None, "2021-11", "2021-12-13", "Afdelingsleder",
     "Milepælen er nået i alle team; tilsynet fortsætter kvartalsvis."),
)  # fmt: skip


@dataclass(frozen=True)
class _Kept:
    """How one activity goes: the days it is written down, begun and fulfilled, and the leaders' remark."""

    milepael_id: str
    steps: tuple[int, int, int]
    remark: str | None


def _day(text: str | None) -> int:
    return NEVER if text is None else day(date.fromisoformat(text))


def _span(kind: str, month: int) -> str:
    """The name of a month, quarter or half year that begins with a month numbered since January 1970."""
    year, of_year = 1970 + month // 12, month % 12
    letter = {"kvartal": "K", "halvaar": "H"}.get(kind)
    return f"{year}-{letter}{of_year // _MONTHS[kind] + 1}" if letter else f"{year}-{of_year + 1:02d}"


def _occurrences(era: Era) -> Iterator[_Kept]:
    """Every time of the recurring activities: written down as it comes, mostly done before it is over."""
    for nr, (activity, (kind, start)) in enumerate(_RECURRING.items()):
        first = month_number(np.array([_day(f"{start}-01")]))[0]
        for month in range(first, era.months[-1] + 1, _MONTHS[kind]):
            begins, ends = first_of_month(np.array([month, month + _MONTHS[kind]]))
            milepael_id = f"{activity}@{_span(kind, month)}"
            begun = int(begins) + 9 + nr
            done = int(weekday_before(ends - 1 - (month * 7 + nr * 3) % 9))
            if milepael_id in _MISSED:
                begun = done = NEVER
            yield _Kept(milepael_id, (int(begins), begun, done), _MISSED.get(milepael_id))


def milepaelsstatus(world: World) -> Table:
    """One row per activity and occurrence: its present status takes the place of the one before."""
    once = [_Kept(a, (_FIRST_STATUS, _day(b), _day(d)), r) for a, b, d, r in _AKTIVITETER]
    kept = [*once, *_occurrences(world.era)] if world.org.block == 0 else []
    steps = np.array([k.steps for k in kept], dtype=np.int64).reshape(-1, 3)
    start = steps.reshape(-1)
    never = np.full((len(kept), 1), NEVER, dtype=np.int64)
    table = Table(
        "milepaelsstatus", start, replaced=np.concatenate([steps[:, 1:], never], axis=1).reshape(-1)
    )
    table.text("plan_id", [PLAN] * len(start))
    table.text("milepael_id", [k.milepael_id for k in kept for _ in STATUS])
    status = np.tile(np.arange(3, dtype=np.int64), len(kept))
    table.code("status", STATUS, status)
    table.date("dato", only_if(status > 0, start))
    for name, place in (("antal", 0), ("i_alt", 1)):
        number = [_COUNTED.get(k.milepael_id, (MISSING, MISSING))[place] for k in kept for _ in STATUS]
        table.number(name, "heltal", np.where(status > 0, np.array(number, dtype=np.int64), MISSING))
    # A remark is about what has begun, or about why nothing has.
    said = [s > 0 or k.steps[1] == NEVER for k in kept for s in range(len(STATUS))]
    remarks = [k.remark or "" for k in kept for _ in STATUS]
    table.text("bemaerkning", [r if s else "" for r, s in zip(remarks, said, strict=True)])
    return table


def kommentarer(world: World) -> Table:
    """One row per comment on a figure."""
    same = _KOMMENTARER if world.org.block == 0 else ()
    written = np.array([_day(d) for _, _, _, d, *_ in same], dtype=np.int64)
    table = Table("kommentarer", written)
    table.text("plan_id", [PLAN] * len(same))
    table.text("indikator_id", [i for i, *_ in same])
    table.text("team_id", [ALLE if t is None else TEAM_ID.format(t + 1) for _, t, *_ in same])
    table.text("periode", [p for _, _, p, *_ in same])
    table.text("tekst", [t for *_, t in same])
    table.number("dato", "dato", written)
    table.text("ansvarlig", [a for *_, a, _ in same])
    return table
