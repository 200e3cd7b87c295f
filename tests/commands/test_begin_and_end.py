"""However a command ends, a person gets Danish lines and a script its exit code; nobody gets a row."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest
import typer

from pipeline.base import interrupt
from pipeline.base.errors import DataRefused, InternalError, ReaderGone, SurroundingsFault, UsageFault
from pipeline.commands.begin import begin, published_file
from pipeline.commands.end import run_to_end
from pipeline.commands.terminal import progress

UNSAID = "Opdigtet Person 700101-0000"


def ends_with(error: BaseException | None, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Exit code and stderr of a command that ends so."""

    def app(**_: object) -> None:
        if error:
            raise error

    with pytest.raises(SystemExit) as end:
        run_to_end(app)
    return int(end.value.code or 0), capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (None, 0, ""),
        (UsageFault("Prøv igen."), 2, "Fejl: Prøv igen.\n"),
        (DataRefused("a.csv: filen mangler", "b.csv: filen mangler"), 3,
         "Fejl: a.csv: filen mangler\nFejl: b.csv: filen mangler\n"),
        (KeyError(UNSAID), 1, "Fejl: Uventet fejl (KeyError); det, der er udgivet, er uskadt.\n"),
        (KeyboardInterrupt(), 1, "Fejl: Afbrudt; det, der er udgivet, er uskadt.\n"),
        (typer.Abort(), 1, "Fejl: Afbrudt; det, der er udgivet, er uskadt.\n"),
    ],
    ids=lambda v: type(v).__name__,
)  # fmt: skip
def test_every_end_has_its_code_and_its_lines(
    error: BaseException | None, code: int, said: str, capsys: pytest.CaptureFixture[str]
):
    """The codes are the contract's (section 3); of a fault nobody expected only its type is told."""
    assert ends_with(error, capsys) == (code, said)


def test_a_fault_of_the_machine_is_the_users_to_mend(tmp_path: Path):
    """Told as what it is, exit 2, and no matter for the log."""
    (tmp_path / "log").mkdir()
    with pytest.raises(SurroundingsFault, match="ikke mere plads på disken"), begin(tmp_path):
        raise OSError(errno.ENOSPC, UNSAID)
    assert not any((tmp_path / "log").iterdir())


def test_what_cannot_be_logged_is_told_all_the_same(tmp_path: Path):
    """A log that cannot be written hides nothing."""
    (tmp_path / "log" / "ledelsestilsyn.jsonl").mkdir(parents=True)
    with pytest.raises(InternalError, match="KeyError"), begin(tmp_path):
        raise KeyError(UNSAID)


def test_an_interruption_that_a_library_made_its_own_error_is_told_as_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    """Whatever it is called then, and also where the command went on to its end."""
    (tmp_path / "log").mkdir()
    monkeypatch.setattr(interrupt, "begin_work", lambda: None)
    monkeypatch.setattr(interrupt._State, "stopped", True)
    for error in (RuntimeError("Query interrupted"), DataRefused("a.csv"), None):
        assert ends_with(error, capsys) == (1, "Fejl: Afbrudt; det, der er udgivet, er uskadt.\n")
    with pytest.raises(KeyboardInterrupt), begin(tmp_path):
        raise RuntimeError("Query interrupted")
    with pytest.raises(KeyboardInterrupt), progress() as tell:
        tell("Videre")


def test_a_reader_who_has_seen_enough_is_no_fault(capsys: pytest.CaptureFixture[str]):
    """`| head` closes the output: nothing is said, and the code is 0."""
    assert ends_with(ReaderGone(), capsys) == (0, "")
    assert ends_with(SystemExit(1), capsys) == (0, "")


def test_a_fault_nobody_expected_is_in_the_log_that_the_line_points_to(tmp_path: Path):
    """Where a workspace is at hand; the log has no more of the message than the line has."""
    (tmp_path / "log").mkdir()
    with pytest.raises(InternalError, match=r"KeyError.*Se log-mappen") as error, begin(tmp_path):
        raise KeyError(UNSAID)
    (file,) = (tmp_path / "log").iterdir()
    assert json.loads(file.read_text(encoding="utf-8"))["type"] == "KeyError"
    assert not any(word in file.read_text(encoding="utf-8") + str(error.value) for word in UNSAID.split())


def test_a_publication_one_may_not_read_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Exit 2 with the reason; one that is not there is the command's own to tell."""
    file = tmp_path / "publiceret" / "ledelsestilsyn.duckdb"
    assert published_file(tmp_path) == file

    def denied(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(UsageFault, match="du har ikke ret til at læse den udgivne database"):
        published_file(tmp_path)


def test_what_is_raised_on_purpose_goes_on_as_it_is(tmp_path: Path):
    """It is the user's to mend, so it is no matter for the log."""
    (tmp_path / "log").mkdir()
    with pytest.raises(DataRefused, match="filen mangler"), begin(tmp_path):
        raise DataRefused("a.csv: filen mangler")
    assert not any((tmp_path / "log").iterdir())
