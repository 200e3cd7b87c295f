"""The key that pseudonyms are made with: made once, whole or not at all, and never taken for another one.

Beside it lies a fingerprint, by which another key is recognised without giving this one away. The key is on
the disk before its fingerprint, and both before anything is pseudonymised with it: cut short anywhere in
between, the next run goes on with the same key.
"""

from __future__ import annotations

import hmac
import os
import secrets
import stat
from collections.abc import Mapping
from pathlib import Path

from pipeline.base.durable import write
from pipeline.base.errors import KeyFault

ENVIRONMENT_KEY = "LEDELSESTILSYN_NOEGLE"
SMALLEST_LENGTH = 32
FILE_NAME, FINGERPRINT = "noegle", "noegle.fingeraftryk"
_FOR_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def key(workspace: Path, environment: Mapping[str, str] = os.environ) -> bytes:
    """The pseudonym key: the environment's, else the workspace's own, made on first use.

    The caller has the workspace to itself.

    Raises:
        KeyFault: the key is too short, cannot be read or can be by others, is a link, is gone, or is not the
            one the workspace was begun with.
    """
    own, fingerprint = workspace / FILE_NAME, workspace / FINGERPRINT
    if text := environment.get(ENVIRONMENT_KEY, "").strip():
        found = _long_enough(text, ENVIRONMENT_KEY)
    elif _is_there(own) and not _never_written(own, workspace):
        _require_secret(own)
        found = _long_enough(_read(own), str(own))
    elif _is_there(fingerprint) or _has_deliveries(workspace):
        raise KeyFault(f"{own}: nøglen mangler; hent den fra en sikkerhedskopi, eller sæt {ENVIRONMENT_KEY}.")
    else:
        found = _long_enough(_write(own, secrets.token_hex(32)), str(own))
    _same_as_before(fingerprint, found)
    return found


def _is_there(file: Path) -> bool:
    """Also a link that leads nowhere: it is nobody's key, and none is made through it.

    Raises:
        KeyFault: it is a link.
    """
    if file.is_symlink():
        raise KeyFault(
            f"{file}: er et link, og et link følges ikke. Læg filen selv her, eller sæt {ENVIRONMENT_KEY}."
        )
    return file.exists()


def _has_deliveries(workspace: Path) -> bool:
    return any((workspace / "leverancer").glob("*.duckdb"))


def _never_written(own: Path, workspace: Path) -> bool:
    """An empty file that an earlier version left when it was killed: nothing has been made with it."""
    unused = not (workspace / FINGERPRINT).exists() and not _has_deliveries(workspace)
    return unused and own.is_file() and own.stat().st_size == 0


def _require_secret(own: Path) -> None:
    """Refuse a key that others may read: with it and a list of CPR numbers every child can be found.

    Windows has no such modes; there the folder's rights decide.
    """
    if os.name != "nt" and own.stat().st_mode & _FOR_OTHERS:
        raise KeyFault(
            f"{own}: nøglen kan læses af andre end sin ejer. Kør chmod 600 på den; kan nogen have læst den, "
            "så spørg den, der er ansvarlig for data."
        )


def _long_enough(text: str, place: str) -> bytes:
    if len(text) < SMALLEST_LENGTH:
        raise KeyFault(f"{place}: nøglen er for kort (forventet: mindst {SMALLEST_LENGTH} tegn).")
    return text.encode()


def _same_as_before(fingerprint: Path, found: bytes) -> None:
    """Only a fingerprint is kept to compare with: it does not give the key away."""
    new = hmac.digest(found, b"fingeraftryk", "sha256").hex()
    old = _read(fingerprint) if _is_there(fingerprint) else _write(fingerprint, new)
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
        write(file, text + "\n")
    except OSError:
        raise KeyFault(f"{file}: filen kan ikke skrives.") from None
    return text
