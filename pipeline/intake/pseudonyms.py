"""The key, and what becomes of CPR numbers before anything is stored.

`barn_id` becomes a keyed pseudonym; in other text what looks like a CPR number (`pipeline.base.cpr`) is
masked. An id that holds one (sag_id "010161-1234") becomes a pseudonym too, so that rows still find each
other. Digits alone are left in a key or a reference, where they are as likely the system's own number of a
case, but for those a row says are its own child's number: they become a pseudonym in every extract.
"""

from __future__ import annotations

import hmac
import os
import secrets
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

from pipeline.base.cpr import POSSIBLE, holds_cpr, id_holds_cpr, number_of
from pipeline.base.errors import KeyFault

ENVIRONMENT_KEY = "LEDELSESTILSYN_NOEGLE"
SMALLEST_LENGTH = 32


def key(workspace: Path, environment: Mapping[str, str] = os.environ) -> bytes:
    """The pseudonym key: the environment's, else the workspace's own, made on first use.

    Raises:
        KeyFault: the key is too short, cannot be read, is gone, or is not the one the workspace was
            begun with.
    """
    own, fingerprint = workspace / "noegle", workspace / "noegle.fingeraftryk"
    if text := environment.get(ENVIRONMENT_KEY, "").strip():
        found = _long_enough(text, ENVIRONMENT_KEY)
    elif own.exists():
        found = _long_enough(_read(own), str(own))
    elif fingerprint.exists() or any((workspace / "leverancer").glob("*.duckdb")):
        raise KeyFault(f"{own}: nøglen mangler; hent den fra en sikkerhedskopi, eller sæt {ENVIRONMENT_KEY}.")
    else:
        found = _long_enough(_write(own, secrets.token_hex(32)), str(own))
    _same_as_before(fingerprint, found)
    return found


def _long_enough(text: str, place: str) -> bytes:
    if len(text) < SMALLEST_LENGTH:
        raise KeyFault(f"{place}: nøglen er for kort (forventet: mindst {SMALLEST_LENGTH} tegn).")
    return text.encode()


def _same_as_before(fingerprint: Path, found: bytes) -> None:
    """Only a fingerprint is kept to compare with: it does not give the key away."""
    new = hmac.digest(found, b"fingeraftryk", "sha256").hex()
    old = _read(fingerprint) if fingerprint.exists() else _write(fingerprint, new)
    if not hmac.compare_digest(new.encode(), old.encode()):
        raise KeyFault(f"{fingerprint.parent}: nøglen er ikke den, arbejdsmappen blev begyndt med.")


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise KeyFault(f"{file}: filen kan ikke læses.") from None


def _write(file: Path, text: str) -> str:
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write(text + "\n")
    except OSError:
        raise KeyFault(f"{file}: filen kan ikke skrives.") from None
    return text


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
    import pyarrow as pa
    import pyarrow.compute as pc

    possible = pc.match_substring_regex(values, POSSIBLE)
    if not pc.any(possible).as_py():
        return values
    distinct = pc.filter(values, possible).dictionary_encode()
    cleaned = pa.array([how(text) for text in distinct.dictionary.to_pylist()], pa.string())
    return pc.replace_with_mask(values, possible, cleaned.take(distinct.indices))


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
