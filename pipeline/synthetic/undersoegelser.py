"""The extracts of examinations, talks with the child, and early mappings."""

from __future__ import annotations

import numpy as np

from pipeline.synthetic.befolkning import LUK, TIDLIG, UNDERSOEG
from pipeline.synthetic.kerne import ALDRIG, BEGYNDELSE, MANGLER, SLUTNING, Heltal, Tabel, kun_hvis
from pipeline.synthetic.kurver import chance
from pipeline.synthetic.verden import BFU, SAG, Verden

AFSLUTNINGER = ("faerdig", "afbrudt")
PARTSHOERINGER = ("mundtlig", "skriftlig", "ingen")
PARAGRAFFER = ("48", "155a", "5", "137", "andet")
UDFALD = ("afholdt", "undladt_begrundet", "ikke_afholdt")
AFHOLDT, UNDLADT, IKKE_AFHOLDT = range(3)


def afsluttet_eller_nu(verden: Verden) -> Heltal:
    """The day an examination ended; the history's last for those that never do."""
    return np.minimum(verden.bfu.afsluttet, SLUTNING)


def undersoegelser(verden: Verden) -> Tabel:
    """One row per børnefaglig undersøgelse."""
    b, terning = verden.bfu, verden.terning(4)
    antal = len(b.sag)
    slut = afsluttet_eller_nu(verden)
    hold, _ = verden.fordeling.holder(b.sag, slut)
    tabel = Tabel("undersoegelser", verden.i_sag(b.sag, b.startet, terning))
    tabel.nummer("bfu_id", BFU, verden.numre(np.arange(antal, dtype=np.int64)))
    tabel.nummer("sag_id", SAG, verden.numre(b.sag))
    tabel.dato("opmaerksom_dato", b.opmaerksom)
    tabel.tal("startet_dato", "dato", b.startet)
    forsinket = terning.forsinkelse(antal)
    tabel.dato("afsluttet_dato", b.afsluttet, forsinket)
    tabel.kode("afslutning", AFSLUTNINGER, b.afslutning, b.afsluttet + forsinket)
    har_plan = terning.lykkes(chance("6.1", slut, hold), antal)
    sent = terning.lykkes(200, antal)
    plan = np.where(
        har_plan, np.minimum(b.startet + terning.heltal(0, 30, antal), slut), kun_hvis(sent, slut + 6)
    )
    tabel.dato("undersoegelsesplan_dato", plan)
    faa = terning.lykkes(chance("6.4", slut, hold), antal)
    fokus = np.where(
        faa, terning.heltal(1, 2, antal), np.array((0, 3, 4, 5, 6, MANGLER))[terning.heltal(0, 5, antal)]
    )
    tabel.tal("antal_fokuspunkter", "heltal", fokus, b.startet + terning.heltal(10, 60, antal))
    form = np.where(terning.lykkes(chance("6.3", slut, hold), antal), 0, terning.vaelg((0, 70, 20), antal))
    tabel.kode("partshoering_form", PARTSHOERINGER, form, b.afsluttet + forsinket)
    efterslaeb = (b.frist < BEGYNDELSE + 366) & (b.afsluttet > BEGYNDELSE + 366)
    tabel.tal("efterslaeb", "bool", efterslaeb.astype(np.int64), np.maximum(b.startet, BEGYNDELSE + 396))
    return tabel


def boernesamtaler(verden: Verden) -> Tabel:
    """One row per talk with a child, held or left out; most belong to an examination."""
    b, s, terning = verden.bfu, verden.sager, verden.terning(5)
    slut = afsluttet_eller_nu(verden)
    hold, _ = verden.fordeling.holder(b.sag, slut)
    antal = len(b.sag)
    holdt = terning.lykkes(chance("3.1", slut, hold), antal)
    skrevet = holdt | terning.lykkes(260, antal)
    udfald = np.where(holdt, AFHOLDT, 1 + terning.vaelg((55, 45), antal))
    dage = terning.heltal(b.startet + 3, np.maximum(slut - 1, b.startet + 3), antal)
    andre = np.repeat(np.arange(len(s), dtype=np.int64), terning.vaelg((55, 25, 12, 8), len(s)))
    senest = np.minimum(verden.lukket[andre], SLUTNING)
    andre_dage = terning.heltal(np.maximum(s.oprettet[andre], BEGYNDELSE), senest, len(andre))
    sag = np.concatenate([b.sag[skrevet], andre])
    dage = np.concatenate([dage[skrevet], andre_dage])
    udfald = np.concatenate([udfald[skrevet], terning.vaelg((80, 12, 8), len(andre))])
    paragraf = np.concatenate(
        [np.zeros(int(skrevet.sum()), np.int64), terning.vaelg((15, 40, 10, 15, 20), len(andre))]
    )
    orden = np.argsort(dage, kind="stable")
    tabel = Tabel("boernesamtaler", verden.i_sag(sag[orden], dage[orden], terning))
    tabel.nummer("samtale_id", "C{:06d}", verden.numre(np.arange(len(sag), dtype=np.int64)))
    tabel.nummer("sag_id", SAG, verden.numre(sag[orden]))
    tabel.tal("dato", "dato", dage[orden])
    tabel.kode("paragraf", PARAGRAFFER, paragraf[orden])
    tabel.kode("udfald", UDFALD, udfald[orden])
    return tabel


def afdaekninger(verden: Verden) -> Tabel:
    """One row per screening or mapping: in the first weeks of some new cases."""
    s, terning = verden.sager, verden.terning(6)
    ny = (s.vej == LUK) | (s.vej == TIDLIG) | (s.vej == UNDERSOEG)
    hvem = np.flatnonzero(ny & terning.lykkes(250, len(s))).astype(np.int64)
    startet = s.oprettet[hvem] + terning.heltal(1, 20, len(hvem))
    tabel = Tabel("afdaekninger", verden.i_sag(hvem, startet, terning))
    tabel.nummer("afdaekning_id", "D{:06d}", verden.numre(np.arange(len(hvem), dtype=np.int64)))
    tabel.nummer("sag_id", SAG, verden.numre(hvem))
    tabel.kode("type", ("screening", "afdaekning"), terning.vaelg((70, 30), len(hvem)))
    tabel.tal("startet_dato", "dato", startet)
    slut = kun_hvis(terning.lykkes(920, len(hvem)), startet + terning.heltal(0, 40, len(hvem)))
    tabel.dato(
        "afsluttet_dato", np.where(slut <= verden.lukket[hvem], slut, ALDRIG), terning.forsinkelse(len(hvem))
    )
    return tabel
