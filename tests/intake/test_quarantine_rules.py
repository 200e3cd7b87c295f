"""Which rows are quarantined, and for what (contract, section 1)."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.intake.levering import GRUNDLAG, Levering, Raekke, Udfald

UNDERRETNING = {
    "underretning_id": "U1",
    "sag_id": "S1",
    "modtaget_tidspunkt": "01-03-2021 10:00",
    "underretter_type": "privat",
}
INDSATS = {
    "indsats_id": "I1",
    "sag_id": "S1",
    "paragraf": "52",
    "kategori": "forebyggende_52",
    "start_dato": "01-02-2021",
}
BFU = {"bfu_id": "X1", "sag_id": "S1", "startet_dato": "01-03-2021"}
HANDLEPLAN = {"handleplan_id": "H1", "sag_id": "S1", "type": "barn", "oprettet_dato": "01-03-2021"}
AKTIVITET = {"aktivitet_id": "A1", "sag_id": "S1", "dato": "01-03-2021", "type": "kontakt"}
OPFOELGNING = {"opfoelgning_id": "O1", "sag_id": "S1", "dato": "01-03-2021", "form": "moede"}
FORDELING = {"sag_id": "S1", "fra_dato": "01-03-2021", "team_id": "T1"}
SPOERGESKEMA = {
    "svar_id": "V1",
    "team_id": "T1",
    "spoergsmaal": "loeft",
    "besvaret_dato": "01-03-2021",
    "score": "4",
}
UDGIFT = {"postering_id": "P1", "sag_id": "S1", "maaned": "2021-03", "beloeb": "10,5"}
KOMMENTAR = {"plan_id": "p", "indikator_id": "5.1", "team_id": "T1", "periode": "2021-04", "tekst": "t"}


SAG = {"sag_id": "S8", "barn_id": "B8", "sagstype": "barn", "oprettet_dato": "2021-01-01"}
RAADGIVER = {"raadgiver_id": "R9", "team_id": "T1", "ansat_fra": "01-03-2021"}


@dataclass(frozen=True)
class Fejl:
    """A sound row made faulty, and what is to be said of it."""

    extract: str
    god: Raekke
    aendring: Raekke
    kolonne: str
    aarsag: str


FEJL = [
    Fejl("sager", SAG, {"sag_id": ""}, "sag_id", "Værdien mangler"),
    Fejl("sager", SAG, {"barn_id": " \u00a0"}, "barn_id", "Værdien mangler"),
    Fejl("sager", SAG, {"lukket_dato": "31-12-2020"}, "lukket_dato", "Datoen ligger før oprettet_dato"),
    Fejl("underretninger", UNDERRETNING, {"modtaget_tidspunkt": ""}, "modtaget_tidspunkt", "Værdien mangler"),
    Fejl(
        "underretninger",
        UNDERRETNING,
        {"sag_id": ""},
        "sag_id, barn_id",
        "sag_id eller barn_id skal være udfyldt",
    ),
    Fejl(
        "underretninger",
        UNDERRETNING,
        {"kvittering_dato": "31-02-2021"},
        "kvittering_dato",
        "Værdien er ikke en dato (dd-mm-åååå eller åååå-mm-dd)",
    ),
    Fejl(
        "underretninger",
        UNDERRETNING,
        {"vurderet_24t_tidspunkt": "01-03-2021 24:00"},
        "vurderet_24t_tidspunkt",
        "Værdien er ikke et tidspunkt (dd-mm-åååå tt:mm eller åååå-mm-dd tt:mm)",
    ),
    Fejl(
        "underretninger",
        UNDERRETNING,
        {"genvurdering": "måske"},
        "genvurdering",
        "Værdien er ikke ja eller nej (J/N, ja/nej, true/false, 1/0)",
    ),
    Fejl("underretninger", UNDERRETNING, {"underretter_type": "x"}, "underretter_type", "Koden kendes ikke"),
    Fejl(
        "undersoegelser",
        BFU,
        {"antal_fokuspunkter": "to"},
        "antal_fokuspunkter",
        "Værdien er ikke et helt tal",
    ),
    Fejl("undersoegelser", BFU, {"sag_id": "S9"}, "sag_id", "Værdien findes ikke i sager"),
    Fejl(
        "undersoegelser",
        BFU,
        {"afsluttet_dato": "28-02-2021"},
        "afsluttet_dato",
        "Datoen ligger før startet_dato",
    ),
    Fejl("sagsfordeling", FORDELING, {"team_id": "T9"}, "team_id", "Værdien findes ikke i teams"),
    Fejl("sagsfordeling", FORDELING, {"til_dato": "28-02-2021"}, "til_dato", "Datoen ligger før fra_dato"),
    Fejl("raadgivere", RAADGIVER, {"team_id": "T9"}, "team_id", "Værdien findes ikke i teams"),
    Fejl("raadgivere", RAADGIVER, {"ansat_til": "28-02-2021"}, "ansat_til", "Datoen ligger før ansat_fra"),
    Fejl(
        "aktiviteter",
        AKTIVITET,
        {"sag_id": ""},
        "sag_id",
        "sag_id skal være udfyldt, når type ikke er sparring",
    ),
    Fejl("indsatser", INDSATS, {"slut_dato": "31-01-2021"}, "slut_dato", "Datoen ligger før start_dato"),
    Fejl("indsatser", INDSATS, {"kategori": "ukendt"}, "kategori", "Koden kendes ikke"),
    Fejl(
        "handleplaner", HANDLEPLAN, {"oprettet_dato": ""}, "oprettet_dato", "oprettet_dato skal være udfyldt"
    ),
    Fejl(
        "handleplaner",
        HANDLEPLAN,
        {"type": "foraeldre", "oprettet_dato": ""},
        "oprettet_dato, tilbudt_dato",
        "oprettet_dato eller tilbudt_dato skal være udfyldt",
    ),
    Fejl(
        "handleplaner",
        HANDLEPLAN,
        {"afsluttet_dato": "28-02-2021"},
        "afsluttet_dato",
        "Datoen ligger før oprettet_dato",
    ),
    Fejl("opfoelgninger", OPFOELGNING, {"indsats_id": "I9"}, "indsats_id", "Værdien findes ikke i indsatser"),
    Fejl(
        "afdaekninger",
        {"afdaekning_id": "D1", "sag_id": "S1", "type": "screening", "startet_dato": "01-03-2021"},
        {"afsluttet_dato": "28-02-2021"},
        "afsluttet_dato",
        "Datoen ligger før startet_dato",
    ),
    Fejl("spoergeskemasvar", SPOERGESKEMA, {"score": "6"}, "score", "Koden kendes ikke"),
    Fejl("udgifter", UDGIFT, {"maaned": "2021-13"}, "maaned", "Værdien er ikke en måned (åååå-mm)"),
    Fejl(
        "udgifter",
        UDGIFT,
        {"beloeb": "1,234.50"},
        "beloeb",
        "Værdien er ikke et tal (1234,56 eller 1.234,56)",
    ),
    Fejl("kommentarer", KOMMENTAR, {"team_id": "T9"}, "team_id", "Værdien findes ikke i teams"),
]


@pytest.fixture(scope="module")
def med_alle_fejl(tmp_path_factory: pytest.TempPathFactory) -> tuple[Udfald, list[int]]:
    """A delivery in which each extract has its sound row, and after it every faulty one; and their lines."""
    levering = Levering(tmp_path_factory.mktemp("fejl"))
    raekker: dict[str, list[Raekke]] = {}
    linjer = []
    for nr, fejl in enumerate(FEJL):
        if fejl.extract not in raekker:
            grundlag = [raekke for raekke in GRUNDLAG.get(fejl.extract, []) if raekke != fejl.god]
            raekker[fejl.extract] = [*grundlag, fejl.god]
        # Another key than the sound row's; a sagsfordeling must name a case that is there.
        egen_noegle = f"S{2 + nr % 2}" if fejl.extract == "sagsfordeling" else f"N{nr}"
        raekker[fejl.extract].append({**fejl.god, next(iter(fejl.god)): egen_noegle, **fejl.aendring})
        linjer.append(len(raekker[fejl.extract]) + 1)
    for extract, hver in raekker.items():
        levering.raekker(extract, hver)
    return levering.indlaes(), linjer


@pytest.mark.parametrize("nr", range(len(FEJL)), ids=[f"{f.extract}-{'-'.join(f.aendring)}" for f in FEJL])
def test_a_faulty_row_is_quarantined_with_its_line_column_and_reason(
    med_alle_fejl: tuple[Udfald, list[int]], nr: int
) -> None:
    """Each kind of fault of the contract's list."""
    udfald, linjer = med_alle_fejl
    fejl = FEJL[nr]
    egne = [
        (kolonne, aarsag) for linje, kolonne, aarsag in udfald.karantaene(fejl.extract) if linje == linjer[nr]
    ]
    assert egne == [(fejl.kolonne, fejl.aarsag)]


def test_the_sound_rows_beside_them_are_accepted(med_alle_fejl: tuple[Udfald, list[int]]) -> None:
    """Every row but the faulty ones is accepted."""
    udfald, _ = med_alle_fejl
    for extract in {fejl.extract for fejl in FEJL}:
        faulty = sum(fejl.extract == extract for fejl in FEJL)
        laest, accepteret, dubletter, karantaene = udfald.tal(extract)
        assert (accepteret, dubletter, karantaene) == (laest - faulty, 0, faulty), extract


def test_what_the_contract_allows_is_accepted(levering: Levering) -> None:
    """Sparring without a case, a plan only offered, ALLE, an end on its start, a team's heir."""
    tilladt = {
        "aktiviteter": {**AKTIVITET, "sag_id": "", "type": "sparring"},
        "handleplaner": {
            **HANDLEPLAN,
            "type": "foraeldre",
            "oprettet_dato": "",
            "tilbudt_dato": "01-03-2021",
        },
        "underretninger": {**UNDERRETNING, "sag_id": "", "barn_id": "B7"},
        "kommentarer": {**KOMMENTAR, "team_id": "ALLE"},
        "undersoegelser": {**BFU, "afsluttet_dato": "01-03-2021"},
        "teams": {"team_id": "T1", "navn": "Nyt", "leder_raadgiver_id": "R9", "afloest_af": "T9"},
    }
    for extract, raekke in tilladt.items():
        levering.raekker(extract, [raekke])
    udfald = levering.indlaes()
    assert {extract: udfald.tal(extract)[:2] for extract in tilladt} == dict.fromkeys(tilladt, (1, 1))


def test_every_fault_of_a_row_is_listed_and_the_row_counted_once(levering: Levering) -> None:
    """A row with three faults is one quarantined row with three places to look."""
    raekke = {**BFU, "sag_id": "", "startet_dato": "i går", "efterslaeb": "måske"}
    udfald = levering.raekker("undersoegelser", [raekke]).indlaes()
    assert [kolonne for _, kolonne, _ in udfald.karantaene("undersoegelser")] == [
        "efterslaeb",
        "sag_id",
        "startet_dato",
    ]
    assert udfald.tal("undersoegelser") == (1, 0, 0, 1)


def test_a_refused_date_is_not_called_missing_too(levering: Levering) -> None:
    """A plan whose date does not parse has one fault, not also the one of having no date."""
    udfald = levering.raekker("handleplaner", [{**HANDLEPLAN, "oprettet_dato": "31-02-2021"}]).indlaes()
    assert [kolonne for _, kolonne, _ in udfald.karantaene("handleplaner")] == ["oprettet_dato"]


def test_too_many_or_too_few_fields(levering: Levering) -> None:
    """Such a row is quarantined whole, has no key and so clashes with none."""
    tekst = "bfu_id;sag_id;startet_dato\nX1;S1;01-03-2021\nX1;S1;01-03-2021;mere\nX1;S1\nX2;S1;02-03-2021\n"
    udfald = levering.tekst("undersoegelser", tekst).indlaes()
    assert udfald.karantaene("undersoegelser") == [
        (3, None, "Rækken har 4 felter, overskriften har 3"),
        (4, None, "Rækken har 2 felter, overskriften har 3"),
    ]
    assert udfald.tal("undersoegelser") == (4, 2, 0, 2)


def test_duplicates_are_set_aside_before_anything_else(levering: Levering) -> None:
    """The second of two equal rows is a duplicate, also when the first is faulty or misshapen."""
    tekst = (
        "bfu_id;sag_id;startet_dato\nX1;S1;01-03-2021\n X1 ;S1;\u00a001-03-2021\n"
        "X2;S9;01-03-2021\nX2;S9;01-03-2021\nX3;S1\nX3;S1\nX3; S1\n"
    )
    udfald = levering.tekst("undersoegelser", tekst).indlaes()
    assert udfald.tal("undersoegelser") == (7, 1, 4, 2)
    assert [linje for linje, _, _ in udfald.karantaene("undersoegelser")] == [4, 6]


def test_rows_that_share_a_key_are_all_quarantined(levering: Levering) -> None:
    """Also one that is faulty for another reason, and when the key is the same only as a typed value."""
    udfald = levering.raekker(
        "sagsfordeling",
        [
            {"sag_id": "S1", "fra_dato": "01-03-2021", "team_id": "T1"},
            {"sag_id": "S1", "fra_dato": "2021-03-01", "team_id": "T1"},
            {"sag_id": "S1", "fra_dato": "01-03-2021 08:00", "team_id": "T9"},
            {"sag_id": "S1", "fra_dato": "02-03-2021", "team_id": "T1"},
        ],
    ).indlaes()
    samme = "Flere rækker har samme nøgle, men forskelligt indhold"
    assert udfald.karantaene("sagsfordeling") == [
        (2, "sag_id, fra_dato", samme),
        (3, "sag_id, fra_dato", samme),
        (4, "sag_id, fra_dato", samme),
        (4, "team_id", "Værdien findes ikke i teams"),
    ]
    assert udfald.tal("sagsfordeling") == (4, 1, 0, 3)


def test_keys_that_compare_as_codes_clash_when_folded(levering: Levering) -> None:
    """The maalepunkt is part of tilsynssvar's key and compares without regard to case and blanks."""
    svar = {
        "tilsyn_id": "G1",
        "maalepunkt": "Ny Maaling",
        "sag_id": "S1",
        "team_id": "T1",
        "gennemgaaet_dato": "01-03-2021",
        "svar": "ja",
    }
    udfald = levering.raekker("tilsynssvar", [svar, {**svar, "maalepunkt": "ny-måling"}]).indlaes()
    assert udfald.tal("tilsynssvar") == (2, 0, 0, 2)


def test_a_row_that_refers_to_a_quarantined_row_falls_with_it(levering: Levering) -> None:
    """All the way down; only the row at the top is at fault itself."""
    levering.tilfoej("sager", {"sag_id": "S4", "barn_id": "B4", "sagstype": "barn"})
    levering.tilfoej(
        "indsatser",
        {"indsats_id": "I2", "sag_id": "S4", "paragraf": "52", "kategori": "forebyggende_52"},
    )
    levering.raekker("opfoelgninger", [{**OPFOELGNING, "indsats_id": "I2"}])
    udfald = levering.indlaes()
    egne = {tal.extract: (tal.karantaene, tal.egne) for tal in udfald.svar.filer if tal.karantaene}
    assert egne == {"sager": (1, 1), "indsatser": (1, 0), "opfoelgninger": (1, 0)}
    assert udfald.karantaene("opfoelgninger") == [
        (2, "indsats_id", "Rækken, der henvises til i indsatser, er i karantæne")
    ]


def test_a_row_with_any_unknown_reference_is_at_fault_itself(levering: Levering) -> None:
    """A quarantined case does not excuse a measure that stands nowhere."""
    levering.tilfoej("sager", {"sag_id": "S4", "barn_id": "B4", "sagstype": "barn"})
    udfald = levering.raekker(
        "opfoelgninger", [{**OPFOELGNING, "sag_id": "S4", "indsats_id": "I9"}]
    ).indlaes()
    (tal,) = [tal for tal in udfald.svar.filer if tal.extract == "opfoelgninger"]
    assert (tal.karantaene, tal.egne) == (1, 1)


def test_a_duplicate_of_an_accepted_row_can_be_referred_to(levering: Levering) -> None:
    """The row that was kept has the key."""
    foerste_sag = GRUNDLAG["sager"][0]
    udfald = levering.tilfoej("sager", foerste_sag).raekker("undersoegelser", [BFU]).indlaes()
    assert udfald.tal("sager") == (4, 3, 1, 0)
    assert udfald.tal("undersoegelser") == (1, 1, 0, 0)
