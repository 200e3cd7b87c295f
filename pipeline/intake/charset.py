"""In which characters a file is written, and its bytes as UTF-8 or Windows-1252.

UTF-8 is tried first, since Windows-1252 reads almost anything; a guessing library was tried and guessed wrong
on Danish. What neither reads is read all the same, so that the line and column at fault can be named
(`garbled.py`): a byte Windows-1252 leaves open becomes the control sign of its number, a byte that is no
UTF-8 the sign for a lost letter.
"""

from __future__ import annotations

import codecs
import hashlib
import io
import itertools
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_BLOCK = 1 << 20
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DANISH_UTF8 = re.compile(rb"\xc3[\x80-\xbf]")
"""æ, ø, å and their like in UTF-8. In Windows-1252 it would be Ã and a sign, which no Danish text holds: a
file with it that is not UTF-8 was put together from both, and either reading would garble the other."""


def _open_byte(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return chr(error.object[error.start]), error.start + 1


codecs.register_error("aaben_byte", _open_byte)
_ON_ERROR = {"cp1252": "aaben_byte"}


def decode(raw: bytes, charset: str) -> str:
    """Bytes as text; never fails."""
    return raw.decode(charset, _ON_ERROR.get(charset, "replace"))


def fingerprint_and_charset(path: Path) -> tuple[str, str, bool]:
    """The file's SHA-256, its codec (utf-8, utf-8-sig, utf-16 or cp1252), and whether it is whole in it."""
    sha = hashlib.sha256()
    utf8 = codecs.getincrementaldecoder("utf-8")()
    is_utf8, beginning, mixed = True, b"", False
    for block in itertools.chain(_blocks(path), [b""]):
        beginning = beginning or block[:3]
        sha.update(block)
        is_utf8 = is_utf8 and _decodable(utf8, block)
        mixed = mixed or _DANISH_UTF8.search(block) is not None
    charset = "utf-8-sig" if beginning.startswith(codecs.BOM_UTF8) else "utf-8"
    if beginning.startswith(_UTF16):
        utf16 = codecs.getincrementaldecoder("utf-16")()
        return sha.hexdigest(), "utf-16", all(_decodable(utf16, b) for b in [*_blocks(path), b""])
    if not is_utf8 and not mixed and charset == "utf-8":
        cp1252 = codecs.getincrementaldecoder("cp1252")()
        return sha.hexdigest(), "cp1252", all(_decodable(cp1252, block) for block in _blocks(path))
    return sha.hexdigest(), charset, is_utf8


@contextmanager
def open_bytes(path: Path, charset: str) -> Iterator[BinaryIO]:
    """The file's bytes without its mark: Windows-1252 as they are, everything else as UTF-8."""
    with path.open("rb") as file:
        if charset == "utf-8-sig":
            file.read(len(codecs.BOM_UTF8))
        yield io.BufferedReader(_AsUtf8(file), _BLOCK) if charset == "utf-16" else file


def bytes_in_blocks(path: Path, charset: str) -> Iterator[bytes]:
    """As `open_bytes`, block by block."""
    with open_bytes(path, charset) as file:
        while block := file.read(_BLOCK):
            yield block


class _AsUtf8(io.RawIOBase):
    """A file in UTF-16 read as UTF-8: lines are found by bytes, which UTF-16 has other ones for."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._decoder = codecs.getincrementaldecoder("utf-16")("replace")
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while not self._left and (raw := self._file.read(_BLOCK)):
            self._left = self._decoder.decode(raw).encode()
        count = min(len(self._left), len(buffer))
        buffer[:count], self._left = self._left[:count], self._left[count:]
        return count


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield block


def _decodable(decoder: codecs.IncrementalDecoder, block: bytes) -> bool:
    """Whether the next block decodes; an empty one ends the text."""
    try:
        decoder.decode(block, final=not block)
    except UnicodeDecodeError:
        return False
    return True
