"""The log tells what happened, and never what stood in a row."""

from __future__ import annotations

import json
import stat
from datetime import datetime
from pathlib import Path

import pytest

from pipeline.runlog import FILNAVN, Stopur, skriv, skriv_fejl

HEMMELIGT = "Opdigtet Person 700101-0000"


def linjer(mappe: Path) -> list[dict]:
    return [json.loads(linje) for linje in (mappe / FILNAVN).read_text(encoding="utf-8").splitlines()]


def fanget() -> Exception:
    """An error like those of libraries: its message, cause and arguments quote a value."""
    try:
        try:
            int(HEMMELIGT)
        except ValueError as aarsag:
            raise KeyError(HEMMELIGT, {"vaerdi": HEMMELIGT}) from aarsag
    except KeyError as fejl:
        return fejl


def test_a_line_is_json_with_a_time_and_readable_by_its_owner_alone(tmp_path: Path):
    """One JSON object a line, appended, with the time in the machine's zone; mode 0600."""
    skriv(tmp_path, haendelse="prøve", antal=1)
    skriv(tmp_path, haendelse="prøve", antal=2)
    assert [linje["antal"] for linje in linjer(tmp_path)] == [1, 2]
    assert datetime.fromisoformat(linjer(tmp_path)[0]["tid"]).tzinfo is not None
    assert "prøve" in (tmp_path / FILNAVN).read_text(encoding="utf-8")
    assert stat.S_IMODE((tmp_path / FILNAVN).stat().st_mode) == 0o600


def test_an_unexpected_fault_is_logged_without_its_message(tmp_path: Path):
    """Type and places in the code; neither message, arguments, cause nor source lines."""
    skriv_fejl(tmp_path, fanget())
    (linje,) = linjer(tmp_path)
    assert linje["type"] == "KeyError"
    assert [sted.rpartition(" ")[2] for sted in linje["steder"]] == ["fanget"]
    assert linje["steder"][0].startswith("test_runlog.py:")
    tekst = (tmp_path / FILNAVN).read_text(encoding="utf-8")
    for ord_ in (*HEMMELIGT.split(), "vaerdi", str(tmp_path)):
        assert ord_ not in tekst


def test_a_stage_is_timed_also_when_it_fails(tmp_path: Path):
    """Its name, seconds and the type of what it failed by, which goes on unchanged."""
    with Stopur(tmp_path, "god"):
        pass
    with pytest.raises(KeyError, match="Opdigtet"), Stopur(tmp_path, "ond"):
        raise fanget()
    god, ond = linjer(tmp_path)
    assert (god["trin"], god["fejl"], ond["trin"], ond["fejl"]) == ("god", None, "ond", "KeyError")
    assert god["sekunder"] >= 0
    assert "Opdigtet" not in (tmp_path / FILNAVN).read_text(encoding="utf-8")
