"""The two extracts leaders keep themselves: how the plan's activities stand, and their word on a figure."""

from __future__ import annotations

from datetime import date

import numpy as np

from pipeline.synthetic.kerne import ALDRIG, MANGLER, Tabel, dag, kun_hvis
from pipeline.synthetic.organisation import TEAM
from pipeline.synthetic.verden import Verden

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
    ("A7.01", "2021-02-01", "2021-04-23", None),
)
_TAELTE = {"A1.05": (18, 40), "A1.14": (22, 40), "A4.03": (3, 4), "A5.02": (31, 40)}
"""Activities counted in people: how many have been, of how many."""
_FOERSTE_STATUS = dag(date(2020, 12, 1))

_KOMMENTARER: tuple[tuple[str, int | None, str, str, str, str], ...] = (
    # Indicator, the team's place in the organisation (None: all), period, written on, who follows up, word.
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


def _dag(tekst: str | None) -> int:
    return ALDRIG if tekst is None else dag(date.fromisoformat(tekst))


def milepaelsstatus(verden: Verden) -> Tabel:
    """One row per activity: its present status takes the place of the one before."""
    ens = _AKTIVITETER if verden.org.blok == 0 else ()
    trin = np.array([(_FOERSTE_STATUS, _dag(b), _dag(o)) for _, b, o, _ in ens], dtype=np.int64).reshape(
        -1, 3
    )
    fra = trin.reshape(-1)
    naeste = np.concatenate([trin[:, 1:], np.full((len(ens), 1), ALDRIG, dtype=np.int64)], axis=1).reshape(-1)
    tabel = Tabel("milepaelsstatus", fra, afloest=naeste)
    tabel.tekst("plan_id", [PLAN] * len(fra))
    tabel.tekst("milepael_id", [a for a, *_ in ens for _ in STATUS])
    status = np.tile(np.arange(3, dtype=np.int64), len(ens))
    tabel.kode("status", STATUS, status)
    tabel.dato("dato", kun_hvis(status > 0, fra))
    for navn, plads in (("antal", 0), ("i_alt", 1)):
        tal = [_TAELTE.get(a, (MANGLER, MANGLER))[plads] for a, *_ in ens for _ in STATUS]
        tabel.tal(navn, "heltal", np.where(status > 0, np.array(tal, dtype=np.int64), MANGLER))
    tabel.tekst("bemaerkning", [(b or "") if s else "" for *_, b in ens for s in range(3)])
    return tabel


def kommentarer(verden: Verden) -> Tabel:
    """One row per comment on a figure."""
    ens = _KOMMENTARER if verden.org.blok == 0 else ()
    skrevet = np.array([_dag(d) for _, _, _, d, *_ in ens], dtype=np.int64)
    tabel = Tabel("kommentarer", skrevet)
    tabel.tekst("plan_id", [PLAN] * len(ens))
    tabel.tekst("indikator_id", [i for i, *_ in ens])
    tabel.tekst("team_id", [ALLE if t is None else TEAM.format(t + 1) for _, t, *_ in ens])
    tabel.tekst("periode", [p for _, _, p, *_ in ens])
    tabel.tekst("tekst", [t for *_, t in ens])
    tabel.tal("dato", "dato", skrevet)
    tabel.tekst("ansvarlig", [a for *_, a, _ in ens])
    return tabel
