"""Who is written to: the leader, whom the settings put in the leader's place, and further readers."""

from __future__ import annotations

import pytest

from pipeline.base.settings import Mail, is_mail_address
from pipeline.delivery.addresses import ALL, Recipient, distribute, shown

LEADERS = {"T1": "nord@kommune.example", "T2": "syd@kommune.example"}


def addresses(**mail: object) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for m in distribute(LEADERS, ["T1", "T2"], Mail.model_validate(mail)).recipients:
        found.setdefault(m.team_id, []).append(m.address)
    return found


def test_each_team_goes_to_its_own_leader_and_to_nobody_else():
    """A report at the wrong team is a breach: the address is the delivery's for that very team."""
    assert addresses() == {"T1": ["nord@kommune.example"], "T2": ["syd@kommune.example"]}


def test_an_override_replaces_the_leader_of_that_team_alone():
    """`mail.modtagere` is stronger than the delivery."""
    assert addresses(modtagere={"T1": "ny@kommune.example"}) == {
        "T1": ["ny@kommune.example"],
        "T2": ["syd@kommune.example"],
    }


def test_readers_are_added_once_each():
    """Addresses compare without regard to case; the leader needs no second copy."""
    readers = {"T1": ["A@kommune.example", "a@kommune.example", "NORD@kommune.example"]}
    assert addresses(laesere=readers)["T1"] == ["nord@kommune.example", "A@kommune.example"]


def test_the_departments_readers_get_the_departments_report():
    """It is a report of its own kind."""
    distribution = distribute(LEADERS, ["T1"], Mail(afdelingens_laesere=("chef@kommune.example",)))
    assert distribution.recipients[-1] == Recipient(ALL, "chef@kommune.example")
    assert distribution.recipients[-1].kind == "afdeling"


@pytest.mark.parametrize("address", [None, "", "   ", "nord", "Nord <nord@kommune.example>", "a@b.dk,c@d.dk"])
def test_a_faulty_address_leaves_the_team_without_one_and_says_so(address):
    """It keeps its place with an empty address; the line names the team, never the address."""
    distribution = distribute({"T1": address}, ["T1"], Mail())
    assert distribution.recipients == (Recipient("T1", "", leader=True),)
    (line,) = distribution.problems
    assert line.startswith("Team T1: lederens mailadresse")
    assert not (address and address.strip() and address in line)


def test_nobody_outside_the_allowed_domains_is_written_to():
    """A leader outside is a missing address, a reader outside is left out, and both are said."""
    mail = Mail(domaener=("Kommune.example",), laesere={"T2": ("ven@privat.example",)})
    distribution = distribute({"T1": "nord@privat.example", "T2": "syd@kommune.example"}, ["T1", "T2"], mail)
    assert [m.address for m in distribution.recipients] == ["", "syd@kommune.example"]
    assert len(distribution.problems) == 2
    assert not any("privat.example" in line for line in distribution.problems)


def test_settings_for_a_team_that_has_no_report_are_pointed_out():
    """A misspelt team id would else send a report to nobody, unseen."""
    mail = Mail(modtagere={"T7": "x@kommune.example"}, laesere={"T8": ("y@kommune.example",)})
    assert distribute(LEADERS, ["T1", "T2"], mail).problems == (
        "mail.modtagere: teamet T7 har ingen rapport i perioden.",
        "mail.laesere: teamet T8 har ingen rapport i perioden.",
    )


def test_an_address_is_shown_whole():
    """Whoever releases the mails has to see a misspelt one; a team without one says so."""
    assert shown("nord@kommune.example") == "nord@kommune.example"
    assert shown("") == "ingen adresse"


VALID = ["a@b.dk", "leder.01@bu.kommune.dk", "x+y_z@kommune.dk", f"{'x' * 64}@kommune.dk"]
INVALID = [
    "", "a@", "@b.dk", "a@b", "a b@c.dk", "a@b@c.dk", "a@b.dk\n", "a@b.dk\r\nBcc: c@d.dk", "a..b@c.dk",
    ".a@c.dk", "a.@c.dk", f"{'x' * 65}@a.dk", "å@b.dk", "a@bø.dk", "a@-b.dk", "a@b-.dk", "<a@b.dk>",
    "a@b.dk>", '"a"@b.dk', "a@b.dk, c@d.dk", f"a@{'b' * 64}.dk", f"a@{'bcd.' * 70}dk",
]  # fmt: skip


@pytest.mark.parametrize("address", VALID)
def test_plain_addresses_are_taken(address):
    """What every mail server takes."""
    assert is_mail_address(address)


@pytest.mark.parametrize("address", INVALID)
def test_anything_else_is_no_address(address):
    """No lists, names, quotes, line breaks or signs that some server on the way would choke on."""
    assert not is_mail_address(address)
