"""A plan file to change: each test writes it with some texts replaced and sees what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.base.errors import DefinitionsError, ExitCode
from pipeline.definitions.plans import read_plan_file

PLAN = """\
plan_id: proeve
titel: Prøveplan
organisation: Eksempel Kommune
start_dato: 2021-01-01
slut_dato: 2021-12-31
kilde_dokument: Et dokument
foerste_periode: 2020-10
udviklingspunkter:
  - {nr: 1, titel: Første, formaal: Fordi, opfoelgning: Hver måned}
indikatorer:
  - id: "1.1"
    udviklingspunkt: 1
    titel: Til tiden
    spoergsmaal: Bliver det gjort til tiden?
    kilde: dubu
    planens_maaling: Udtræk fra DUBU
    planens_ordlyd: At det gøres til tiden.
    tilsyn_foerer: false
    art: frist
    vaerditype: andel
    enhed: afgørelse
    enhed_flertal: afgørelser
    opfyldt_ord: havde en plan, før de blev truffet
    opfyldt_ord_ental: havde en plan, før den blev truffet
    retning: stigende
    taeller_tekst: Til tiden
    naevner_tekst: Alle
    lovgrundlag: Ingen lovfrist
    ansvarlig: Teamleder
    beregning: {sql: til_tiden, parametre: {dage: 14, fra_dato: 2020-10-01, slags: null}}
    maaltype: milepaele
    milepaele:
      - {dato: 2021-04, procent: 25}
      - {dato: 2021-12-31, procent: 100, slutmaal: true}
aktiviteter:
  - {id: A1.01, udviklingspunkt: 1, emne: E, titel: T, ansvarlig: Leder, kolonne: milepael, maaned: 2021-04}
  - {id: A1.02, udviklingspunkt: 1, emne: E, titel: T, ansvarlig: Leder, kolonne: maal, kvartal: 2021-K1}
  - {id: A1.03, udviklingspunkt: 1, emne: E, titel: T, ansvarlig: Leder, kolonne: maal}
ikke_fastsat:
  - {udviklingspunkt: 1, aktivitet: A1.03, planens_ordlyd: XX antal, forklaring: Antallet er ikke fastsat}
"""

SQL = "-- one row per unit\nselect $dage, $fra_dato, $slags -- not $this\n"


def write(folder: Path, *changes: tuple[str, str]) -> Path:
    """The plan file with texts replaced; each must stand in it, so that no test is idle."""
    text = PLAN
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    file = folder / "proeve.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def error_in(folder: Path, *changes: tuple[str, str]) -> list[str]:
    with pytest.raises(DefinitionsError) as caught:
        read_plan_file(write(folder, *changes))
    assert caught.value.exit_code is ExitCode.USAGE_FAULT
    return list(caught.value.lines)
