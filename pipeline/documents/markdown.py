"""The few pieces of Markdown the documents are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

FORORD = "<!-- Bygget af `ledelsestilsyn docs`. Ret definitionerne, ikke denne fil. -->"


def tabel(overskrifter: Sequence[str], raekker: Iterable[Sequence[object]]) -> Iterator[str]:
    """A table; None is an empty cell."""
    yield _linje(overskrifter)
    yield _linje(["---"] * len(overskrifter))
    for raekke in raekker:
        yield _linje([celle(vaerdi) for vaerdi in raekke])
    yield ""


def celle(vaerdi: object) -> str:
    """A value inside a table: on one line, with its bars told apart from the table's."""
    return "" if vaerdi is None else " ".join(str(vaerdi).split()).replace("|", "\\|")


def _linje(celler: Sequence[str]) -> str:
    return "| " + " | ".join(celler) + " |"


def kode(tekst: str, sprog: str = "") -> Iterator[str]:
    """A block shown as it stands."""
    yield f"```{sprog}"
    yield tekst.rstrip()
    yield "```"
    yield ""


def foldet(titel: str, indhold: Iterable[str]) -> Iterator[str]:
    """Something the reader opens at will."""
    yield f"<details><summary>{titel}</summary>"
    yield ""
    yield from indhold
    yield "</details>"
    yield ""


def anker(tekst: str) -> str:
    """The fragment a heading is linked to by: lower case, words joined by hyphens, punctuation gone."""
    bevaret = (tegn for tegn in tekst.lower() if tegn.isalnum() or tegn in " -_")
    return "".join(bevaret).replace(" ", "-")


def dokument(linjer: Iterable[str]) -> str:
    """The lines as one text that ends with a newline."""
    return "\n".join([FORORD, "", *linjer]).rstrip() + "\n"
