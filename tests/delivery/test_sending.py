"""Against a real mail server: what is accepted, put off, refused or interrupted, and what the ledger says."""

from __future__ import annotations

import smtplib
from collections import Counter
from datetime import date
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from pipeline.delivery.ledger import Forsendelse, Postbog
from pipeline.delivery.postoffice import Svar, godkend_mails, send_mails, vis_postbog
from pipeline.errors import ForkertBrug, IndstillingsFejl
from tests.delivery.conftest import Start
from tests.delivery.opstilling import PLAN, Opstilling
from tests.delivery.server import BRUGER, KODE, Certifikat, Postkasse, Server, lav_certifikat, lyt

NORD, SYD = "nord@kommune.example", "syd@kommune.example"


def klargoer(o: Opstilling, server: Server, certifikat: Certifikat, **mail: object) -> None:
    """Published, written, looked at and released, with settings that reach the server."""
    o.med_mail(
        **{
            "server": "127.0.0.1",
            "port": server.port,
            "ca_fil": certifikat.fil,
            "pause_sekunder": 0,
            "timeout_sekunder": 5,
            **mail,
        }
    )
    o.skriv()
    godkend_mails(o.posthus, o.periode, "Anne Andersen")


def send(o: Opstilling, miljoe: dict[str, str] | None = None, **valg: str | None) -> Svar:
    return send_mails(o.posthus, o.periode, miljoe or {}, lambda _: None, **valg)


def bogen(o: Opstilling) -> dict[str, Forsendelse]:
    """The ledger's rows by recipient."""
    with Postbog(o.postbog) as bog:
        return {f.modtager: f for f in bog.forsendelser(PLAN, o.periode)}


def tilstande(o: Opstilling) -> dict[str, str]:
    return {modtager: f.tilstand for modtager, f in bogen(o).items()}


def mangler(svar: Svar) -> dict[str, str]:
    assert svar.afsendelse
    return {f.modtager: hvorfor for f, hvorfor in svar.afsendelse.mangler}


@pytest.mark.parametrize("sikkerhed", ["starttls", "tls", "ingen"])
def test_everybody_gets_one_mail_and_a_second_send_sends_nothing(o, start: Start, certifikat, sikkerhed):
    """Each recipient gets one mail, over the connection the settings ask for; then nothing is missing."""
    server = start(sikkerhed)
    klargoer(o, server, certifikat, sikkerhed=sikkerhed)
    assert send(o).alle_leveret
    assert [len(server.kasse.til(a)) for a in (NORD, SYD)] == [1, 1]
    assert tilstande(o) == {NORD: "sendt", SYD: "sendt"}
    assert set(server.kasse.krypteret) == {sikkerhed != "ingen"}
    igen = send(o)
    assert (igen.alle_leveret, igen.linjer) == (
        True,
        ("Intet at sende: alle har allerede fået deres (2 mails).",),
    )
    assert len(server.kasse.modtaget) == 2


def test_a_mail_put_off_is_tried_again_and_sent_once(o, start: Start, certifikat):
    """451 to a recipient means later: the mail arrives in a later round of the same call."""
    server = start(svar_rcpt=lambda til, gang: "451 4.7.1 Greylisted" if til == SYD and gang < 3 else None)
    klargoer(o, server, certifikat)
    assert send(o).alle_leveret
    assert server.kasse.set_[f"RCPT {SYD}"] == 3
    assert Counter(til for til, _ in server.kasse.modtaget) == {NORD: 1, SYD: 1}


def test_putting_off_has_an_end_and_the_mail_waits_for_the_next_call(o, start: Start, certifikat):
    """After the attempts the settings allow, the mail still waits, and the summary says why."""
    server = start(svar_data=lambda til, gang: "452 4.3.1 Full" if til == NORD and gang <= 2 else None)
    klargoer(o, server, certifikat, forsoeg=2)
    svar = send(o)
    assert mangler(svar) == {NORD: "serveren afviste foreløbig mailen (452 4.3.1)"}
    assert tilstande(o) == {NORD: "afventer", SYD: "sendt"}
    assert send(o).alle_leveret
    assert Counter(til for til, _ in server.kasse.modtaget) == {NORD: 1, SYD: 1}


def test_a_refused_recipient_is_named_tried_once_and_stops_nobody_else(o, start: Start, certifikat):
    """550 is final: tried once, the rest get theirs, and the summary names team and code, no address."""
    server = start(svar_rcpt=lambda til, _: f"550 5.1.1 <{NORD}> unknown" if til == NORD else None)
    klargoer(o, server, certifikat)
    svar = send(o)
    assert server.kasse.set_[f"RCPT {NORD}"] == 1
    assert tilstande(o) == {NORD: "afventer", SYD: "sendt"}
    tekst = "\n".join(svar.linjer)
    assert "Team T1 (n***@kommune.example): serveren afviste endeligt modtageren (550 5.1.1)" in tekst
    assert NORD not in tekst
    assert NORD not in (bogen(o)[NORD].svar or "")


@pytest.mark.parametrize("trin", ["svar_mail", "svar_rcpt"])
def test_a_connection_lost_before_the_mail_leaves_no_doubt(o, start: Start, certifikat, trin):
    """Dropped before DATA: nothing was handed over, the row says so, and the next round sends it once."""
    server = start(**{trin: lambda _, gang: "afbryd" if gang == 1 else None})
    klargoer(o, server, certifikat, forsoeg=1)
    assert "før mailen var afleveret" in " ".join(mangler(send(o)).values())
    assert all(f.paabegyndt is None for f in bogen(o).values())
    assert send(o).alle_leveret
    assert Counter(til for til, _ in server.kasse.modtaget) == {NORD: 1, SYD: 1}


def test_a_connection_lost_after_the_mail_is_sent_again_with_the_same_id(o, start: Start, certifikat):
    """Taken but never answered for: nobody can know, so it goes out again, with an id that gives it away."""
    server = start(svar_data=lambda til, gang: "tag og afbryd" if til == NORD and gang == 1 else None)
    klargoer(o, server, certifikat, forsoeg=1)
    assert mangler(send(o)) == {NORD: "forbindelsen blev afbrudt, efter at mailen var afleveret"}
    assert bogen(o)[NORD].paabegyndt
    assert send(o).alle_leveret
    ider = {message_from_bytes(data)["Message-ID"] for data in server.kasse.til(NORD)}
    assert (len(server.kasse.til(NORD)), len(ider), len(server.kasse.til(SYD))) == (2, 1, 1)


def test_doubt_outlives_a_later_no(o, start: Start, certifikat):
    """A mail perhaps received, then refused: new figures go out as a corrected edition, never silently."""
    svar = {1: "tag og afbryd", 2: "554 5.7.1 No"}
    server = start(svar_data=lambda til, gang: svar.get(gang) if til == NORD else None)
    klargoer(o, server, certifikat, forsoeg=2)
    assert "endeligt" in mangler(send(o))[NORD]
    o.tal["T1", "5.1", "2021-05"] = (13, 16, "naaet")
    klargoer(o, server, certifikat)
    assert send(o).alle_leveret
    sidste = message_from_bytes(server.kasse.til(NORD)[-1], policy=policy.default)
    assert str(sidste["Subject"]).startswith("Rettet udgave")
    assert "12 af 16" in sidste.get_body(("plain",)).get_content()


def test_a_mail_that_breaks_the_connection_stops_nobody_else(o, start: Start, certifikat):
    """The others are sent over a new connection in the same round."""
    server = start(svar_rcpt=lambda til, _: "afbryd" if til == NORD else None)
    klargoer(o, server, certifikat, forsoeg=1)
    assert set(mangler(send(o))) == {NORD}
    assert tilstande(o)[SYD] == "sendt"


def test_a_server_that_is_down_names_everybody_and_loses_nothing(o, start: Start, certifikat):
    """No connection: everybody is named, everything waits, and the next call sends it."""
    server = start()
    klargoer(o, server, certifikat, forsoeg=2)
    op, o.mail = o.mail, o.mail.model_copy(update={"port": 1})
    assert mangler(send(o)) == dict.fromkeys((NORD, SYD), "der kunne ikke oprettes forbindelse til serveren")
    o.mail = op
    assert send(o).alle_leveret
    assert Counter(til for til, _ in server.kasse.modtaget) == {NORD: 1, SYD: 1}


def test_a_certificate_nobody_vouches_for_gets_no_mail(o, start: Start, certifikat):
    """Without the server's certificate authority the conversation ends before a mail is handed over."""
    server = start()
    klargoer(o, server, certifikat, ca_fil=None)
    assert set(mangler(send(o)).values()) == {"serverens certifikat kunne ikke bekræftes"}
    assert not server.kasse.modtaget


def test_a_certificate_for_another_host_gets_no_mail(o, start: Start, certifikat, tmp_path):
    """The name in the certificate must be the server's."""
    fremmed = lav_certifikat(tmp_path, "127.0.0.2")
    styring, server = lyt(Postkasse(), fremmed, "starttls")
    try:
        klargoer(o, server, fremmed)
        assert set(mangler(send(o)).values()) == {"serverens certifikat kunne ikke bekræftes"}
    finally:
        styring.stop()


def test_a_server_without_starttls_is_not_spoken_to_in_the_clear(o, start: Start, certifikat):
    """An attacker who strips STARTTLS from the greeting gets nothing."""
    server = start("ingen")
    klargoer(o, server, certifikat, sikkerhed="starttls")
    (hvorfor,) = set(mangler(send(o)).values())
    assert "tilbyder ikke" in hvorfor
    assert not server.kasse.modtaget


def test_login_uses_the_password_from_the_environment_or_a_closed_file(o, start: Start, certifikat, tmp_path):
    """Either place will do; a wrong password is told by its code and delivers nothing."""
    server = start(login=True)
    klargoer(o, server, certifikat, bruger=BRUGER)
    assert set(mangler(send(o, {"LEDELSESTILSYN_SMTP_ADGANGSKODE": "forkert"})).values()) == {
        "serveren afviste brugernavn eller adgangskode (535 5.7.8)"
    }
    assert send(o, {"LEDELSESTILSYN_SMTP_ADGANGSKODE": KODE}, team="T1").alle_leveret
    fil = tmp_path / "kode"
    fil.write_text(KODE + "\n")
    fil.chmod(0o600)
    o.mail = o.mail.model_copy(update={"adgangskode_fil": fil})
    assert send(o).alle_leveret
    assert len(server.kasse.modtaget) == 2


def test_a_password_is_never_told(o, start: Start, certifikat, tmp_path):
    """A file others can read, a missing password and a foreign sign are refused without quoting it."""
    klargoer(o, start(), certifikat, bruger=BRUGER)
    aaben = tmp_path / "kode"
    aaben.write_text("løsen")
    aaben.chmod(0o644)
    o.mail = o.mail.model_copy(update={"adgangskode_fil": aaben})
    with pytest.raises(IndstillingsFejl, match="chmod 600"):
        send(o)
    aaben.chmod(0o600)
    with pytest.raises(IndstillingsFejl, match="ASCII") as fejl:
        send(o)
    assert "løsen" not in str(fejl.value)
    o.mail = o.mail.model_copy(update={"adgangskode_fil": tmp_path / "findes-ikke"})
    with pytest.raises(IndstillingsFejl, match="kan ikke læses"):
        send(o)
    o.mail = o.mail.model_copy(update={"adgangskode_fil": None})
    with pytest.raises(IndstillingsFejl, match="mangler"):
        send(o)


def test_a_team_without_an_address_is_named_at_the_end(o, start: Start, certifikat):
    """It is no crash and no silence: the others get theirs, and the team is among those who did not."""
    o.ledere["T1"] = "ikke en adresse"
    server = start()
    klargoer(o, server, certifikat)
    svar = send(o)
    assert not svar.alle_leveret
    assert "  Team T1 (ingen adresse): der er ingen gyldig mailadresse" in svar.linjer
    assert [til for til, _ in server.kasse.modtaget] == [SYD]


def test_one_teams_mails_can_be_sent_alone(o, start: Start, certifikat):
    """`--team` sends that team's and leaves the rest waiting; an unknown team is wrong usage."""
    server = start()
    klargoer(o, server, certifikat)
    assert send(o, team="t2").alle_leveret
    assert tilstande(o) == {NORD: "afventer", SYD: "sendt"}
    with pytest.raises(ForkertBrug, match="vælg en af T1, T2"):
        send(o, team="T9")


def test_a_trial_goes_to_one_address_marked_and_counts_for_nobody(o, start: Start, certifikat):
    """Every mail, to that address alone, marked where it is read; the recipients still wait for theirs."""
    server = start()
    klargoer(o, server, certifikat)
    svar = send(o, til="mig@kommune.example")
    assert {til for til, _ in server.kasse.modtaget} == {"mig@kommune.example"}
    assert tilstande(o) == {NORD: "afventer", SYD: "afventer"}
    assert svar.linjer[0].startswith("Prøve: 2 mails sendt til m***@kommune.example")
    for _, data in server.kasse.modtaget:
        mail = message_from_bytes(data, policy=policy.SMTP + policy.strict)
        assert str(mail["Subject"]).startswith("PRØVE: ")
        assert mail["To"] == "mig@kommune.example"
        for del_ in ("plain", "html"):
            assert "PRØVE: denne mail er kun sendt til dig" in mail.get_body((del_,)).get_content()
    assert send(o).alle_leveret
    assert Counter(til for til, _ in server.kasse.modtaget)[NORD] == 1


def test_a_trial_needs_no_release_but_an_allowed_address(o, start: Start, certifikat):
    """It is how somebody looks before releasing; but never outside the domains the settings name."""
    server = start()
    o.med_mail(server="127.0.0.1", port=server.port, ca_fil=certifikat.fil, domaener=("kommune.example",))
    o.skriv()
    assert send(o, til="mig@kommune.example").alle_leveret
    for adresse in ("mig@andetsteds.example", "ingen adresse"):
        with pytest.raises(ForkertBrug, match="--til"):
            send(o, til=adresse)


def test_a_mail_changed_after_its_release_is_not_sent(o, start: Start, certifikat):
    """What is sent is what was looked at, byte for byte but for the date."""
    server = start()
    klargoer(o, server, certifikat)
    (o.mailmappe / "T1.eml").write_bytes((o.mailmappe / "T1.eml").read_bytes() + b"mere")
    assert mangler(send(o)) == {NORD: "mailen i udbakken mangler eller er ændret; kør run for perioden igen"}
    sendt = server.kasse.til(SYD)[0].replace(b"\r\n", b"\n")
    paa_disk = (o.mailmappe / "T2.eml").read_bytes().replace(b"\r\n", b"\n")
    uden = [
        b"\n".join(x for x in m.split(b"\n") if not x.startswith(b"Date: ")).strip()
        for m in (sendt, paa_disk)
    ]
    assert uden[0] == uden[1]


def test_case_ids_written_for_tls_are_not_sent_without_it(o, start: Start, certifikat):
    """Settings loosened after the mails were written do not let case ids out."""
    server = start("ingen")
    o.frist("T1", "S-4711", date(2021, 5, 12), 19)
    klargoer(o, server, certifikat, sagsnumre=True)
    o.mail = o.mail.model_copy(update={"sagsnumre": False, "sikkerhed": "ingen"})
    assert mangler(send(o)) == {NORD: "mailen rummer sagsnumre og må ikke sendes ukrypteret"}
    assert [til for til, _ in server.kasse.modtaget] == [SYD]


def test_no_sender_or_server_is_said_before_anything_happens(o, start: Start, certifikat):
    """Missing settings are the user's to mend."""
    klargoer(o, start(), certifikat)
    for felt in ("afsender", "server"):
        o.mail = o.mail.model_copy(update={felt: None})
        with pytest.raises(IndstillingsFejl, match=f"mail.{felt} mangler"):
            send(o)
        klargoer(o, start(), certifikat, afsender="ledelsestilsyn@kommune.example")


def test_the_ledger_tells_what_is_sent_and_what_is_not(o, start: Start, certifikat):
    """`--status`: who released, and per report the state and the server's last answer, addresses masked."""
    server = start(svar_rcpt=lambda til, _: "550 5.1.1 no" if til == NORD else None)
    klargoer(o, server, certifikat)
    send(o)
    linjer = vis_postbog(o.posthus, o.periode).linjer
    assert "af Anne Andersen" in linjer[0]
    assert "afventer" in linjer[2]
    assert "550 5.1.1" in linjer[2]
    assert "sendt" in linjer[3]
    assert not any(a in "\n".join(linjer) for a in (NORD, SYD))


def test_a_fault_in_saying_goodbye_decides_nothing(o, start: Start, certifikat, monkeypatch):
    """The mail has its answer already."""
    monkeypatch.setattr(smtplib.SMTP, "quit", lambda _: (_ for _ in ()).throw(OSError()))
    klargoer(o, start(), certifikat)
    assert send(o).alle_leveret


def test_the_ledger_and_the_mails_are_closed_to_others(o, start: Start, certifikat, tmp_path: Path):
    """Addresses and figures: 0600 in 0700."""
    klargoer(o, start(), certifikat)
    assert o.postbog.stat().st_mode & 0o777 == 0o600
    assert o.mailmappe.stat().st_mode & 0o777 == 0o700
    assert {f.stat().st_mode & 0o777 for f in o.mailmappe.iterdir()} == {0o600}
