"""View model -> HTML: the only importer of jinja2, itself imported when a report is written and not before.

Everything is escaped, and a value a template asks for in vain is an error.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from pipeline.reports.page.committee import Udvalgsside
from pipeline.reports.page.document import Dokument
from pipeline.reports.page.model import Side
from pipeline.resources import ressource


class Skriver:
    """Renders pages from the shipped templates; `tegn` turns a picture of the view into its address."""

    def __init__(self, tegn: Callable[[Any], str]) -> None:
        self._miljoe = Environment(
            loader=FileSystemLoader(ressource("report_templates")),
            autoescape=select_autoescape(["html", "j2"], default_for_string=True),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._miljoe.globals["tegn"] = tegn

    def skriv(self, side: Side) -> str:
        """A team's or the department's whole page, self-contained."""
        skabelon = "afdeling.html.j2" if side.hold else "team.html.j2"
        return self._miljoe.get_template(skabelon).render(side=side)

    def skriv_udvalg(self, side: Udvalgsside) -> str:
        """The committee's page."""
        return self._miljoe.get_template("udvalg.html.j2").render(side=side)

    def skriv_dokument(self, dokument: Dokument) -> str:
        """A small paper beside the reports."""
        return self._miljoe.get_template("dokument.html.j2").render(dokument=dokument)
