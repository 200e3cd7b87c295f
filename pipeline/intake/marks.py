"""What a file's bytes hold that most files do not, found in one pass, so that clean files pay for no mending.

A mark is a suspicion: whoever mends or refuses looks closer. Without the mark there is nothing to look for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

_SEAM = 64
"""How far a sign or a word may reach over the seam between two blocks."""

_INVISIBLE = {
    "utf-8": re.compile(rb"\xe2\x80[\x8b-\x8f\xaa-\xae]|\xe2\x81[\xa0-\xaf]|\xef\xbb\xbf|\xc2\xad"),
    "cp1252": re.compile(rb"\xad"),
}
_SUSPECT = {
    "utf-8": re.compile(
        rb"\xc2[\x80-\x84\x86-\x9f\xaf\xb0\xb5\xbe\xbf]|\xc3[\x82\x83\x8a\x95\xa2\xaf\xb5]|\xc5\x92|\xcf\x83"
        rb"|\xe2\x80[\x98\xa0\xba]|\xe2\x88\x9a|\xe2\x89\x88|\xe2[\x94-\x96]|\xef\xbf\xbd"
    ),
    "cp1252": re.compile(
        rb"[\x81\x86\x8c\x8d\x8f\x90\x91\x9b\x9d\xaf\xb0\xb5\xbe\xbf\xc2\xc3\xca\xd5\xe2\xef\xf5]"
    ),
}
_LOST_OR_WRITTEN_OUT = (
    r"\?[a-z]|&(?:[aoueAOU][a-z]{2,5}|#[0-9xX][0-9a-fA-F]{1,3});|[%=][cC]3[%=]|\\u00|\+A[MNOP][A-Za-z]-"
)
"""A sign for a lost letter before another letter, and letters written out as codes."""
_GUARDS = "'|=\""
_ODD = r'E\+|#|[;,\t\n"][-.?*]'
_ASCII = bytes(range(128))
_ASCII_PARTS = re.compile(r"[\x00-\x7f]+")


@dataclass(frozen=True)
class Marks:
    """Which mendings and checks a file needs.

    `invisible`: zero-width signs. `guards`: `="..."` or apostrophes. `nothing`: words for a missing value.
    `suspect`: letters of another code page. `odd`: a spreadsheet's errors, or signs alone in a field.
    """

    invisible: bool = True
    guards: bool = True
    nothing: bool = True
    suspect: bool = True
    odd: bool = True


def find_marks(blocks: Iterable[bytes], charset: str, nothing: Sequence[str]) -> Marks:
    """The marks of a file given as bytes in `charset`, utf-8 or cp1252; `nothing` mean a missing value."""
    found: set[str] = set()
    patterns = {"guards": _GUARDS, "odd": _ODD, "suspect": _LOST_OR_WRITTEN_OUT}
    if nothing:
        patterns["nothing"] = f"(?i){'|'.join(map(_needle, nothing))}"
    for block in _with_seams(blocks):
        signs = b"" if block.isascii() else block.translate(None, _ASCII)
        if _INVISIBLE[charset].search(signs):
            found.add("invisible")
        if _SUSPECT[charset].search(signs):
            found.add("suspect")
        found |= _matched(block, {mark: pattern for mark, pattern in patterns.items() if mark not in found})
    return Marks(**{name.name: name.name in found for name in fields(Marks)})


def _needle(word: str) -> str:
    """The longest ASCII part of a word: letters of other kinds look different in every code page."""
    parts: list[str] = _ASCII_PARTS.findall(word)
    return re.escape(max(parts, key=len, default=""))


def _matched(block: bytes, patterns: Mapping[str, str]) -> set[str]:
    """Which patterns a block matches: all are asked as one, and each by itself only when that one matches.

    Asked of Arrow: its expressions take one pass whatever they look for, and leave the interpreter free.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    ends = pa.py_buffer(b"".join(end.to_bytes(4, "little") for end in (0, len(block))))
    text = pa.Array.from_buffers(pa.binary(), 1, [None, ends, pa.py_buffer(block)])

    def matches(pattern: str) -> bool:
        return bool(pc.match_substring_regex(text, pattern)[0].as_py())

    if not patterns or not matches("|".join(f"(?:{pattern})" for pattern in patterns.values())):
        return set()
    return {mark for mark, pattern in patterns.items() if matches(pattern)}


def _with_seams(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Each block after the end of the one before it."""
    end = b""
    for block in blocks:
        yield end + block
        end = block[-_SEAM:]
