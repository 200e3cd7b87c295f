"""The extracts of cases, their holders, and the notifications."""

from __future__ import annotations

import numpy as np

from pipeline.synthetic.befolkning import ALDER, STOP_AARSAGER
from pipeline.synthetic.kerne import (
    ALDRIG,
    MANGLER,
    Heltal,
    Kolonne,
    Sandt,
    Tabel,
    Terning,
    hverdag_efter,
    hverdag_foer,
    kun_hvis,
)
from pipeline.synthetic.kurver import chance
from pipeline.synthetic.organisation import MODTAGELSEN, RAADGIVER, TEAM
from pipeline.synthetic.verden import SAG, Verden

LUKKET_AARSAGER = (*STOP_AARSAGER, "afsluttet", "andet")
DISTRIKTER = ("Nord", "Syd", "Vest")
UNDERRETTERE: tuple[tuple[str, str, int], ...] = (
    # The municipality's own word, the code it means, and how many in a hundred.
    ("Skole", "fagperson", 21),
    ("Sundhedspleje", "fagperson", 20),
    ("Politi", "fagperson", 12),
    ("Dagtilbud", "fagperson", 8),
    ("Døgntilbud", "fagperson", 6),
    ("Tandpleje", "fagperson", 3),
    ("Familie eller nabo", "privat", 14),
    ("Anonym", "anonym", 7),
    ("Anden kommune", "myndighed", 6),
    ("Domstol", "myndighed", 3),
)
UDFALD = ("paragraf_11", "paragraf_50", "luk", "genvurdering", "akut", "andet")
_UDFALD_UDEN_SAG, _UDFALD_MED_SAG = (8, 0, 84, 0, 0, 8), (17, 34, 20, 22, 4, 3)


def uden_fordeling(verden: Verden) -> Sandt:
    """The few cases for which the register holds no holder."""
    return np.asarray(np.arange(len(verden.sager)) % 173 == 150)


def cpr(foedt: Heltal, nummer: Heltal, blok: int) -> Heltal:
    """Replacement CPR numbers (day + 60) as whole numbers; below zero where the birth is unknown."""
    dato = np.where(foedt < ALDRIG, foedt, 0).astype("datetime64[D]")
    maaned = dato.astype("datetime64[M]")
    i_maaneden = (dato - maaned.astype("datetime64[D]")).astype(np.int64) + 61
    aar = maaned.astype("datetime64[Y]").astype(np.int64) + 1970
    seks = i_maaneden * 10_000 + (maaned.astype(np.int64) % 12 + 1) * 100 + aar % 100
    return np.where(foedt < ALDRIG, seks * 10_000 + (nummer * 37 + blok * 613) % 10_000, -1 - nummer)


def _nuvaerende_holder(tabel: Tabel, verden: Verden, alle: Heltal) -> None:
    """Team and caseworker as of the delivery's day; half of the cases without a holder lack these too."""
    ukendt = uden_fordeling(verden) & (alle % 2 == 0)

    def hold(i_dag: int) -> Heltal:
        holder, _ = verden.fordeling.holder(alle, np.full(len(alle), i_dag))
        return verden.org.holdnummer(np.where(ukendt, MANGLER, holder))

    def raadgiver(i_dag: int) -> Heltal:
        _, holder = verden.fordeling.holder(alle, np.full(len(alle), i_dag))
        return verden.org.raadgivernummer(np.where(ukendt, MANGLER, holder))

    tabel.nummer_paa_dagen("team_id", TEAM, hold)
    tabel.nummer_paa_dagen("raadgiver_id", RAADGIVER, raadgiver)


def sager(verden: Verden) -> Tabel:
    """One row per case."""
    s, antal, terning = verden.sager, len(verden.sager), verden.terning(1)
    alle = np.arange(antal, dtype=np.int64)
    tabel = Tabel("sager", verden.sag_registreret)
    tabel.nummer("sag_id", SAG, verden.numre(alle))
    # An unborn child has no number yet: its case carries one of the municipality's own.
    nummer = cpr(np.where(s.ufoedt, ALDRIG, s.foedt), alle, verden.org.blok)
    tabel.tal("barn_id", "barn", nummer)
    tabel.tal("foedselsdato", "dato", s.foedt)
    tabel.kode("sagstype", ("barn", "ufoedt"), s.ufoedt.astype(np.int64))
    tabel.tal("oprettet_dato", "dato", s.oprettet)
    forsinket = terning.forsinkelse(antal)
    tabel.dato("lukket_dato", verden.lukket, forsinket)
    naturligt = np.where(terning.lykkes(40, antal), 4, 3)
    aarsag = np.where((verden.lukket == s.stop) & (s.stop_aarsag >= 0), s.stop_aarsag, naturligt)
    tabel.kode("lukket_aarsag", LUKKET_AARSAGER, aarsag, verden.lukket + forsinket)
    tabel.kode("distrikt", DISTRIKTER, s.distrikt)
    tabel.nummer("familie_id", "F{:06d}", verden.numre(s.familie))
    involveret = terning.lykkes(420, antal).astype(np.int64)
    tabel.tal("almenomraade_involveret", "bool", involveret, verden.lukket + forsinket)
    _nuvaerende_holder(tabel, verden, alle)
    return tabel


def sagsfordeling(verden: Verden) -> Tabel:
    """One row per case and holder; a few are registered weeks late, a few cases have none."""
    f, terning = verden.fordeling, verden.terning(2)
    registreret = verden.i_sag(f.sag, f.fra, terning)
    tabel = Tabel("sagsfordeling", np.where(uden_fordeling(verden)[f.sag], ALDRIG, registreret))
    tabel.nummer("sag_id", SAG, verden.numre(f.sag))
    tabel.tal("fra_dato", "dato", f.fra)
    # The old holder's last day is written when the new holder's first is.
    tabel.dato("til_dato", f.til, np.append(registreret[1:] - f.fra[1:], 0).clip(0) + 1)
    tabel.nummer("team_id", TEAM, verden.org.holdnummer(f.hold))
    tabel.nummer("raadgiver_id", RAADGIVER, verden.org.raadgivernummer(f.raadgiver))
    return tabel


class _Underretninger:
    """The notifications while their columns are drawn: who holds them, and how deeds fall."""

    def __init__(self, verden: Verden) -> None:
        h, self.verden, self.terning = verden.henvendelser, verden, verden.terning(3)
        self.antal, self.dag, self.sag = len(h.dag), h.dag, h.sag
        self.i_sag: Sandt = h.sag >= 0
        stillinger = verden.org.stillinger(MODTAGELSEN)
        stilling = stillinger[self.terning.heltal(0, len(stillinger) - 1, self.antal)]
        direkte = ~self.i_sag | self.terning.lykkes(450, self.antal)
        hold, raadgiver = verden.fordeling.holder(h.sag.clip(0), h.dag)
        self.hold = np.where(direkte, MODTAGELSEN, hold)
        self.raadgiver = np.where(direkte, verden.modtager(stilling, h.dag), raadgiver)
        self.lukket = np.where(self.i_sag, verden.lukket[h.sag.clip(0)], ALDRIG)
        self.registreret = verden.i_sag(h.sag, h.dag, self.terning)

    def holder(self, dage: Heltal) -> Heltal:
        """The team that answers for each notification on a day."""
        hold, _ = self.verden.fordeling.holder(self.sag.clip(0), dage)
        return np.where(self.i_sag, hold, self.hold)

    def gjort(self, indikator: str, dage: int, sent: int = 930) -> Heltal:
        """The day of a deed due in so many days: in time by chance, else late (per mille `sent`) or never."""
        frist = self.dag + dage
        i_tide = self.terning.lykkes(chance(indikator, frist, self.holder(frist)), self.antal)
        # In time is mostly near the deadline, late mostly soon after it; both on working days.
        foer = frist - np.minimum(
            self.terning.heltal(0, dage - 1, self.antal), self.terning.heltal(0, dage - 1, self.antal)
        )
        efter = frist + np.minimum(
            self.terning.heltal(1, 61, self.antal), self.terning.heltal(1, 61, self.antal)
        )
        foer, efter = np.maximum(hverdag_foer(foer), self.dag), hverdag_efter(efter)
        gjort = np.where(i_tide, foer, kun_hvis(self.terning.lykkes(sent, self.antal), efter))
        return kun_hvis(gjort <= self.lukket + 4, gjort)

    def svar(self, indikator: str, dage: int) -> Heltal:
        """1 with the chance of an indicator on the day so many days after receipt, else 0."""
        frist = self.dag + dage
        return self.terning.lykkes(chance(indikator, frist, self.holder(frist)), self.antal).astype(np.int64)


def _foedt_uden_sag(terning: Terning, barn: Heltal, dage: Heltal) -> Heltal:
    """A day of birth for children without a case: one per child, whatever the number of notifications."""
    antal = int(barn.max()) + 1
    alder = terning.vaelg(ALDER, antal) * 365 + terning.heltal(5, 350, antal)
    foerste = np.full(antal, ALDRIG, dtype=np.int64)
    np.minimum.at(foerste, barn[barn >= 0], dage[barn >= 0])
    return np.asarray((foerste - alder)[barn.clip(0)], dtype=np.int64)


def _barn(u: _Underretninger) -> Heltal:
    """The child's number: always where there is no case, in every other row where there is one."""
    verden, s = u.verden, u.verden.sager
    i_sag = cpr(np.where(s.ufoedt, ALDRIG, s.foedt)[u.sag.clip(0)], u.sag.clip(0), verden.org.blok)
    barn = verden.henvendelser.barn
    uden = cpr(_foedt_uden_sag(u.terning, barn, u.dag), barn + len(s), verden.org.blok)
    return np.where(u.i_sag, np.where(u.terning.lykkes(500, u.antal), i_sag, ALDRIG), uden)


def _doegnet(tabel: Tabel, u: _Underretninger) -> None:
    """The assessment within 24 hours and the reason written for it."""
    terning, modtaget = u.terning, u.verden.henvendelser.minut + u.dag * 1440
    i_tide = terning.lykkes(chance("5.4", u.dag + 1, u.holder(u.dag + 1)), u.antal)
    sent = kun_hvis(terning.lykkes(900, u.antal), modtaget + terning.heltal(1441, 7000, u.antal))
    vurderet = np.where(i_tide, modtaget + terning.heltal(12, 1430, u.antal), sent)
    forsinket = terning.forsinkelse(u.antal) // 4
    tabel.tid("vurderet_24t_tidspunkt", vurderet, forsinket)
    tabel.tal("vurdering_24t_begrundet", "bool", u.svar("5.5", 1), u.dag + 2 + forsinket)
    tabel.dato("kvittering_dato", hverdag_efter(u.dag + terning.heltal(0, 10, u.antal)), forsinket)


def _opfoelgning(tabel: Tabel, u: _Underretninger, fagperson: Sandt) -> None:
    """What follows in the weeks after: hearing, professional assessment, feedback, talk with the child."""
    terning = u.terning
    partshoering = u.gjort("5.1", 14)
    forsinket = terning.forsinkelse(u.antal)
    tabel.dato("partshoering_dato", partshoering, forsinket)
    inddraget = np.where(fagperson, u.svar("5.7", 14), MANGLER)
    tabel.tal("underretter_inddraget", "bool", inddraget, partshoering + forsinket)
    vurderet = u.gjort("5.2", 28)
    tabel.dato("faglig_vurdering_dato", vurderet, forsinket)
    med, uden = terning.vaelg(_UDFALD_MED_SAG, u.antal), terning.vaelg(_UDFALD_UDEN_SAG, u.antal)
    tabel.kode("faglig_vurdering_udfald", UDFALD, np.where(u.i_sag, med, uden), vurderet + forsinket)
    tilbage = kun_hvis(fagperson, u.gjort("5.3", 28, 880))
    tabel.dato("tilbagemelding_dato", tilbage, terning.forsinkelse(u.antal))
    tabel.tal("samtale_begrundelse", "bool", u.svar("5.6", 28), np.minimum(vurderet, u.dag + 28) + forsinket)


def underretninger(verden: Verden) -> Tabel:
    """One row per notification and child."""
    u, h, org = _Underretninger(verden), verden.henvendelser, verden.org
    terning, antal = u.terning, u.antal
    tabel = Tabel("underretninger", u.registreret)
    tabel.nummer("underretning_id", "U{:06d}", verden.numre(np.arange(antal, dtype=np.int64)))
    tabel.nummer("sag_id", SAG, verden.numre(h.sag))
    tabel.tal("barn_id", "barn", _barn(u))
    tabel.nummer("team_id", TEAM, org.holdnummer(u.hold))
    tabel.nummer("raadgiver_id", RAADGIVER, org.raadgivernummer(u.raadgiver))
    tabel.tal("modtaget_tidspunkt", "tid", h.dag * 1440 + h.minut)
    # Brothers and sisters notified in the same minute are notified by the same person.
    kilder = terning.vaelg([vaegt for _, _, vaegt in UNDERRETTERE], antal)
    _, samme = np.unique(h.dag * 1440 + h.minut, return_inverse=True)
    type_ = kilder[samme]
    ord_, koder = tuple(o for o, _, _ in UNDERRETTERE), tuple(k for _, k, _ in UNDERRETTERE)
    tabel.kolonner["underretter_type"] = Kolonne("kode", type_, koder=koder, egne=ord_)
    tabel.tal("genvurdering", "bool", terning.lykkes(np.where(u.i_sag, 180, 20), antal).astype(np.int64))
    _doegnet(tabel, u)
    _opfoelgning(tabel, u, np.array([kode == "fagperson" for _, kode, _ in UNDERRETTERE])[type_])
    return tabel
