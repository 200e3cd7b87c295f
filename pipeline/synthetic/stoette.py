"""The extracts of measures, their plans, waiting times and costs."""

from __future__ import annotations

import numpy as np

from pipeline.synthetic.indsatsforloeb import (
    ANBRINGELSE,
    FOREBYGGENDE,
    KATEGORIER,
    LEVERANDOERER,
    TIDLIG_INDSATS,
)
from pipeline.synthetic.kerne import (
    ALDRIG,
    BEGYNDELSE,
    MANGLER,
    SLUTNING,
    Heltal,
    Tabel,
    kun_hvis,
    maanedsnummer,
    plus_maaneder,
)
from pipeline.synthetic.kurver import chance, naar
from pipeline.synthetic.verden import INDSATS, SAG, Verden

PARAGRAFFER = ("11_3", "52", "52a", "66")
STEDER = (
    "netvaerksplejefamilie",
    "plejefamilie",
    "institution",
    "opholdssted",
    "eget_vaerelse",
    "kost_efterskole",
)
SLUT_AARSAGER = ("maal_naaet", "overgaaet_til_bfu", "afbrudt", "andet")
TILBUD = ("efterskole", "friplads", "Familiebehandling", "Kontaktperson", "Samtaleforløb", "Ungegruppe")
PLANTYPER = ("barn", "foraeldre", "ungeplan")
_BELOEB = ((3_500, 11_000), (6_000, 24_000), (5_000, 14_000), (18_000, 96_000))


def indsatser(verden: Verden) -> Tabel:
    """One row per measure."""
    i, terning = verden.indsatser, verden.terning(7)
    antal = len(i.sag)
    tabel = Tabel("indsatser", verden.indsats_registreret)
    tabel.nummer("indsats_id", INDSATS, verden.numre(np.arange(antal, dtype=np.int64)))
    tabel.nummer("sag_id", SAG, verden.numre(i.sag))
    tabel.kode("paragraf", PARAGRAFFER, i.kategori)
    tabel.kode("kategori", KATEGORIER, i.kategori)
    anbragt, tidlig = i.kategori == ANBRINGELSE, i.kategori == TIDLIG_INDSATS
    tabel.kode("tilbud", TILBUD, _tilbud(verden))
    tabel.kode("leverandoer_type", LEVERANDOERER, np.where(anbragt, MANGLER, i.leverandoer))
    tabel.dato("afgoerelse_dato", i.afgoerelse)
    tabel.dato("henvist_dato", i.henvist)
    tabel.dato("start_dato", i.start, terning.forsinkelse(antal))
    forsinket = terning.forsinkelse(antal)
    tabel.dato("slut_dato", i.slut, forsinket)
    andre = np.array((0, 2, 3))[terning.vaelg((55, 15, 30), antal)]
    tabel.kode("slut_aarsag", SLUT_AARSAGER, np.where(i.til_bfu, 1, andre), i.slut + forsinket)
    tabel.dato("bortfaldet_dato", i.bortfaldet, forsinket)
    sted = np.where(anbragt, terning.vaelg((12, 40, 18, 16, 8, 6), antal), terning.vaelg((20, 70, 10), antal))
    tabel.kode("anbringelsessted", STEDER, np.where(anbragt | (i.kategori == 2), sted, MANGLER))
    trin = np.array(((1, 2), (2, 3), (3, 3), (4, 5)))[i.kategori]
    tabel.tal("indsatstrin", "heltal", terning.heltal(trin[:, 0], trin[:, 1], antal))
    kadence = np.where(~tidlig & terning.lykkes(120, antal), terning.heltal(2, 6, antal), MANGLER)
    tabel.tal("opfoelgning_maaneder", "heltal", kadence)
    return tabel


def _tilbud(verden: Verden) -> Heltal:
    """What is offered; boarding schools with placements, free places with early help."""
    terning, kategori = verden.terning(8), verden.indsatser.kategori
    antal = len(kategori)
    almindelig = 2 + terning.heltal(0, 3, antal)
    tidlig = np.where(terning.lykkes(150, antal), 1, almindelig)
    anbragt = np.where(terning.lykkes(50, antal), 0, MANGLER)
    return np.where(
        kategori == TIDLIG_INDSATS, tidlig, np.where(kategori == ANBRINGELSE, anbragt, almindelig)
    )


def ventetider(verden: Verden) -> Tabel:
    """One row per referral to an offer: half of the measures of the lighter kinds."""
    i, terning = verden.indsatser, verden.terning(9)
    lettere = (i.kategori <= FOREBYGGENDE) & (i.henvist >= BEGYNDELSE - 60)
    hvem = np.flatnonzero(lettere & terning.lykkes(450, len(i.sag))).astype(np.int64)
    antal, henvist = len(hvem), i.henvist[hvem]
    hold, _ = verden.fordeling.holder(i.sag[hvem], henvist)
    hurtigt = terning.lykkes(chance("4.3", henvist + 28, hold), antal)
    gang = henvist + np.where(hurtigt, terning.heltal(2, 28, antal), terning.heltal(29, 90, antal))
    faldt = (i.bortfaldet[hvem] < ALDRIG) | terning.lykkes(15, antal)
    registreret = np.maximum(henvist + terning.forsinkelse(antal), verden.indsats_registreret[hvem])
    tabel = Tabel("ventetider", registreret)
    tabel.nummer("henvisning_id", "H{:06d}", verden.numre(np.arange(antal, dtype=np.int64)))
    tabel.nummer("sag_id", SAG, verden.numre(i.sag[hvem]))
    tabel.nummer("indsats_id", INDSATS, verden.numre(hvem))
    tabel.kode("tilbud", TILBUD, 2 + terning.heltal(0, 3, antal))
    tabel.tal("henvist_dato", "dato", henvist)
    tabel.dato("igangsat_dato", kun_hvis(~faldt, gang), terning.forsinkelse(antal))
    tabel.dato("bortfaldet_dato", kun_hvis(faldt, henvist + terning.heltal(5, 50, antal)))
    return tabel


def _barnets_planer(verden: Verden) -> dict[str, Heltal]:
    """The child's plan: before the decision by chance, else late or never."""
    i, terning = verden.indsatser, verden.terning(10)
    hvem = np.flatnonzero((i.kategori != TIDLIG_INDSATS) & (i.afgoerelse < ALDRIG)).astype(np.int64)
    antal, afgjort = len(hvem), i.afgoerelse[hvem]
    hold, _ = verden.fordeling.holder(i.sag[hvem], afgjort)
    i_tide = terning.lykkes(chance("7.1", afgjort, hold), antal)
    oprettet = np.where(
        i_tide, afgjort - terning.heltal(0, 20, antal), afgjort + 1 + terning.heltal(0, 150, antal)
    )
    skrevet = i_tide | terning.lykkes(700, antal)
    slut = np.where(i.bortfaldet[hvem] < ALDRIG, i.bortfaldet[hvem], i.slut[hvem])
    skrevet &= (oprettet < slut) & (oprettet < verden.lukket[i.sag[hvem]])
    faa = terning.lykkes(chance("7.2", oprettet, hold), antal)
    maal = np.where(
        faa,
        terning.heltal(3, 5, antal),
        np.array((0, 1, 2, 2, 6, 7, 9, MANGLER))[terning.heltal(0, 7, antal)],
    )
    type_ = np.where(terning.lykkes(50, antal), 2, 0)
    ingen = np.full(antal, ALDRIG, dtype=np.int64)
    felter = {
        "sag": i.sag[hvem],
        "type": type_,
        "oprettet": oprettet,
        "slut": slut,
        "maal": maal,
        "stoette": ingen,
        "tilbudt": ingen,
        "svar": np.full(antal, MANGLER),
    }
    return {navn: v[skrevet] for navn, v in felter.items()}


def _foraeldreplaner(verden: Verden) -> dict[str, Heltal]:
    """The parents' plan in a case with a placement: offered, answered, decided, drawn up."""
    i, terning = verden.indsatser, verden.terning(11)
    foerst = np.full(len(verden.sager), ALDRIG, dtype=np.int64)
    anbragt = (i.kategori == ANBRINGELSE) & i.begyndt
    np.minimum.at(foerst, i.sag[anbragt], i.start[anbragt])
    sag = np.flatnonzero(foerst < ALDRIG).astype(np.int64)
    antal, start = len(sag), np.maximum(foerst[sag], BEGYNDELSE - 150)
    hold, _ = verden.fordeling.holder(sag, start + 200)
    maaned = naar("7.5", terning.heltal(0, 999, antal), hold)
    paa_vej = np.minimum(maaned, 700).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    oprettet = np.maximum(paa_vej + terning.heltal(0, 28, antal), start + terning.heltal(5, 60, antal))
    oprettet = kun_hvis((maaned < 700) & (oprettet < verden.lukket[sag]), oprettet)
    faar = terning.lykkes(880, antal)
    spurgt = np.where(
        oprettet < ALDRIG, oprettet - terning.heltal(10, 60, antal), start + terning.heltal(20, 700, antal)
    )
    tilbudt = kun_hvis(faar & (spurgt < verden.lukket[sag]), spurgt)
    ja = terning.lykkes(chance("7.6", np.minimum(tilbudt, SLUTNING), hold), antal)
    svar = np.where(ja, 0, np.where(terning.lykkes(850, antal), 1, MANGLER))
    felter = {
        "sag": sag,
        "type": np.ones(antal, dtype=np.int64),
        "oprettet": oprettet,
        "slut": kun_hvis(oprettet < ALDRIG, np.maximum(verden.lukket[sag], oprettet)),
        "maal": np.where(oprettet < ALDRIG, terning.heltal(1, 5, antal), MANGLER),
        "stoette": kun_hvis(terning.lykkes(960, antal), oprettet - terning.heltal(0, 12, antal)),
        "tilbudt": tilbudt,
        "svar": svar,
    }
    har = (oprettet < ALDRIG) | (tilbudt < ALDRIG)
    return {navn: v[har] for navn, v in felter.items()}


def handleplaner(verden: Verden) -> Tabel:
    """One row per plan: the child's, the young person's and the parents'."""
    terning = verden.terning(12)
    barnets, foraeldres = _barnets_planer(verden), _foraeldreplaner(verden)
    p = {navn: np.concatenate([barnets[navn], foraeldres[navn]]) for navn in barnets}
    tidligst = np.minimum(p["oprettet"], p["tilbudt"])
    orden = np.argsort(tidligst, kind="stable")
    p, tidligst, antal = {navn: v[orden] for navn, v in p.items()}, tidligst[orden], len(orden)
    tabel = Tabel("handleplaner", verden.i_sag(p["sag"], tidligst, terning))
    tabel.nummer("handleplan_id", "P{:06d}", verden.numre(np.arange(antal, dtype=np.int64)))
    tabel.nummer("sag_id", SAG, verden.numre(p["sag"]))
    tabel.kode("type", PLANTYPER, p["type"])
    tabel.dato("oprettet_dato", p["oprettet"])
    tabel.dato("afsluttet_dato", p["slut"], terning.forsinkelse(antal))
    tabel.tal("antal_maal", "heltal", p["maal"], p["oprettet"])
    tabel.dato("afgoerelse_stoette_dato", p["stoette"])
    tabel.dato("tilbudt_dato", p["tilbudt"])
    tabel.kode("foraeldre_svar", ("ja", "nej"), p["svar"], p["tilbudt"] + terning.heltal(1, 45, antal))
    return tabel


def udgifter(verden: Verden) -> Tabel:
    """One row per measure and month it ran, posted in the month after."""
    i, terning = verden.indsatser, verden.terning(13)
    fra = np.maximum(i.start, BEGYNDELSE)
    har = i.begyndt & (i.slut > fra) & (fra <= SLUTNING)
    nr = np.flatnonzero(har).astype(np.int64)
    foerste = maanedsnummer(fra[nr])
    maaneder = maanedsnummer(np.minimum(i.slut[nr] - 1, SLUTNING)) - foerste + 1
    hvem = np.repeat(nr, maaneder)
    taeller = np.arange(len(hvem), dtype=np.int64) - np.repeat(np.cumsum(maaneder) - maaneder, maaneder)
    maaned = np.repeat(foerste, maaneder) + taeller
    orden = np.argsort(maaned, kind="stable")
    hvem, maaned, antal = hvem[orden], maaned[orden], len(orden)
    begyndt = maaned.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    bogfoert = plus_maaneder(begyndt, 1) + terning.heltal(2, 14, antal)
    tabel = Tabel("udgifter", np.maximum(bogfoert, verden.indsats_registreret[hvem]))
    tabel.nummer("postering_id", "K{:07d}", verden.numre(np.arange(antal, dtype=np.int64)))
    tabel.nummer("sag_id", SAG, verden.numre(i.sag[hvem]))
    tabel.nummer("indsats_id", INDSATS, verden.numre(hvem))
    tabel.tal("maaned", "maaned", maaned)
    graenser = np.array(_BELOEB, dtype=np.int64) * 100
    pris = terning.heltal(graenser[i.kategori, 0], graenser[i.kategori, 1], len(i.sag))
    afvigelse = np.where(terning.lykkes(300, antal), terning.heltal(-80, 120, antal), 0)
    tabel.tal("beloeb", "oere", pris[hvem] + pris[hvem] * afvigelse // 1000)
    tabel.kode("art", ("Takst", "Honorar", "Kørsel"), np.where(i.kategori == ANBRINGELSE, 0, 1)[hvem])
    tabel.tal("budget", "oere", pris[hvem] // 10_000 * 10_000)
    return tabel
