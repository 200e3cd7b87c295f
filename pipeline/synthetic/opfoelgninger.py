"""The extract of follow-up: meetings, visits and calls about the measures of a case."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pipeline.synthetic.indsatsforloeb import ANBRINGELSE, TIDLIG_INDSATS
from pipeline.synthetic.kerne import (
    ALDRIG,
    BEGYNDELSE,
    MANGLER,
    SLUTNING,
    Heltal,
    Sandt,
    Tabel,
    Terning,
    hverdag_foer,
    saml,
    udvalg,
)
from pipeline.synthetic.kurver import chance
from pipeline.synthetic.verden import INDSATS, SAG, Verden

FORMER = ("moede", "telefon", "besoeg", "administrativ")
MOEDE, TELEFON, BESOEG, ADMINISTRATIV = range(4)
_HOEJST = 16


@dataclass(frozen=True)
class _Opfoelgninger:
    """One entry per row to be; `indsats` is MANGLER where it concerns every measure of the case."""

    sag: Heltal
    indsats: Heltal
    dag: Heltal
    form: Heltal
    tilsyn: Heltal


def _opfoelgning(sag: Heltal, indsats: Heltal, dage: Heltal, form: int, tilsyn: Heltal) -> _Opfoelgninger:
    return _Opfoelgninger(
        sag, indsats, dage, np.full(len(sag), form, dtype=np.int64), tilsyn.astype(np.int64)
    )


def _raekke(
    verden: Verden,
    terning: Terning,
    nr: Heltal,
    indikator: str,
    *,
    foerste: tuple[int, int],
    til_tiden: tuple[int, int],
    for_sent: int,
) -> tuple[Heltal, Heltal]:
    """Measure and day of repeated deeds: the first within `foerste` days, the next `til_tiden` days apart.

    By the indicator's chance they are on time; else up to `for_sent` days late.
    """
    i = verden.indsatser
    slut = np.minimum(np.minimum(i.slut[nr], verden.lukket[i.sag[nr]]), SLUTNING)
    ny = i.start[nr] >= BEGYNDELSE
    nu = np.where(ny, i.start[nr], np.maximum(i.start[nr], BEGYNDELSE - 150))
    hvem, dage = [], []
    for gang in range(_HOEJST):
        hold, _ = verden.fordeling.holder(i.sag[nr], nu + 120)
        i_tide = terning.lykkes(chance(indikator, nu + 150, hold), len(nr))
        kort = np.where(gang == 0, np.where(ny, foerste[0], 10), til_tiden[0])
        lang = np.where(gang == 0, np.where(ny, foerste[1], 160), til_tiden[1])
        nu = nu + np.where(
            i_tide, terning.heltal(kort, lang, len(nr)), lang + terning.heltal(15, for_sent, len(nr))
        )
        nu = hverdag_foer(nu)
        inden = (nu <= slut) & (nu >= BEGYNDELSE)
        hvem.append(nr[inden])
        dage.append(nu[inden])
    return np.concatenate(hvem), np.concatenate(dage)


def _moeder(verden: Verden, terning: Terning) -> _Opfoelgninger:
    """Meetings about each leading measure; half of them are written as concerning the whole case."""
    i = verden.indsatser
    stoette = np.flatnonzero(i.begyndt & (i.kategori != TIDLIG_INDSATS)).astype(np.int64)
    # The first measure of a case leads; others have their own meetings, but for some that end before it.
    foerste = np.full(len(verden.sager), ALDRIG, dtype=np.int64)
    np.minimum.at(foerste, i.sag[stoette], stoette)
    leder = (foerste[i.sag[stoette]] == stoette) | (i.kategori[stoette] == ANBRINGELSE)
    leder |= (i.slut[stoette] > i.slut[foerste[i.sag[stoette]]]) | terning.lykkes(500, len(stoette))
    hvem, dage = _raekke(
        verden, terning, stoette[leder], "7.7", foerste=(45, 88), til_tiden=(110, 178), for_sent=300
    )
    faelles = terning.lykkes(500, len(hvem))
    paa_stedet = (i.kategori[hvem] == ANBRINGELSE) & _tilsyn(verden, terning, hvem, dage, "7.8", 850)
    moeder = _opfoelgning(i.sag[hvem], np.where(faelles, MANGLER, hvem), dage, MOEDE, paa_stedet)
    egne = udvalg(moeder, ~faelles & terning.lykkes(500, len(hvem)))
    return saml([moeder, _ogsaa_om_andre(verden, egne, stoette[~leder])])


def _ogsaa_om_andre(verden: Verden, moeder: _Opfoelgninger, andre: Heltal) -> _Opfoelgninger:
    """The same meetings once more, by name of another measure of the case that runs that day."""
    i = verden.indsatser
    efter_sag = np.append(andre[np.argsort(i.sag[andre], kind="stable")], len(i.sag) - 1)
    plads = np.searchsorted(i.sag[efter_sag[:-1]], moeder.sag)
    anden = efter_sag[plads]
    passer = (i.sag[anden] == moeder.sag) & (i.start[anden] <= moeder.dag) & (i.slut[anden] > moeder.dag)
    passer &= anden != moeder.indsats
    ens = udvalg(moeder, passer)
    return _opfoelgning(ens.sag, anden[passer], ens.dag, MOEDE, np.zeros(len(ens.sag), dtype=np.int64))


def _tilsyn(verden: Verden, terning: Terning, nr: Heltal, dage: Heltal, indikator: str, del_: int) -> Heltal:
    """1 by the chance of an indicator times a part in thousand."""
    hold, _ = verden.fordeling.holder(verden.indsatser.sag[nr], dage)
    lykkes = terning.lykkes(chance(indikator, dage, hold) * del_ // 1000, len(nr))
    return np.asarray(lykkes, dtype=np.int64)


def _besoeg(verden: Verden, terning: Terning) -> _Opfoelgninger:
    """Visits where placed children live, most of them twice a year."""
    i = verden.indsatser
    anbragt = np.flatnonzero((i.kategori == ANBRINGELSE) & i.begyndt).astype(np.int64)
    hvem, dage = _raekke(
        verden, terning, anbragt, "7.11", foerste=(40, 170), til_tiden=(120, 175), for_sent=150
    )
    return _opfoelgning(i.sag[hvem], hvem, dage, BESOEG, terning.lykkes(930, len(hvem)).astype(np.int64))


def _forberedende(terning: Terning, moeder: _Opfoelgninger) -> _Opfoelgninger:
    """Visits in the fortnight before some meetings, and calls and paperwork at any time."""
    hvem = udvalg(moeder, terning.lykkes(90, len(moeder.sag)))
    besoeg = _opfoelgning(
        hvem.sag,
        hvem.indsats,
        hverdag_foer(hvem.dag - terning.heltal(1, 12, len(hvem.sag))),
        BESOEG,
        np.ones(len(hvem.sag), np.int64),
    )
    andre = udvalg(moeder, terning.lykkes(300, len(moeder.sag)))
    dage = hverdag_foer(andre.dag + terning.heltal(5, 60, len(andre.sag)))
    kald = _opfoelgning(andre.sag, andre.indsats, dage, TELEFON, np.zeros(len(andre.sag), np.int64))
    papir = terning.lykkes(250, len(andre.sag))
    kald = _Opfoelgninger(
        kald.sag, kald.indsats, kald.dag, np.where(papir, ADMINISTRATIV, TELEFON), kald.tilsyn
    )
    return saml([besoeg, kald])


def _begivenheder(verden: Verden, terning: Terning) -> _Opfoelgninger:
    moeder = _moeder(verden, terning)
    alle = saml([moeder, _besoeg(verden, terning), _forberedende(terning, moeder)])
    begyndt = np.where(alle.indsats >= 0, verden.indsatser.start[alle.indsats.clip(0)], BEGYNDELSE)
    senest = np.where(alle.indsats >= 0, verden.indsatser.slut[alle.indsats.clip(0)], ALDRIG)
    senest = np.minimum(senest, verden.lukket[alle.sag])
    alle = udvalg(alle, (alle.dag >= np.maximum(begyndt, BEGYNDELSE)) & (alle.dag <= senest))
    return udvalg(alle, np.argsort(alle.dag, kind="stable"))


def _ja(terning: Terning, indikator: str, dage: Heltal, hold: Heltal) -> Sandt:
    """Whether an indicator's chance came out on each day."""
    return terning.lykkes(chance(indikator, dage, hold), len(dage))


def _deltagere(tabel: Tabel, o: _Opfoelgninger, terning: Terning, hold: Heltal) -> None:
    """Who took part in a meeting and whether the goals were followed up; empty for other forms."""

    def kun_moeder(svar: Heltal | Sandt) -> Heltal:
        return np.where(o.form == MOEDE, svar, MANGLER).astype(np.int64)

    antal = len(o.sag)
    deltog = _ja(terning, "3.2", o.dag, hold)
    talt = np.where(o.tilsyn == 1, terning.lykkes(860, antal), deltog).astype(np.int64)
    tabel.tal("talt_med_barnet", "bool", talt)
    tabel.tal("barn_deltog", "bool", kun_moeder(deltog))
    # A child's level of functioning is the same at every meeting.
    tabel.tal("barn_undtaget", "bool", kun_moeder(o.sag * 7919 % 1000 < 30))
    tabel.tal("foraeldre_deltog", "bool", kun_moeder(terning.lykkes(780, antal)))
    begge = _ja(terning, "3.3", o.dag, hold)
    privat = begge | terning.lykkes(180, antal)
    tabel.tal("privat_netvaerk_deltog", "bool", kun_moeder(privat))
    professionelt = begge | (terning.lykkes(350, antal) & ~privat)
    tabel.tal("professionelt_netvaerk_deltog", "bool", kun_moeder(professionelt))
    tabel.tal("maalopfoelgning_udfyldt", "bool", kun_moeder(_ja(terning, "7.3", o.dag, hold)))


def opfoelgninger(verden: Verden) -> Tabel:
    """One row per follow-up; a meeting may take several."""
    terning = verden.terning(14)
    o = _begivenheder(verden, terning)
    hold, _ = verden.fordeling.holder(o.sag, o.dag)
    registreret = verden.i_sag(o.sag, o.dag, terning)
    indsatsens = np.where(o.indsats >= 0, verden.indsats_registreret[o.indsats.clip(0)], 0)
    tabel = Tabel("opfoelgninger", np.maximum(registreret, indsatsens))
    tabel.nummer("opfoelgning_id", "O{:06d}", verden.numre(np.arange(len(o.sag), dtype=np.int64)))
    tabel.nummer("sag_id", SAG, verden.numre(o.sag))
    tabel.nummer("indsats_id", INDSATS, verden.numre(o.indsats))
    tabel.tal("dato", "dato", o.dag)
    tabel.kode("form", FORMER, o.form)
    tabel.tal("tilsyn_paa_anbringelsessted", "bool", o.tilsyn)
    _deltagere(tabel, o, terning, hold)
    return tabel
