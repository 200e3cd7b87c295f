"""A file's headings as columns of its extract."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.definitions.extract_models import OPTAGNE_NAVNE, Extract
from pipeline.intake.own_words import Fold
from pipeline.intake.pseudonyms import maskeret


@dataclass(frozen=True)
class Overskrifter:
    """A file's headings as written, and what each is called in the raw layer, in the file's order.

    `ukendte` are those of the names that are no columns of the extract; `fejl` stop the run, one line each.
    """

    skrevet: tuple[str, ...]
    navne: tuple[str, ...]
    ukendte: tuple[str, ...]
    fejl: tuple[str, ...]


def genkend(overskrifter: Sequence[str], egne: Mapping[str, str], fold: Fold) -> list[str]:
    """Each heading folded; one of the municipality's own as the column it stands for."""
    return [egne.get(navn, navn) for navn in fold([tekst.strip() for tekst in overskrifter])]


def tolk(
    overskrifter: Sequence[str], extract: Extract, egne: Mapping[str, str], fold: Fold, fil: str
) -> Overskrifter:
    """Find every column of the extract among a file's headings."""
    foldede = genkend(overskrifter, egne, fold)
    fejl = [
        f"{fil}: kolonnen {navn} mangler"
        for navn, kolonne in extract.kolonner.items()
        if kolonne.skal_findes and navn not in foldede
    ]
    if fejl:
        # Headings that are no headings may be a row: name none of them.
        return Overskrifter((), (), (), tuple(fejl))
    ens = [navn for navn, antal in Counter(foldede).items() if navn and antal > 1]
    if ens:
        fejl = [f"{fil}: to overskrifter betyder begge {maskeret(navn)}" for navn in ens]
        return Overskrifter((), (), (), tuple(fejl))
    navne = _raa_navne(overskrifter, foldede, extract)
    ukendte = [n for n, o in zip(navne, overskrifter, strict=True) if n not in extract.kolonner and o.strip()]
    return Overskrifter(tuple(overskrifter), tuple(navne), tuple(ukendte), ())


def _raa_navne(overskrifter: Sequence[str], foldede: Sequence[str], extract: Extract) -> list[str]:
    """Columns by their own name, other headings as they are written, all different in the database."""
    optagne = {navn.lower() for navn in (*extract.kolonner, *OPTAGNE_NAVNE)}
    navne: list[str] = []
    for nr, (tekst, foldet) in enumerate(zip(overskrifter, foldede, strict=True), 1):
        if foldet in extract.kolonner:
            navne.append(foldet)
            continue
        navn = maskeret(" ".join(tekst.split())) or f"kolonne_{nr}"
        while navn.lower() in optagne:
            navn += "_"
        optagne.add(navn.lower())
        navne.append(navn)
    return navne
