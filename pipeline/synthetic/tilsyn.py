"""The extracts filled in by people who look: case review and questionnaires."""

from __future__ import annotations

from datetime import date

import numpy as np

from pipeline.synthetic.kerne import MANGLER, SLUTNING, Heltal, Tabel, Terning, dag
from pipeline.synthetic.kurver import chance
from pipeline.synthetic.organisation import RAADGIVER, TEAM
from pipeline.synthetic.undersoegelsesforloeb import FAERDIG
from pipeline.synthetic.verden import BFU, SAG, Verden

MAALEPUNKTER = (
    "1.1",
    "1.2",
    "2.1",
    "3.1",
    "5.1",
    "6.1",
    "6.5",
    "6.6",
    "6.7",
    "6.9",
    "6.10",
    "7.1",
    "7.9",
    "7.10",
)
SVAR = ("ja", "delvist", "nej", "ikke_relevant", "kan_ikke_ses")
JA, DELVIST, NEJ, IKKE_RELEVANT, KAN_IKKE_SES = range(5)
FOERSTE_TILSYN = dag(date(2021, 3, 1))
SPOERGSMAAL = ("tydelig_ledelse", "loeft")
RUNDER = tuple(dag(date(*d)) for d in (
    (2020, 11, 9), (2021, 4, 12), (2021, 8, 16), (2021, 12, 6),
    (2022, 4, 19), (2022, 8, 15), (2022, 12, 5), (2023, 6, 5),
))  # fmt: skip
_LOEFT_FRA = 3
"""The first round that asks about the lift is a baseline; the plan counts from the one after."""
_SVARPROMILLE = (900, 1000, 450, 980, 950, 950, 950, 950)
"""How many answer in each round; in the third too few for any team's own figure to be shown."""


def _udvalgte(verden: Verden, terning: Terning, midt: int) -> tuple[Heltal, Heltal, Heltal]:
    """Case, team and caseworker: one open case for each caseworker on a day."""
    s = verden.sager
    aabne = np.flatnonzero((s.oprettet < midt - 20) & (verden.lukket > midt - 40)).astype(np.int64)
    blandet = aabne[np.argsort(terning.heltal(0, 1 << 30, len(aabne)), kind="stable")]
    hold, raadgiver = verden.fordeling.holder(blandet, np.full(len(blandet), midt))
    _, foerste = np.unique(raadgiver, return_index=True)
    return blandet[foerste], hold[foerste], raadgiver[foerste]


def _seneste_bfu(verden: Verden, midt: int) -> Heltal:
    """For each case the place of its last examination finished by a day, MANGLER without one."""
    b = verden.bfu
    seneste = np.full(len(verden.sager), MANGLER, dtype=np.int64)
    faerdig = np.flatnonzero((b.afslutning == FAERDIG) & (b.afsluttet <= midt))
    np.maximum.at(seneste, b.sag[faerdig], faerdig)
    return seneste


def _relevant(verden: Verden, sag: Heltal, midt: int) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    """Whether each question can be asked of each case: some want an examination, a measure, a closed case."""
    antal = len(verden.sager)
    underrettet, stoette, efterslaeb = (np.zeros(antal, dtype=bool) for _ in range(3))
    b, i, h = verden.bfu, verden.indsatser, verden.henvendelser
    faerdig = (b.afslutning == FAERDIG) & (b.afsluttet <= midt)
    bfu = _seneste_bfu(verden, midt) >= 0
    efterslaeb[b.sag[faerdig & (b.frist < b.afsluttet)]] = True
    underrettet[h.sag[(h.dag < midt - 14) & (h.sag >= 0)]] = True
    stoette[i.sag[(i.afgoerelse <= midt)]] = True
    lukket, altid = verden.lukket <= midt, np.ones(antal, dtype=bool)
    pr_spoergsmaal = {
        "2.1": underrettet, "3.1": bfu, "5.1": underrettet, "6.1": bfu, "6.5": bfu, "6.6": bfu, "6.7": bfu,
        "6.9": efterslaeb, "6.10": stoette, "7.1": stoette, "7.9": lukket, "7.10": lukket,
    }  # fmt: skip
    return np.stack([pr_spoergsmaal.get(m, altid)[sag] for m in MAALEPUNKTER], axis=1)


def tilsynssvar(verden: Verden) -> Tabel:
    """One row per reviewed case and question: every month one case for each caseworker."""
    terning = verden.terning(16)
    maaneder = (
        np.arange(FOERSTE_TILSYN, SLUTNING, dtype=np.int64).astype("datetime64[D]").astype("datetime64[M]")
    )
    dele: list[tuple[Heltal, ...]] = []
    for foerste in np.unique(maaneder).astype("datetime64[D]").astype(np.int64):
        sag, hold, raadgiver = _udvalgte(verden, terning, int(foerste) + 14)
        dage = foerste + 14 + terning.heltal(0, 12, len(sag))
        svar = _svar(terning, dage, hold, _relevant(verden, sag, int(foerste) + 14))
        dele.append((sag, hold, raadgiver, dage, svar, _seneste_bfu(verden, int(foerste) + 14)[sag]))
    sag, hold, raadgiver, dage, svar, bfu = (np.concatenate(felt) for felt in zip(*dele, strict=True))
    bredde, antal = len(MAALEPUNKTER), len(sag)
    ud = np.repeat(np.arange(antal, dtype=np.int64), bredde)
    tabel = Tabel("tilsynssvar", np.maximum(dage, verden.sag_registreret[sag])[ud])
    tabel.nummer("tilsyn_id", "G{:06d}", verden.numre(ud))
    tabel.kode("maalepunkt", MAALEPUNKTER, np.tile(np.arange(bredde, dtype=np.int64), antal))
    tabel.nummer("sag_id", SAG, verden.numre(sag[ud]))
    om_bfu = np.tile(np.array([m[0] == "6" and m != "6.10" for m in MAALEPUNKTER]), antal)
    tabel.nummer("genstand_id", BFU, verden.numre(np.where(om_bfu, bfu[ud], MANGLER)))
    tabel.nummer("team_id", TEAM, verden.org.holdnummer(hold[ud]))
    tabel.nummer("raadgiver_id", RAADGIVER, verden.org.raadgivernummer(raadgiver[ud]))
    tabel.tal("gennemgaaet_dato", "dato", dage[ud])
    tabel.kode("svar", SVAR, svar.reshape(-1))
    bemaerket = terning.lykkes(40, len(ud)) & (svar.reshape(-1) != JA)
    tabel.kode(
        "bemaerkning",
        BEMAERKNINGER,
        np.where(bemaerket, terning.heltal(0, len(BEMAERKNINGER) - 1, len(ud)), MANGLER),
    )
    return tabel


BEMAERKNINGER = (
    "Står i journalen, men ikke i selve undersøgelsen",
    "Aftalt med rådgiver: rettes inden næste tilsyn; følges op på teammødet",
    'Overskriften "barnets behov" er tom',
    "Der mangler kilder, fx skole og dagtilbud.\nDrøftet med rådgiver.",
    "Fint arbejde, men afsnittet om netværk er kort",
)


def _svar(
    terning: Terning, dage: Heltal, hold: Heltal, relevant: np.ndarray[tuple[int, int], np.dtype[np.bool_]]
) -> Heltal:
    """Answers by case and question; easier questions get a yes more often."""
    antal, bredde = relevant.shape
    lettere = np.array((15, -5, 8, 0, 0, 20, -8, 3, 12, 0, -4, -15, 5, -6)) * 10
    ja = chance("tilsyn", dage, hold)[:, None] + lettere
    svar = np.where(
        terning.heltal(0, 999, antal * bredde).reshape(antal, bredde) < ja,
        JA,
        np.array((DELVIST, NEJ, KAN_IKKE_SES))[terning.vaelg((45, 45, 10), antal * bredde)].reshape(
            antal, bredde
        ),
    )
    return np.where(relevant, svar, IKKE_RELEVANT)


def spoergeskemasvar(verden: Verden) -> Tabel:
    """One row per answer: each round, most of the caseworkers then employed."""
    org, terning = verden.org, verden.terning(17)
    dele: list[tuple[Heltal, ...]] = []
    for nr, runde in enumerate(RUNDER):
        her = np.flatnonzero((org.ansat_fra <= runde) & (org.ansat_til >= runde)).astype(np.int64)
        hold = org.del_hold[
            org.raadgivers_stilling[her], (org.del_fra[org.raadgivers_stilling[her]] <= runde).sum(axis=1) - 1
        ]
        svarer = terning.lykkes(_SVARPROMILLE[nr], len(her))
        for spoergsmaal in range(1 if nr < _LOEFT_FRA else 2):
            godt = terning.lykkes(chance("tilsyn", np.full(len(her), runde + 200), hold), len(her))
            score = np.where(godt, terning.heltal(4, 5, len(her)), terning.heltal(1, 3, len(her)))
            dage = runde + terning.heltal(0, 11, len(her))
            dele.append((hold[svarer], np.full(svarer.sum(), spoergsmaal), dage[svarer], score[svarer]))
    hold, spoergsmaal_, dage, score = (np.concatenate(felt) for felt in zip(*dele, strict=True))
    tabel = Tabel("spoergeskemasvar", dage)
    tabel.nummer("svar_id", "Q{:06d}", verden.numre(np.arange(len(dage), dtype=np.int64)))
    tabel.nummer("team_id", TEAM, org.holdnummer(hold))
    tabel.kode("spoergsmaal", SPOERGSMAAL, spoergsmaal_)
    tabel.tal("besvaret_dato", "dato", dage)
    tabel.tal("score", "heltal", score)
    return tabel
