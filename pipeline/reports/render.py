"""View model -> HTML: the only importer of jinja2, itself imported when a report is written and not before.

Everything is escaped, and a value a template asks for in vain is an error.
"""

from __future__ import annotations

import base64
import hashlib
import textwrap
from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from pipeline.base.mailbody import TRIAL_PLACE
from pipeline.base.resources import resource
from pipeline.reports.blocks.views import filled, is_long
from pipeline.reports.pictures import size
from pipeline.reports.pictures.spark import spark

LINE_LENGTH = 72
"""What a plain-text mail is wrapped at."""


def wrapped(text: str, first: str = "", on: str = "") -> str:
    """A text in lines of at most 72 signs; `first` and `on` stand before them."""
    return textwrap.fill(
        text,
        LINE_LENGTH,
        initial_indent=first,
        subsequent_indent=on,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _inline(html: str) -> str:
    """Styles moved to the elements they are for: many mail programs read no style sheet."""
    import css_inline

    return css_inline.CSSInliner(load_remote_stylesheets=False).inline(html)


@cache
def script(name: str) -> str:
    """A script that comes along, as it is to stand in a page."""
    return resource("report_templates", name).read_text(encoding="utf-8")


@cache
def script_hash(name: str) -> str:
    """By what a content security policy allows that script, and no other."""
    digest = hashlib.sha256(script(name).encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


class Writer:
    """Renders views by the shipped templates; `draw` turns a picture of the view into its address."""

    def __init__(self, draw: Callable[[Any], str]) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(resource("report_templates")),
            autoescape=select_autoescape(["html", "j2"], ["txt"], default_for_string=True),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals |= {"draw": draw, "size": size, "spark": spark, "trial_place": TRIAL_PLACE}
        self._environment.globals |= {
            "filled": filled,
            "is_long": is_long,
            "script": script,
            "script_hash": script_hash,
        }
        self._environment.filters["wrapped"] = wrapped

    def page(self, template: str, view: object) -> str:
        """A whole self-contained page; its template knows the view as `page`."""
        return self._environment.get_template(template).render(page=view)

    def mail(self, templates: tuple[str, str], view: object) -> tuple[str, str]:
        """The body of a mail: plain text, and HTML whose styles stand on the elements themselves."""
        text, html = (self._environment.get_template(name).render(mail=view) for name in templates)
        return text, _inline(html)
