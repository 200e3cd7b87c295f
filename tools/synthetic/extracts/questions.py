"""The questions a case review puts: each plan's målepunkter, what they are about, and when they are put."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tools.synthetic.extracts.leadership import PLAN

SAG, UNDERRETNING, UNDERSOEGELSE, INDSATS, HANDLEPLAN = range(5)
KINDS = {
    "sag": SAG, "lukket": SAG, "lille_barn": SAG, "stoerre_barn": SAG, "underretning": UNDERRETNING,
    "bfu": UNDERSOEGELSE, "efterslaeb": UNDERSOEGELSE, "indsats": INDSATS, "ventende": INDSATS,
    "tidlig_indsats": INDSATS, "anbringelse": INDSATS, "barnets_plan": HANDLEPLAN,
    "foraeldres_plan": HANDLEPLAN,
}  # fmt: skip
"""What questions are about, and what each is in the words of the extract."""
PLANS: Mapping[str, tuple[int, int]] = {
    PLAN: (2021, 2023), "roskilde_2019": (2019, 2020), "sverigesmodellen": (2021, 2026),
    "varige_spor": (2021, 2026), "herning_2015": (2015, 2017), "barnets_lov_2024": (2024, 2028),
}  # fmt: skip
"""The plans and the years whose reviews put their questions."""


@dataclass(frozen=True)
class Question:
    """One målepunkt: its plan, what it is about, and how many per cent oftener than average it gets a yes."""

    plan: str
    about: str
    ease: int


def _of(plan: str, **about: tuple[str, int]) -> dict[str, Question]:
    return {name: Question(plan, *what) for name, what in about.items()}


LEADING: Mapping[str, Question] = {
    name: Question(PLAN, *what)
    for name, what in {
        "1.1": ("sag", 15), "1.2": ("sag", -5), "2.1": ("underretning", 8), "3.1": ("bfu", 0),
        "5.1": ("underretning", 0), "5.9": ("underretning", 18), "5.10": ("underretning", -10),
        "6.1": ("bfu", 20), "6.5": ("bfu", -8), "6.6": ("bfu", 3), "6.7": ("bfu", 12),
        "6.9": ("efterslaeb", 0), "6.10": ("indsats", -4), "6.12": ("bfu", 6), "7.1": ("indsats", -15),
        "7.9": ("lukket", 5), "7.10": ("lukket", -6), "7.14": ("barnets_plan", 2),
        "7.15": ("barnets_plan", -6), "7.16": ("ventende", -18), "7.17": ("foraeldres_plan", -2),
    }.items()
}  # fmt: skip
"""The questions of the plan the samples are made for."""
OTHERS: Mapping[str, Question] = {
    **_of("roskilde_2019", R18=("sag", -4), R19=("bfu", 4), R20=("lille_barn", 10), R21=("indsats", -10)),
    **_of("sverigesmodellen", S17=("barnets_plan", -5), S18=("bfu", 5)),
    **_of(
        "varige_spor",
        V18=("bfu", 10), V19=("bfu", -8), V20=("bfu", -2), V21=("bfu", -18), V22=("barnets_plan", -6),
    ),
    **_of("herning_2015", H5=("bfu", 8), H15=("tidlig_indsats", 20)),
    **_of("barnets_lov_2024", B19=("stoerre_barn", -10), B20=("anbringelse", -20)),
}  # fmt: skip
"""The questions of the other plans."""
TEMAER = {
    "1": "Faglig ledelse", "2": "Vold og overgreb", "3": "Inddragelse", "5": "Underretninger",
    "6": "Børnefaglige undersøgelser", "7": "Indsats og opfølgning", "R": "De mindste børn",
    "S": "Mål og afdækning", "V": "Fagligt grundlag", "H": "Netværk og valg af indsats",
    "B": "Barnets rettigheder",
}  # fmt: skip
"""What each question is filed under, by its first sign."""
