"""The few pieces of Markdown the documents are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

PREFACE = "<!-- Bygget af `make docs`. Ret definitionerne, ikke denne fil. -->"


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """A table; None is an empty cell."""
    yield _line(headings)
    yield _line(["---"] * len(headings))
    for row in rows:
        yield _line([cell(value) for value in row])
    yield ""


def cell(value: object) -> str:
    """A value inside a table: on one line, with its bars told apart from the table's."""
    return "" if value is None else " ".join(str(value).split()).replace("|", "\\|")


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def code(text: str, language: str = "") -> Iterator[str]:
    """A block shown as it stands."""
    yield f"```{language}"
    yield text.rstrip()
    yield "```"
    yield ""


def folded(title: str, content: Iterable[str]) -> Iterator[str]:
    """Something the reader opens at will."""
    yield f"<details><summary>{title}</summary>"
    yield ""
    yield from content
    yield "</details>"
    yield ""


def anchor(text: str) -> str:
    """The fragment a heading is linked to by: lower case, words joined by hyphens, punctuation gone."""
    kept = (sign for sign in text.lower() if sign.isalnum() or sign in " -_")
    return "".join(kept).replace(" ", "-")


def document(lines: Iterable[str]) -> str:
    """The lines as one text that ends with a newline."""
    return "\n".join([PREFACE, "", *lines]).rstrip() + "\n"
