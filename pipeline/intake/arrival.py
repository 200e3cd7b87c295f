"""What has arrived: which files, what their headings mean, and whether any of it stops the run at once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.definitions.extract_models import Extract
from pipeline.errors import DataAfvist
from pipeline.intake.files import Fil, Mappe, laes_mappe
from pipeline.intake.headings import Overskrifter, genkend, tolk
from pipeline.intake.own_words import EgneOrd, Fold
from pipeline.intake.read_csv import aabn_csv
from pipeline.settings import Indstillinger


@dataclass(frozen=True)
class Modtaget:
    """A delivery before its rows are read: each extract's file and its headings."""

    filer: Mapping[str, Fil]
    overskrifter: Mapping[str, Overskrifter]
    indhold_sha256: str
    beskeder: tuple[str, ...]


def modtag(
    mappe: Path,
    extracts: Mapping[str, Extract],
    egne_ord: EgneOrd,
    indstillinger: Indstillinger,
    fold: Fold,
) -> Modtaget:
    """Find the files and read their headings.

    Raises:
        ForkertBrug: the folder cannot be read.
        DataAfvist: a file is missing, there twice, unreadable, or lacks a column; one line each.
    """
    fundet = laes_mappe(mappe, extracts, fold)
    overskrifter = {
        navn: laes_overskrifter(fil, extracts[navn], egne_ord, fold) for navn, fil in fundet.filer.items()
    }
    fejl = [linje for hver in overskrifter.values() for linje in hver.fejl]
    for extract in extracts.values():
        fejl += [linje + _nabo(extract, fundet, fold) for linje in _savnet(extract, overskrifter)]
    if fejl:
        raise DataAfvist(*fejl)
    return Modtaget(
        fundet.filer,
        overskrifter,
        _indhold(fundet.filer, indstillinger),
        tuple(_beskeder(fundet, overskrifter, extracts)),
    )


def laes_overskrifter(fil: Fil, extract: Extract, egne_ord: EgneOrd, fold: Fold) -> Overskrifter:
    """One file's headings as columns."""
    egne = egne_ord.overskrifter.get(extract.extract, {})
    kendte = extract.kolonner.keys()
    with aabn_csv(fil.sti, fil.tegnsaet, lambda o: len(kendte & set(genkend(o, egne, fold)))) as csv_fil:
        return tolk(csv_fil.overskrifter, extract, egne, fold, fil.navn)


def _savnet(extract: Extract, overskrifter: Mapping[str, Overskrifter]) -> Iterator[str]:
    """Why the run stops when the extract's file is missing; nothing when it may be."""
    if extract.extract in overskrifter or extract.valgfri:
        return
    if undvaeres := extract.kan_undvaeres:
        andet = overskrifter.get(undvaeres.extract)
        if andet and undvaeres.kolonne in andet.navne:
            return
        yield (
            f"{extract.extract}.csv: filen mangler (den kan kun undværes, når {undvaeres.extract} "
            f"har kolonnen {undvaeres.kolonne})"
        )
    else:
        yield f"{extract.extract}.csv: filen mangler"


def _nabo(extract: Extract, fundet: Mappe, fold: Fold) -> str:
    """What lies in the folder under a name that begins like the missing file's: a copy, a workbook."""
    staemmer = fold([Path(navn).stem.strip() for navn in fundet.ukendte])
    navne = [
        navn
        for navn, stamme in zip(fundet.ukendte, staemmer, strict=True)
        if stamme.startswith(extract.extract)
    ]
    return f"; skal {' eller '.join(navne)} bruges, så gem den som {extract.extract}.csv" if navne else ""


def _indhold(filer: Mapping[str, Fil], indstillinger: Indstillinger) -> str:
    """A fingerprint of all that decides what is read: the files, and the municipality's own words."""
    indhold = {
        "filer": {navn: fil.sha256 for navn, fil in filer.items()},
        **indstillinger.model_dump(include={"overskrifter", "vaerdier"}),
    }
    return hashlib.sha256(json.dumps(indhold, sort_keys=True).encode()).hexdigest()


def _beskeder(
    fundet: Mappe, overskrifter: Mapping[str, Overskrifter], extracts: Mapping[str, Extract]
) -> Iterator[str]:
    if fundet.ukendte:
        yield f"Filer, der ikke er udtræk, er sprunget over: {', '.join(fundet.ukendte)}."
    if savnede := [navn for navn in extracts if navn not in fundet.filer]:
        yield f"Udtræk, der ikke er med i leverancen: {', '.join(savnede)}."
    for navn, hver in overskrifter.items():
        fil = fundet.filer[navn].navn
        if hver.ukendte.navne:
            yield f"{fil}: overskrifter, der ikke kendes, bruges ikke: {', '.join(hver.ukendte.navne)}."
        elif hver.ukendte.numre:
            yield f"{fil}: {hver.ukendte}; indholdet bruges ikke."
        if tomme := [kolonne for kolonne in extracts[navn].kolonner if kolonne not in hver.navne]:
            yield f"{fil}: kolonner, der ikke er med, regnes som tomme: {', '.join(tomme)}."
