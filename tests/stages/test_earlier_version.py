"""A workspace that the version before this one made: its deliveries, publication and ledger are taken over.

`earlier_version.zip` is a workspace of that version after a small delivery was run for March 2021 and its
three mails were sent; everything in it is made up.
"""

from __future__ import annotations

import zipfile
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from pipeline import run
from pipeline.base.database import open_database, open_file
from pipeline.base.errors import EarlierPublication, UsageFault
from pipeline.base.settings import Mail
from pipeline.base.workspace import Workspace
from pipeline.call import Call
from pipeline.definitions.extracts import read_extracts
from pipeline.definitions.plans import read_plan
from pipeline.delivery.ledger import Postbog
from pipeline.economist.case import Question, explain_sag
from pipeline.economist.explain import find_plan
from pipeline.economist.published import open_publication
from pipeline.publication.status import fetch_status
from pipeline.reports.words.names import in_words
from pipeline.stages.leverance import attach_leverance, remark
from tests.intake.delivery import OPENED_GATES
from tests.stages.small_month import leverance

MAANED = "2021-03"
PLAN = "slagelse_2021_2023"
READER = "chef@kommune.example"
SETTINGS = OPENED_GATES.model_copy(
    update={"mail": Mail(afsender="ledelsestilsyn@kommune.example", afdelingens_laesere=(READER,))}
)


def unpacked(root: Path) -> Call:
    """A call in a fresh copy of the workspace."""
    with zipfile.ZipFile(Path(__file__).with_name("earlier_version.zip")) as packed:
        packed.extractall(root)
    (root / "noegle").chmod(0o600)  # which the packing forgets
    return Call(Workspace(root), SETTINGS, environment={})


@pytest.fixture
def call(tmp_path: Path) -> Call:
    return unpacked(tmp_path / "tilsyn")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Call:
    """The workspace after its delivery was computed, reported and published again by this version."""
    call = unpacked(tmp_path_factory.mktemp("foer") / "tilsyn")
    run.calculate(call, MAANED)
    run.reports(call)
    run.publish_latest(call)
    return call


def letter(call: Call, name: str) -> tuple[str, str]:
    """Subject and text of a mail in the outbox, the text on one line."""
    data = (call.folder.outbox / MAANED / name).read_bytes()
    mail = message_from_bytes(data, policy=policy.default)
    return str(mail["Subject"]), " ".join(mail.get_body(("plain",)).get_content().split())


def test_its_delivery_is_read_as_one_that_lacks_the_new_columns(call: Call):
    """Every column of today is there, of today's type; what its version did not take in is empty."""
    with open_database([call.folder.root]) as database:
        missing = attach_leverance(database, call.folder.newest_leverance())
        assert "partshoering_undladt" in missing["underretninger"]
        assert "rolle" in missing["raadgivere"]
        for name, extract in read_extracts().items():
            rows = database.fetch(f"describe lev.data.{name}")
            assert {r["column_name"]: r["column_type"] for r in rows} == {
                column: type_.replace(" ", "") for column, type_ in extract.types.items()
            }, name
        assert database.count("lev.data.underretninger") == 12
        assert database.value("select count(partshoering_undladt) from lev.data.underretninger") == 0
        assert database.value("select count(*) from lev.raa.underretninger") == 12
        assert database.value("select udtraeksdato::varchar from lev.leverance") == "2021-04-30"


def test_its_delivery_is_left_as_it_was(published: Call, call: Call):
    """Not a byte of it is changed: what was taken in is what it was."""
    file = call.folder.newest_leverance()
    assert published.folder.newest_leverance().read_bytes() == file.read_bytes()


def test_the_reports_say_which_columns_are_missing(published: Call):
    """Those that a figure of the run reads, and which figures; a column that none reads is not named."""
    with open_file(published.folder.published) as database:
        text = database.value("select tekst from bemaerkning order by nr desc limit 1")
    assert text.startswith(
        "Leverancen er indlæst af en tidligere version, som ikke kendte raadgivere.rolle, "
    )
    assert "underretninger.partshoering_undladt" in text
    assert "5.1" in text
    assert "tilsynssvar.tema" not in text
    assert in_words(text) in letter(published, "T1.eml")[1]


def test_a_delivery_that_lacks_nothing_has_no_remark():
    """Nothing missing, or nothing that the plans read."""
    plans = [read_plan(PLAN)]
    assert remark({}, plans) is None
    assert remark({"tilsynssvar": ["tema", "laeser"]}, plans) is None


def test_a_delivery_without_a_whole_extract_is_refused(call: Call):
    """It says which delivery, and what to do; the file is not touched."""
    file = call.folder.newest_leverance()
    with open_database([call.folder.root]) as database:
        database.attach(file, "lev", writable=True)
        database.run("drop table lev.data.sagsfordeling")
        database.detach("lev")
    with pytest.raises(UsageFault, match=r"^Leverancen af 30-04-2021 .* kør ingest med den igen\.$"):
        run.calculate(call, MAANED)


def test_what_it_computed_last_cannot_be_reported(call: Call):
    """Its figures lack what the reports tell; they are computed again in a moment."""
    call.folder.create()
    call.folder.candidate.write_bytes(call.folder.published.read_bytes())
    with pytest.raises(UsageFault, match="fra en tidligere version; kør check igen"):
        run.reports(call)


def test_its_mails_cannot_be_released_or_sent(call: Call):
    """They tell of other figures than are computed today: one line says to run the month again."""
    for step in (run.approve, run.send):
        with pytest.raises(UsageFault, match=r"Det udgivne er ændret, .* kør ledelsestilsyn run"):
            step(call, MAANED)


def test_what_it_published_is_told_of_until_the_next_run(call: Call):
    """Questions this version words cannot be put to it: one line, from each that words one."""
    file, plan = call.folder.published, read_plan(PLAN)
    outcome = (
        r"ledelsestilsyn\.duckdb: det udgivne er lavet af en tidligere version; kør run igen, eller check,"
    )
    with pytest.raises(EarlierPublication, match=outcome):
        fetch_status(file, None, None)
    with pytest.raises(EarlierPublication, match=outcome):
        find_plan("5.1", None, file, ())
    with open_publication(file) as database, pytest.raises(EarlierPublication, match=outcome):
        list(explain_sag(database, Question(plan, plan.indicator("5.1"), "S1", None)))


def test_its_ledger_can_still_be_looked_into(call: Call):
    """What was sent was sent."""
    lines = run.postbog(call, MAANED).lines
    assert sum("sendt" in line for line in lines) == 3


def test_a_mail_it_sent_is_replaced_by_one_that_says_so(published: Call):
    """The same figures told otherwise are no corrections; the reader is told that the rules are new."""
    subject, text = letter(published, "T1.eml")
    assert subject.startswith("Rettet udgave: ")
    assert "Denne mail erstatter den fra " in text
    assert "Tallene er opgjort efter nye regler" in text
    assert "ikke vist" not in text
    with Postbog(published.folder.postbog) as book:
        rows = book.dispatches(PLAN, MAANED)
    assert {(f.udgave, f.kendt_udgave, f.tilstand) for f in rows} == {(2, 1, "afventer")}
    assert len(rows) == 3


def test_the_next_run_tells_what_cannot_be_compared(call: Call, tmp_path: Path):
    """An indicator whose definition is new is not told as revised; the rest are held against what was."""
    outcome = run.run(call, leverance(tmp_path), MAANED)
    told = [line for line in outcome.lines if line.startswith("Ikke sammenlignet med sidste udgivelse")]
    assert len(told) == 1
    assert "Tidligere tal: dette er den første udgivelse." not in outcome.lines


def test_what_is_kept_of_its_publication_is_compared_with_the_next(published: Call, tmp_path: Path):
    """Its results, in fewer columns, are kept when another delivery's take their place."""
    call = Call(published.folder, SETTINGS, environment={})
    again = leverance(tmp_path, Undersøgelse="Udredning")
    run.run(call, again, MAANED)
    with open_file(call.folder.earlier) as database:
        assert database.count("indikator_resultat")
        assert database.count("indikator")
