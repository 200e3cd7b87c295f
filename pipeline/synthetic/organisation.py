"""Teams, their caseworkers, and who sits in which position on which day.

A block is one municipality's worth of cases; a larger scale is more blocks. Each block has 34
positions in five teams. Some positions change hands, and on 1 July 2021 one team closes and another
takes over its people and cases, so that closed and new teams occur.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

import numpy as np

from pipeline.synthetic.kerne import ALDRIG, BEGYNDELSE, MANGLER, Heltal, Tabel, Terning, dag, kun_hvis

HOLD: tuple[tuple[str, str], ...] = (
    ("Modtagelsen", "visitation"),
    ("Børn og Unge Nord", "undersoegelse"),
    ("Børn og Unge Syd", "undersoegelse"),
    ("Anbringelse", "anbringelse"),
    ("Familie Vest", "undersoegelse"),
    ("Familie og Forebyggelse", "undersoegelse"),
)
MODTAGELSEN, NORD, SYD, ANBRINGELSE, VEST, AFLOESER = range(6)
STILLINGER = (7, 7, 7, 7, 6)
"""Positions in each of the teams that exist on the first day."""
OMLAEGNING = dag(date(2021, 7, 1))
_BEKENDTGJORT = dag(date(2021, 5, 17))
_OPRETTET = dag(date(2018, 1, 1))
TEAM, RAADGIVER = "T{:02d}", "R{:04d}"
OMRAADER = ("visitation", "undersoegelse", "anbringelse", "andet")
_RAADGIVERE_PR_BLOK = 100
_FOERSTE_LEDER = 90


def grupper(skala: int) -> int:
    """How many times the set of teams is repeated: teams grow with the square root of the scale."""
    return max(1, math.isqrt(skala))


@dataclass(frozen=True)
class Organisation:
    """The positions of one block; the arrays of parts are (position, part) and hold half-open days."""

    blok: int
    gruppe: int
    stillingens_hold: Heltal
    del_fra: Heltal
    del_til: Heltal
    del_hold: Heltal
    del_raadgiver: Heltal
    ansat_fra: Heltal
    ansat_til: Heltal
    raadgivers_stilling: Heltal

    def stillinger(self, hold: int) -> Heltal:
        """The positions of one of the teams that exist on the first day."""
        return np.flatnonzero(self.stillingens_hold == hold).astype(np.int64)

    def raadgivernummer(self, lokalt: Heltal) -> Heltal:
        """The number in a caseworker's id; MANGLER stays missing."""
        return np.where(lokalt >= 0, lokalt + self.blok * _RAADGIVERE_PR_BLOK + 1, MANGLER)

    def holdnummer(self, lokalt: Heltal) -> Heltal:
        """The number in a team's id; MANGLER stays missing."""
        return np.where(lokalt >= 0, lokalt + self.gruppe * len(HOLD) + 1, MANGLER)


def _ny_dag(terning: Terning, antal: int) -> Heltal:
    """When a position changes hands: first of a month from mid 2020 to the end of 2022; two in five never."""
    maaneder = terning.heltal(0, 30, antal) + (2020 - 1970) * 12 + 5
    foerste = maaneder.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    return kun_hvis(terning.lykkes(600, antal), foerste)


def byg(froe: int, blok: int, skala: int) -> Organisation:
    """Draw the positions of one block."""
    terning = Terning(froe, blok, 1)
    stillingens_hold = np.repeat(np.arange(len(STILLINGER), dtype=np.int64), STILLINGER)
    antal = len(stillingens_hold)
    skifte = _ny_dag(terning, antal)
    omlagt = kun_hvis(stillingens_hold == VEST, OMLAEGNING)
    # A position has at most three parts: its two changes in order, whichever comes first.
    skel = np.sort(np.stack([skifte, omlagt], axis=1), axis=1)
    del_fra = np.concatenate([np.full((antal, 1), -ALDRIG, dtype=np.int64), skel], axis=1)
    del_til = np.concatenate([skel, np.full((antal, 1), ALDRIG, dtype=np.int64)], axis=1)
    del_hold = np.where(del_fra >= omlagt[:, None], AFLOESER, stillingens_hold[:, None])
    afloesere = np.cumsum(skifte < ALDRIG) - 1 + antal
    del_raadgiver = np.where(
        (del_fra >= skifte[:, None]) & (skifte < ALDRIG)[:, None],
        afloesere[:, None],
        np.arange(antal)[:, None],
    )
    har_afloeser = np.flatnonzero(skifte < ALDRIG)
    begyndt = BEGYNDELSE - terning.heltal(60, 4000, antal)
    return Organisation(
        blok=blok,
        gruppe=blok % grupper(skala),
        stillingens_hold=stillingens_hold,
        del_fra=del_fra,
        del_til=del_til,
        del_hold=del_hold,
        del_raadgiver=del_raadgiver,
        ansat_fra=np.concatenate([begyndt, skifte[har_afloeser]]),
        ansat_til=np.concatenate([kun_hvis(skifte < ALDRIG, skifte - 1), np.full(len(har_afloeser), ALDRIG)]),
        raadgivers_stilling=np.concatenate([np.arange(antal), har_afloeser]),
    )


def teams(org: Organisation) -> Tabel:
    """The six teams of a group, written by its first block; no rows for the others."""
    numre = np.arange(len(HOLD) if org.blok == org.gruppe else 0, dtype=np.int64)
    lukker, ny = numre == VEST, numre == AFLOESER
    tabel = Tabel("teams", kun_hvis(ny, _BEKENDTGJORT, BEGYNDELSE))
    led = f" {org.gruppe + 1}" if org.gruppe else ""
    tabel.nummer("team_id", TEAM, org.holdnummer(numre))
    tabel.tekst("navn", [HOLD[n][0] + led for n in numre])
    tabel.tekst("leder_navn", [f"Leder Prøvesen {n}" for n in org.holdnummer(numre)])
    tabel.tekst("leder_email", [f"leder.{n:02d}@eksempelkommune.example" for n in org.holdnummer(numre)])
    leder = org.raadgivernummer(_FOERSTE_LEDER + np.minimum(numre, VEST))
    tabel.nummer("leder_raadgiver_id", RAADGIVER, leder)
    tabel.kode("omraade", OMRAADER, np.array([OMRAADER.index(HOLD[n][1]) for n in numre], dtype=np.int64))
    # A team's first and last day are the organisation's own plans: known when announced, not when they come.
    forud = _BEKENDTGJORT - OMLAEGNING
    tabel.dato("aktiv_fra", kun_hvis(ny, OMLAEGNING, _OPRETTET), kun_hvis(ny, forud, 0))
    tabel.dato("aktiv_til", kun_hvis(lukker, OMLAEGNING - 1), forud + 1)
    bekendt = np.full(len(numre), _BEKENDTGJORT, dtype=np.int64)
    tabel.nummer("afloest_af", TEAM, org.holdnummer(kun_hvis(lukker, AFLOESER, MANGLER)), bekendt)
    return tabel


def raadgivere(org: Organisation) -> Tabel:
    """Caseworkers of the block, and the teams' leaders with the first block of a group."""
    antal, ledere = len(org.ansat_fra), len(STILLINGER) if org.blok == org.gruppe else 0
    lokalt = np.concatenate([np.arange(antal), _FOERSTE_LEDER + np.arange(ledere)])
    ansat_fra = np.concatenate([org.ansat_fra, np.full(ledere, _OPRETTET)])
    ansat_til = np.concatenate([org.ansat_til, np.full(ledere, ALDRIG)])
    hold = np.concatenate([org.stillingens_hold[org.raadgivers_stilling], np.arange(ledere)])
    flytter = (hold == VEST) & (ansat_til >= OMLAEGNING)

    def hold_paa_dagen(i_dag: int) -> Heltal:
        return org.holdnummer(np.where(flytter & (i_dag >= OMLAEGNING), AFLOESER, hold))

    tabel = Tabel("raadgivere", ansat_fra)
    tabel.nummer("raadgiver_id", RAADGIVER, org.raadgivernummer(lokalt))
    tabel.tekst("navn", [f"Rådgiver Prøvesen {n}" for n in org.raadgivernummer(lokalt)])
    tabel.nummer_paa_dagen("team_id", TEAM, hold_paa_dagen)
    tabel.dato("ansat_fra", ansat_fra)
    tabel.dato("ansat_til", ansat_til)
    return tabel
