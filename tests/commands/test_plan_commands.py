"""`plan new`, `plan list` and `plan check` as they are typed."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

import cli
from pipeline.base.errors import ExitCode
from pipeline.base.settings import ENVIRONMENT_WORKSPACE


@pytest.fixture(autouse=True)
def _no_workspace(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """None is named by the machine the tests run on."""
    monkeypatch.delenv(ENVIRONMENT_WORKSPACE, raising=False)
    monkeypatch.chdir(tmp_path)


def typed(*words: str) -> None:
    cli.app(list(words), standalone_mode=False)


@pytest.mark.parametrize("place", ["her og der", ""], ids=["named", "by itself"])
def test_a_new_plan_says_the_next_commands_whole(place: str, capsys, tmp_path: Path):
    """With the workspace where it is not found by itself; the first can be typed as it stands."""
    where = ("--arbejdsmappe", str(tmp_path / place)) if place else ()
    typed("plan", "new", "naerved", *where)
    first, _, check, run = capsys.readouterr().out.splitlines()
    assert first.startswith("Planen er begyndt: ")
    assert first.endswith("naerved.yaml")
    named = f' --arbejdsmappe "{tmp_path / place}"' if place else ""
    assert check == f"  ledelsestilsyn plan check naerved{named}"
    assert run == f"  ledelsestilsyn run --leverance MAPPE --plan naerved{named}"
    typed(*shlex.split(check)[1:])
    assert capsys.readouterr().out.startswith("naerved.yaml: i orden (1 indikator, 2 milepæle).\n")


def test_a_refused_example_ends_as_wrong_use(monkeypatch: pytest.MonkeyPatch, capsys, tmp_path: Path):
    """Exit 2, the difference on stderr, and nothing on stdout."""
    typed("plan", "new", "naerved")
    capsys.readouterr()
    plans = tmp_path / "tilsyn" / "planer"
    year = (plans / "naerved.yaml").read_text(encoding="utf-8").partition("start_dato: ")[2][:4]
    (plans / "eksempler").mkdir()
    (plans / "eksempler" / "NA1.yaml").write_text(
        f"eksempler:\n  - titel: Ingen indsats\n    periode: {year}-03\n    ind:\n      sager: |\n"
        "        sag_id\n        S1\n    ud: |\n      enhed_id | udfald\n      I1 | opfyldt\n",
        encoding="utf-8",
    )
    monkeypatch.setattr("sys.argv", ["ledelsestilsyn", "plan", "check", "naerved"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == int(ExitCode.USAGE_FAULT)
    said = capsys.readouterr()
    assert said.err == (
        "Fejl: eksempler/NA1.yaml, eksempel 1 „Ingen indsats“: række 1 (I1) er ventet, men ikke fundet\n"
    )
    assert said.out == ""
