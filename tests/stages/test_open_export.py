"""The copy for whoever may see no rows holds what the committee has been told, and nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

import cli
from pipeline.base.audit import history, recorded
from pipeline.base.errors import UsageFault
from pipeline.base.workspace import Workspace
from pipeline.call import Call
from pipeline.keeping import export, export_open
from pipeline.reports.facts import Result
from pipeline.reports.facts.told import Memory, Told, write_memory
from tests.economist.publication_made import SLAGELSE, drawn_delivery, publish

CASE, TEAM = "S000336", "T1"


def _told(indikator_id: str, k: int, n: int, *, withheld: bool = False) -> Told:
    value = 100 * k / n
    r = Result(
        indikator_id, "dubu", "ALLE", k, n, 0, 0, value, None, None, 50.0, None, "kvartal", "2021-K3",
        date(2021, 9, 1), None, value - 50, "naaet", False, True, None, None, None, None, None, None,
    )  # fmt: skip
    return Told(SLAGELSE.plan_id, r, withheld, (None, None) if withheld else (n, k))


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a publication of one case."""
    root = tmp_path_factory.mktemp("aaben") / "tilsyn"
    (root / "publiceret").mkdir(parents=True, mode=0o700)
    rows = {
        "teams": f"team_id | navn\n{TEAM} | Nord",
        "sager": f"sag_id | foedselsdato | team_id\n{CASE} | 2010-05-09 | {TEAM}",
    }
    publish(drawn_delivery(rows), Workspace(root).published)
    return root


@pytest.fixture
def call(published: Path) -> Call:
    """A call there, after the committee's report on a quarter."""
    folder = Workspace(published)
    told = (_told("5.1", 20, 40), _told("5.3", 3, 33), _told("6.2", 25, 47, withheld=True))
    write_memory(Memory(told), folder.told)
    return Call(folder, environment={})


@pytest.mark.parametrize("format_", ["xlsx", "csv", "parquet"])
def test_the_copy_holds_what_was_told_and_nothing_else(call: Call, tmp_path: Path, format_: str) -> None:
    """No case, no team, no count of 1 to 4, nothing withheld; that it was made is written down."""
    (file,) = export_open(call, format_, tmp_path)
    text = _text(file)
    assert "20 af 40" in text.replace("\xa0", " ")
    assert "under 5 af 33" in text.replace("\xa0", " ")
    assert not {CASE, TEAM, "Nord"} & set(text.split("|"))
    assert not {"3", "3.0", "25", "47", "9.0909"} & set(text.split("|"))
    assert (file.stat().st_mode & 0o777) == 0o600
    last = history(call.folder.audit)[-1]
    assert (last["handling"], last["udfald"], last["hvad"]) == ("export --aaben", "gennemført", format_)


def _text(file: Path) -> str:
    """Every cell of every sheet, or every field, between bars."""
    if file.suffix == ".csv":
        return file.read_text("utf-8-sig").replace(";", "|").replace("\n", "|")
    if file.suffix == ".parquet":
        return "|".join(str(v) for row in pq.read_table(file).to_pylist() for v in row.values())
    book = openpyxl.load_workbook(file)
    assert file.name == "ledelsestilsyn-aaben-2021-K3.xlsx"
    assert book.sheetnames == ["Forside", "aabne_tal"]
    return "|".join(str(c) for s in book for row in s.iter_rows(values_only=True) for c in row)


def test_before_the_committee_has_a_report_there_is_nothing_to_copy(call: Call, tmp_path: Path) -> None:
    """It is said what to do, and no empty file is left for somebody to believe."""
    call.folder.told.unlink()
    with pytest.raises(UsageFault, match="kør først run for et kvartal"):
        export_open(call, "csv", tmp_path / "ud")
    assert not (tmp_path / "ud").exists()


def test_it_takes_no_names(call: Call) -> None:
    """An open copy of a table of rows is no open copy."""
    words = ["export", "sager", "--aaben", "--arbejdsmappe", str(call.folder.root)]
    reply = CliRunner().invoke(cli.app, words, standalone_mode=False)
    assert isinstance(reply.exception, UsageFault)


def test_other_copies_are_written_down_by_what_was_copied(call: Call, tmp_path: Path) -> None:
    """Not by the name of a file of one's own, which may say anything; a mere reader writes nothing down."""
    own = tmp_path / "S000336.sql"
    own.write_text("select 1 as en", "utf-8")
    with recorded(call.folder.audit, "run"):
        pass
    export(call.folder, ["sager", str(own)], "csv", tmp_path, lambda _: None)
    last = history(call.folder.audit)[-1]
    assert (last["handling"], last["hvad"]) == ("export", "csv: sager og egen forespørgsel")
    call.folder.audit.unlink()
    assert export(call.folder, ["sager"], "csv", tmp_path, lambda _: None)
    assert not call.folder.audit.exists()
