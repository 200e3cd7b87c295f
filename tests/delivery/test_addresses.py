"""Who is written to: the leader, whom the settings put in the leader's place, and further readers."""

from __future__ import annotations

import pytest

from pipeline.delivery.addresses import ALLE, Modtager, fordel, maskeret
from pipeline.settings import Mail, er_mailadresse

LEDERE = {"T1": "nord@kommune.example", "T2": "syd@kommune.example"}


def adresser(**mail: object) -> dict[str, list[str]]:
    fundne: dict[str, list[str]] = {}
    for m in fordel(LEDERE, ["T1", "T2"], Mail.model_validate(mail)).modtagere:
        fundne.setdefault(m.team_id, []).append(m.adresse)
    return fundne


def test_each_team_goes_to_its_own_leader_and_to_nobody_else():
    """A report at the wrong team is a breach: the address is the delivery's for that very team."""
    assert adresser() == {"T1": ["nord@kommune.example"], "T2": ["syd@kommune.example"]}


def test_an_override_replaces_the_leader_of_that_team_alone():
    """`mail.modtagere` is stronger than the delivery."""
    assert adresser(modtagere={"T1": "ny@kommune.example"}) == {
        "T1": ["ny@kommune.example"],
        "T2": ["syd@kommune.example"],
    }


def test_readers_are_added_once_each():
    """Addresses compare without regard to case; the leader needs no second copy."""
    laesere = {"T1": ["A@kommune.example", "a@kommune.example", "NORD@kommune.example"]}
    assert adresser(laesere=laesere)["T1"] == ["nord@kommune.example", "A@kommune.example"]


def test_the_departments_readers_get_the_departments_report():
    """It is a report of its own kind."""
    fordeling = fordel(LEDERE, ["T1"], Mail(afdelingens_laesere=("chef@kommune.example",)))
    assert fordeling.modtagere[-1] == Modtager(ALLE, "chef@kommune.example")
    assert fordeling.modtagere[-1].art == "afdeling"


@pytest.mark.parametrize("adresse", [None, "", "   ", "nord", "Nord <nord@kommune.example>", "a@b.dk,c@d.dk"])
def test_a_faulty_address_leaves_the_team_without_one_and_says_so(adresse):
    """It keeps its place with an empty address; the line names the team, never the address."""
    fordeling = fordel({"T1": adresse}, ["T1"], Mail())
    assert fordeling.modtagere == (Modtager("T1", "", leder=True),)
    (linje,) = fordeling.problemer
    assert linje.startswith("Team T1: lederens mailadresse")
    assert not (adresse and adresse.strip() and adresse in linje)


def test_nobody_outside_the_allowed_domains_is_written_to():
    """A leader outside is a missing address, a reader outside is left out, and both are said."""
    mail = Mail(domaener=("Kommune.example",), laesere={"T2": ("ven@privat.example",)})
    fordeling = fordel({"T1": "nord@privat.example", "T2": "syd@kommune.example"}, ["T1", "T2"], mail)
    assert [m.adresse for m in fordeling.modtagere] == ["", "syd@kommune.example"]
    assert len(fordeling.problemer) == 2
    assert not any("privat.example" in linje for linje in fordeling.problemer)


def test_settings_for_a_team_that_has_no_report_are_pointed_out():
    """A misspelt team id would else send a report to nobody, unseen."""
    mail = Mail(modtagere={"T7": "x@kommune.example"}, laesere={"T8": ("y@kommune.example",)})
    assert fordel(LEDERE, ["T1", "T2"], mail).problemer == (
        "mail.modtagere: teamet T7 har ingen rapport i perioden.",
        "mail.laesere: teamet T8 har ingen rapport i perioden.",
    )


def test_an_address_is_shown_masked():
    """Its first letter and its domain tell who without being the address."""
    assert maskeret("nord@kommune.example") == "n***@kommune.example"
    assert maskeret("") == "ingen adresse"


GYLDIGE = ["a@b.dk", "leder.01@bu.kommune.dk", "x+y_z@kommune.dk", f"{'x' * 64}@kommune.dk"]
UGYLDIGE = [
    "", "a@", "@b.dk", "a@b", "a b@c.dk", "a@b@c.dk", "a@b.dk\n", "a@b.dk\r\nBcc: c@d.dk", "a..b@c.dk",
    ".a@c.dk", "a.@c.dk", f"{'x' * 65}@a.dk", "å@b.dk", "a@bø.dk", "a@-b.dk", "a@b-.dk", "<a@b.dk>",
    "a@b.dk>", '"a"@b.dk', "a@b.dk, c@d.dk", f"a@{'b' * 64}.dk", f"a@{'bcd.' * 70}dk",
]  # fmt: skip


@pytest.mark.parametrize("adresse", GYLDIGE)
def test_plain_addresses_are_taken(adresse):
    """What every mail server takes."""
    assert er_mailadresse(adresse)


@pytest.mark.parametrize("adresse", UGYLDIGE)
def test_anything_else_is_no_address(adresse):
    """No lists, names, quotes, line breaks or signs that some server on the way would choke on."""
    assert not er_mailadresse(adresse)
