"""What the codes of a result are called: its statuses and its sources."""

from __future__ import annotations

STATUS_WORDS = {
    "ingen_data": "ingen data",
    "uden_milepael": "milepæl ikke fastsat",
    "foer_foerste_milepael": "ingen milepæl endnu",
    "foran": "foran planen",
    "naaet": "nået",
    "ikke_naaet": "ikke nået",
    "foer_baseline": "før udgangspunktet",
    "baseline": "udgangspunktet",
    "baseline_mangler": "udgangspunktet mangler",
    "bedre": "bedre end ved start",
    "daarligere": "dårligere end ved start",
    "ikke_til_at_skelne": "kan ikke skelnes fra tilfældig variation",
    "uden_vurdering": "vurderes ikke",
}
"""Each status of a result in words (contract, section 2)."""
LAW_STATUS_WORDS = {
    **STATUS_WORDS,
    "uden_milepael": "intet krav i tal",
    "foer_foerste_milepael": "intet krav endnu",
    "foran": "foran kravet",
    "naaet": "overholdt",
    "ikke_naaet": "ikke overholdt",
}
"""The same of a plan that is a law: its demands are met or not."""
CANNOT_TELL = "kan ikke opgøres"
"""What is said instead of no data where the delivery lacks a file or a column the figure is made from."""
WITHOUT_VERDICT = frozenset(
    {
        "ingen_data",
        "uden_milepael",
        "foer_foerste_milepael",
        "foer_baseline",
        "baseline",
        "baseline_mangler",
        "uden_vurdering",
    }
)
"""The statuses that judge nothing: there is nothing to judge, or nothing to judge it by."""
SOURCE_LABELS = {
    "dubu": "register",
    "sofus": "register",
    "tilsyn": "sagsgennemgang",
    "spoergeskema": "spørgeskema",
}
"""A figure's source in one word, where two sources stand beside each other."""
SOURCES = {
    "dubu": "DUBU",
    "sofus": "SOFUS",
    "tilsyn": "sagsgennemgang i ledelsestilsynet",
    "spoergeskema": "spørgeskema til medarbejderne",
}
"""Where an indicator's figures come from, by the name its readers know."""


def status_words(slags: str | None) -> dict[str, str]:
    """The words of each status for a plan of a kind (`slags`); None where a publication does not say."""
    return LAW_STATUS_WORDS if slags == "lov" else STATUS_WORDS
