"""What becomes of CPR numbers before anything is stored.

`barn_id` becomes a keyed pseudonym; in other text what looks like a CPR number is masked. An id that
holds one (sag_id "010161-1234") becomes a pseudonym too, so that rows still find each other; ten digits
without a hyphen are left in an id, where they are as likely a running number.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Callable
from typing import Any

MASK = "xxxxxx-xxxx"

_MAANED_YEAR = r"(?:0[1-9]|1[0-2])[0-9]{2}"
_DAY_MAANED_YEAR = rf"(?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01]){_MAANED_YEAR}"
# Replacement numbers add 60 to the day. Modulus 11 proves nothing since 2007, so it is not asked.
_BLANK = r"[ \u00a0]"
_SHOWN_APART = rf"(?:{_BLANK}?[-\u2010-\u2013]{_BLANK}?|{_BLANK})"
_CPR = re.compile(rf"(?<![0-9]){_DAY_MAANED_YEAR}{_SHOWN_APART}?[0-9]{{4}}(?![0-9])")
_WITHOUT_ZERO = re.compile(rf"(?<![0-9])[1-9]{_MAANED_YEAR}[0-9]{{4}}(?![0-9])")
"""A CPR number that was a number on its way here and lost its first zero: nine digits."""
_CPR_IN_ID = re.compile(rf"(?<![0-9]){_DAY_MAANED_YEAR}{_SHOWN_APART}[0-9]{{4}}(?![0-9])")
_POSSIBLE = r"[0-9]{5}[^0-9]{0,3}[0-9]{4}"
"""A cheap first sieve for whole columns: every CPR number passes it."""


def duplicate_key(secret: bytes) -> str:
    """What row fingerprints are keyed with, so that they cannot be tried against guessed rows."""
    return hmac.digest(secret, b"dubletter", "sha256").hex()


def _pseudonym(secret: bytes, initial: str, text: str) -> str:
    return initial + hmac.digest(secret, text.encode(), "sha256").hex()[:20]


def pseudonymise_child(secret: bytes, value: str) -> str:
    """A child's pseudonym; a CPR number has the same one however it is spaced, and without its first zero."""
    if not value:
        return value
    if _WITHOUT_ZERO.fullmatch(value):
        value = f"0{value}"
    return _pseudonym(secret, "b", value[:6] + value[-4:] if is_cpr(value) else value)


def is_cpr(value: str) -> bool:
    """Whether a value is a CPR number and nothing else; one without its first zero too."""
    return bool(_CPR.fullmatch(value) or _WITHOUT_ZERO.fullmatch(value))


def pseudonymise_cpr(secret: bytes, value: str) -> str:
    """An id no other row refers to: a pseudonym where it looks like a CPR number, spaced or not."""
    return pseudonymise_child(secret, value) if _CPR.search(value) else value


def pseudonymise_id(secret: bytes, value: str) -> str:
    """A key or a reference as it is, but for one that holds a CPR number with its hyphen.

    Ten digits alone may as well be the system's own number of a case, which a leader must be able to
    find again.
    """
    return _pseudonym(secret, "p", value) if _CPR_IN_ID.search(value) else value


def masked(text: str) -> str:
    """Free text with what looks like a CPR number masked."""
    return _WITHOUT_ZERO.sub(MASK, _CPR.sub(MASK, text))


def column_without_cpr(values: Any, how: Callable[[str], str]) -> Any:
    """`how` done to those values of an Arrow text column that could hold a CPR number."""
    import pyarrow as pa
    import pyarrow.compute as pc

    possible = pc.match_substring_regex(values, _POSSIBLE)
    if not pc.any(possible).as_py():
        return values
    cleaned = [how(text) for text in pc.filter(values, possible).to_pylist()]
    return pc.replace_with_mask(values, possible, pa.array(cleaned, pa.string()))


def child_column(values: Any, secret: bytes, known: dict[str, str]) -> Any:
    """Every filled value of an Arrow text column as a pseudonym; `known` is kept between calls."""
    import pyarrow as pa

    dictionary = values.dictionary_encode()
    new = []
    for text in dictionary.dictionary.to_pylist():
        if (found := known.get(text)) is None:
            found = known[text] = pseudonymise_child(secret, text)
        new.append(found)
    return pa.array(new, pa.string()).take(dictionary.indices)
