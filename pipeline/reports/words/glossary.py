"""Words of the craft that a committee may not know, each explained once where it is used."""

from __future__ import annotations

import re
from collections.abc import Iterable

EXPLAINED: tuple[tuple[str, str, str], ...] = (
    ("BFU", r"\bBFU\b|børnefaglig|undersøgelse", "Børnefaglig undersøgelse: af et barns behov for støtte."),
    ("ICS", r"\bICS\b", "Integrated Children's System: en fast måde at beskrive et barns behov på."),
    ("LØFT", r"\bLØFT\b", "Løsningsfokuseret tilgang, der bygger på familiens egne ressourcer."),
    (
        "Partshøring",
        r"partshør",
        "Forældre og unge ser kommunens oplysninger og kan udtale sig, før der træffes afgørelse.",
    ),
    ("Underretning", r"underretning", "En henvendelse om, at et barn kan have brug for særlig støtte."),
    ("Faglig vurdering", r"faglig vurdering", "Hvad der skal ske på baggrund af en underretning."),
    ("Handleplan", r"\bhandleplan", "Skriftlig plan for støtten: hvad den skal føre til."),
    ("Forældrehandleplan", r"forældrehandleplan", "Plan for støtten til forældre til et anbragt barn."),
    (
        "Indsatstrappen",
        r"indsatstrappe",
        "Indsatserne ordnet i fem trin efter, hvor meget de griber ind i barnets hverdag.",
    ),
    ("Netværksmøde", r"netværksmøde", "Møde, hvor familiens eget netværk er med."),
    ("SOFUS", r"\bSOFUS\b", "Systemet, hvor henvisninger og ventetid til tilbud står."),
)
"""Each term, what in a text uses it, and its meaning in one sentence."""


def explained(texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The terms that the texts use, in the order of the list, with what they mean."""
    said = " ".join(texts)
    return tuple((term, meaning) for term, use, meaning in EXPLAINED if re.search(use, said, re.IGNORECASE))
