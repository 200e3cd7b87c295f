"""View model -> HTML: the only importer of jinja2, itself imported when a report is written and not before.

Everything is escaped, and a value a template asks for in vain is an error.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from pipeline.mailbody import PROEVEPLADS
from pipeline.reports.charts import stoerrelse
from pipeline.reports.page.committee import Udvalgsside
from pipeline.reports.page.document import Dokument
from pipeline.reports.page.mail import Mailside
from pipeline.reports.page.model import Side
from pipeline.resources import ressource

LINJELAENGDE = 72
"""What a plain-text mail is wrapped at."""


def ombrudt(tekst: str, foerste: str = "", videre: str = "") -> str:
    """A text in lines of at most 72 signs; `foerste` and `videre` stand before them."""
    return textwrap.fill(
        tekst,
        LINJELAENGDE,
        initial_indent=foerste,
        subsequent_indent=videre,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _indlejr(html: str) -> str:
    """Styles moved to the elements they are for: many mail programs read no style sheet."""
    import css_inline

    return css_inline.CSSInliner(load_remote_stylesheets=False).inline(html)


class Skriver:
    """Renders pages from the shipped templates; `tegn` turns a picture of the view into its address."""

    def __init__(self, tegn: Callable[[Any], str]) -> None:
        self._miljoe = Environment(
            loader=FileSystemLoader(ressource("report_templates")),
            autoescape=select_autoescape(["html", "j2"], ["txt"], default_for_string=True),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._miljoe.globals |= {"tegn": tegn, "stoerrelse": stoerrelse, "proeveplads": PROEVEPLADS}
        self._miljoe.filters["ombrudt"] = ombrudt

    def skriv(self, side: Side) -> str:
        """A team's or the department's whole page, self-contained."""
        skabelon = "afdeling.html.j2" if side.hold else "team.html.j2"
        return self._miljoe.get_template(skabelon).render(side=side)

    def skriv_mail(self, mail: Mailside) -> tuple[str, str]:
        """The body of a mail: plain text, and HTML whose styles stand on the elements themselves."""
        tekst = self._miljoe.get_template("mail.txt").render(mail=mail)
        html = self._miljoe.get_template("mail.html.j2").render(mail=mail)
        return tekst, _indlejr(html)

    def skriv_udvalg(self, side: Udvalgsside) -> str:
        """The committee's page."""
        return self._miljoe.get_template("udvalg.html.j2").render(side=side)

    def skriv_dokument(self, dokument: Dokument) -> str:
        """A small paper beside the reports."""
        return self._miljoe.get_template("dokument.html.j2").render(dokument=dokument)
