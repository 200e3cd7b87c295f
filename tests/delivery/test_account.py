"""What a person is told about mails after a run."""

from __future__ import annotations

from pathlib import Path

from pipeline.delivery.account import next_step
from pipeline.delivery.outbox import Outbox


def test_a_run_ends_with_the_command_to_give_next():
    """As it can be typed, in this workspace."""
    outbox = Outbox((Path("T1.eml"), Path("T2.eml")), corrected=1, sent=3, problems=())
    assert next_step(outbox, "2021-05", "tilsynet {} her".format) == (
        "Intet er sendt. Næste skridt: se 2 mails igennem, og kør: tilsynet approve --periode 2021-05 her"
    )


def test_where_every_mail_is_sent_there_is_nothing_to_do():
    """Run again with the same figures."""
    outbox = Outbox((), corrected=0, sent=3, problems=())
    assert next_step(outbox, "2021-05", str) == "Næste skridt: ingen; alle mails er sendt før."
