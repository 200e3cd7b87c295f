"""A file's headings as columns of its extract."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.definitions.extract_models import OPTAGNE_NAVNE, Extract
from pipeline.harmless import enlinje
from pipeline.intake.own_words import Fold
from pipeline.intake.pseudonyms import maskeret
from pipeline.intake.unknown import Ukendte, find_ukendte, kolonne


@dataclass(frozen=True)
class Overskrifter:
    """A file's headings as written, and what each is called in the raw layer, in the file's order.

    `fejl` stop the run, one line each.
    """

    skrevet: tuple[str, ...]
    navne: tuple[str, ...]
    ukendte: Ukendte
    fejl: tuple[str, ...]


def genkend(overskrifter: Sequence[str], egne: Mapping[str, str], fold: Fold) -> list[str]:
    """Each heading folded; one of the municipality's own as the column it stands for."""
    return [egne.get(navn, navn) for navn in fold([tekst.strip() for tekst in overskrifter])]


def tolk(
    overskrifter: Sequence[str], extract: Extract, egne: Mapping[str, str], fold: Fold, fil: str
) -> Overskrifter:
    """Find every column of the extract among a file's headings."""
    foldede = genkend(overskrifter, egne, fold)
    ukendte = find_ukendte(overskrifter, foldede, extract, egne)
    if fejl := [*_savnet(foldede, extract, ukendte)] or [*_ens(foldede, extract)]:
        return Overskrifter((), (), ukendte, tuple(f"{fil}: {linje}" for linje in fejl))
    navne = _raa_navne(overskrifter, foldede, extract)
    return Overskrifter(tuple(overskrifter), tuple(navne), ukendte, ())


def _savnet(foldede: Sequence[str], extract: Extract, ukendte: Ukendte) -> Iterator[str]:
    """Which columns are missing, and what to do about it."""
    savnede = [n for n, beskrevet in extract.kolonner.items() if beskrevet.skal_findes and n not in foldede]
    if not savnede:
        return
    oversaet = f"i indstillingsfilen under [overskrifter.{extract.extract}]"
    if not any(foldede):
        yield f"filen er tom; kolonnerne {', '.join(savnede)} mangler"
    elif not extract.kolonner.keys() & set(foldede):
        yield (
            f"ingen af overskrifterne i filens første linje kendes; kolonnerne {', '.join(savnede)} mangler. "
            f"Er linjen overskrifter, så oversæt dem {oversaet}"
        )
    else:
        yield from (f"kolonnen {navn} mangler" for navn in savnede)
        yield f"ret udtrækket, eller oversæt overskriften {oversaet}{_ogsaa(ukendte)}"


def _ogsaa(ukendte: Ukendte) -> str:
    if ukendte.navne:
        return f"; i filen kendes ikke: {', '.join(ukendte.navne)}"
    return f"; {ukendte}" if ukendte.numre else ""


def _ens(foldede: Sequence[str], extract: Extract) -> Iterator[str]:
    """Which columns are there twice; other headings by their places, since they may be a row's values."""
    for navn, antal in Counter(foldede).items():
        if navn in extract.kolonner and antal > 1:
            yield f"to overskrifter betyder begge {navn}"
        elif navn and antal > 1:
            numre = [nr for nr, foldet in enumerate(foldede, 1) if foldet == navn]
            yield f"{kolonne(numre)} har samme overskrift"


def _raa_navne(overskrifter: Sequence[str], foldede: Sequence[str], extract: Extract) -> list[str]:
    """Columns by their own name, other headings as they are written, all different in the database."""
    optagne = {navn.lower() for navn in (*extract.kolonner, *OPTAGNE_NAVNE)}
    navne: list[str] = []
    for nr, (tekst, foldet) in enumerate(zip(overskrifter, foldede, strict=True), 1):
        if foldet in extract.kolonner:
            navne.append(foldet)
            continue
        navn = maskeret(enlinje(tekst)) or f"kolonne_{nr}"
        while navn.lower() in optagne:
            navn += "_"
        optagne.add(navn.lower())
        navne.append(navn)
    return navne
