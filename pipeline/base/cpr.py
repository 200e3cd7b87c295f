"""CPR numbers as people write them: the one place that knows what looks like one.

Ten digits: day, month, year and a serial number. The day is 1 to 31, or 60 more for a replacement number;
modulus 11 proves nothing since 2007, so it is not asked (CPR-kontoret, "Personnumre uden kontrolciffer
(modulus 11-kontrol)"). Between the parts may stand any signs but letters, in any number a person would write;
the year may have its century, the first zero may be lost, the digits may be another script's, and letters, or
a digit before the number, may be grown together with it.

In an id the rule is narrower, since a case must be found again by the number its system gave it: digits alone
are the system's own number, and so is a date that begins with its year. Everything else that looks like a
CPR number is one there too.
"""

from __future__ import annotations

import re
import unicodedata

MASK = "xxxxxx-xxxx"

_DAY, _DAY_BARE = r"(?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])", "[1-9]"
_MONTH = r"(?:0[1-9]|1[0-2])"
_YEAR = r"(?:1[89]|20)?[0-9]{2}"
_GAP = r"(?:[^\w:]|_)"
"""One sign between the parts of the date. A colon is a time of day's, or stands before the serial number."""
_APART, _TOGETHER = rf"{_GAP}{{1,16}}", r"(?:[^\w]|_){0,16}"
_BLANK = r"[^\w!-~]{1,3}"
_SERIAL = "[0-9]{4}(?![0-9])"
_SPLIT = rf"[0-9]{{2}}{_BLANK}[0-9]{{2}}(?![0-9])"
_ALONE = "(?<![0-9])"

_LOOSE_DATE = (
    rf"(?:(?:{_DAY}|{_DAY_BARE}){_APART}(?:{_MONTH}|[1-9]){_APART}"
    rf"|{_DAY}{_APART}{_MONTH}|{_DAY}{_MONTH}{_APART}){_YEAR}"
)
_TIGHT = rf"{_DAY}{_MONTH}{_YEAR}{_TOGETHER}{_SERIAL}"
_LOOSE = rf"{_ALONE}{_LOOSE_DATE}{_TOGETHER}{_SERIAL}"
_LOST_ZERO = rf"{_ALONE}{_DAY_BARE}{_MONTH}{_YEAR}{_TOGETHER}{_SERIAL}"
_IN_PAIRS = rf"{_ALONE}(?:{_LOOSE_DATE}|{_DAY}{_MONTH}{_YEAR}){_APART}{_SPLIT}"
_ONE_SIGN = rf"{_ALONE}{_DAY}([-./,_])(?:{_MONTH})\1[0-9]{{2}}\1[0-9]{{2}}\1[0-9]{{2}}(?![0-9])"
_LETTER_SPACED = (
    rf"{_ALONE}(?:0{_BLANK}[1-9]|[12]{_BLANK}[0-9]|3{_BLANK}[01]|6{_BLANK}[1-9]|[78]{_BLANK}[0-9]|9{_BLANK}[01])"
    rf"{_BLANK}(?:0{_BLANK}[1-9]|1{_BLANK}[0-2])(?:{_BLANK}[0-9]){{6}}(?![0-9])"
)
_YEAR_FIRST = (
    rf"{_ALONE}(?:1[89]|20)[0-9]{{2}}{_GAP}?{_MONTH}{_GAP}?{_DAY}{_APART}[0-9]{{4}}(?!-?[0-9A-Za-z])"
)

_IN_TEXT = re.compile(
    "|".join((_TIGHT, _LOOSE, _LOST_ZERO, _IN_PAIRS, _ONE_SIGN, _LETTER_SPACED, _YEAR_FIRST))
)
_DATE_ALONE = "(?<!19)(?<!20)"
"""A date that follows a century begins with its year: 20210312-1234 is the system's own way to count."""
_IN_ID = re.compile(
    "|".join((
        rf"{_DATE_ALONE}{_TIGHT}",
        rf"{_ALONE}{_LOOSE_DATE}(?:[^\w]|_){{1,16}}{_SERIAL}",
        rf"{_ALONE}{_DAY_BARE}{_MONTH}{_YEAR}(?:[^\w]|_){{1,16}}{_SERIAL}",
        _IN_PAIRS, _ONE_SIGN, _LETTER_SPACED,
    ))
)  # fmt: skip
_OWN_NUMBER = re.compile("[0-9]*")
_PARTS = re.compile(
    rf"(?:(?P<d>{_DAY}|{_DAY_BARE}){_GAP}{{0,16}}(?P<m>{_MONTH}|(?<=[^0-9])[1-9](?=[^0-9])){_GAP}{{0,16}}"
    rf"(?P<y>{_YEAR}))(?:[^\w]|_){{0,16}}(?P<s>[0-9]{{2}}(?:[^\w]|_){{0,3}}[0-9]{{2}})"
)
_NO_DIGIT = re.compile("[^0-9]+")

_PSEUDONYM = re.compile("[bp][0-9a-f]{20}|[0-9a-f]{64}")
"""What stands for a number, or is a file's fingerprint: digits there are nobody's."""

_RE2_GAP, _RE2_APART = "[^0-9A-Za-z]*", "[^0-9A-Za-z]+"
_RE2_DATE = (
    "(?:[0-9]{2}[^0-9A-Za-z:]*[01][0-9][^0-9A-Za-z:]*|[0-9]{1,2}[^0-9A-Za-z:]+[01]?[0-9][^0-9A-Za-z:]+"
    "|[0-9][01][0-9])(?:1[89]|20)?[0-9]{2}"
)
POSSIBLE = "|".join((
    f"{_RE2_DATE}(?:{_RE2_GAP}[0-9]{{4}}|{_RE2_APART}[0-9]{{2}}[^0-9A-Za-z:]+[0-9]{{2}})",
    "[0-9]{4}[^0-9A-Za-z:]*[01][0-9][^0-9A-Za-z:]*[0-9]{2}[^0-9A-Za-z:]+[0-9]{4}",
    "[0-9](?:[^0-9A-Za-z:]+[0-9]){9}",
    r"[^\P{Nd}0-9]|\p{No}",  # the digits of other scripts, full width, raised and encircled ones
))  # fmt: skip
"""A sieve for whole columns in RE2's syntax, which Arrow and DuckDB share: every CPR number passes it."""
_MAYBE = re.compile(r"(?:[0-9][^0-9]{0,16}){8}[0-9]")


_DATE_AND_YEAR = re.compile(r"[0-9]{2}-[0-9]{2}-[0-9]{4}\W+(?:19|20)[0-9]{2}")


def masked(text: str, *, left: re.Pattern[str] | None = None) -> str:
    """A text with what looks like a CPR number masked, but for what `left` matches."""
    plain = _plain(text)
    if not _MAYBE.search(plain):
        return text
    parts, at = [], 0
    for found in _IN_TEXT.finditer(plain):
        if not _stands_for_one(plain, found) and not (left and left.fullmatch(found[0])):
            parts += [text[at : found.start()], MASK]
            at = found.end()
    return "".join((*parts, text[at:]))


def masked_line(text: str) -> str:
    """As `masked`, of a line of the program's own: a year after one of its dates is a year."""
    return masked(text, left=_DATE_AND_YEAR)


def masked_cell(column: str, text: str) -> str:
    """A value of a published column masked: of an id as an id is, of anything else as text."""
    return masked_id(text) if column.endswith("_id") else masked(text)


def holds_cpr(text: str) -> bool:
    """Whether a text holds what looks like a CPR number."""
    return masked(text) != text


def id_holds_cpr(value: str) -> bool:
    """Whether an id holds a CPR number; digits alone, and a date that begins with its year, are its own."""
    plain = _plain(value)
    if _OWN_NUMBER.fullmatch(value) or not _MAYBE.search(plain):
        return False
    return any(not _stands_for_one(plain, found) for found in _IN_ID.finditer(plain))


def masked_id(value: str) -> str:
    """An id as it is, or the mask where it holds a CPR number."""
    return MASK if id_holds_cpr(value) else value


def number_of(value: str) -> str | None:
    """The ten digits of a value that is a CPR number and nothing else, however written; else None."""
    plain = _plain(value)
    if not _IN_TEXT.fullmatch(plain):
        return None
    if found := _PARTS.fullmatch(plain):
        day, month, year, serial = found.group("d", "m", "y", "s")
        return f"{day:0>2}{month:0>2}{year[-2:]}{_NO_DIGIT.sub('', serial)}"
    digits = _NO_DIGIT.sub("", plain)
    if len(digits) == 12:  # the year first
        return f"{digits[6:8]}{digits[4:6]}{digits[2:4]}{digits[8:]}"
    return digits


def _plain(text: str) -> str:
    """The text sign by sign, with every script's digits as our own."""
    if text.isascii():
        return text
    return "".join(sign if sign.isascii() else _digit(sign) for sign in text)


def _digit(sign: str) -> str:
    """The sign, or the digit it stands for."""
    value = unicodedata.digit(sign, None)
    return sign if value is None else str(value)


def _stands_for_one(plain: str, found: re.Match[str]) -> bool:
    """Whether what was found lies in a pseudonym or a fingerprint."""
    start, end = found.span()
    while start and plain[start - 1].isalnum():
        start -= 1
    while end < len(plain) and plain[end].isalnum():
        end += 1
    return bool(_PSEUDONYM.fullmatch(plain, start, end))
