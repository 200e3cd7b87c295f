"""The key, and what becomes of CPR numbers before anything is stored.

`barn_id` becomes a keyed pseudonym; in other text what looks like a CPR number is masked. An id that
holds one (sag_id "010161-1234") becomes a pseudonym too, so that rows still find each other; ten digits
without a hyphen are left in an id, where they are as likely a running number.
"""

from __future__ import annotations

import hmac
import os
import re
import secrets
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from pipeline.errors import NoegleFejl

MILJOE_NOEGLE = "LEDELSESTILSYN_NOEGLE"
MINDSTE_LAENGDE = 32
MASKE = "xxxxxx-xxxx"

_DAG_MAANED_AAR = r"(?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])(?:0[1-9]|1[0-2])[0-9]{2}"
# Replacement numbers add 60 to the day. Modulus 11 proves nothing since 2007, so it is not asked.
_BLANK = r"[ \u00a0]"
_SKILT = rf"(?:{_BLANK}?[-\u2010-\u2013]{_BLANK}?|{_BLANK})"
_CPR = re.compile(rf"(?<![0-9]){_DAG_MAANED_AAR}{_SKILT}?[0-9]{{4}}(?![0-9])")
_CPR_I_ID = re.compile(rf"(?<![0-9]){_DAG_MAANED_AAR}{_SKILT}[0-9]{{4}}(?![0-9])")
_MULIG = r"[0-9]{6}[^0-9]{0,3}[0-9]{4}"
"""A cheap first sieve for whole columns: every CPR number passes it."""


def noegle(arbejdsmappe: Path, miljoe: Mapping[str, str] = os.environ) -> bytes:
    """The pseudonym key: the environment's, else the workspace's own, made on first use.

    Raises:
        NoegleFejl: the key is too short, cannot be read, is gone, or is not the one the workspace was
            begun with.
    """
    egen, aftryk = arbejdsmappe / "noegle", arbejdsmappe / "noegle.fingeraftryk"
    if tekst := miljoe.get(MILJOE_NOEGLE, "").strip():
        fundet = _lang_nok(tekst, MILJOE_NOEGLE)
    elif egen.exists():
        fundet = _lang_nok(_laes(egen), str(egen))
    elif aftryk.exists() or any((arbejdsmappe / "leverancer").glob("*.duckdb")):
        raise NoegleFejl(
            f"{egen}: nøglen mangler; hent den fra en sikkerhedskopi, eller sæt {MILJOE_NOEGLE}."
        )
    else:
        fundet = _lang_nok(_skriv(egen, secrets.token_hex(32)), str(egen))
    _samme_som_foer(aftryk, fundet)
    return fundet


def _lang_nok(tekst: str, sted: str) -> bytes:
    if len(tekst) < MINDSTE_LAENGDE:
        raise NoegleFejl(f"{sted}: nøglen er for kort (forventet: mindst {MINDSTE_LAENGDE} tegn).")
    return tekst.encode()


def _samme_som_foer(aftryk: Path, fundet: bytes) -> None:
    """Only a fingerprint is kept to compare with: it does not give the key away."""
    nyt = hmac.digest(fundet, b"fingeraftryk", "sha256").hex()
    gammelt = _laes(aftryk) if aftryk.exists() else _skriv(aftryk, nyt)
    if not hmac.compare_digest(nyt.encode(), gammelt.encode()):
        raise NoegleFejl(f"{aftryk.parent}: nøglen er ikke den, arbejdsmappen blev begyndt med.")


def _laes(fil: Path) -> str:
    try:
        return fil.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise NoegleFejl(f"{fil}: filen kan ikke læses.") from None


def _skriv(fil: Path, tekst: str) -> str:
    try:
        fil.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(fil, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as ud:
            ud.write(tekst + "\n")
    except OSError:
        raise NoegleFejl(f"{fil}: filen kan ikke skrives.") from None
    return tekst


def dubletnoegle(hemmelig: bytes) -> str:
    """What row fingerprints are keyed with, so that they cannot be tried against guessed rows."""
    return hmac.digest(hemmelig, b"dubletter", "sha256").hex()


def _pseudonym(hemmelig: bytes, forbogstav: str, tekst: str) -> str:
    return forbogstav + hmac.digest(hemmelig, tekst.encode(), "sha256").hex()[:20]


def pseudonymiser_barn(hemmelig: bytes, vaerdi: str) -> str:
    """A child's pseudonym; a CPR number has the same one however it is spaced."""
    if not vaerdi:
        return vaerdi
    return _pseudonym(hemmelig, "b", vaerdi[:6] + vaerdi[-4:] if _CPR.fullmatch(vaerdi) else vaerdi)


def pseudonymiser_cpr(hemmelig: bytes, vaerdi: str) -> str:
    """An id no other row refers to: a pseudonym where it looks like a CPR number, spaced or not."""
    return pseudonymiser_barn(hemmelig, vaerdi) if _CPR.search(vaerdi) else vaerdi


def pseudonymiser_id(hemmelig: bytes, vaerdi: str) -> str:
    """A key or a reference as it is, but for one that holds a CPR number with its hyphen.

    Ten digits alone may as well be the system's own number of a case, which a leader must be able to
    find again.
    """
    return _pseudonym(hemmelig, "p", vaerdi) if _CPR_I_ID.search(vaerdi) else vaerdi


def maskeret(tekst: str) -> str:
    """Free text with what looks like a CPR number masked."""
    return _CPR.sub(MASKE, tekst)


def kolonne_uden_cpr(vaerdier: Any, hvordan: Callable[[str], str]) -> Any:
    """`hvordan` done to those values of an Arrow text column that could hold a CPR number."""
    import pyarrow as pa
    import pyarrow.compute as pc

    mulige = pc.match_substring_regex(vaerdier, _MULIG)
    if not pc.any(mulige).as_py():
        return vaerdier
    rensede = [hvordan(tekst) for tekst in pc.filter(vaerdier, mulige).to_pylist()]
    return pc.replace_with_mask(vaerdier, mulige, pa.array(rensede, pa.string()))


def barnekolonne(vaerdier: Any, hemmelig: bytes, kendte: dict[str, str]) -> Any:
    """Every filled value of an Arrow text column as a pseudonym; `kendte` is kept between calls."""
    import pyarrow as pa

    ordbog = vaerdier.dictionary_encode()
    nye = []
    for tekst in ordbog.dictionary.to_pylist():
        if (fundet := kendte.get(tekst)) is None:
            fundet = kendte[tekst] = pseudonymiser_barn(hemmelig, tekst)
        nye.append(fundet)
    return pa.array(nye, pa.string()).take(ordbog.indices)
