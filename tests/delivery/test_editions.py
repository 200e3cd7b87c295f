"""Which edition a recipient is to have: nothing twice, nothing silently changed."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.delivery.editions import Edition, earlier_editions, next_edition
from pipeline.delivery.ledger import AFVENTER, LAPSED, SENT, Dispatch, Postbog

PLAN, PERIODE = "plan", "2021-05"


def row(content: str = "A", **fields: object) -> Dispatch:
    reason = Dispatch(
        PLAN, PERIODE, "team", "T1", "nord@kommune.example", 1, content, f"tal {content}", "T1.eml", "",
        "id 1", AFVENTER,
    )  # fmt: skip
    return replace(reason, **fields)  # type: ignore[arg-type]


def sent(content: str = "A", edition: int = 1, **fields: object) -> Dispatch:
    """A row the recipient has."""
    return row(
        content, udgave=edition, tilstand=SENT, sendt="da", kendt_udgave=edition, kendt_indhold=content,
        kendt_tal=f"tal {content}", kendt_tidspunkt="da", kendt_message_id=f"id {edition}", **fields,
    )  # fmt: skip


def test_unchanged_figures_change_nothing():
    """A re-run with the same figures leaves every row as it was, sent or waiting."""
    for f in (row(), sent(), row(paabegyndt="nu")):
        assert next_edition(f, "A", "tal A") == f


def test_a_mail_nobody_has_seen_is_made_anew():
    """Figures that change before the first sending are still the first edition: nothing to correct."""
    f = next_edition(row(svar="451"), "B", "tal B")
    assert (f.udgave, f.indhold, f.tilstand, f.kendt_indhold, f.svar) == (1, "B", AFVENTER, None, None)


def test_figures_changed_after_sending_wait_as_the_next_edition():
    """It corrects what the recipient has."""
    f = next_edition(sent(), "B", "tal B")
    assert (f.udgave, f.tilstand, f.kendt_indhold, f.kendt_tal) == (2, AFVENTER, "A", "tal A")


def test_a_correction_changed_before_it_was_sent_still_corrects_what_was_received():
    """The edition in between was never seen: old is what the recipient has."""
    f = next_edition(next_edition(sent(), "B", "tal B"), "C", "tal C")
    assert (f.udgave, f.indhold, f.kendt_indhold) == (2, "C", "A")


def test_figures_that_come_back_leave_nothing_to_send():
    """A correction that is no longer one is withdrawn: the recipient has the right figures."""
    f = next_edition(next_edition(sent(), "B", "tal B"), "A", "tal A")
    assert (f.udgave, f.tilstand, f.message_id, f.sendt) == (1, SENT, "id 1", "da")


def test_what_may_have_been_received_is_corrected_too():
    """The server may have taken A before the connection broke: B says what A was."""
    f = next_edition(row(paabegyndt="da"), "B", "tal B")
    assert (f.udgave, f.paabegyndt) == (2, None)
    assert earlier_editions(f) == [Edition(1, "A", "tal A", "da", "id 1", sikker=False)]


def test_both_what_is_known_and_what_is_in_doubt_is_corrected():
    """A is there, B may be: C must say what differs from either, or one of them changes silently."""
    f = next_edition(replace(next_edition(sent(), "B", "tal B"), paabegyndt="nu"), "C", "tal C")
    assert [(u.indhold, u.sikker) for u in earlier_editions(f)] == [("A", True), ("B", False)]
    assert f.udgave == 3


def test_figures_back_where_they_may_have_been_received_are_sent_again_under_the_same_id():
    """It may never have arrived: taken as sent it would be lost, under a new id it would come twice."""
    f = next_edition(next_edition(row(paabegyndt="da"), "B", "tal B"), "A", "tal A")
    assert (f.udgave, f.tilstand, f.message_id, f.paabegyndt) == (1, AFVENTER, "id 1", "da")
    assert earlier_editions(f) == []


def test_a_doubtful_correction_that_is_withdrawn_is_corrected_back():
    """A was received, B may have been: A again must be said, as a third edition."""
    f = next_edition(replace(next_edition(sent(), "B", "tal B"), paabegyndt="nu"), "A", "tal A")
    assert (f.udgave, f.tilstand) == (3, AFVENTER)
    assert [u.indhold for u in earlier_editions(f)] == ["A", "B"]


def test_a_recipient_who_is_back_gets_only_what_is_missing():
    """Left out and back with the same figures: sent stays sent, waiting waits again."""
    assert next_edition(sent(), "A", "tal A").tilstand == SENT
    assert next_edition(replace(sent(), tilstand=LAPSED), "A", "tal A").tilstand == SENT
    assert next_edition(row(tilstand=LAPSED), "A", "tal A").tilstand == AFVENTER
    assert next_edition(replace(sent(), tilstand=LAPSED), "B", "tal B").udgave == 2


@dataclass
class Recipient:
    """What really reached the recipient: figures, edition, id, and which figures it said it corrects."""

    mails: list[tuple[str, int, str, set[str]]] = field(default_factory=list)


ACTIONS = st.sampled_from(
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
@given(st.lists(ACTIONS, max_size=14))
def test_whatever_happens_nobody_is_left_with_other_figures_than_the_last_mail_says(actions):
    """Any order of runs, answers, broken connections and kills, ended by a run and a send that succeeds.

    The last mail holds the figures of now; a mail with other figures than one received before is a
    corrected edition that says what those were; two mails with the same id hold the same figures.
    """
    has = Recipient()
    with tempfile.TemporaryDirectory() as folder, Postbog(Path(folder) / "p.sqlite3") as book:
        content = "A"
        for action in ["tal A", *actions, "tal til sidst", "sendt"]:
            if action.startswith("tal"):
                content = action[-1] if action[-1] in "ABC" else content
                write(book, content)
            elif action == "ude":
                book.write_outbox(PLAN, PERIODE, "pub", [])
            else:
                send(book, action, has)
        (f,) = book.dispatches(PLAN, PERIODE)
    assert (f.tilstand, f.indhold) == (SENT, content)
    assert has.mails[-1][0] == content
    for number, (new, edition, id_, corrects) in enumerate(has.mails):
        earlier = [before for before in has.mails[:number] if before[2] != id_]
        if earlier and earlier[-1][0] != new:
            assert edition > earlier[-1][1]
            assert earlier[-1][0] in corrects
        assert all(before[0] == new for before in has.mails[:number] if before[2] == id_)


def write(book: Postbog, content: str) -> None:
    """What a run does with the ledger."""
    known = book.dispatches(PLAN, PERIODE)
    new = next_edition(known[0], content, f"tal {content}") if known else row(content)
    if new.tilstand != SENT:
        new = replace(new, message_id=f"{new.udgave} {new.indhold}")
    book.write_outbox(PLAN, PERIODE, "pub", [new])


def send(book: Postbog, how: str, has: Recipient) -> None:
    """What the sender does with the ledger, ending in one of the ways it can."""
    (f,) = book.dispatches(PLAN, PERIODE)
    if f.tilstand != AFVENTER:
        return
    begun = book.begin(f)
    if how in {"sendt", "uvist modtaget", "draebt efter"}:
        has.mails.append((f.indhold, f.udgave, f.message_id, {u.indhold for u in earlier_editions(f)}))
    if how == "sendt":
        book.finish(begun, "250")
    elif not how.startswith("draebt"):
        book.give_up(begun, "svar", unsure=how.startswith("uvist") or f.paabegyndt is not None)
