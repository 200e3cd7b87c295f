"""What becomes of CPR numbers before anything is stored.

`barn_id` becomes a keyed pseudonym; in other text what looks like a CPR number (`pipeline.base.cpr`) is
masked. An id that holds one (sag_id "010161-1234") becomes a pseudonym too, so that rows still find each
other. Digits alone are left in a key or a reference, where they are as likely the system's own number of a
case, but for those a row says are its own child's number: they become a pseudonym in every extract.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Collection
from typing import Any

from pipeline.base.cpr import POSSIBLE, holds_cpr, id_holds_cpr, number_of


def duplicate_key(secret: bytes) -> str:
    """What row fingerprints are keyed with, so that they cannot be tried against guessed rows."""
    return hmac.digest(secret, b"dubletter", "sha256").hex()


def _pseudonym(secret: bytes, initial: str, text: str) -> str:
    return initial + hmac.digest(secret, text.encode(), "sha256").hex()[:20]


def pseudonymise_child(secret: bytes, value: str) -> str:
    """A child's pseudonym; a CPR number has the same one in whatever way it is written."""
    return _pseudonym(secret, "b", number_of(value) or value) if value else value


def pseudonymise_cpr(secret: bytes, value: str) -> str:
    """An id no other row refers to: a pseudonym where it holds a CPR number, however written."""
    return pseudonymise_child(secret, value) if holds_cpr(value) else value


def pseudonymise_id(secret: bytes, own: Collection[str], value: str) -> str:
    """A key or a reference as it is, but for one that holds a CPR number.

    Ten digits alone may as well be the system's own number of a case, which a leader must be able to
    find again; `own` are the CPR numbers a case was found to be numbered by.
    """
    number = number_of(value)
    if not id_holds_cpr(value) and number not in own:
        return value
    return _pseudonym(secret, "p", f"{number[:6]}-{number[6:]}" if number else value)


def numbered_by_child(keys: Any, children: Any) -> set[str]:
    """The CPR numbers among the keys of rows whose child has that very number; both are text columns."""
    import pyarrow.compute as pc

    last = [pc.utf8_slice_codeunits(column, -4) for column in (keys, children)]
    alike = pc.and_(pc.equal(*last), pc.match_substring_regex(keys, "^[0-9]{9,12}$"))
    if not pc.any(alike).as_py():
        return set()
    pairs = zip(
        *(map(number_of, pc.filter(column, alike).to_pylist()) for column in (keys, children)), strict=True
    )
    return {key for key, child in pairs if key and key == child}


def column_without_cpr(values: Any, how: Callable[[str], str]) -> Any:
    """`how` done to those values of an Arrow text column that could hold a CPR number."""
    import pyarrow.compute as pc

    return each_once(values, pc.match_substring_regex(values, POSSIBLE), how)


def each_once(values: Any, chosen: Any, how: Callable[[str], str]) -> Any:
    """`how` done to the chosen values of an Arrow text column, to each different one once."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not pc.any(chosen).as_py():
        return values
    distinct = pc.filter(values, chosen).dictionary_encode()
    done = pa.array([how(text) for text in distinct.dictionary.to_pylist()], pa.string())
    return pc.replace_with_mask(values, chosen, done.take(distinct.indices))


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
