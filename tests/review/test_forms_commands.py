"""`review forms`, `review read` and the run that reads what lies ready, from delivery to publication."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

import cli
from pipeline import run
from pipeline.base.database import open_file
from pipeline.base.errors import DataRefused, UsageFault
from pipeline.base.periods import read_periode
from pipeline.base.settings import ENVIRONMENT_SETTINGS, ENVIRONMENT_WORKSPACE, Mail
from pipeline.base.workspace import Workspace
from pipeline.call import Call, Leverance
from pipeline.definitions.form_sheets import COMMENTS
from pipeline.review.draw import Asked
from pipeline.review.returned import objects_in
from tests.intake.delivery import FACTS, OPENED_GATES, Delivery
from tests.review.a_round import Hand, cells

PLAN, MAANED, ROUND = "varige_spor", "2021-04", "2021-K2"
FORM, INPUT = f"gennemgang-{ROUND}.xlsx", f"input-{MAANED}.xlsx"
WITH_FILES = Mail(sagsnumre=True, afsender="ledelsestilsyn@kommune.example")


@pytest.fixture(scope="module")
def delivery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six investigations that ended in April, in two teams with a leader each."""
    made = Delivery(tmp_path_factory.mktemp("udtraek"), own=FACTS)
    leaders = [{**team, "leder_raadgiver_id": f"L{n}"} for n, team in enumerate(FACTS["teams"])]
    made.rows("teams", leaders)
    case = FACTS["sager"][0]
    cases = [{**case, "sag_id": f"C{n}", "barn_id": f"K{n}", "team_id": f"T{1 + n % 2}"} for n in range(6)]
    made.add("sager", *cases)
    bfu = {"startet_dato": "02-01-2021", "afslutning": "faerdig"}
    ended = [
        {**bfu, "bfu_id": f"B{n}", "sag_id": f"C{n}", "afsluttet_dato": f"{10 + n}-04-2021"} for n in range(6)
    ]
    made.rows("undersoegelser", ended)
    return made.write()


@pytest.fixture(scope="module")
def drawn(delivery: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace after April's run, with all six drawn for the two leaders to read."""
    call = a_call(tmp_path_factory.mktemp("skemaer") / "tilsyn")
    run.run(call, Leverance(delivery, date(2021, 4, 30)), MAANED)
    run.draw_round(call, Asked("undersoegelser", read_periode(ROUND), "tilfaeldig", 6, 7, (), False))
    return call.folder.root


def a_call(root: Path, mail: Mail | None = None) -> Call:
    """A call of the plan in a workspace."""
    settings = OPENED_GATES.model_copy(update={"mail": mail or Mail()})
    return Call(Workspace(root), settings, (PLAN,), environment={})


@pytest.fixture
def root(drawn: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, to type commands in."""
    root = Path(shutil.copytree(drawn, tmp_path / "tilsyn"))
    monkeypatch.delenv(ENVIRONMENT_SETTINGS, raising=False)
    monkeypatch.setenv(ENVIRONMENT_WORKSPACE, str(root))
    return root


@pytest.fixture
def type_(root: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., list[str]]:
    """Type a command; the lines it says."""

    def typed(*words: str) -> list[str]:
        capsys.readouterr()
        cli.app(list(words), standalone_mode=False)
        return capsys.readouterr().out.splitlines()

    return typed


def fill(file: Path, reply: str, *, sheets: int = 99) -> Hand:
    """Every question of the first sheets answered alike, on a day in April."""
    hand = Hand(file.read_bytes())
    for sheet in hand.book.worksheets[1 : sheets + 1]:
        hand.label(sheet, "Gennemgået den", date(2021, 4, 29))
        heading = next(c for c in cells(sheet) if c.value == "Svar")
        boxes = next(c for c in cells(sheet) if c.value == "På papir")
        for cell in [c for c in cells(sheet) if c.column == boxes.column and c.row > boxes.row]:
            sheet.cell(cell.row, heading.column).value = reply
    return hand


def letter(root: Path, team: str) -> EmailMessage:
    """A team's mail in the outbox."""
    (file,) = (root / "udbakke" / MAANED).glob(f"{team}*.eml")
    return message_from_bytes(file.read_bytes(), policy=policy.default)


def text_of(mail: EmailMessage) -> str:
    """A mail's text on one line."""
    return " ".join(mail.get_body(("plain",)).get_content().split())


def test_the_forms_lie_with_their_readers_and_are_told_of(root: Path, type_):
    """In the folder of each leader and in the mail that waits for each, without a case's id."""
    *told, last = type_("review", "forms")
    assert last == f"Mails i udbakken for {MAANED} nævner opgaven."
    for team, line in zip(("T1", "T2"), told, strict=True):
        file = root / "rapporter" / ROUND / team / FORM
        count = len(Hand(file.read_bytes()).book.worksheets) - 1
        assert line == f"{file}: {count} sager"
        text = text_of(letter(root, team))
        assert f"Du har {count} sager at læse i ledelsestilsynet for 2. kvartal 2021." in text
        assert f"rapporter/{ROUND}/{team}/{FORM}" in text
        assert file.stat().st_mode & 0o777 == 0o640
        assert not list(letter(root, team).iter_attachments())


def test_the_form_goes_with_the_mail_where_case_ids_may(root: Path):
    """By the setting that lets them stand in mails, over a safe connection; never in the subject."""
    run.write_forms(a_call(root, WITH_FILES))
    mail = letter(root, "T1")
    (attached,) = mail.iter_attachments()
    assert attached.get_filename() == FORM
    assert attached.get_content() == (root / "rapporter" / ROUND / "T1" / FORM).read_bytes()
    assert mail["X-Ledelsestilsyn-Sagsnumre"] == "ja"
    assert "videresend den ikke" in text_of(mail)
    assert " C" not in mail["Subject"]


def test_answers_count_like_any_other(root: Path, type_, tmp_path: Path):
    """Read back, computed and published: in the results, the rounds, and the leader's next mail."""
    type_("review", "forms")
    for team, reply in (("T1", "Ja"), ("T2", "Nej")):
        fill(root / "rapporter" / ROUND / team / FORM, reply).save(tmp_path / f"{team}.xlsx")
    said = type_("review", "read", str(tmp_path / "T1.xlsx"))
    assert said[0].startswith("1 skema læst: ")
    type_("review", "read", str(tmp_path / "T2.xlsx"))
    run.calculate(a_call(root), MAANED)
    with open_file(root / "beregning" / "kandidat.duckdb") as database:
        assert database.value("select sum(laest) from tilsyn_traekning") == 6
        rows = database.fetch(
            "select distinct team_id, vaerdi from indikator_resultat where kilde = 'tilsyn' "
            "and periodetype = 'maaned' and periode = '2021-04' and naevner > 0 and team_id <> 'ALLE'"
        )
        columns = database.columns("tilsynssvar")
    assert {(row["team_id"], row["vaerdi"]) for row in rows} == {("T1", 100.0), ("T2", 0.0)}
    assert not {"bemaerkning", "laeser"} & set(columns)
    run.reports(a_call(root))
    run.publish_latest(a_call(root))
    assert "at læse i ledelsestilsynet" not in text_of(letter(root, "T1"))


def test_a_workbook_with_a_fault_is_refused_with_exit_code_3(root: Path, type_, tmp_path: Path):
    """What came whole beside it is taken in; the fault names file, sheet and cell."""
    type_("review", "forms")
    home = root / "rapporter" / ROUND
    fill(home / "T1" / FORM, "Ja", sheets=1).save(tmp_path / "t1.xlsx")
    fill(home / "T2" / FORM, "Jaja", sheets=1).save(tmp_path / "t2.xlsx")
    with pytest.raises(DataRefused) as refused:
        type_("review", "read", str(tmp_path))
    assert refused.value.exit_code == 3
    assert {line.split(", celle")[0].rpartition(" ")[0] for line in refused.value.lines} == {
        "t2.xlsx, ark 01"
    }
    with open_file(root / "gennemgang.duckdb") as database:
        assert database.fetch("select distinct kilde_fil, svar from besvarelse") == [
            {"kilde_fil": "t1.xlsx", "svar": "ja"}
        ]


def test_what_a_leader_has_begun_on_is_never_replaced(root: Path, type_):
    """Neither by forms written again nor by the reports of the same period."""
    type_("review", "forms")
    form = root / "rapporter" / ROUND / "T1" / FORM
    words = root / "rapporter" / MAANED / "T1" / INPUT
    fill(form, "Ja", sheets=1).save(form)
    hand = Hand(words.read_bytes())
    hand.row(hand.book[COMMENTS], "V1", Kommentar="Vi er bagud.")
    hand.save(words)
    kept = form.read_bytes(), words.read_bytes()
    type_("review", "forms")
    run.reports(a_call(root), MAANED)
    assert (form.read_bytes(), words.read_bytes()) == kept


def test_what_is_drawn_after_a_form_was_begun_on_comes_beside_it(root: Path, type_):
    """The form that somebody writes in stays; what it lacks is a second one."""
    type_("review", "forms")
    form = root / "rapporter" / ROUND / "T1" / FORM
    hand = fill(form, "Ja", sheets=1)
    missing = hand.book.worksheets[-1]
    object_id = next(c for c in cells(missing) if c.value == "Genstandens id").offset(0, 2).value
    hand.book.remove(missing)
    hand.save(form)
    said = type_("review", "forms")
    beside = form.with_name(f"gennemgang-{ROUND}-2.xlsx")
    assert said[:2] == [f"{form}: står, som det er, for der er skrevet i det", f"{beside}: 1 sag"]
    assert objects_in(beside) == {(f"{PLAN}.undersoegelser.{ROUND}.1", object_id)}


def test_the_run_reads_what_lies_ready(root: Path, delivery: Path):
    """A leader's comment stands under its figure; a workbook with a fault holds nothing back, and is told."""
    call = a_call(root)
    hand = Hand((root / "rapporter" / MAANED / "T1" / INPUT).read_bytes())
    sheet = hand.book[COMMENTS]
    hand.row(sheet, "V1", Kommentar="Vi venter på et kursus.", Ansvarlig="Teamleder")
    hand.save(call.folder.returned / "t1.xlsx")
    (call.folder.returned / "t2.xlsx").write_bytes(b"PK")
    outcome = run.run(call, Leverance(delivery, date(2021, 4, 30)), MAANED)
    assert "Afvist og ikke læst: t2.xlsx: filen er ikke et helt regneark; gem den igen." in outcome.lines
    assert "1 skema læst: 1 ny angivelse." in outcome.lines
    page = (root / "rapporter" / MAANED / "T1" / "rapport.html").read_text(encoding="utf-8")
    assert "Vi venter på et kursus." in page


def test_answers_of_a_case_that_is_gone_are_kept_and_told(root: Path, type_, tmp_path: Path):
    """They count nowhere while the delivery lacks the case."""
    type_("review", "forms")
    fill(root / "rapporter" / ROUND / "T1" / FORM, "Ja", sheets=1).save(tmp_path / "t1.xlsx")
    type_("review", "read", str(tmp_path / "t1.xlsx"))
    assert run.forms.left_out(a_call(root)) == ()
    with run.forms.open_store(Workspace(root)) as database:
        database.run("update gennemgang.traekning_genstand set sag_id = 'VÆK' where rolle = 'trukket'")
    (line,) = run.forms.left_out(a_call(root))
    assert line.endswith("regnes ikke med: 1 sag er ikke i leverancen. De er gemt.")
    assert "VÆK" not in line


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("review", "forms", "--periode", "2021-K1"), "ikke udtrukket noget at læse for 2021-K1"),
        (("review", "forms", "--periode", "snart"), "Perioden 'snart' kendes ikke"),
        (("review", "read", "findes.ikke"), "mappen findes ikke"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(type_, words: tuple[str, ...], told: str):
    """What is wrong, and what to do."""
    with pytest.raises(UsageFault, match=told):
        type_(*words)
