"""From the made-up history to deliveries: what the register showed on a day, written in one dialect."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import ForkertBrug
from pipeline.resources import ressource
from pipeline.settings import laes_indstillinger
from pipeline.synthetic import (
    aktiviteter,
    ledelse,
    opfoelgninger,
    organisation,
    sagsakter,
    snavs,
    stoette,
    tilsyn,
    undersoegelser,
    verden,
)
from pipeline.synthetic.dialekt import Dialekt, tekster
from pipeline.synthetic.kerne import ALDRIG, BEGYNDELSE, MANGLER, SLUTNING, Kolonne, Tabel, dag
from pipeline.synthetic.verden import Verden

EKSTRAKTER: tuple[Callable[[Verden], Tabel], ...] = (
    lambda v: organisation.teams(v.org),
    lambda v: organisation.raadgivere(v.org),
    sagsakter.sager,
    sagsakter.sagsfordeling,
    sagsakter.underretninger,
    undersoegelser.undersoegelser,
    undersoegelser.boernesamtaler,
    aktiviteter.aktiviteter,
    stoette.indsatser,
    stoette.handleplaner,
    opfoelgninger.opfoelgninger,
    undersoegelser.afdaekninger,
    stoette.ventetider,
    tilsyn.tilsynssvar,
    tilsyn.spoergeskemasvar,
    ledelse.milepaelsstatus,
    ledelse.kommentarer,
    stoette.udgifter,
)
INDSTILLINGER = ("data_samples", "indstillinger.toml")
UKENDTE_KOLONNER = {"sager": ("Oprettet i system", "Fagsystem"), "udgifter": ("Konto", "5.28.21.1")}
"""Columns of the municipality's own that the contract does not know: extract -> heading and value."""
_PR_PORTION = 100_000
_DIALEKTER = (
    Dialekt("utf-8-sig", ";", "\r\n", iso=False, ja="J", nej="N", tusindtal=True),
    Dialekt("utf-8", "\t", "\n", iso=False, ja="1", nej="0"),
    Dialekt("utf-8", ",", "\n", iso=True, ja="true", nej="false", cpr_streg=False),
)
"""One for each third of a year, so that the deliveries of a year differ in every way the intake allows."""


def _egen_dialekt() -> Dialekt:
    """Windows-1252 with the headings and values the sample settings file maps to the contract's."""
    sat = laes_indstillinger(ressource(*INDSTILLINGER))
    return Dialekt(
        "cp1252", ";", "\r\n", iso=False, ja="ja", nej="nej", egne_ord=True,
        overskrifter={e: {k: o for o, k in par.items()} for e, par in sat.overskrifter.items()},
        vaerdier={
            e: {k: {kode: egen for egen, kode in ord_.items() if egen != "*"} for k, ord_ in kolonner.items()}
            for e, kolonner in sat.vaerdier.items()
        },
        ekstra=UKENDTE_KOLONNER,
    )  # fmt: skip


def _vaerdier(kolonne: Kolonne, raekker: NDArray[np.int64], i_dag: int) -> NDArray[np.generic]:
    """The values of the shown rows, emptied where they were not yet known."""
    alle = kolonne.vaerdier if kolonne.paa_dagen is None else kolonne.paa_dagen(i_dag)
    vaerdier = alle[raekker]
    if kolonne.kendt is None:
        return vaerdier
    tom = ALDRIG if kolonne.type in ("dato", "tid", "barn", "oere") else MANGLER
    return np.where(kolonne.kendt[raekker] <= i_dag, vaerdier, tom)


def _raekker(tabel: Tabel, dialekt: Dialekt, i_dag: int) -> Iterator[list[tuple[str, ...]]]:
    """The fields of every row the register showed on a day, some thousand rows at a time."""
    vist = tabel.registreret <= i_dag
    if tabel.afloest is not None:
        vist &= i_dag < tabel.afloest
    alle = np.flatnonzero(vist)
    for fra in range(0, len(alle), _PR_PORTION):
        raekker = alle[fra : fra + _PR_PORTION]
        felter = [
            tekster(dialekt, tabel.navn, navn, kolonne, _vaerdier(kolonne, raekker, i_dag))
            for navn, kolonne in tabel.kolonner.items()
        ]
        yield list(zip(*felter, strict=True))


def _med_ukendt_kolonne(tabel: Tabel, dialekt: Dialekt) -> Tabel:
    """The extract with the column that is the register's own business, where it has one."""
    if tabel.navn not in dialekt.ekstra:
        return tabel
    overskrift, vaerdi = dialekt.ekstra[tabel.navn]
    ens = Kolonne("kode", np.zeros(len(tabel), dtype=np.int64), koder=(vaerdi,))
    return replace(tabel, kolonner={**tabel.kolonner, overskrift: ens})


@dataclass(frozen=True)
class _Leverance:
    """One delivery being written."""

    mappe: Path
    dato: date
    dialekt: Dialekt
    snavs: bool

    def skriv(self, tabel: Tabel, foerste_blok: bool) -> None:
        """Append one block's rows to the extract; the first block begins the file and carries the faults."""
        maade, indkodning = "a", self.dialekt.indkodning.removesuffix("-sig")
        if foerste_blok:  # a byte order mark stands at the beginning of the file alone
            maade, indkodning = "w", self.dialekt.indkodning
        with (self.mappe / f"{tabel.navn}.csv").open(maade, encoding=indkodning, newline="") as fil:
            for linje in self._linjer(tabel, foerste_blok):
                fil.write(linje + self.dialekt.linjeskift)

    def _linjer(self, tabel: Tabel, foerste_blok: bool) -> Iterator[str]:
        """The header of a file that begins, then the rows; the faults lie among the first of them."""
        tabel = _med_ukendt_kolonne(tabel, self.dialekt)
        samlet = self.dialekt.skilletegn.join
        if foerste_blok:
            yield samlet(self.dialekt.felt(self.dialekt.overskrift(tabel.navn, k)) for k in tabel.kolonner)
        for nr, raekker in enumerate(_raekker(tabel, self.dialekt, dag(self.dato))):
            if self.snavs and foerste_blok and nr == 0:
                yield from snavs.tilfoej(tabel.navn, list(tabel.kolonner), raekker, self.dialekt, self.dato)
            else:
                yield from map(samlet, raekker)


def skriv_leverancer(
    rod: Path,
    *,
    datoer: Sequence[date],
    skala: int = 1,
    froe: int = 2021,
    snavs: bool = True,
    egne_betegnelser: Collection[date] = (),
) -> None:
    """Write one delivery of all 18 extracts for each date, in the folder `rod/YYYY-MM-DD`.

    Args:
        rod: where the folders are made; files already there are replaced.
        datoer: the days the deliveries are drawn, from 2020-01-01 to 2023-12-31.
        skala: how many municipalities of 80,000 the cases amount to; teams grow with its square root.
        froe: the seed; the same seed and scale give the same bytes on every platform.
        snavs: whether a few faulty rows of every kind the intake knows are mixed in.
        egne_betegnelser: the dates whose delivery comes as Windows-1252 with the municipality's own
            headings and values, as `data_samples/indstillinger.toml` maps them.

    Raises:
        ForkertBrug: a date outside the made-up history, or a scale below 1.
    """
    _kontroller(datoer, skala)
    leverancer = [_aabn(rod, dato, snavs, dato in egne_betegnelser) for dato in datoer]
    for blok in range(skala):
        her = verden.byg(froe, blok, skala)
        for ekstrakt in EKSTRAKTER:
            tabel = ekstrakt(her)
            for leverance in leverancer:
                leverance.skriv(tabel, blok == 0)


def _kontroller(datoer: Sequence[date], skala: int) -> None:
    for dato in datoer:
        if not BEGYNDELSE <= dag(dato) <= SLUTNING:
            raise ForkertBrug(f"Datoen {dato:%d-%m-%Y} ligger uden for den opdigtede historie (2020-2023).")
    if skala < 1:
        raise ForkertBrug(f"Skalaen {skala} kan ikke bruges: den skal være mindst 1.")


def _aabn(rod: Path, dato: date, snavs: bool, egne_betegnelser: bool) -> _Leverance:
    mappe = rod / f"{dato}"
    mappe.mkdir(parents=True, exist_ok=True)
    dialekt = _egen_dialekt() if egne_betegnelser else _DIALEKTER[(dato.month - 1) // 4]
    return _Leverance(mappe, dato, dialekt, snavs)
