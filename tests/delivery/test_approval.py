"""Release: nobody gets a mail that no person has looked at, nor another than was looked at."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.base.errors import UsageFault
from pipeline.delivery.ledger import Postbog
from pipeline.delivery.postoffice import approve_mails, send_mails, show_postbog
from tests.delivery.conftest import Start
from tests.delivery.setup import PLAN, Setup


@pytest.fixture
def ready(o: Setup, start: Start, certificate) -> Setup:
    """Mails written, and a server that takes them."""
    server = start()
    o.with_mail(server="127.0.0.1", port=server.port, ca_fil=certificate.file, pause_sekunder=0)
    o.write()
    return o


def send(o: Setup, **option: str | None):
    return send_mails(o.post_office, o.periode, {}, lambda _: None, **option)


def test_nothing_is_sent_before_somebody_has_released_it(ready):
    """The refusal says what to do, and leaves every mail waiting."""
    with pytest.raises(UsageFault, match=r"ikke godkendt.*kør tilsynet approve --periode 2021-05"):
        send(ready)
    with pytest.raises(UsageFault, match="ikke godkendt"):
        send(ready, team="T1")
    approve_mails(ready.post_office, ready.periode, None)
    assert send(ready).all_delivered


def test_a_release_says_who_gave_it_and_what_it_covers(ready):
    """The name given, the account, the moment, and a line per mail with masked addresses."""
    reply = approve_mails(ready.post_office, ready.periode, "Anne\r\nAndersen")
    with Postbog(ready.postbog) as book:
        approval = book.approval(PLAN, ready.periode)
    assert approval.godkendt_af == "Anne Andersen"
    assert approval.konto
    assert "  T1.eml: Team T1 (nord@kommune.example)" in reply.lines
    assert "Godkendt af Anne Andersen: 2 mails" in reply.lines[-1]
    assert reply.lines[-1].endswith("Send med: tilsynet send --periode 2021-05")


def test_a_release_ends_when_the_figures_change(ready):
    """New figures, published and written: somebody must look again."""
    approve_mails(ready.post_office, ready.periode, None)
    ready.figures["T1", "5.1", "2021-05"] = (13, 16, "naaet")
    ready.write()
    with pytest.raises(UsageFault, match="ændret efter godkendelsen"):
        send(ready)
    assert "men ændret siden" in show_postbog(ready.post_office, ready.periode).lines[0]


def test_a_release_ends_when_what_is_published_changes_without_new_mails(ready):
    """Published anew but killed before the mails were written: the mails tell of something else."""
    approve_mails(ready.post_office, ready.periode, None)
    ready.figures["T1", "5.1", "2021-05"] = (13, 16, "naaet")
    ready.publish()
    for call in (lambda: send(ready), lambda: approve_mails(ready.post_office, ready.periode, None)):
        with pytest.raises(UsageFault, match="Det udgivne er ændret, siden mails for 2021-05 blev skrevet"):
            call()


def test_a_release_ends_when_what_is_published_changes_and_the_mails_come_out_the_same(ready):
    """A case of no known team moves only the department's report: still, somebody must look again."""
    approve_mails(ready.post_office, ready.periode, None)
    before = {file.name: file.read_bytes() for file in ready.mail_folder.iterdir()}
    ready.frist("UKENDT", "S1", date(2021, 5, 12), 19)
    ready.write()
    assert {file.name: file.read_bytes() for file in ready.mail_folder.iterdir()} == before
    with pytest.raises(UsageFault, match="ændret efter godkendelsen"):
        send(ready)


def test_a_release_ends_when_a_recipient_changes(ready):
    """Another address was not looked at."""
    approve_mails(ready.post_office, ready.periode, None)
    ready.with_mail(modtagere={"T1": "ny@kommune.example"})
    ready.write()
    with pytest.raises(UsageFault, match="ændret efter godkendelsen"):
        send(ready)


def test_a_release_survives_a_rerun_that_changes_nothing_and_a_partial_sending(ready):
    """The same figures to the same people are still what was looked at."""
    approve_mails(ready.post_office, ready.periode, None)
    ready.write()
    assert send(ready, team="T1").all_delivered
    ready.write()
    assert send(ready).lines == ("Sendt: 1 mail (1 er sendt før).",)


def test_a_mail_tampered_with_cannot_be_released(ready):
    """Released is what the run wrote."""
    (ready.mail_folder / "T1.eml").unlink()
    (ready.mail_folder / "T2.eml").write_bytes(b"andet")
    with pytest.raises(UsageFault) as error:
        approve_mails(ready.post_office, ready.periode, None)
    assert [line.split(":")[0] for line in error.value.lines] == ["T1.eml", "T2.eml"]
    assert all(
        line.endswith("kør tilsynet run --periode 2021-05 --leverance MAPPE igen.")
        for line in error.value.lines
    )


def test_another_period_than_the_published_one_cannot_be_released_or_sent(ready):
    """What is published has moved on: the old month must be run again first."""
    for call in (
        lambda: approve_mails(ready.post_office, "2021-04", None),
        lambda: send_mails(ready.post_office, "2021-04", {}, lambda _: None),
    ):
        with pytest.raises(
            UsageFault,
            match="Det udgivne er 2021-05, ikke 2021-04: kør tilsynet run --periode 2021-04 --leverance",
        ):
            call()
    with pytest.raises(UsageFault, match="ingen mails for 2021-04"):
        show_postbog(ready.post_office, "2021-04")


def test_before_anything_is_published_or_written_the_commands_say_so(o):
    """Wrong usage, not a crash."""
    o.with_mail(server="127.0.0.1")
    with pytest.raises(UsageFault, match="ikke udgivet noget"):
        send(o)
    o.publish()
    with pytest.raises(UsageFault, match="ingen mails for 2021-05 i udbakken"):
        send(o)
    with pytest.raises(UsageFault, match="Perioden 'maj' kendes ikke"):
        send_mails(o.post_office, "maj", {}, lambda _: None)


def test_a_ledger_of_another_version_is_left_alone(o):
    """A program that does not know the tables must not guess at them."""
    import sqlite3

    o.root.mkdir(exist_ok=True)
    with sqlite3.connect(o.postbog) as foreign:
        foreign.execute("create table forsendelse (noget)")
    foreign.close()
    with pytest.raises(UsageFault, match="anden version"):
        Postbog(o.postbog)
