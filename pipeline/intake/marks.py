"""What a file's bytes hold that most files do not, found in one pass, so that clean files pay for no mending.

A mark is a suspicion: whoever mends or refuses looks closer. Without the mark there is nothing to look for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

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
_LOST = re.compile(rb"\?[a-z]")
_WRITTEN_OUT = re.compile(
    rb"&(?:[aoueAOU][a-z]{2,5}|#[0-9xX][0-9a-fA-F]{1,3});|[%=][cC]3[%=]|\\u00|\+A[MNOP][A-Za-z]-"
)
"""Letters written out as codes."""
_ODD = (
    b"E+",
    b"#",
    *(before + sign for before in (b";", b",", b"\t", b"\n", b'"') for sign in (b"-", b".", b"?", b"*")),
)
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
    needles = {max(_ASCII_PARTS.findall(word.upper()) or [""], key=len).encode() for word in nothing}
    found = dict.fromkeys(("invisible", "guards", "nothing", "suspect", "odd"), False)
    for block in _with_seams(blocks):
        signs = b"" if block.isascii() else block.translate(None, _ASCII)
        upper = block.upper()  # ASCII alone, and so are the needles
        found["invisible"] |= _INVISIBLE[charset].search(signs) is not None
        found["suspect"] = found["suspect"] or any(
            pattern.search(text) is not None
            for pattern, text in ((_SUSPECT[charset], signs), (_LOST, block), (_WRITTEN_OUT, block))
        )
        found["guards"] |= b"'" in block or b'="' in block
        found["nothing"] |= any(needle in upper for needle in needles)
        found["odd"] |= any(needle in block for needle in _ODD)
    return Marks(**found)


def _with_seams(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Each block after the end of the one before it."""
    end = b""
    for block in blocks:
        yield end + block
        end = block[-_SEAM:]
