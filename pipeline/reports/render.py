"""View model -> HTML: the only importer of jinja2, itself imported when a report is written and not before.

Everything is escaped, and a value a template asks for in vain is an error.
"""

from __future__ import annotations

import base64
import hashlib
import textwrap
from types import CodeType
from typing import Any, Protocol

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, select_autoescape
from jinja2.bccache import Bucket

from pipeline.base.mailbody import TRIAL_PLACE
from pipeline.base.resources import resource
from pipeline.reports.spark import spark

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


def script(name: str) -> str:
    """A script that comes along, as it is to stand in a page."""
    return resource("report_templates", name).read_text(encoding="utf-8")


def script_hash(name: str) -> str:
    """By what a content security policy allows that script, and no other."""
    digest = hashlib.sha256(script(name).encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


class _Compiled(BytecodeCache):
    """What each template was compiled to, while the program runs: a run has several writers."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template what its text was compiled to before."""
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template's text has been compiled to."""
        if bucket.code:
            self._code[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


class Pictures(Protocol):
    """What draws the pictures of a view."""

    def draw(self, picture: Any) -> str:
        """The picture's address."""

    def size(self, picture: Any) -> tuple[int, int]:
        """Its width and height in points."""


class Writer:
    """Renders views by the shipped templates; without `pictures` those that have none."""

    def __init__(self, pictures: Pictures | None = None) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(resource("report_templates")),
            bytecode_cache=_COMPILED,
            autoescape=select_autoescape(["html", "j2"], ["txt"], default_for_string=True),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        if pictures:
            self._environment.globals |= {"draw": pictures.draw, "size": pictures.size}
        self._environment.globals |= {"spark": spark, "trial_place": TRIAL_PLACE}
        self._environment.globals |= {"script": script, "script_hash": script_hash}
        self._environment.filters["wrapped"] = wrapped

    def page(self, template: str, view: object) -> str:
        """A whole self-contained page; its template knows the view as `page`."""
        return self._environment.get_template(template).render(page=view)

    def mail(self, templates: tuple[str, str], view: object) -> tuple[str, str]:
        """The body of a mail: plain text, and HTML whose styles stand on the elements themselves."""
        text, html = (self._environment.get_template(name).render(mail=view) for name in templates)
        return text, _inline(html)
