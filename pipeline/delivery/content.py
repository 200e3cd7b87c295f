"""What the delivery itself says in a mail: its subject, where the report lies, and why it comes again."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from pipeline.harmless import enlinje, forkortet
from pipeline.mailbody import Mailkrop

EMNETS_LAENGDE = 78


def emne(krop: Mailkrop, *, rettet: bool) -> str:
    """The subject: one line of at most 78 characters."""
    forrest = "Rettet udgave: ledelsestilsyn" if rettet else "Ledelsestilsyn"
    return forkortet(f"{forrest} {krop.periode}: {enlinje(krop.navn)}", EMNETS_LAENGDE)


def rettelsestekst(tidligere: str, antal: int) -> str:
    """Why the reader gets this mail again, from the moments the earlier ones were sent."""
    hvad = "ét tal er ændret" if antal == 1 else f"{antal} tal er ændret"
    return (
        f"Denne mail erstatter den fra {tidligere}. Tallene er gjort op på ny, og {hvad}; "
        "før og nu står længere nede."
    )


def rapportens_sted(rapportsted: str | None, *dele: str) -> str:
    """Where the report lies: below a web address, or a path with the slashes its base has."""
    base = (rapportsted or "rapporter").rstrip("/\\")
    if urlsplit(base).scheme in {"http", "https", "file"}:
        return "/".join((base, *(quote(led) for led in dele)))
    return ("\\" if "\\" in base else "/").join((base, *dele))
