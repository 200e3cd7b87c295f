"""The log tells what happened, and never what stood in a row."""

from __future__ import annotations

import json
import stat
from datetime import datetime
from pathlib import Path

import pytest

from pipeline.base.log import FILE_NAME, Stopwatch, write, write_error

UNSAID = "Opdigtet Person 700101-0000"


def lines(folder: Path) -> list[dict]:
    return [json.loads(line) for line in (folder / FILE_NAME).read_text(encoding="utf-8").splitlines()]


def caught() -> Exception:
    """An error like those of libraries: its message, cause and arguments quote a value."""
    try:
        try:
            int(UNSAID)
        except ValueError as reason:
            raise KeyError(UNSAID, {"vaerdi": UNSAID}) from reason
    except KeyError as error:
        return error


def test_a_line_is_json_with_a_time_and_readable_by_its_owner_alone(tmp_path: Path):
    """One JSON object a line, appended, with the time in the machine's zone; mode 0600."""
    write(tmp_path, haendelse="prøve", antal=1)
    write(tmp_path, haendelse="prøve", antal=2)
    assert [line["antal"] for line in lines(tmp_path)] == [1, 2]
    assert datetime.fromisoformat(lines(tmp_path)[0]["tid"]).tzinfo is not None
    assert "prøve" in (tmp_path / FILE_NAME).read_text(encoding="utf-8")
    assert stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600


def test_an_unexpected_fault_is_logged_without_its_message(tmp_path: Path):
    """Type and places in the code; neither message, arguments, cause nor source lines."""
    write_error(tmp_path, caught())
    (line,) = lines(tmp_path)
    assert line["type"] == "KeyError"
    assert [place.rpartition(" ")[2] for place in line["steder"]] == ["caught"]
    assert line["steder"][0].startswith("test_log.py:")
    text = (tmp_path / FILE_NAME).read_text(encoding="utf-8")
    for word in (*UNSAID.split(), "vaerdi", str(tmp_path)):
        assert word not in text


def test_a_stage_is_timed_also_when_it_fails(tmp_path: Path):
    """Its name, seconds and the type of what it failed by, which goes on unchanged."""
    with Stopwatch(tmp_path, "god"):
        pass
    with pytest.raises(KeyError, match="Opdigtet"), Stopwatch(tmp_path, "ond"):
        raise caught()
    good, evil = lines(tmp_path)
    assert (good["trin"], good["fejl"], evil["trin"], evil["fejl"]) == ("god", None, "ond", "KeyError")
    assert good["sekunder"] >= 0
    assert "Opdigtet" not in (tmp_path / FILE_NAME).read_text(encoding="utf-8")
