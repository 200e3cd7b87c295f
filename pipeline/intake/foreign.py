"""What people save in place of a CSV file, told by its first bytes."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

_BEGINNINGS = (
    (b"\xd0\xcf\x11\xe0", "et regneark"),
    (b"\x09\x08", "et regneark"),
    (b"\x09\x04\x06\x00", "et regneark"),
    (b"\x09\x02\x06\x00", "et regneark"),
    (b"\x09\x00\x04\x00", "et regneark"),
    (b"ID;P", "et regneark (SYLK)"),
    (b"TABLE\r\n0,1", "et regneark (DIF)"),
    (b"\x00\x01\x00\x00Standard", "en Access-database"),
    (b"%PDF", "en PDF-fil"),
    (b"{\\rtf", "et tekstdokument (RTF)"),
    (b"\x1f\x8b", "en pakket fil (gzip)"),
    (b"7z\xbc\xaf", "en pakket fil (7z)"),
    (b"Rar!", "en pakket fil (rar)"),
    (b"PAR1", "en Parquet-fil"),
    (b"SQLite format 3", "en database"),
    (b"\x89PNG", "et billede"),
    (b"\xff\xd8\xff", "et billede"),
    (b"MIME-Version:", "en webside eller mail (MIME)"),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_WORKBOOK = (b"[Content_Types].xml", b"xl/", b"mimetype")
_HTML = re.compile(rb"<(?:!doctype\s+html|!--|html|head|body|meta|table|div|style|script)\b", re.IGNORECASE)
_XML = re.compile(rb"<(?:\?xml\b|[a-z_][\w.-]*(?::[a-z_][\w.-]*)?(?:\s+[\w:.-]+\s*=|\s*/?>))", re.IGNORECASE)
_JSON = re.compile(rb'(?:\[\s*)?\{\s*"|\[\s*(?:"|\[|\])')
_SQL = re.compile(rb"(?:insert\s+into|create\s+table|set\s+nocount|select\s+.+\sfrom)\s", re.IGNORECASE)
_NO_TEXT = bytes({*range(32)} - {*b"\x01\t\n\v\f\r\x1a\x1c\x1d\x1e\x1f"})
"""Control signs that no text has; some separate fields."""
_MOST_NO_TEXT = 0.05
_WITHOUT_MARK = "skrevet i UTF-16 uden mærke i begyndelsen"
_UTF32 = "skrevet i UTF-32"
_LOOKED_AT = 4096


def foreign(path: Path) -> str | None:
    """What the file is, when its beginning says that it is no CSV file we read; None where it may be one."""
    with path.open("rb") as file:
        beginning = file.read(_LOOKED_AT)
    if beginning.startswith(_ZIP):
        workbook = any(name in beginning for name in _WORKBOOK)
        return "et regneark" if workbook else "et regneark eller en zip-fil"
    if what := next((what for label, what in _BEGINNINGS if beginning.startswith(label)), None):
        return what
    if beginning.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)) or _three_of_four_are_nul(beginning):
        return _UTF32
    if beginning.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _markup(beginning.replace(b"\x00", b"")[2:])
    if _every_other_is_nul(beginning):
        return _WITHOUT_MARK
    text = beginning.rstrip(b"\x00")
    if len(text) - len(text.translate(None, _NO_TEXT)) > _MOST_NO_TEXT * len(text):
        return "ikke en tekstfil"
    return _markup(beginning.removeprefix(codecs.BOM_UTF8))


def _every_other_is_nul(beginning: bytes) -> bool:
    """Whether a text in UTF-16 begins: its letters have a NUL on one side, and always the same."""
    even, uneven = beginning[0::2], beginning[1::2]
    if len(beginning) < 4:
        return False
    low, high = sorted((even.count(0), uneven.count(0)))
    return high > 0.8 * len(uneven) and low < 0.2 * len(uneven)


def _three_of_four_are_nul(beginning: bytes) -> bool:
    """Whether a text in UTF-32 begins: one byte of each sign's four is always NUL, two more nearly so."""
    if len(beginning) < 8:
        return False
    counts = sorted(beginning[n::4].count(0) / len(beginning[n::4]) for n in range(4))
    return counts[0] < 0.2 and counts[1] > 0.8 and counts[3] == 1


def _markup(beginning: bytes) -> str | None:
    text = beginning.lstrip()
    if _HTML.match(text):
        return "en webside (HTML)"
    if _XML.match(text):
        return "en webside (HTML)" if b"<html" in text.lower() else "en XML-fil"
    if _SQL.match(text):
        return "SQL-sætninger"
    return "en JSON-fil" if _JSON.match(text) else None
