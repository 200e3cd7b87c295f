"""However a command ends, a person gets Danish lines and a script its exit code; nobody gets a row."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer

from pipeline.commands.begin import begynd, udgivet_fil
from pipeline.commands.end import koer_til_ende
from pipeline.errors import DataAfvist, ForkertBrug, InternFejl

HEMMELIGT = "Opdigtet Person 700101-0000"


def ender_med(fejl: BaseException | None, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Exit code and stderr of a command that ends so."""

    def app(**_: object) -> None:
        if fejl:
            raise fejl

    with pytest.raises(SystemExit) as slut:
        koer_til_ende(app)
    return int(slut.value.code or 0), capsys.readouterr().err


@pytest.mark.parametrize(
    ("fejl", "kode", "sagt"),
    [
        (None, 0, ""),
        (ForkertBrug("Prøv igen."), 2, "Fejl: Prøv igen.\n"),
        (DataAfvist("a.csv: filen mangler", "b.csv: filen mangler"), 3,
         "Fejl: a.csv: filen mangler\nFejl: b.csv: filen mangler\n"),
        (KeyError(HEMMELIGT), 1, "Fejl: Uventet fejl (KeyError); det, der er udgivet, er uskadt.\n"),
        (KeyboardInterrupt(), 1, "Fejl: Afbrudt; det, der er udgivet, er uskadt.\n"),
        (typer.Abort(), 1, "Fejl: Afbrudt; det, der er udgivet, er uskadt.\n"),
    ],
    ids=lambda v: type(v).__name__,
)  # fmt: skip
def test_every_end_has_its_code_and_its_lines(
    fejl: BaseException | None, kode: int, sagt: str, capsys: pytest.CaptureFixture[str]
):
    """The codes are the contract's (section 3); of a fault nobody expected only its type is told."""
    assert ender_med(fejl, capsys) == (kode, sagt)


def test_a_fault_nobody_expected_is_in_the_log_that_the_line_points_to(tmp_path: Path):
    """Where a workspace is at hand; the log has no more of the message than the line has."""
    (tmp_path / "log").mkdir()
    with pytest.raises(InternFejl, match=r"KeyError.*Se log-mappen") as fejl, begynd(tmp_path):
        raise KeyError(HEMMELIGT)
    (fil,) = (tmp_path / "log").iterdir()
    assert json.loads(fil.read_text(encoding="utf-8"))["type"] == "KeyError"
    assert not any(ord_ in fil.read_text(encoding="utf-8") + str(fejl.value) for ord_ in HEMMELIGT.split())


def test_a_publication_one_may_not_read_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Exit 2 with the reason; one that is not there is the command's own to tell."""
    fil = tmp_path / "publiceret" / "ledelsestilsyn.duckdb"
    assert udgivet_fil(tmp_path) == fil

    def naegtet(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", naegtet)
    with pytest.raises(ForkertBrug, match="du har ikke ret til at læse den udgivne database"):
        udgivet_fil(tmp_path)


def test_what_is_raised_on_purpose_goes_on_as_it_is(tmp_path: Path):
    """It is the user's to mend, so it is no matter for the log."""
    (tmp_path / "log").mkdir()
    with pytest.raises(DataAfvist, match="filen mangler"), begynd(tmp_path):
        raise DataAfvist("a.csv: filen mangler")
    assert not any((tmp_path / "log").iterdir())
