"""A file's headings as columns of its extract."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
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
    savnede = [
        navn for navn, kolonne in extract.kolonner.items() if kolonne.skal_findes and navn not in foldede
    ]
    if savnede:
        fejl = [f"{fil}: {linje}" for linje in _savnet(savnede, overskrifter, foldede, extract)]
        return Overskrifter((), (), (), tuple(fejl))
    ens = [navn for navn, antal in Counter(foldede).items() if navn and antal > 1]
    if ens:
        fejl = [f"{fil}: to overskrifter betyder begge {maskeret(navn)}" for navn in ens]
        return Overskrifter((), (), (), tuple(fejl))
    navne = _raa_navne(overskrifter, foldede, extract)
    ukendte = [n for n, o in zip(navne, overskrifter, strict=True) if n not in extract.kolonner and o.strip()]
    return Overskrifter(tuple(overskrifter), tuple(navne), tuple(ukendte), ())


def _savnet(
    savnede: Sequence[str], overskrifter: Sequence[str], foldede: Sequence[str], extract: Extract
) -> Iterator[str]:
    """Which columns are missing, and what to do about it."""
    kendte = extract.kolonner.keys() & set(foldede)
    oversaet = f"i indstillingsfilen under [overskrifter.{extract.extract}]"
    if not any(tekst.strip() for tekst in overskrifter):
        yield f"filen er tom; kolonnerne {', '.join(savnede)} mangler"
    elif not kendte:
        yield (
            f"ingen af overskrifterne i filens første linje kendes; kolonnerne {', '.join(savnede)} mangler. "
            f"Er linjen overskrifter, så oversæt dem {oversaet}"
        )
    else:
        yield from (f"kolonnen {navn} mangler" for navn in savnede)
        yield f"ret udtrækket, eller oversæt overskriften {oversaet}{_ukendte(overskrifter, foldede, kendte)}"


def _ukendte(overskrifter: Sequence[str], foldede: Sequence[str], kendte: Collection[str]) -> str:
    """The headings that are not known; none where they may be a row's values instead.

    A row may hold one value that is called as a column, but not two.
    """
    fundne = [maskeret(o.strip()) for o, f in zip(overskrifter, foldede, strict=True) if f not in kendte]
    navne = [navn for navn in fundne if navn]
    return f"; i filen kendes ikke: {', '.join(navne)}" if navne and len(kendte) > 1 else ""


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
