"""Which edition a recipient is to have: nothing twice, nothing silently changed."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.delivery.editions import Udgave, naeste_udgave, tidligere_udgaver
from pipeline.delivery.ledger import AFVENTER, BORTFALDET, SENDT, Forsendelse, Postbog

PLAN, PERIODE = "plan", "2021-05"


def raekke(indhold: str = "A", **felter: object) -> Forsendelse:
    grund = Forsendelse(
        PLAN, PERIODE, "team", "T1", "nord@kommune.example", 1, indhold, f"tal {indhold}", "T1.eml", "",
        "id 1", AFVENTER,
    )  # fmt: skip
    return replace(grund, **felter)  # type: ignore[arg-type]


def sendt(indhold: str = "A", udgave: int = 1, **felter: object) -> Forsendelse:
    """A row the recipient has."""
    return raekke(
        indhold, udgave=udgave, tilstand=SENDT, sendt="da", kendt_udgave=udgave, kendt_indhold=indhold,
        kendt_tal=f"tal {indhold}", kendt_tidspunkt="da", kendt_message_id=f"id {udgave}", **felter,
    )  # fmt: skip


def test_unchanged_figures_change_nothing():
    """A re-run with the same figures leaves every row as it was, sent or waiting."""
    for f in (raekke(), sendt(), raekke(paabegyndt="nu")):
        assert naeste_udgave(f, "A", "tal A") == f


def test_a_mail_nobody_has_seen_is_made_anew():
    """Figures that change before the first sending are still the first edition: nothing to correct."""
    f = naeste_udgave(raekke(svar="451"), "B", "tal B")
    assert (f.udgave, f.indhold, f.tilstand, f.kendt_indhold, f.svar) == (1, "B", AFVENTER, None, None)


def test_figures_changed_after_sending_wait_as_the_next_edition():
    """It corrects what the recipient has."""
    f = naeste_udgave(sendt(), "B", "tal B")
    assert (f.udgave, f.tilstand, f.kendt_indhold, f.kendt_tal) == (2, AFVENTER, "A", "tal A")


def test_a_correction_changed_before_it_was_sent_still_corrects_what_was_received():
    """The edition in between was never seen: old is what the recipient has."""
    f = naeste_udgave(naeste_udgave(sendt(), "B", "tal B"), "C", "tal C")
    assert (f.udgave, f.indhold, f.kendt_indhold) == (2, "C", "A")


def test_figures_that_come_back_leave_nothing_to_send():
    """A correction that is no longer one is withdrawn: the recipient has the right figures."""
    f = naeste_udgave(naeste_udgave(sendt(), "B", "tal B"), "A", "tal A")
    assert (f.udgave, f.tilstand, f.message_id, f.sendt) == (1, SENDT, "id 1", "da")


def test_what_may_have_been_received_is_corrected_too():
    """The server may have taken A before the connection broke: B says what A was."""
    f = naeste_udgave(raekke(paabegyndt="da"), "B", "tal B")
    assert (f.udgave, f.paabegyndt) == (2, None)
    assert tidligere_udgaver(f) == [Udgave(1, "A", "tal A", "da", "id 1", sikker=False)]


def test_both_what_is_known_and_what_is_in_doubt_is_corrected():
    """A is there, B may be: C must say what differs from either, or one of them changes silently."""
    f = naeste_udgave(replace(naeste_udgave(sendt(), "B", "tal B"), paabegyndt="nu"), "C", "tal C")
    assert [(u.indhold, u.sikker) for u in tidligere_udgaver(f)] == [("A", True), ("B", False)]
    assert f.udgave == 3


def test_figures_back_where_they_may_have_been_received_are_sent_again_under_the_same_id():
    """It may never have arrived: taken as sent it would be lost, under a new id it would come twice."""
    f = naeste_udgave(naeste_udgave(raekke(paabegyndt="da"), "B", "tal B"), "A", "tal A")
    assert (f.udgave, f.tilstand, f.message_id, f.paabegyndt) == (1, AFVENTER, "id 1", "da")
    assert tidligere_udgaver(f) == []


def test_a_doubtful_correction_that_is_withdrawn_is_corrected_back():
    """A was received, B may have been: A again must be said, as a third edition."""
    f = naeste_udgave(replace(naeste_udgave(sendt(), "B", "tal B"), paabegyndt="nu"), "A", "tal A")
    assert (f.udgave, f.tilstand) == (3, AFVENTER)
    assert [u.indhold for u in tidligere_udgaver(f)] == ["A", "B"]


def test_a_recipient_who_is_back_gets_only_what_is_missing():
    """Left out and back with the same figures: sent stays sent, waiting waits again."""
    assert naeste_udgave(sendt(), "A", "tal A").tilstand == SENDT
    assert naeste_udgave(replace(sendt(), tilstand=BORTFALDET), "A", "tal A").tilstand == SENDT
    assert naeste_udgave(raekke(tilstand=BORTFALDET), "A", "tal A").tilstand == AFVENTER
    assert naeste_udgave(replace(sendt(), tilstand=BORTFALDET), "B", "tal B").udgave == 2


@dataclass
class Modtagerens:
    """What really reached the recipient: figures, edition, id, and which figures it said it corrects."""

    mails: list[tuple[str, int, str, set[str]]] = field(default_factory=list)


HANDLINGER = st.sampled_from(
    [
        "tal A",
        "tal B",
        "tal C",
        "sendt",
        "nej",
        "uvist modtaget",
        "uvist tabt",
        "draebt foer",
        "draebt efter",
        "ude",
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(HANDLINGER, max_size=14))
def test_whatever_happens_nobody_is_left_with_other_figures_than_the_last_mail_says(handlinger):
    """Any order of runs, answers, broken connections and kills, ended by a run and a send that succeeds.

    The last mail holds the figures of now; a mail with other figures than one received before is a
    corrected edition that says what those were; two mails with the same id hold the same figures.
    """
    har = Modtagerens()
    with tempfile.TemporaryDirectory() as mappe, Postbog(Path(mappe) / "p.sqlite3") as bog:
        indhold = "A"
        for handling in ["tal A", *handlinger, "tal til sidst", "sendt"]:
            if handling.startswith("tal"):
                indhold = handling[-1] if handling[-1] in "ABC" else indhold
                skriv(bog, indhold)
            elif handling == "ude":
                bog.skriv_udbakke(PLAN, PERIODE, "pub", [])
            else:
                send(bog, handling, har)
        (f,) = bog.forsendelser(PLAN, PERIODE)
    assert (f.tilstand, f.indhold) == (SENDT, indhold)
    assert har.mails[-1][0] == indhold
    for nr, (nye, udgave, id_, retter) in enumerate(har.mails):
        tidligere = [foer for foer in har.mails[:nr] if foer[2] != id_]
        if tidligere and tidligere[-1][0] != nye:
            assert udgave > tidligere[-1][1]
            assert tidligere[-1][0] in retter
        assert all(foer[0] == nye for foer in har.mails[:nr] if foer[2] == id_)


def skriv(bog: Postbog, indhold: str) -> None:
    """What a run does with the ledger."""
    kendte = bog.forsendelser(PLAN, PERIODE)
    ny = naeste_udgave(kendte[0], indhold, f"tal {indhold}") if kendte else raekke(indhold)
    if ny.tilstand != SENDT:
        ny = replace(ny, message_id=f"{ny.udgave} {ny.indhold}")
    bog.skriv_udbakke(PLAN, PERIODE, "pub", [ny])


def send(bog: Postbog, hvordan: str, har: Modtagerens) -> None:
    """What the sender does with the ledger, ending in one of the ways it can."""
    (f,) = bog.forsendelser(PLAN, PERIODE)
    if f.tilstand != AFVENTER:
        return
    begyndt = bog.begynd(f)
    if hvordan in {"sendt", "uvist modtaget", "draebt efter"}:
        har.mails.append((f.indhold, f.udgave, f.message_id, {u.indhold for u in tidligere_udgaver(f)}))
    if hvordan == "sendt":
        bog.afslut(begyndt, "250")
    elif not hvordan.startswith("draebt"):
        bog.opgiv(begyndt, "svar", uvist=hvordan.startswith("uvist") or f.paabegyndt is not None)
