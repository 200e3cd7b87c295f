"""A case that must go is in no byte of the workspace afterwards, and does not come back with a delivery."""

from __future__ import annotations

import shutil
import stat
from collections.abc import Sequence
from datetime import date, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from pipeline import keeping, run
from pipeline.base.audit import history
from pipeline.base.database import open_file
from pipeline.base.errors import UsageFault
from pipeline.call import Call, Leverance
from pipeline.delivery.ledger import Dispatch, Postbog
from pipeline.intake.key import key
from pipeline.intake.pseudonyms import pseudonymise_child
from pipeline.intake.work import Intake
from tests.intake.delivery import FACTS, Delivery
from tests.stages.conftest import a_call
from tests.stages.planted import files_with
from tests.stages.small_month import MAANED
from tests.stages.test_united import store

SAG, OTHER, UNIT, ALONE = "ZQXWJV7781", "KMPVRT5521", "UWQZKX4417", "UJXKQW9903"
"""The case, another one, a notification on the case, and one about its child alone."""
CHILD = "Bqzxwjkvnfy"


def deliver(root: Path, name: str) -> Leverance:
    """A delivery that has the case in every way a row can: accepted, refused, misshapen, named by others."""
    made = Delivery(root)
    sager = [
        {**FACTS["sager"][0], "sag_id": SAG, "barn_id": CHILD},
        {**FACTS["sager"][1], "sag_id": OTHER, "distrikt": f"Søskende i {SAG}."},
    ]
    made.rows("sager", sager)
    made.rows("indsatser", [{**FACTS["indsatser"][0], "sag_id": SAG, "start_dato": "31-02-2021"}])
    made.rows(
        "underretninger", [_told(UNIT, sag_id=SAG), _told(ALONE, barn_id=CHILD), _told("U3", sag_id=OTHER)]
    )
    folder = root / name
    folder.mkdir(parents=True)
    for file, content in made.files.items():
        more = f"{SAG};for;mange;felter{';x' * 40}\r\n".encode() if file == "sager.csv" else b""
        (folder / file).write_bytes(content.replace(b"distrikt", b"Et notat") + more)
    return Leverance(folder)


def _told(id_: str, **of: str) -> dict[str, str]:
    return {
        "underretning_id": id_,
        "modtaget_tidspunkt": "05-03-2021 10:00",
        "underretter_type": "fagperson",
        **of,
    }


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A month done on two deliveries, with a round read, an agreement, mails and workbooks about the case."""
    root = tmp_path_factory.mktemp("glemt")
    call = a_call(root / "tilsyn")
    folder = call.folder
    run.take_in(call, deliver(root / "a", "2021-03-31"))
    run.run(call, deliver(root / "b", "2021-04-30"), MAANED)
    store(
        folder,
        {
            "traekning": "traekning_id\nR",
            "traekning_genstand": f"genstand_id | sag_id\n{SAG} | {SAG}\n{OTHER} | {OTHER}",
            "besvarelse": f"genstand_id | svar | bemaerkning\n{SAG} | ja | Godt.\n{OTHER} | nej | Som {SAG}.",
            "indmelding": f"art | noegle | felt | vaerdi\nkommentar | 1.1 | tekst | Se {SAG}.",
        },
    )
    _mail(call)
    elsewhere = (folder.week / "karantaene" / "2021-04-28" / "sager.csv", folder.foreign / "udgivet.wal.1")
    for file in elsewhere:
        file.parent.mkdir(parents=True)
        file.write_text(f"sag_id;aarsag\n{SAG};x\n{OTHER};Som {SAG}\n", encoding="utf-8")
    for home in (folder.reports / MAANED / "T1", folder.returned):
        home.mkdir(exist_ok=True)
        book = Workbook()
        book.properties.created = datetime(2021, 4, 1)  # noqa: DTZ001 - saved later by somebody
        book.active.append(["Sag", "Bemærkning"])
        book.active.append([SAG, "Noget om sagen"])
        book.active.append([OTHER, "Noget om en anden"])
        book.save(home / "udfyldt.xlsx")
    (folder.reports / MAANED / "T1" / "side.html").write_text(PAGE, encoding="utf-8")
    return folder.root


PAGE = f"""<p title="Se {SAG}">Én sag, {SAG}, og {OTHER}.</p>
<table>
  <tr><th>Sag</th></tr>
  <tr><td>{SAG}</td><td>{UNIT}</td></tr>
  <tr><td>{OTHER}</td><td>Andet &amp; mere</td></tr>
</table>
"""
CLEANED = f"""<p title="Se xxxx">Én sag, xxxx, og {OTHER}.</p>
<table>
  <tr><th>Sag</th></tr>
  <tr><td>{OTHER}</td><td>Andet &amp; mere</td></tr>
</table>
"""
"""The page afterwards."""


def _mail(call: Call) -> None:
    message = EmailMessage()
    message.set_content(f"Overskredet: {SAG}, æøå", cte="base64")
    home = call.folder.outbox / MAANED
    (home / "sag.eml").write_bytes(bytes(message))
    plan, words = "sverigesmodellen", f'["{SAG}"]'
    row = Dispatch(
        plan, MAANED, "team", "T1", "a@b.example", 1, "x", words, "sag.eml", "y", "<1>", "afventer"
    )
    with Postbog(call.folder.postbog) as book:
        book.write_outbox(plan, MAANED, book.publication(plan, MAANED) or "", [row])


@pytest.fixture
def call(planted: Path, tmp_path: Path) -> Call:
    """A copy of it to forget in."""
    return a_call(Path(shutil.copytree(planted, tmp_path / "tilsyn")))


def words(call: Call) -> Sequence[str]:
    """What the case and its child may be found by."""
    return (SAG, UNIT, ALONE, pseudonymise_child(key(call.folder.root, {}), CHILD))


def test_no_byte_of_it_is_left_when_the_month_is_run_again(call: Call, tmp_path: Path):
    """Though the new delivery has it too; the account tells how many rows were left out."""
    root = call.folder.root
    before = files_with(root, *words(call))
    kinds = {name.split("/")[0] for name in before}
    assert kinds >= {
        "leverancer",
        "karantaene",
        "gennemgang.duckdb",
        "postbog.sqlite3",
        "publiceret",
        "rapporter",
        "udbakke",
        "uge",
        "fremmed",
    }
    keeping.forget(call, SAG)
    assert keeping.verify(call).faults == ()
    assert {name.split("/")[0] for name in files_with(root, *words(call))} <= {"publiceret"}
    outcome = run.run(call, deliver(tmp_path / "ny", "2021-05-31"), MAANED)
    assert files_with(root, *words(call)) == set()
    assert _left_out(outcome.intake) == "2 i sager, 2 i underretninger, 1 i indsatser."
    counts = {file.extract: file.laest for file in outcome.intake.files}
    assert (counts["sager"], counts["indsatser"], counts["underretninger"]) == (1, 0, 1)


def _left_out(intake: Intake) -> str:
    (line,) = [message for message in intake.messages if "glemte sager" in message]
    return line.partition(": ")[2]


def test_everything_else_stays(call: Call):
    """Other cases' rows, answers and workbooks, with the number masked where they named it."""
    keeping.forget(call, SAG)
    for file in call.folder.leverance_files():
        with open_file(file) as database:
            assert database.fetch("select sag_id from data.sager") == [{"sag_id": OTHER}]
            assert [r["underretning_id"] for r in database.fetch("from data.underretninger")] == ["U3"]
            assert database.fetch('select "Et notat" as t from raa.sager')[0]["t"] == "Søskende i xxxx."
    with open_file(call.folder.reviews) as database:
        assert database.fetch("select genstand_id, svar, bemaerkning from besvarelse") == [
            {"genstand_id": OTHER, "svar": "nej", "bemaerkning": "Som xxxx."}
        ]
    page = call.folder.reports / MAANED / "T1" / "side.html"
    assert page.read_text(encoding="utf-8") == CLEANED
    book = load_workbook(call.folder.reports / MAANED / "T1" / "udfyldt.xlsx")
    assert [[cell.value for cell in row] for row in book.active.iter_rows()] == [
        ["Sag", "Bemærkning"], [None, None], [OTHER, "Noget om en anden"],
    ]  # fmt: skip
    assert stat.S_IMODE((call.folder.root / "glemte").stat().st_mode) == 0o600


def test_it_can_be_said_again_and_the_trail_does_not_say_which(call: Call):
    """A case that was there before is taken out once more; one that never was is told of."""
    keeping.forget(call, SAG)
    assert not keeping.forget(call, SAG).counts
    with pytest.raises(UsageFault, match="ingen gennemgang i arbejdsmappen har en sag med det nummer"):
        keeping.forget(call, "S404")
    rows = [row for row in history(call.folder.audit) if row["handling"] == "forget"]
    assert [row["udfald"] for row in rows] == ["gennemført", "gennemført", "afvist"]
    assert "rækker i leverancerne" in rows[0]["hvad"]


def test_the_childs_other_case_keeps_what_is_about_the_child_alone(tmp_path: Path):
    """A notification about a child with two cases is not that of the one that goes."""
    call = a_call(tmp_path / "tilsyn")
    made = Delivery(tmp_path, date(2021, 4, 30))
    made.rows("sager", [{**FACTS["sager"][0], "sag_id": id_, "barn_id": CHILD} for id_ in (SAG, OTHER)])
    made.rows("underretninger", [_told(ALONE, barn_id=CHILD)])
    run.take_in(call, Leverance(made.write()))
    keeping.forget(call, SAG)
    with open_file(call.folder.newest_leverance()) as database:
        assert [row["underretning_id"] for row in database.fetch("from data.underretninger")] == [ALONE]
        assert [row["sag_id"] for row in database.fetch("from data.sager")] == [OTHER]
