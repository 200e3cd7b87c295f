"""View model -> HTML: the only importer of jinja2, itself imported when a report is written and not before.

Everything is escaped, and a value a template asks for in vain is an error.
"""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from pipeline.reports.page.model import Kurve, Side
from pipeline.resources import ressource


class Skriver:
    """Renders pages from the shipped templates; `tegn` turns a trend into the address of a picture."""

    def __init__(self, tegn: Callable[[Kurve], str]) -> None:
        self._miljoe = Environment(
            loader=FileSystemLoader(ressource("report_templates")),
            autoescape=select_autoescape(["html", "j2"], default_for_string=True),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._miljoe.globals["tegn"] = tegn

    def skriv(self, side: Side) -> str:
        """The whole page, self-contained."""
        skabelon = "afdeling.html.j2" if side.hold else "team.html.j2"
        return self._miljoe.get_template(skabelon).render(side=side)
