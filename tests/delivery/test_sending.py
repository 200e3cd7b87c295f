"""Against a real mail server: what is accepted, put off, refused or interrupted, and what the ledger says."""

from __future__ import annotations

import smtplib
from collections import Counter
from datetime import date
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from pipeline.base.errors import SettingsError, UsageFault
from pipeline.delivery.ledger import Dispatch, Postbog
from pipeline.delivery.postoffice import Notice, approve_mails, send_mails, show_postbog
from tests.delivery.conftest import Start
from tests.delivery.server import CODE, USER, Certificate, Mailbox, Server, listen, make_certificate
from tests.delivery.setup import PLAN, Setup

NORTH, SOUTH = "nord@kommune.example", "syd@kommune.example"


def prepare(o: Setup, server: Server, certificate: Certificate, **mail: object) -> None:
    """Published, written, looked at and released, with settings that reach the server."""
    o.with_mail(
        **{
            "server": "127.0.0.1",
            "port": server.port,
            "ca_fil": certificate.file,
            "pause_sekunder": 0,
            "timeout_sekunder": 5,
            **mail,
        }
    )
    o.write()
    approve_mails(o.post_office, o.periode, "Anne Andersen")


def send(o: Setup, environment: dict[str, str] | None = None, **option: str | None) -> Notice:
    return send_mails(o.post_office, o.periode, environment or {}, lambda _: None, **option)


def book(o: Setup) -> dict[str, Dispatch]:
    """The ledger's rows by recipient."""
    with Postbog(o.postbog) as book:
        return {f.modtager: f for f in book.dispatches(PLAN, o.periode)}


def states(o: Setup) -> dict[str, str]:
    return {recipient: f.tilstand for recipient, f in book(o).items()}


def missing(reply: Notice) -> dict[str, str]:
    assert reply.sending
    return {f.modtager: why for f, why in reply.sending.missing}


@pytest.mark.parametrize("security", ["starttls", "tls", "ingen"])
def test_everybody_gets_one_mail_and_a_second_send_sends_nothing(o, start: Start, certificate, security):
    """Each recipient gets one mail, over the connection the settings ask for; then nothing is missing."""
    server = start(security)
    prepare(o, server, certificate, sikkerhed=security)
    assert send(o).all_delivered
    assert [len(server.box.to(a)) for a in (NORTH, SOUTH)] == [1, 1]
    assert states(o) == {NORTH: "sendt", SOUTH: "sendt"}
    assert set(server.box.encrypted) == {security != "ingen"}
    again = send(o)
    assert (again.all_delivered, again.lines) == (
        True,
        ("Intet at sende: alle har allerede fået deres (2 mails).",),
    )
    assert len(server.box.received) == 2


def test_a_mail_put_off_is_tried_again_and_sent_once(o, start: Start, certificate):
    """451 to a recipient means later: the mail arrives in a later round of the same call."""
    server = start(
        reply_rcpt=lambda until, time: "451 4.7.1 Greylisted" if until == SOUTH and time < 3 else None
    )
    prepare(o, server, certificate)
    assert send(o).all_delivered
    assert server.box.heard[f"RCPT {SOUTH}"] == 3
    assert Counter(until for until, _ in server.box.received) == {NORTH: 1, SOUTH: 1}


def test_putting_off_has_an_end_and_the_mail_waits_for_the_next_call(o, start: Start, certificate):
    """After the attempts the settings allow, the mail still waits, and the summary says why."""
    server = start(reply_data=lambda until, time: "452 4.3.1 Full" if until == NORTH and time <= 2 else None)
    prepare(o, server, certificate, forsoeg=2)
    reply = send(o)
    assert missing(reply) == {NORTH: "serveren afviste foreløbig mailen (452 4.3.1)"}
    assert states(o) == {NORTH: "afventer", SOUTH: "sendt"}
    assert send(o).all_delivered
    assert Counter(until for until, _ in server.box.received) == {NORTH: 1, SOUTH: 1}


def test_a_refused_recipient_is_named_tried_once_and_stops_nobody_else(o, start: Start, certificate):
    """550 is final: tried once, the rest get theirs; it is said to be refused, and to whom."""
    server = start(reply_rcpt=lambda until, _: f"550 5.1.1 <{NORTH}> unknown" if until == NORTH else None)
    prepare(o, server, certificate)
    reply = send(o)
    assert server.box.heard[f"RCPT {NORTH}"] == 1
    assert states(o) == {NORTH: "afventer", SOUTH: "sendt"}
    text = "\n".join(reply.lines)
    assert "Team T1 (nord@kommune.example): serveren afviste endeligt modtageren (550 5.1.1)" in text
    assert NORTH not in (book(o)[NORTH].svar or "")
    ledger = "\n".join(show_postbog(o.post_office, o.periode).lines)
    assert f"Team T1  {NORTH}  1       afvist  " in ledger


@pytest.mark.parametrize("step", ["reply_mail", "reply_rcpt"])
def test_a_connection_lost_before_the_mail_leaves_no_doubt(o, start: Start, certificate, step):
    """Dropped before DATA: nothing was handed over, the row says so, and the next round sends it once."""
    server = start(**{step: lambda _, time: "afbryd" if time == 1 else None})
    prepare(o, server, certificate, forsoeg=1)
    assert "før mailen var afleveret" in " ".join(missing(send(o)).values())
    assert all(f.paabegyndt is None for f in book(o).values())
    assert send(o).all_delivered
    assert Counter(until for until, _ in server.box.received) == {NORTH: 1, SOUTH: 1}


def test_a_connection_lost_after_the_mail_is_sent_again_with_the_same_id(o, start: Start, certificate):
    """Taken but never answered for: nobody can know, so it goes out again, with an id that gives it away."""
    server = start(reply_data=lambda until, time: "tag og afbryd" if until == NORTH and time == 1 else None)
    prepare(o, server, certificate, forsoeg=1)
    assert missing(send(o)) == {NORTH: "forbindelsen blev afbrudt, efter at mailen var afleveret"}
    assert book(o)[NORTH].paabegyndt
    assert send(o).all_delivered
    ids = {message_from_bytes(data)["Message-ID"] for data in server.box.to(NORTH)}
    assert (len(server.box.to(NORTH)), len(ids), len(server.box.to(SOUTH))) == (2, 1, 1)


def test_doubt_outlives_a_later_no(o, start: Start, certificate):
    """A mail perhaps received, then refused: new figures go out as a corrected edition, never silently."""
    reply = {1: "tag og afbryd", 2: "554 5.7.1 No"}
    server = start(reply_data=lambda until, time: reply.get(time) if until == NORTH else None)
    prepare(o, server, certificate, forsoeg=2)
    assert "endeligt" in missing(send(o))[NORTH]
    o.figures["T1", "5.1", "2021-05"] = (13, 16, "naaet")
    prepare(o, server, certificate)
    assert send(o).all_delivered
    last = message_from_bytes(server.box.to(NORTH)[-1], policy=policy.default)
    assert str(last["Subject"]).startswith("Rettet udgave")
    assert "12 af 16" in last.get_body(("plain",)).get_content()


def test_a_mail_that_breaks_the_connection_stops_nobody_else(o, start: Start, certificate):
    """The others are sent over a new connection in the same round."""
    server = start(reply_rcpt=lambda until, _: "afbryd" if until == NORTH else None)
    prepare(o, server, certificate, forsoeg=1)
    assert set(missing(send(o))) == {NORTH}
    assert states(o)[SOUTH] == "sendt"


def test_a_server_that_is_down_names_everybody_and_loses_nothing(o, start: Start, certificate):
    """No connection: everybody is named, everything waits, and the next call sends it."""
    server = start()
    prepare(o, server, certificate, forsoeg=2)
    op, o.mail = o.mail, o.mail.model_copy(update={"port": 1})
    assert missing(send(o)) == dict.fromkeys(
        (NORTH, SOUTH), "der kunne ikke oprettes forbindelse til serveren"
    )
    o.mail = op
    assert send(o).all_delivered
    assert Counter(until for until, _ in server.box.received) == {NORTH: 1, SOUTH: 1}


def test_a_certificate_nobody_vouches_for_gets_no_mail(o, start: Start, certificate):
    """Without the server's certificate authority the conversation ends before a mail is handed over."""
    server = start()
    prepare(o, server, certificate, ca_fil=None)
    assert set(missing(send(o)).values()) == {"serverens certifikat kunne ikke bekræftes"}
    assert not server.box.received


def test_a_certificate_for_another_host_gets_no_mail(o, start: Start, certificate, tmp_path):
    """The name in the certificate must be the server's."""
    foreign = make_certificate(tmp_path, "127.0.0.2")
    control, server = listen(Mailbox(), foreign, "starttls")
    try:
        prepare(o, server, foreign)
        assert set(missing(send(o)).values()) == {"serverens certifikat kunne ikke bekræftes"}
    finally:
        control.stop()


def test_a_server_without_starttls_is_not_spoken_to_in_the_clear(o, start: Start, certificate):
    """An attacker who strips STARTTLS from the greeting gets nothing."""
    server = start("ingen")
    prepare(o, server, certificate, sikkerhed="starttls")
    (why,) = set(missing(send(o)).values())
    assert "tilbyder ikke" in why
    assert not server.box.received


def test_login_uses_the_password_from_the_environment_or_a_closed_file(
    o, start: Start, certificate, tmp_path
):
    """Either place will do; a wrong password is told by its code and delivers nothing."""
    server = start(login=True)
    prepare(o, server, certificate, bruger=USER)
    assert set(missing(send(o, {"LEDELSESTILSYN_SMTP_ADGANGSKODE": "forkert"})).values()) == {
        "serveren afviste brugernavn eller adgangskode (535 5.7.8)"
    }
    assert send(o, {"LEDELSESTILSYN_SMTP_ADGANGSKODE": CODE}, team="T1").all_delivered
    file = tmp_path / "kode"
    file.write_text(CODE + "\n")
    file.chmod(0o600)
    o.mail = o.mail.model_copy(update={"adgangskode_fil": file})
    assert send(o).all_delivered
    assert len(server.box.received) == 2


def test_a_password_is_never_told(o, start: Start, certificate, tmp_path):
    """A file others can read, a missing password and a foreign sign are refused without quoting it."""
    prepare(o, start(), certificate, bruger=USER)
    opened = tmp_path / "kode"
    opened.write_text("løsen")
    opened.chmod(0o644)
    o.mail = o.mail.model_copy(update={"adgangskode_fil": opened})
    with pytest.raises(SettingsError, match="chmod 600"):
        send(o)
    opened.chmod(0o600)
    with pytest.raises(SettingsError, match="ASCII") as error:
        send(o)
    assert "løsen" not in str(error.value)
    o.mail = o.mail.model_copy(update={"adgangskode_fil": tmp_path / "findes-ikke"})
    with pytest.raises(SettingsError, match="kan ikke læses"):
        send(o)
    o.mail = o.mail.model_copy(update={"adgangskode_fil": None})
    with pytest.raises(SettingsError, match="mangler"):
        send(o)


def test_a_team_without_an_address_is_named_at_the_end(o, start: Start, certificate):
    """It is no crash and no silence: the others get theirs, and the team is among those who did not."""
    o.leaders["T1"] = "ikke en adresse"
    server = start()
    prepare(o, server, certificate)
    reply = send(o)
    assert not reply.all_delivered
    assert "  Team T1 (ingen adresse): der er ingen gyldig mailadresse" in reply.lines
    assert [until for until, _ in server.box.received] == [SOUTH]


def test_one_teams_mails_can_be_sent_alone(o, start: Start, certificate):
    """`--team` sends that team's and leaves the rest waiting; an unknown team is wrong usage."""
    server = start()
    prepare(o, server, certificate)
    assert send(o, team="t2").all_delivered
    assert states(o) == {NORTH: "afventer", SOUTH: "sendt"}
    with pytest.raises(UsageFault, match="vælg en af T1, T2"):
        send(o, team="T9")


def test_a_trial_goes_to_one_address_marked_and_counts_for_nobody(o, start: Start, certificate):
    """Every mail, to that address alone, marked where it is read; the recipients still wait for theirs."""
    server = start()
    prepare(o, server, certificate)
    reply = send(o, to="mig@kommune.example")
    assert {until for until, _ in server.box.received} == {"mig@kommune.example"}
    assert states(o) == {NORTH: "afventer", SOUTH: "afventer"}
    assert reply.lines[0].startswith("Prøve: 2 mails sendt til mig@kommune.example")
    for _, data in server.box.received:
        mail = message_from_bytes(data, policy=policy.SMTP + policy.strict)
        assert str(mail["Subject"]).startswith("PRØVE: ")
        assert mail["To"] == "mig@kommune.example"
        for part in ("plain", "html"):
            assert "PRØVE: denne mail er kun sendt til dig" in mail.get_body((part,)).get_content()
    assert send(o).all_delivered
    assert Counter(until for until, _ in server.box.received)[NORTH] == 1


def test_a_trial_needs_no_release_but_an_allowed_address(o, start: Start, certificate):
    """It is how somebody looks before releasing; but never outside the domains the settings name."""
    server = start()
    o.with_mail(server="127.0.0.1", port=server.port, ca_fil=certificate.file, domaener=("kommune.example",))
    o.write()
    assert send(o, to="mig@kommune.example").all_delivered
    for address in ("mig@andetsteds.example", "ingen adresse"):
        with pytest.raises(UsageFault, match="--til"):
            send(o, to=address)


def test_a_mail_changed_after_its_release_is_not_sent(o, start: Start, certificate):
    """What is sent is what was looked at, byte for byte but for the date."""
    server = start()
    prepare(o, server, certificate)
    (o.mail_folder / "T1.eml").write_bytes((o.mail_folder / "T1.eml").read_bytes() + b"mere")
    assert missing(send(o)) == {NORTH: "mailen i udbakken mangler eller er ændret; kør run for perioden igen"}
    sent = server.box.to(SOUTH)[0].replace(b"\r\n", b"\n")
    on_disk = (o.mail_folder / "T2.eml").read_bytes().replace(b"\r\n", b"\n")
    without = [
        b"\n".join(x for x in m.split(b"\n") if not x.startswith(b"Date: ")).strip() for m in (sent, on_disk)
    ]
    assert without[0] == without[1]


def test_case_ids_written_for_tls_are_not_sent_without_it(o, start: Start, certificate):
    """Settings loosened after the mails were written do not let case ids out."""
    server = start("ingen")
    o.frist("T1", "S-4711", date(2021, 5, 12), 19)
    prepare(o, server, certificate, sagsnumre=True)
    o.mail = o.mail.model_copy(update={"sagsnumre": False, "sikkerhed": "ingen"})
    assert missing(send(o)) == {NORTH: "mailen rummer sagsnumre og må ikke sendes ukrypteret"}
    assert [until for until, _ in server.box.received] == [SOUTH]


def test_no_sender_or_server_is_said_before_anything_happens(o, start: Start, certificate):
    """Missing settings are the user's to mend."""
    prepare(o, start(), certificate)
    for field in ("afsender", "server"):
        o.mail = o.mail.model_copy(update={field: None})
        with pytest.raises(SettingsError, match=f"mail.{field} mangler"):
            send(o)
        prepare(o, start(), certificate, afsender="ledelsestilsyn@kommune.example")


def test_the_ledger_tells_what_is_sent_and_what_is_not(o, start: Start, certificate):
    """`--status`: who released, and per report the state and the server's last answer."""
    server = start(reply_rcpt=lambda until, _: "550 5.1.1 no" if until == NORTH else None)
    prepare(o, server, certificate)
    send(o)
    lines = show_postbog(o.post_office, o.periode).lines
    assert "af Anne Andersen" in lines[0]
    assert f"{NORTH}  1       afvist" in lines[2]
    assert "550 5.1.1" in lines[2]
    assert "sendt" in lines[3]


def test_a_fault_in_saying_goodbye_decides_nothing(o, start: Start, certificate, monkeypatch):
    """The mail has its answer already."""
    monkeypatch.setattr(smtplib.SMTP, "quit", lambda _: (_ for _ in ()).throw(OSError()))
    prepare(o, start(), certificate)
    assert send(o).all_delivered


def test_the_ledger_and_the_mails_are_closed_to_others(o, start: Start, certificate, tmp_path: Path):
    """Addresses and figures: 0600 in 0700."""
    prepare(o, start(), certificate)
    assert o.postbog.stat().st_mode & 0o777 == 0o600
    assert o.mail_folder.stat().st_mode & 0o777 == 0o700
    assert {f.stat().st_mode & 0o777 for f in o.mail_folder.iterdir()} == {0o600}
