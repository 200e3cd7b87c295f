"""What the delivery itself says in a mail: its subject, where the report lies, and why it comes again."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import quote, urlsplit

from pipeline.base.harmless import one_line, shortened
from pipeline.base.mailbody import MailBody

SUBJECT_LENGTH = 78


def subject(body: MailBody, *, corrected: bool) -> str:
    """The subject: one line of at most 78 characters."""
    foremost = "Rettet udgave: ledelsestilsyn" if corrected else "Ledelsestilsyn"
    return shortened(f"{foremost} {body.periode}: {one_line(body.name)}", SUBJECT_LENGTH)


def correction_text(earlier: str, count: int, *, new_rules: bool = False) -> str:
    """Why the reader gets this mail again, from the moments the earlier ones were sent.

    With `new_rules` an earlier version of the program made one of those: not all can be compared.
    """
    many = "ét tal" if count == 1 else f"{count} tal"
    place = "før og nu står længere nede"
    if not new_rules:
        why = f"Tallene er gjort op på ny, og {many} er ændret; {place}."
    elif count:
        why = f"Tallene er opgjort efter nye regler. Af dem, der kan sammenlignes, er {many} ændret; {place}."
    else:
        why = "Tallene er opgjort efter nye regler og kan ikke stilles op mod dem, du fik."
    return f"Denne mail erstatter den fra {earlier}. {why}"


def clock(moment: str) -> str:
    """A moment out of the ledger as people write it: `05-03-2021 kl. 14.07`."""
    return f"{datetime.fromisoformat(moment):%d-%m-%Y kl. %H.%M}"


def report_place(report_place: str | None, *parts: str) -> str:
    """Where the report lies: below a web address, or a path with the slashes its base has."""
    base = (report_place or "rapporter").rstrip("/\\")
    if urlsplit(base).scheme in {"http", "https", "file"}:
        return "/".join((base, *(quote(part) for part in parts)))
    return ("\\" if "\\" in base else "/").join((base, *parts))
