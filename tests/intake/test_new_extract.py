"""Adding an extract is adding one YAML file: it is read, typed, judged and stored like any other."""

from __future__ import annotations

import shutil
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.base.resources import resource
from pipeline.definitions.extracts import read_extracts_folder
from tests.intake.delivery import Delivery

NEW = """
extract: klager
orden: 19
raekke: én klage
betydning: Klager. Én række pr. klage.
valgfri: true
kolonner:
  klage_id: {type: tekst, noegle: true, betydning: Klagens id.}
  sag_id: {type: tekst, henviser: {til: sager.sag_id, ukendt: karantaene}, betydning: Sagens id.}
  barn_id: {type: tekst, pseudonym: true, betydning: Barnets id.}
  modtaget: {type: tidspunkt, udfyldes: true, haendelse: true, betydning: Hvornår klagen kom.}
  afgjort: {type: dato, betydning: Hvornår der blev svaret.}
  udfald: {type: kode, koder: {medhold: Medhold, afvist: Afvist}, betydning: Udfaldet.}
  emne: {type: tekst, foldes: true, kendte: {sagsbehandling: Sagen}, ukendt: advarsel, betydning: Emnet.}
  omkostning:
    type: decimal
    betydning: Kroner.
    forventninger:
      - type: expect_column_values_to_be_between
        kwargs: {min_value: 0}
        alvor: karantaene
        aarsag: Beløbet er negativt
tidsorden: [{foerst: modtaget, sidst: afgjort}]
"""
ROWS = """klage_id;sag_id;barn_id;modtaget;afgjort;udfald;emne;omkostning
K1;S1;B1;01-03-2021 10:00;02-03-2021;Medhold;Sagsbehandling;1.234,50
K2;S9;B1;01-03-2021 10:00;;;;
K3;S1;;01-03-2021;;;andet;
K4;S1;;01-03-2021 10:00;28-02-2021;;;
K5;S1;;01-03-2021 10:00;;;;-1
K5;S1;;01-03-2021 10:00;;;;-1
"""


def test_one_file_of_expectations_is_all_it_takes(
    delivery: Delivery, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No Python and no SQL knows its name; a native expectation of it may quarantine."""
    folder = tmp_path / "expectations"
    shutil.copytree(resource("expectations"), folder)
    (folder / "klager.yaml").write_text(NEW, encoding="utf-8")
    extracts = read_extracts_folder(folder)
    for module in ("judge", "store", "work"):
        monkeypatch.setattr(f"pipeline.intake.{module}.read_extracts", lambda: extracts)
    udfald = delivery.text("klager", ROWS).take_in()
    assert udfald.figures("klager") == (6, 2, 1, 3)
    assert udfald.karantaene("klager") == [
        (3, "sag_id", "Værdien findes ikke i sager"),
        (5, "afgjort", "Datoen ligger før modtaget"),
        (6, "omkostning", "Beløbet er negativt"),
    ]
    assert udfald.finding("klager") == [
        (4, "emne", "Værdien kendes ikke"),
        (4, "modtaget", "Klokkeslættet mangler, så kun dagen er kendt"),
    ]
    first, _ = udfald.fetch("from data.klager order by klage_id")
    assert first.pop("barn_id").startswith("b")
    assert first == {
        "klage_id": "K1",
        "sag_id": "S1",
        "modtaget": datetime.combine(date(2021, 3, 1), time(10)),
        "modtaget_har_klokkeslaet": True,
        "afgjort": date(2021, 3, 2),
        "udfald": "medhold",
        "emne": "sagsbehandling",
        "omkostning": Decimal("1234.5"),
    }
