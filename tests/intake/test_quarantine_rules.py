"""Which rows are quarantined, and for what (contract, section 1)."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from pipeline.intake.written import NO_VALUE
from tests.intake.delivery import FACTS, Delivery, Row, Udfald

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
ACTIVITY = {"aktivitet_id": "A1", "sag_id": "S1", "dato": "01-03-2021", "type": "kontakt"}
OPFOELGNING = {"opfoelgning_id": "O1", "sag_id": "S1", "dato": "01-03-2021", "form": "moede"}
DISTRIBUTION = {"sag_id": "S1", "fra_dato": "01-03-2021", "team_id": "T1"}
SURVEY = {
    "svar_id": "V1",
    "team_id": "T1",
    "spoergsmaal": "loeft",
    "besvaret_dato": "01-03-2021",
    "score": "4",
}
TILSYN = {
    "tilsyn_id": "G1",
    "maalepunkt": "5.1",
    "sag_id": "S1",
    "team_id": "T1",
    "gennemgaaet_dato": "01-03-2021",
    "svar": "ja",
}
VENTETID = {"henvisning_id": "W1", "sag_id": "S1", "tilbud": "Familiehus", "henvist_dato": "01-03-2021"}
UDGIFT = {"postering_id": "P1", "sag_id": "S1", "maaned": "2021-03", "beloeb": "10,5"}
COMMENT = {"plan_id": "p", "indikator_id": "5.1", "team_id": "T1", "periode": "2021-04", "tekst": "t"}


SAG = {"sag_id": "S8", "barn_id": "B8", "sagstype": "barn", "oprettet_dato": "2021-01-01"}
RAADGIVER = {"raadgiver_id": "R9", "team_id": "T1", "ansat_fra": "01-03-2021"}


@dataclass(frozen=True)
class Error:
    """A sound row made faulty, and what is to be said of it."""

    extract: str
    good: Row
    change: Row
    column: str
    reason: str


ERROR = [
    Error("sager", SAG, {"sag_id": ""}, "sag_id", "Værdien mangler"),
    Error("sager", SAG, {"barn_id": " \u00a0"}, "barn_id", "Værdien mangler"),
    Error("sager", SAG, {"lukket_dato": "31-12-2020"}, "lukket_dato", "Datoen ligger før oprettet_dato"),
    Error(
        "underretninger", UNDERRETNING, {"modtaget_tidspunkt": ""}, "modtaget_tidspunkt", "Værdien mangler"
    ),
    Error(
        "underretninger",
        UNDERRETNING,
        {"sag_id": ""},
        "sag_id, barn_id",
        "sag_id eller barn_id skal være udfyldt",
    ),
    Error(
        "underretninger",
        UNDERRETNING,
        {"kvittering_dato": "31-02-2021"},
        "kvittering_dato",
        "Værdien er ikke en dato (dd-mm-åååå eller åååå-mm-dd)",
    ),
    Error(
        "underretninger",
        UNDERRETNING,
        {"vurderet_24t_tidspunkt": "01-03-2021 24:00"},
        "vurderet_24t_tidspunkt",
        "Klokkeslættet kan ikke læses; træk det ud med et blanktegn foran og som tt:mm (00:00-23:59)",
    ),
    Error(
        "underretninger",
        UNDERRETNING,
        {"genvurdering": "måske"},
        "genvurdering",
        "Værdien er ikke ja eller nej (J/N, ja/nej, true/false, 1/0)",
    ),
    Error("underretninger", UNDERRETNING, {"underretter_type": "x"}, "underretter_type", "Koden kendes ikke"),
    Error(
        "undersoegelser",
        BFU,
        {"antal_fokuspunkter": "to"},
        "antal_fokuspunkter",
        f"Værdien er ikke et helt tal{NO_VALUE}",
    ),
    Error("undersoegelser", BFU, {"sag_id": "S9"}, "sag_id", "Værdien findes ikke i sager"),
    Error(
        "undersoegelser",
        BFU,
        {"afsluttet_dato": "28-02-2021"},
        "afsluttet_dato",
        "Datoen ligger før startet_dato",
    ),
    Error("sagsfordeling", DISTRIBUTION, {"team_id": "T9"}, "team_id", "Værdien findes ikke i teams"),
    Error(
        "sagsfordeling", DISTRIBUTION, {"til_dato": "28-02-2021"}, "til_dato", "Datoen ligger før fra_dato"
    ),
    Error("raadgivere", RAADGIVER, {"team_id": "T9"}, "team_id", "Værdien findes ikke i teams"),
    Error("raadgivere", RAADGIVER, {"ansat_til": "28-02-2021"}, "ansat_til", "Datoen ligger før ansat_fra"),
    Error(
        "aktiviteter",
        ACTIVITY,
        {"sag_id": ""},
        "sag_id",
        "sag_id skal være udfyldt, når type ikke er sparring",
    ),
    Error("indsatser", INDSATS, {"slut_dato": "31-01-2021"}, "slut_dato", "Datoen ligger før start_dato"),
    Error("indsatser", INDSATS, {"kategori": "ukendt"}, "kategori", "Koden kendes ikke"),
    Error(
        "handleplaner", HANDLEPLAN, {"oprettet_dato": ""}, "oprettet_dato", "oprettet_dato skal være udfyldt"
    ),
    Error(
        "handleplaner",
        HANDLEPLAN,
        {"type": "ungeplan", "oprettet_dato": "", "tilbudt_dato": "01-03-2021"},
        "oprettet_dato",
        "oprettet_dato skal være udfyldt",
    ),
    Error(
        "handleplaner",
        HANDLEPLAN,
        {"type": "foraeldre", "oprettet_dato": ""},
        "oprettet_dato, tilbudt_dato",
        "oprettet_dato eller tilbudt_dato skal være udfyldt",
    ),
    Error(
        "handleplaner",
        HANDLEPLAN,
        {"afsluttet_dato": "28-02-2021"},
        "afsluttet_dato",
        "Datoen ligger før oprettet_dato",
    ),
    Error("opfoelgninger", OPFOELGNING, {"form": "sms"}, "form", "Koden kendes ikke"),
    Error(
        "opfoelgninger", OPFOELGNING, {"indsats_id": "I9"}, "indsats_id", "Værdien findes ikke i indsatser"
    ),
    Error(
        "afdaekninger",
        {"afdaekning_id": "D1", "sag_id": "S1", "type": "screening", "startet_dato": "01-03-2021"},
        {"afsluttet_dato": "28-02-2021"},
        "afsluttet_dato",
        "Datoen ligger før startet_dato",
    ),
    Error(
        "tilsynssvar",
        TILSYN,
        {"genlaesning": "anden læser"},
        "genlaesning",
        "Værdien er ikke ja eller nej (J/N, ja/nej, true/false, 1/0)",
    ),
    Error("spoergeskemasvar", SURVEY, {"score": "6"}, "score", "Koden kendes ikke"),
    Error("udgifter", UDGIFT, {"maaned": "2021-13"}, "maaned", "Værdien er ikke en måned (åååå-mm)"),
    Error(
        "udgifter",
        UDGIFT,
        {"beloeb": "1,234.50"},
        "beloeb",
        "Tallet passer ikke til kolonnen, hvor komma er decimaltegn og punktum tusindtegn",
    ),
    Error("kommentarer", COMMENT, {"team_id": "T9"}, "team_id", "Værdien findes ikke i teams"),
]


@pytest.fixture(scope="module")
def with_every_error(tmp_path_factory: pytest.TempPathFactory) -> tuple[Udfald, list[int]]:
    """A delivery in which each extract has its sound row, and after it every faulty one; and their lines."""
    delivery = Delivery(tmp_path_factory.mktemp("fejl"))
    rows: dict[str, list[Row]] = {}
    lines = []
    for number, error in enumerate(ERROR):
        if error.extract not in rows:
            facts = [row for row in FACTS.get(error.extract, []) if row != error.good]
            rows[error.extract] = [*facts, error.good]
        # Another key than the sound row's; a sagsfordeling must name a case that is there.
        own_key = f"S{2 + number % 2}" if error.extract == "sagsfordeling" else f"N{number}"
        rows[error.extract].append({**error.good, next(iter(error.good)): own_key, **error.change})
        lines.append(len(rows[error.extract]) + 1)
    for extract, each in rows.items():
        delivery.rows(extract, each)
    return delivery.take_in(), lines


@pytest.mark.parametrize(
    "number", range(len(ERROR)), ids=[f"{f.extract}-{'-'.join(f.change)}" for f in ERROR]
)
def test_a_faulty_row_is_quarantined_with_its_line_column_and_reason(
    with_every_error: tuple[Udfald, list[int]], number: int
) -> None:
    """Each kind of fault of the contract's list."""
    udfald, lines = with_every_error
    error = ERROR[number]
    own = [
        (column, reason) for line, column, reason in udfald.karantaene(error.extract) if line == lines[number]
    ]
    assert own == [(error.column, error.reason)]


def test_the_sound_rows_beside_them_are_accepted(with_every_error: tuple[Udfald, list[int]]) -> None:
    """Every row but the faulty ones is accepted."""
    udfald, _ = with_every_error
    for extract in {error.extract for error in ERROR}:
        faulty = sum(error.extract == extract for error in ERROR)
        read, accepted, duplicates, karantaene = udfald.figures(extract)
        assert (accepted, duplicates, karantaene) == (read - faulty, 0, faulty), extract


def test_what_the_contract_allows_is_accepted(delivery: Delivery) -> None:
    """Sparring without a case, a plan only offered, a no-show, ALLE, an end on its start, a team's heir."""
    allowed = {
        "aktiviteter": {**ACTIVITY, "sag_id": "", "type": "sparring"},
        "handleplaner": {
            **HANDLEPLAN,
            "type": "foraeldre",
            "oprettet_dato": "",
            "tilbudt_dato": "01-03-2021",
        },
        "opfoelgninger": {**OPFOELGNING, "form": "Udeblevet"},
        "boernesamtaler": {
            "samtale_id": "C1",
            "sag_id": "S1",
            "dato": "01-03-2021",
            "paragraf": "50",
            "udfald": "afholdt",
        },
        "milepaelsstatus": {"plan_id": "p", "milepael_id": "A12@2021-03", "status": "opfyldt"},
        "underretninger": {**UNDERRETNING, "sag_id": "", "barn_id": "B7"},
        "kommentarer": {**COMMENT, "team_id": "ALLE"},
        "undersoegelser": {**BFU, "afsluttet_dato": "01-03-2021"},
        "teams": {"team_id": "T1", "navn": "Nyt", "leder_raadgiver_id": "R9", "afloest_af": "T9"},
    }
    for extract, row in allowed.items():
        delivery.rows(extract, [row])
    udfald = delivery.take_in()
    assert {extract: udfald.figures(extract)[:2] for extract in allowed} == dict.fromkeys(allowed, (1, 1))


THREE_FAULTS = {
    "underretning_id": "",
    "sag_id": "S1",
    "modtaget_tidspunkt": "i går",
    "underretter_type": "privat",
    "genvurdering": "måske",
}
MISSHAPEN = "bfu_id;sag_id;startet_dato\nX1;S1;01-03-2021\nX1;S1;01-03-2021;mere\nX1;S1\nX2;S1;02-03-2021\n"
REPEATED = (
    "afdaekning_id;sag_id;startet_dato;type\n"
    "X1;S1;01-03-2021;screening\n X1 ;S1;\u00a001-03-2021;screening\n"
    "X2;S9;01-03-2021;screening\nX2;S9;01-03-2021;screening\nX3;S1\nX3;S1\nX3; S1\n"
)
SAME_KEY = [
    {"sag_id": "S1", "fra_dato": "01-03-2021", "team_id": "T1"},
    {"sag_id": "S1", "fra_dato": "2021-03-01", "team_id": "T1"},
    {"sag_id": "S1", "fra_dato": "01-03-2021 08:00", "team_id": "T9"},
    {"sag_id": "S1", "fra_dato": "02-03-2021", "team_id": "T1"},
]
FALLS = {"sag_id": "S4", "barn_id": "B4", "sagstype": "barn"}


@pytest.fixture(scope="module")
def apart(tmp_path_factory: pytest.TempPathFactory) -> Udfald:
    """One delivery in which the tests below have each their own file, or rows of their own in it."""
    delivery = Delivery(tmp_path_factory.mktemp("hver_sin"))
    delivery.rows("underretninger", [THREE_FAULTS])
    delivery.rows("handleplaner", [{**HANDLEPLAN, "oprettet_dato": "31-02-2021"}])
    delivery.text("undersoegelser", MISSHAPEN)
    delivery.text("afdaekninger", REPEATED)
    delivery.rows("sagsfordeling", SAME_KEY)
    reply = {**TILSYN, "maalepunkt": "Ny Maaling"}
    delivery.rows("tilsynssvar", [reply, {**reply, "maalepunkt": "ny-måling"}])
    delivery.add("sager", FALLS, FACTS["sager"][0])
    delivery.rows("indsatser", [INDSATS, {**INDSATS, "indsats_id": "I2", "sag_id": "S4"}])
    delivery.rows(
        "opfoelgninger",
        [
            {**OPFOELGNING, "indsats_id": "I2"},
            {**OPFOELGNING, "opfoelgning_id": "O2", "sag_id": "S4", "indsats_id": "I9"},
        ],
    )
    delivery.rows("ventetider", [VENTETID])
    return delivery.take_in()


def test_every_fault_of_a_row_is_listed_and_the_row_counted_once(apart: Udfald) -> None:
    """A row with three faults is one quarantined row with three places to look."""
    assert [column for _, column, _ in apart.karantaene("underretninger")] == [
        "genvurdering",
        "modtaget_tidspunkt",
        "underretning_id",
    ]
    assert apart.figures("underretninger") == (1, 0, 0, 1)


def test_a_refused_date_is_not_called_missing_too(apart: Udfald) -> None:
    """A plan whose date does not parse has one fault, not also the one of having no date."""
    assert [column for _, column, _ in apart.karantaene("handleplaner")] == ["oprettet_dato"]


def test_too_many_or_too_few_fields(apart: Udfald) -> None:
    """Such a row is quarantined whole, has no key and so clashes with none."""
    assert apart.karantaene("undersoegelser") == [
        (3, None, "Rækken har 4 felter, overskriften har 3"),
        (4, None, "Rækken har 2 felter, overskriften har 3"),
    ]
    assert apart.figures("undersoegelser") == (4, 2, 0, 2)


def test_duplicates_are_set_aside_before_anything_else(apart: Udfald) -> None:
    """The second of two equal rows is a duplicate, also when the first is faulty or misshapen."""
    assert apart.figures("afdaekninger") == (7, 1, 4, 2)
    assert [line for line, _, _ in apart.karantaene("afdaekninger")] == [4, 6]


def test_rows_that_share_a_key_are_all_quarantined(apart: Udfald) -> None:
    """Also one that is faulty for another reason, and when the key is the same only as a typed value."""
    same = "Flere rækker har samme nøgle, men forskelligt indhold"
    assert apart.karantaene("sagsfordeling") == [
        (2, "sag_id, fra_dato", same),
        (3, "sag_id, fra_dato", same),
        (4, "sag_id, fra_dato", same),
        (4, "team_id", "Værdien findes ikke i teams"),
    ]
    assert apart.figures("sagsfordeling") == (4, 1, 0, 3)


def test_keys_that_compare_as_codes_clash_when_folded(apart: Udfald) -> None:
    """The maalepunkt is part of tilsynssvar's key and compares without regard to case and blanks."""
    assert apart.figures("tilsynssvar") == (2, 0, 0, 2)


def test_a_row_that_refers_to_a_quarantined_row_falls_with_it(apart: Udfald) -> None:
    """All the way down; only the row at the top is at fault itself, and one that stands nowhere.

    A quarantined case does not excuse a follow-up on a measure that is not there.
    """
    own = {
        figures.extract: (figures.karantaene, figures.egne)
        for figures in apart.reply.files
        if figures.extract in {"sager", "indsatser", "opfoelgninger"}
    }
    assert own == {"sager": (1, 1), "indsatser": (1, 0), "opfoelgninger": (2, 1)}
    falls = "Rækken, der henvises til i {}, er i karantæne"
    assert apart.karantaene("indsatser") == [(3, "sag_id", falls.format("sager"))]
    assert apart.karantaene("opfoelgninger") == [
        (2, "indsats_id", falls.format("indsatser")),
        (3, "indsats_id", "Værdien findes ikke i indsatser"),
        (3, "sag_id", falls.format("sager")),
    ]


def test_a_duplicate_of_an_accepted_row_can_be_referred_to(apart: Udfald) -> None:
    """The row that was kept has the key."""
    assert apart.figures("sager") == (5, 3, 1, 1)
    assert apart.figures("ventetider") == (1, 1, 0, 0)
