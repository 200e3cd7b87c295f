"""What a person is told about mails after a run."""

from __future__ import annotations

from pathlib import Path

from pipeline.delivery.account import naeste_skridt
from pipeline.delivery.outbox import Udbakke


def test_a_run_ends_with_the_command_to_give_next():
    """As it can be typed, in this workspace."""
    udbakke = Udbakke((Path("T1.eml"), Path("T2.eml")), rettede=1, sendte=3, problemer=())
    assert naeste_skridt(udbakke, "2021-05", "tilsynet {} her".format) == (
        "Intet er sendt. Næste skridt: se 2 mails igennem, og kør: tilsynet approve --periode 2021-05 her"
    )


def test_where_every_mail_is_sent_there_is_nothing_to_do():
    """Run again with the same figures."""
    udbakke = Udbakke((), rettede=0, sendte=3, problemer=())
    assert naeste_skridt(udbakke, "2021-05", str) == "Næste skridt: ingen; alle mails er sendt før."
