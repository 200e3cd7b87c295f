"""The outbox: one file and one ledger row per report and recipient, untouched while nothing changes."""

from __future__ import annotations

from datetime import date
from email import message_from_bytes, policy

import pytest

from pipeline.database import aabn_fil
from pipeline.delivery.figures import Noegletal
from pipeline.delivery.ledger import Forsendelse, Postbog
from pipeline.delivery.outbox import publikation
from tests.delivery.opstilling import PLAN, Opstilling


def filer(o: Opstilling) -> dict[str, bytes]:
    return {f.name: f.read_bytes() for f in o.mailmappe.iterdir()}


def bogen(o: Opstilling) -> list[Forsendelse]:
    with Postbog(o.postbog) as bog:
        return bog.forsendelser(PLAN, o.periode)


def marker_sendt(o: Opstilling) -> None:
    with Postbog(o.postbog) as bog:
        for f in bog.forsendelser(PLAN, o.periode):
            bog.afslut(bog.begynd(f), "250")


def laest(o: Opstilling, fil: str) -> tuple[str, str]:
    """Subject and text of a mail, the text on one line."""
    mail = message_from_bytes((o.mailmappe / fil).read_bytes(), policy=policy.default)
    return str(mail["Subject"]), " ".join(mail.get_body(("plain",)).get_content().split())


def test_every_team_with_a_report_has_a_mail(o):
    """`<team>.eml` for each team's leader; cases of an unknown team have no leader to write to."""
    o.tal["UKENDT", "5.1", "2021-05"] = (0, 2, "ikke_naaet")
    udbakke = o.skriv()
    assert sorted(filer(o)) == ["T1.eml", "T2.eml"]
    assert sorted(m.name for m in udbakke.mails) == ["T1.eml", "T2.eml"]
    assert {(f.art, f.team_id, f.modtager) for f in bogen(o)} == {
        ("team", "T1", "nord@kommune.example"),
        ("team", "T2", "syd@kommune.example"),
    }


def test_further_readers_and_the_department_get_their_own(o):
    """One mail each, addressed to nobody else; a leader who is also a reader is written to once."""
    o.med_mail(
        laesere={"T1": ["Nord@kommune.example", "souschef@kommune.example"]},
        afdelingens_laesere=["chef@kommune.example"],
    )
    o.skriv()
    assert sorted(f.modtager for f in bogen(o)) == [
        "chef@kommune.example",
        "nord@kommune.example",
        "souschef@kommune.example",
        "syd@kommune.example",
    ]
    for f in bogen(o):
        mail = message_from_bytes((o.mailmappe / f.fil).read_bytes(), policy=policy.default)
        assert str(mail["To"]) == f.modtager
        assert not mail["Cc"]
        assert not mail["Bcc"]
    assert laest(o, next(f.fil for f in bogen(o) if f.team_id == "ALLE"))[0].endswith("Hele afdelingen")


def test_a_rerun_with_the_same_figures_touches_no_file(o):
    """What somebody has looked at stays as it was, byte for byte, also its date."""
    o.skriv()
    foer = filer(o)
    o.skriv()
    assert filer(o) == foer


def test_a_waiting_mail_follows_the_figures_and_stays_the_first_edition(o):
    """Nobody has seen it, so there is nothing to correct."""
    o.skriv()
    o.tal["T1", "5.1", "2021-05"] = (13, 16, "naaet")
    udbakke = o.skriv()
    assert udbakke.rettede == 0
    assert laest(o, "T1.eml")[0] == "Ledelsestilsyn maj 2021: Team Nord"


def test_figures_changed_after_sending_go_out_as_a_corrected_edition_that_says_what_they_were(o):
    """Old and new of every figure that moved, and of no other; the team whose figures stand gets nothing."""
    o.frist("T1", "S1", date(2021, 5, 12), 19)
    o.skriv()
    marker_sendt(o)
    o.tal["T1", "5.1", "2021-05"] = (13, 17, "ikke_naaet")
    o.tal["T1", "5.1", "2021-04"] = (4, 16, "ikke_naaet")
    o.frist("T1", "S2", date(2021, 5, 13), 18)
    udbakke = o.skriv()
    assert ([m.name for m in udbakke.mails], udbakke.rettede, udbakke.sendte) == (["T1.eml"], 1, 1)
    emne, krop = laest(o, "T1.eml")
    titel = "5.1 Partshøring inden for 14 dage"
    assert emne == "Rettet udgave: ledelsestilsyn maj 2021: Team Nord"
    assert f"- {titel} (register, maj 2021) Før: 12 af 16, nået Nu: 13 af 17, ikke nået" in krop
    assert f"- {titel} (register, april 2021) Før: 3 af 16 Nu: 4 af 16" in krop
    assert f"- {titel} (overskredne frister) Før: 1 frist Nu: 2 frister" in krop
    assert krop.count("Før:") == 3
    assert "3 tal er ændret" in krop


def test_what_else_the_report_shows_is_corrected_too(o):
    """The ladder moved though no result and no deadline did: who has the old one is told."""
    o.andre["T1"] = (("Indsatstrappen, Trin 2: Børn nu", "110"),)
    o.skriv()
    marker_sendt(o)
    o.andre["T1"] = (("Indsatstrappen, Trin 2: Børn nu", "93"),)
    assert [m.name for m in o.skriv().mails] == ["T1.eml"]
    assert "- Indsatstrappen, Trin 2: Børn nu Før: 110 Nu: 93" in laest(o, "T1.eml")[1]


def test_a_correction_answers_the_mail_it_corrects(o):
    """The recipient's program puts the two together; the ids differ, so that no server drops the new one."""
    o.skriv()
    foerste = bogen(o)[0].message_id
    marker_sendt(o)
    o.tal["T1", "5.1", "2021-05"] = (13, 16, "naaet")
    o.skriv()
    mail = message_from_bytes((o.mailmappe / "T1.eml").read_bytes(), policy=policy.default)
    assert str(mail["In-Reply-To"]) == foerste
    assert str(mail["Message-ID"]) != foerste


def test_other_words_with_the_same_figures_are_no_correction(o):
    """A new title or place of the report changes waiting mails, never sends anything again."""
    o.skriv()
    with Postbog(o.postbog) as bog:
        nord = next(f for f in bog.forsendelser(PLAN, o.periode) if f.team_id == "T1")
        bog.afslut(bog.begynd(nord), "250")
    o.med_mail(rapportsted="/mnt/nyt")
    udbakke = o.skriv()
    assert [m.name for m in udbakke.mails] == ["T2.eml"]
    assert "/mnt/nyt/2021-05/T2/rapport.html" in laest(o, "T2.eml")[1]


def test_a_team_without_a_valid_address_is_told_and_has_its_file(o):
    """The file can be looked at, names no recipient, and the line tells no address."""
    o.ledere = {"T1": "nord(at)kommune.example", "T2": None}
    udbakke = o.skriv()
    assert udbakke.problemer == (
        "Team T1: lederens mailadresse er ikke gyldig (teams.leder_email eller mail.modtagere).",
        "Team T2: lederens mailadresse mangler (teams.leder_email eller mail.modtagere).",
    )
    mail = message_from_bytes((o.mailmappe / "T1.eml").read_bytes(), policy=policy.default)
    assert mail["To"] is None
    assert {f.tilstand for f in bogen(o)} == {"uden_adresse"}


def test_another_recipient_gets_a_first_edition_and_the_old_one_waits_no_longer(o):
    """An override in the settings replaces the leader; what waited for the old address is never sent."""
    o.skriv()
    o.med_mail(modtagere={"T1": "ny@kommune.example"})
    o.skriv()
    assert {f.modtager: (f.tilstand, f.udgave) for f in bogen(o) if f.team_id == "T1"} == {
        "ny@kommune.example": ("afventer", 1),
        "nord@kommune.example": ("bortfaldet", 1),
    }


def test_files_of_mails_nobody_is_to_have_are_taken_away(o):
    """A reader who is no longer one leaves nothing behind that somebody might send by hand."""
    o.med_mail(laesere={"T1": ["souschef@kommune.example"]})
    o.skriv()
    assert len(filer(o)) == 3
    o.med_mail(laesere={})
    o.skriv()
    assert sorted(filer(o)) == ["T1.eml", "T2.eml"]


def test_a_quarter_has_its_mails_too(o):
    """The period before a quarter is a quarter, and its figures are kept beside the quarter's."""
    o.periode = "2021-K2"
    o.tal = {("T1", "5.1", "2021-K2"): (12, 16, "naaet"), ("T1", "5.1", "2021-K1"): (3, 16, "ikke_naaet")}
    o.skriv()
    (t1,) = (f for f in bogen(o) if f.team_id == "T1")
    tal = {r.periode: (r.taeller, r.naevner) for r in Noegletal.fra_json(t1.tal).resultater}
    assert tal == {"2021-K2": (12, 16), "2021-K1": (3, 16)}


@pytest.mark.parametrize("hvad", ["tal", "frist", "bemaerkning", "navn"])
def test_the_fingerprint_of_what_is_published_moves_with_anything_a_report_shows(o, hvad):
    """The same content gives the same fingerprint, whatever order it was written in; any change another."""
    o.udgiv()
    foer = aftryk(o)
    o.tal = dict(reversed(o.tal.items()))
    o.udgiv()
    assert aftryk(o) == foer
    if hvad == "tal":
        o.tal["T2", "6.4", "2021-05"] = (3, 4, "naaet")
    elif hvad == "frist":
        o.frist("T1", "S1", date(2021, 5, 12), 19)
    elif hvad == "bemaerkning":
        o.bemaerkninger = ["Et forbehold."]
    else:
        o.hold["T1"] = "Team Nordvest"
    o.udgiv()
    assert aftryk(o) != foer


def aftryk(o: Opstilling) -> str:
    with aabn_fil(o.publiceret) as database:
        return publikation(database)
