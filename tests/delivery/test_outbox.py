"""The outbox: one file and one ledger row per report and recipient, untouched while nothing changes."""

from __future__ import annotations

from datetime import date
from email import message_from_bytes, policy

import pytest

from pipeline.base.database import open_file
from pipeline.base.settings import Mail
from pipeline.delivery.account import asked_for
from pipeline.delivery.ledger import Dispatch, Postbog
from pipeline.delivery.outbox import publication
from tests.delivery.setup import PLAN, Setup


def files(o: Setup) -> dict[str, bytes]:
    return {f.name: f.read_bytes() for f in o.mail_folder.iterdir()}


def book(o: Setup) -> list[Dispatch]:
    with Postbog(o.postbog) as book:
        return book.dispatches(PLAN, o.periode)


def marker_sent(o: Setup) -> None:
    with Postbog(o.postbog) as book:
        for f in book.dispatches(PLAN, o.periode):
            book.finish(book.begin(f), "250")


def read(o: Setup, file: str) -> tuple[str, str]:
    """Subject and text of a mail, the text on one line."""
    mail = message_from_bytes((o.mail_folder / file).read_bytes(), policy=policy.default)
    return str(mail["Subject"]), " ".join(mail.get_body(("plain",)).get_content().split())


def test_every_team_with_a_report_has_a_mail(o):
    """`<team>.eml` for each team's leader; cases of an unknown team have no leader to write to."""
    o.figures["UKENDT", "5.1", "2021-05"] = (0, 2, "ikke_naaet")
    outbox = o.write()
    assert sorted(files(o)) == ["T1.eml", "T2.eml"]
    assert sorted(m.name for m in outbox.mails) == ["T1.eml", "T2.eml"]
    assert {(f.art, f.team_id, f.modtager) for f in book(o)} == {
        ("team", "T1", "nord@kommune.example"),
        ("team", "T2", "syd@kommune.example"),
    }


def test_further_readers_and_the_department_get_their_own(o):
    """One mail each, addressed to nobody else; a leader who is also a reader is written to once."""
    o.with_mail(
        laesere={"T1": ["Nord@kommune.example", "souschef@kommune.example"]},
        afdelingens_laesere=["chef@kommune.example"],
    )
    o.write()
    assert sorted(f.modtager for f in book(o)) == [
        "chef@kommune.example",
        "nord@kommune.example",
        "souschef@kommune.example",
        "syd@kommune.example",
    ]
    for f in book(o):
        mail = message_from_bytes((o.mail_folder / f.fil).read_bytes(), policy=policy.default)
        assert str(mail["To"]) == f.modtager
        assert not mail["Cc"]
        assert not mail["Bcc"]
    assert read(o, next(f.fil for f in book(o) if f.team_id == "ALLE"))[0].endswith("Hele afdelingen")


def test_a_rerun_with_the_same_figures_touches_no_file(o):
    """What somebody has looked at stays as it was, byte for byte, also its date."""
    o.write()
    before = files(o)
    o.write()
    assert files(o) == before


def test_a_waiting_mail_follows_the_figures_and_stays_the_first_edition(o):
    """Nobody has seen it, so there is nothing to correct."""
    o.write()
    o.figures["T1", "5.1", "2021-05"] = (13, 16, "naaet")
    outbox = o.write()
    assert outbox.corrected == 0
    assert read(o, "T1.eml")[0] == "Ledelsestilsyn maj 2021: Team Nord"


def test_figures_changed_after_sending_go_out_as_a_corrected_edition_that_says_what_they_were(o):
    """Old and new of every figure that moved, and of no other; the team whose figures stand gets nothing."""
    o.write()
    marker_sent(o)
    o.figures["T1", "5.1", "2021-05"] = (13, 17, "ikke_naaet")
    o.figures["T1", "5.1", "2021-04"] = (4, 16, "ikke_naaet")
    outbox = o.write()
    assert ([m.name for m in outbox.mails], outbox.corrected, outbox.sent) == (["T1.eml"], 1, 1)
    subject, body = read(o, "T1.eml")
    title = "5.1 Partshøring inden for 14 dage"
    assert subject == "Rettet udgave: ledelsestilsyn maj 2021: Team Nord"
    assert f"- {title} (register, maj 2021) Før: 12 af 16, nået Nu: 13 af 17, ikke nået" in body
    assert f"- {title} (register, april 2021) Før: 3 af 16 Nu: 4 af 16" in body
    assert body.count("Før:") == 2
    assert "2 tal er ændret" in body


def test_what_else_the_report_shows_is_corrected_too(o):
    """The ladder moved though no result and no deadline did: who has the old one is told."""
    o.others["T1"] = "110"
    o.write()
    marker_sent(o)
    o.others["T1"] = "93"
    assert [m.name for m in o.write().mails] == ["T1.eml"]
    assert "- Indsatstrappen, Trin 2: Børn nu Før: 110 Nu: 93" in read(o, "T1.eml")[1]


def test_a_correction_answers_the_mail_it_corrects(o):
    """The recipient's program puts the two together; the ids differ, so that no server drops the new one."""
    o.write()
    first = book(o)[0].message_id
    marker_sent(o)
    o.figures["T1", "5.1", "2021-05"] = (13, 16, "naaet")
    o.write()
    mail = message_from_bytes((o.mail_folder / "T1.eml").read_bytes(), policy=policy.default)
    assert str(mail["In-Reply-To"]) == first
    assert str(mail["Message-ID"]) != first


def test_other_words_with_the_same_figures_are_no_correction(o):
    """A new title or place of the report changes waiting mails, never sends anything again."""
    o.write()
    with Postbog(o.postbog) as book:
        north = next(f for f in book.dispatches(PLAN, o.periode) if f.team_id == "T1")
        book.finish(book.begin(north), "250")
    o.with_mail(rapportsted="/mnt/nyt")
    outbox = o.write()
    assert [m.name for m in outbox.mails] == ["T2.eml"]
    assert "/mnt/nyt/2021-05/T2/rapport.html" in read(o, "T2.eml")[1]


def test_a_team_without_a_valid_address_is_told_and_has_its_file(o):
    """The file can be looked at, names no recipient, and the line tells no address."""
    o.leaders = {"T1": "nord(at)kommune.example", "T2": None}
    outbox = o.write()
    assert outbox.problems == (
        "Team T1: lederens mailadresse er ikke gyldig (teams.leder_email eller mail.modtagere).",
        "Team T2: lederens mailadresse mangler (teams.leder_email eller mail.modtagere).",
    )
    mail = message_from_bytes((o.mail_folder / "T1.eml").read_bytes(), policy=policy.default)
    assert mail["To"] is None
    assert {f.tilstand for f in book(o)} == {"uden_adresse"}


def test_another_recipient_gets_a_first_edition_and_the_old_one_waits_no_longer(o):
    """An override in the settings replaces the leader; what waited for the old address is never sent."""
    o.write()
    o.with_mail(modtagere={"T1": "ny@kommune.example"})
    o.write()
    assert {f.modtager: (f.tilstand, f.udgave) for f in book(o) if f.team_id == "T1"} == {
        "ny@kommune.example": ("afventer", 1),
        "nord@kommune.example": ("bortfaldet", 1),
    }


def test_files_of_mails_nobody_is_to_have_are_taken_away(o):
    """A reader who is no longer one leaves nothing behind that somebody might send by hand."""
    o.with_mail(laesere={"T1": ["souschef@kommune.example"]})
    o.write()
    assert len(files(o)) == 3
    o.with_mail(laesere={})
    o.write()
    assert sorted(files(o)) == ["T1.eml", "T2.eml"]


def test_a_quarter_has_its_mails_too(o):
    """A team with results in the quarter has one, and no other."""
    o.periode = "2021-K2"
    o.figures = {("T1", "5.1", "2021-K2"): (12, 16, "naaet"), ("T2", "5.1", "2021-K1"): (3, 16, "ikke_naaet")}
    o.write()
    assert [f.team_id for f in book(o)] == ["T1"]


def test_several_plans_give_one_mail(o):
    """A reader's mail tells of all of them; the ledger keeps it under the plan that leads."""
    o.plans = (PLAN, "den_anden")
    o.write()
    assert sorted(files(o)) == ["T1.eml", "T2.eml"]


@pytest.mark.parametrize("what", ["tal", "frist", "bemaerkning", "navn"])
def test_the_fingerprint_of_what_is_published_moves_with_anything_a_report_shows(o, what):
    """The same content gives the same fingerprint, whatever order it was written in; any change another."""
    o.publish()
    before = fingerprint(o)
    o.figures = dict(reversed(o.figures.items()))
    o.publish()
    assert fingerprint(o) == before
    if what == "tal":
        o.figures["T2", "6.4", "2021-05"] = (3, 4, "naaet")
    elif what == "frist":
        o.frist("T1", "S1", date(2021, 5, 12), 19)
    elif what == "bemaerkning":
        o.remarks = ["Et forbehold."]
    else:
        o.team["T1"] = "Team Nordvest"
    o.publish()
    assert fingerprint(o) != before


def fingerprint(o: Setup) -> str:
    with open_file(o.published) as database:
        return publication(database)


@pytest.mark.parametrize(
    ("mail", "asked"),
    [
        ({}, ["rapportsted"]),
        ({"rapportsted": "/mnt/rapporter"}, ["rapportsted"]),
        ({"rapportsted": "https://intra.example/t", "afsender": "a@b.dk"}, ["svar_til"]),
        ({"rapportsted": "https://intra.example/t", "afsender": "a@b.dk", "svar_til": "c@b.dk"}, []),
    ],
)
def test_what_a_reader_of_a_mail_cannot_do_without_is_asked_for(mail, asked):
    """A mail without a web address leads nowhere, and a reply without an analyst is lost."""
    lines = list(asked_for(Mail(**mail)))
    assert [name for line, name in zip(lines, asked, strict=True) if f"mail.{name}" in line] == asked
