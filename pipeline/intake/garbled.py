"""Letters that were read or saved in another code page on the way here, by line, column and likely page.

What gives them away are signs no Danish text holds inside a word: › where ø belongs, ¿, ├, Ã and a sign.
Such a file is refused, since publishing it would spell everybody's name wrong. Quotes, daggers and degrees
beside words or numbers are text as good as any.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.definitions.extract_models import Extract
from pipeline.intake.files import File
from pipeline.intake.headings import Headings
from pipeline.intake.read_csv import Chunk, open_csv

_L, _SMALL, _CAP = r"\p{L}", r"\p{Ll}", r"\p{Lu}"
_SIGNS = (
    r"\x{FFFD}",  # a letter was given up
    r"[\x{80}-\x{84}\x{86}-\x{9F}]",  # a byte that Windows-1252 leaves open
    # UTF-8 read in another page, once more: Ã¸, Â§, â€“ (Windows-1252), ├© (DOS), √∏ (Mac)
    r"Ã[\x{80}-\x{BF}€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\x{A0}-\x{BF}]|â€|ï[»¿]|├[^\s\p{Z}\x{2500}\x{2501}]|√[∏¶•Ü∆Ö]",
    rf"{_L}[›†]{_SMALL}|{_L}‘{_SMALL}{_L}|(?:^|[^{_L}])[pgsfnm]†(?:[^{_L}]|$)|(?:^|[^{_L}])õ ?[0-9]",  # DOS
    rf"{_L}[¿¾]{_L}|¯{_L}|{_SMALL}Œ|{_CAP}Œ{_SMALL}",  # Mac
    # Windows-1252 read as DOS or Mac
    rf"{_L}[°µ]{_SMALL}|[┼╞╪]{_L}|≈{_SMALL}|[a-zæøå][ÕÊÂ]|{_L}[ÕÊÂ]{_SMALL}|[a-zA-Z]σ",
)
_WRITTEN_OUT = (
    r"&(?:[aA](?:elig|ring)|[oO]slash|[aouAOU]uml|eacute|#(?:19[78]|216|22[9]|230|248|[xX](?:[cCeE][56]|[dDfF]8)));",
    r"[%=][cC]3[%=](?:[89aA][56]|[9bB]8)|\\u00(?:[cCeE][56]|[dDfF]8)|\+AM[UY]-|\+ANg-|\+AO[UY]-|\+APg-",
)
"""Danish letters as pages, addresses, mails and programs write them out."""
_GARBLED = "|".join((*_SIGNS, *_WRITTEN_OUT))
_LOST = rf"{_L}\?{_SMALL}"
"""A question mark in a word: looked for outside free text alone, where one may end a sentence."""

_PAGES = (
    ("UTF-8 læst som en anden tegntabel", "ÃÂâï├√"),
    ("CP850", "›†‘õ\x8f\x9d\x86\x91\x92\x9b"),
    ("Mac Roman", "¿¾¯Œ\x81\x8c"),
    ("Windows-1252 læst som CP850", "°µÕ┼╞╪σ"),
    ("Windows-1252 læst som Mac Roman", "ÊÂ"),
    ("koder for bogstaver, fx &oslash; eller %C3%B8", "&%=\\+"),
)
_GONE = "bogstaver er erstattet af andre tegn"
_UNREADABLE = "tegnene kan ikke læses"
_SAVE = "hent udtrækket igen, og gem det som CSV i UTF-8"


@dataclass(frozen=True)
class _Hit:
    line: int
    place: str
    text: str


def garbled(file: File, extract: Extract, headings: Headings) -> str | None:
    """Why the file is refused; None where its letters hold. Only a file with the mark is looked through."""
    if not file.marks.suspect:
        return None
    hits = [*_in_headings(headings), *_in_rows(file, extract, headings)]
    if not hits and file.whole:
        return None
    if not hits:
        return f"{file.name}: {_UNREADABLE} (forventet: UTF-8 eller Windows-1252); {_SAVE}"
    first = min(hits, key=lambda hit: hit.line)
    page = _page("".join(hit.text for hit in hits), whole=file.whole, charset=file.charset)
    return f"{file.name}: {_UNREADABLE}, første gang i linje {first.line}, {first.place} ({page}); {_SAVE}"


def _in_headings(headings: Headings) -> Iterator[_Hit]:
    import pyarrow as pa

    for number, text in enumerate(headings.written, 1):
        if texts := _matching(pa.array([text]), _GARBLED):
            yield _Hit(headings.line, f"kolonne {number}", texts[0][1])


def _in_rows(file: File, extract: Extract, headings: Headings) -> Iterator[_Hit]:
    """The first hit of each column in each block."""
    with open_csv(file.path, file.charset, headings.are_those, file.marks) as csv_file:
        for chunk in csv_file.chunks():
            yield from _in_columns(chunk, extract, headings)
            yield from _in_misshapen(chunk)


def _in_columns(chunk: Chunk, extract: Extract, headings: Headings) -> Iterator[_Hit]:
    names = headings.names or ("",) * len(chunk.columns)  # none where a column is missing
    for number, (name, values) in enumerate(zip(names, chunk.columns, strict=True), 1):
        described = extract.kolonner.get(name)
        pattern = _GARBLED if described is None or described.fritekst else f"{_GARBLED}|{_LOST}"
        place = f"kolonnen {name}" if described else f"kolonne {number}"
        for index, text in _matching(values, pattern)[:1]:
            yield _Hit(chunk.lines[index].as_py(), place, text)


def _in_misshapen(chunk: Chunk) -> Iterator[_Hit]:
    import pyarrow as pa

    for misshapen in chunk.misshapen_rows:
        for index, text in _matching(pa.array(misshapen.fields, pa.string()), _GARBLED)[:1]:
            yield _Hit(misshapen.line, f"kolonne {index + 1}", text)


def _matching(values: Any, pattern: str) -> list[tuple[int, str]]:
    """Places and texts of the values that match."""
    import pyarrow.compute as pc

    found = pc.match_substring_regex(values, pattern)
    if not pc.any(found).as_py():
        return []
    indices = pc.indices_nonzero(found).to_pylist()
    return [(index, values[index].as_py()) for index in indices]


def _page(text: str, *, whole: bool, charset: str) -> str:
    """The code page whose signs there are most of."""
    if not whole and charset.startswith("utf-8"):
        return "formentlig både UTF-8 og Windows-1252 i samme fil"
    counts = {page: sum(text.count(sign) for sign in signs) for page, signs in _PAGES}
    page = max(counts, key=lambda name: counts[name])
    return f"formentlig {page}" if counts[page] else _GONE
