"""What a mail's sender and its writer tell each other: the frame to write in, and the body that came of it.

The reports word and draw a mail's body, the delivery knows whom it goes to and what it corrects; neither
knows the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

PROEVEPLADS = "<!-- proeve -->"
"""Where a trial's mark goes in the HTML."""


@dataclass(frozen=True)
class Rettelse:
    """One figure that is not what it was when the mail was sent."""

    hvad: str
    foer: str
    nu: str


@dataclass(frozen=True)
class Mailramme:
    """What stands around a report's words in a mail.

    `rapport` is where the whole report lies: a web address or a path. `rettet` says why the reader gets
    the mail again, with `rettelser`; empty in a first edition. Case ids stand in it only with `sagsnumre`.
    """

    kommune: str
    rapport: str
    rettet: str = ""
    rettelser: tuple[Rettelse, ...] = ()
    sagsnumre: bool = False

    @property
    def er_adresse(self) -> bool:
        """Whether the report's place can be a link: mail programs open no paths."""
        return urlsplit(self.rapport).scheme in {"http", "https"}


@dataclass(frozen=True)
class Mailbillede:
    """A PNG that the HTML shows by `cid`."""

    navn: str
    png: bytes

    @property
    def cid(self) -> str:
        """What the HTML calls it by."""
        return f"{self.navn}@ledelsestilsyn"


@dataclass(frozen=True)
class Mailkrop:
    """A mail's body: the same in plain text and in HTML.

    `navn` and `periode` are for the subject; `sagsnumre` says that it holds case ids.
    """

    navn: str
    periode: str
    tekst: str
    html: str
    billeder: tuple[Mailbillede, ...] = ()
    sagsnumre: bool = False
