"""A mail's HTML from the blocks of `report_templates/mail.html`: whatever is put in is escaped.

The blocks are plain `string.Template`s: a mail has no conditions beyond leaving a block out, and the
template engine belongs to the reports. A value nobody asked for, or one that is missing, is an error.
"""

from __future__ import annotations

import functools
import html
import re
from string import Template

from pipeline.resources import ressource

_OVERSKRIFT = re.compile(r"<!-- blok: (\w+) -->\n")
PROEVEPLADS = "<!-- proeve -->\n"


class Maerket(str):
    """Text that is markup already."""

    __slots__ = ()


@functools.cache
def _blokke() -> dict[str, Template]:
    dele = _OVERSKRIFT.split(ressource("report_templates", "mail.html").read_text(encoding="utf-8"))
    return {navn: Template(tekst) for navn, tekst in zip(dele[1::2], dele[2::2], strict=True)}


def blok(navn: str, **felter: str | int) -> Maerket:
    """One block filled in; every value but markup made by this function is escaped."""
    skabelon = _blokke()[navn]
    if overfloedige := felter.keys() - set(skabelon.get_identifiers()):
        raise KeyError(*sorted(overfloedige))
    sikre = {k: v if isinstance(v, Maerket) else html.escape(str(v)) for k, v in felter.items()}
    return Maerket(skabelon.substitute(sikre))


def saml(*dele: Maerket) -> Maerket:
    """Blocks one after the other."""
    return Maerket("".join(dele))
