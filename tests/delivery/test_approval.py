"""Release: nobody gets a mail that no person has looked at, nor another than was looked at."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.delivery.ledger import Postbog
from pipeline.delivery.postoffice import godkend_mails, send_mails, vis_postbog
from pipeline.errors import ForkertBrug
from tests.delivery.conftest import Start
from tests.delivery.opstilling import PLAN, Opstilling


@pytest.fixture
def klar(o: Opstilling, start: Start, certifikat) -> Opstilling:
    """Mails written, and a server that takes them."""
    server = start()
    o.med_mail(server="127.0.0.1", port=server.port, ca_fil=certifikat.fil, pause_sekunder=0)
    o.skriv()
    return o


def send(o: Opstilling, **valg: str | None):
    return send_mails(o.posthus, o.periode, {}, lambda _: None, **valg)


def test_nothing_is_sent_before_somebody_has_released_it(klar):
    """The refusal says what to do, and leaves every mail waiting."""
    with pytest.raises(ForkertBrug, match=r"ikke godkendt.*kør tilsynet approve --periode 2021-05"):
        send(klar)
    with pytest.raises(ForkertBrug, match="ikke godkendt"):
        send(klar, team="T1")
    godkend_mails(klar.posthus, klar.periode, None)
    assert send(klar).alle_leveret


def test_a_release_says_who_gave_it_and_what_it_covers(klar):
    """The name given, the account, the moment, and a line per mail with masked addresses."""
    svar = godkend_mails(klar.posthus, klar.periode, "Anne\r\nAndersen")
    with Postbog(klar.postbog) as bog:
        godkendelse = bog.godkendelse(PLAN, klar.periode)
    assert godkendelse.godkendt_af == "Anne Andersen"
    assert godkendelse.konto
    assert "  T1.eml: Team T1 (n***@kommune.example)" in svar.linjer
    assert "Godkendt af Anne Andersen: 2 mails" in svar.linjer[-1]
    assert svar.linjer[-1].endswith("Send med: tilsynet send --periode 2021-05")


def test_a_release_ends_when_the_figures_change(klar):
    """New figures, published and written: somebody must look again."""
    godkend_mails(klar.posthus, klar.periode, None)
    klar.tal["T1", "5.1", "2021-05"] = (13, 16, "naaet")
    klar.skriv()
    with pytest.raises(ForkertBrug, match="ændret efter godkendelsen"):
        send(klar)
    assert "men ændret siden" in vis_postbog(klar.posthus, klar.periode).linjer[0]


def test_a_release_ends_when_what_is_published_changes_without_new_mails(klar):
    """Published anew but killed before the mails were written: the mails tell of something else."""
    godkend_mails(klar.posthus, klar.periode, None)
    klar.tal["T1", "5.1", "2021-05"] = (13, 16, "naaet")
    klar.udgiv()
    for kald in (lambda: send(klar), lambda: godkend_mails(klar.posthus, klar.periode, None)):
        with pytest.raises(ForkertBrug, match="Det udgivne er ændret, siden mails for 2021-05 blev skrevet"):
            kald()


def test_a_release_ends_when_what_is_published_changes_and_the_mails_come_out_the_same(klar):
    """A case of no known team moves only the department's report: still, somebody must look again."""
    godkend_mails(klar.posthus, klar.periode, None)
    foer = {fil.name: fil.read_bytes() for fil in klar.mailmappe.iterdir()}
    klar.frist("UKENDT", "S1", date(2021, 5, 12), 19)
    klar.skriv()
    assert {fil.name: fil.read_bytes() for fil in klar.mailmappe.iterdir()} == foer
    with pytest.raises(ForkertBrug, match="ændret efter godkendelsen"):
        send(klar)


def test_a_release_ends_when_a_recipient_changes(klar):
    """Another address was not looked at."""
    godkend_mails(klar.posthus, klar.periode, None)
    klar.med_mail(modtagere={"T1": "ny@kommune.example"})
    klar.skriv()
    with pytest.raises(ForkertBrug, match="ændret efter godkendelsen"):
        send(klar)


def test_a_release_survives_a_rerun_that_changes_nothing_and_a_partial_sending(klar):
    """The same figures to the same people are still what was looked at."""
    godkend_mails(klar.posthus, klar.periode, None)
    klar.skriv()
    assert send(klar, team="T1").alle_leveret
    klar.skriv()
    assert send(klar).linjer == ("Sendt: 1 mail (1 er sendt før).",)


def test_a_mail_tampered_with_cannot_be_released(klar):
    """Released is what the run wrote."""
    (klar.mailmappe / "T1.eml").unlink()
    (klar.mailmappe / "T2.eml").write_bytes(b"andet")
    with pytest.raises(ForkertBrug) as fejl:
        godkend_mails(klar.posthus, klar.periode, None)
    assert [linje.split(":")[0] for linje in fejl.value.linjer] == ["T1.eml", "T2.eml"]
    assert all(
        linje.endswith("kør tilsynet run --periode 2021-05 --leverance MAPPE igen.")
        for linje in fejl.value.linjer
    )


def test_another_period_than_the_published_one_cannot_be_released_or_sent(klar):
    """What is published has moved on: the old month must be run again first."""
    for kald in (
        lambda: godkend_mails(klar.posthus, "2021-04", None),
        lambda: send_mails(klar.posthus, "2021-04", {}, lambda _: None),
    ):
        with pytest.raises(
            ForkertBrug,
            match="Det udgivne er 2021-05, ikke 2021-04: kør tilsynet run --periode 2021-04 --leverance",
        ):
            kald()
    with pytest.raises(ForkertBrug, match="ingen mails for 2021-04"):
        vis_postbog(klar.posthus, "2021-04")


def test_before_anything_is_published_or_written_the_commands_say_so(o):
    """Wrong usage, not a crash."""
    o.med_mail(server="127.0.0.1")
    with pytest.raises(ForkertBrug, match="ikke udgivet noget"):
        send(o)
    o.udgiv()
    with pytest.raises(ForkertBrug, match="ingen mails for 2021-05 i udbakken"):
        send(o)
    with pytest.raises(ForkertBrug, match="Perioden 'maj' kendes ikke"):
        send_mails(o.posthus, "maj", {}, lambda _: None)


def test_a_ledger_of_another_version_is_left_alone(o):
    """A program that does not know the tables must not guess at them."""
    import sqlite3

    o.rod.mkdir(exist_ok=True)
    with sqlite3.connect(o.postbog) as fremmed:
        fremmed.execute("create table forsendelse (noget)")
    fremmed.close()
    with pytest.raises(ForkertBrug, match="anden version"):
        Postbog(o.postbog)
