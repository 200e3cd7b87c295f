"""What a municipality's own word most likely stands for: by its letters, part by part, and by its meaning."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache

MOST = 3
LEAST = 0.4
_ALIKE = 0.6
_SAME = {
    "nr": "id", "nummer": "id", "den": "dato", "dag": "dato", "tid": "tidspunkt", "klokkeslaet": "tidspunkt",
    "medarbejder": "raadgiver", "sagsbehandler": "raadgiver", "cpr": "barn", "foedt": "foedselsdato",
    "lukning": "lukket", "maade": "form", "slags": "type", "art": "type", "enhed": "team", "afdeling": "team",
    "medarbejdere": "raadgivere", "stilling": "rolle", "resultat": "udfald",
}  # fmt: skip
"""Words that systems use for those of the data dictionary."""
_NUMBER = re.compile(r"(\w{2,})(?:nr|nummer)\b")
_EMPTY = frozenset({"af", "til", "og", "i", "ved", "for", "om", "en", "et", "er", "der", "som", "fra"})


def scores(folded: str, known: Mapping[str, str]) -> dict[str, float]:
    """How near a folded word is to each known name, 1 at most; `known` gives each one's folded meaning."""
    return {name: round(_score(folded, name, meaning), 6) for name, meaning in known.items()}


def candidates(scored: Mapping[str, float]) -> tuple[str, ...]:
    """The names near enough, the nearest first."""
    near = sorted((name for name in scored if scored[name] >= LEAST), key=lambda name: (-scored[name], name))
    return tuple(near[:MOST])


def _score(word: str, name: str, meaning: str) -> float:
    """The parts that word and name share, both ways; or, for less, what of the word stands in the meaning."""
    if word == name:
        return 1.0
    own, its = _parts(word), _parts(name)
    found, asked = _covered(own, its), _covered(its, own)
    both = 2 * found * asked / (found + asked) if found + asked else 0.0
    letters = SequenceMatcher(None, word, name, autojunk=False).ratio()
    return max(0.9 * letters if letters > _ALIKE else 0.0, both, 0.7 * _covered(own, _parts(meaning)))


def _covered(parts: Sequence[str], others: Sequence[str]) -> float:
    """How much of some parts has its like among others; longer parts weigh more."""
    weight = sum(map(len, parts))
    best = (len(part) * max((_alike(part, other) for other in others), default=0.0) for part in parts)
    return sum(best) / weight if weight else 0.0


@cache
def _alike(part: str, other: str) -> float:
    ratio = SequenceMatcher(None, part, other, autojunk=False).ratio()
    return ratio if ratio > _ALIKE else 0.0


def _parts(text: str) -> list[str]:
    """Its words, those of systems as the data dictionary's; sagsnr is two, sags and nr."""
    words = _NUMBER.sub(r"\1 nr", "".join(sign if sign.isalnum() else " " for sign in text)).split()
    return [_SAME.get(word, word) for word in words if word not in _EMPTY]
