"""What is accepted with a warning, and what it is taken for (contract, section 1)."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

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
    "paragraf": "11",
    "kategori": "forebyggende_11_3",
    "leverandoer_type": "privat",
    "start_dato": "01-02-2021",
}
SAG = FACTS["sager"][0]
RAADGIVER = {"raadgiver_id": "R1", "team_id": "T1"}
BFU = {"bfu_id": "X1", "sag_id": "S1", "startet_dato": "01-03-2021"}
OPFOELGNING = {"opfoelgning_id": "O1", "sag_id": "S1", "dato": "01-03-2021", "form": "moede"}
ACTIVITY = {"aktivitet_id": "A1", "sag_id": "S1", "dato": "01-03-2021", "type": "kontakt"}
VENTETID = {"henvisning_id": "W1", "sag_id": "S1", "tilbud": "Familiehus", "henvist_dato": "01-03-2021"}
TILSYN = {
    "tilsyn_id": "G1",
    "maalepunkt": "5.1",
    "sag_id": "S1",
    "team_id": "T1",
    "gennemgaaet_dato": "01-03-2021",
    "svar": "ja",
}


@dataclass(frozen=True)
class Warned:
    """A sound row made questionable, what is said of it, and what one of its columns becomes."""

    extract: str
    good: Row
    change: Row
    column: str
    reason: str


UNKNOWN_CODE = "Koden kendes ikke og regnes som manglende"
AFTER = "Datoen ligger efter leverancens dato"

WARNINGS = [
    Warned("sager", SAG, {"lukket_aarsag": "flyttet"}, "lukket_aarsag", UNKNOWN_CODE),
    Warned("sager", SAG, {"foedselsdato": ""}, "foedselsdato", "Fødselsdatoen mangler"),
    Warned("sager", SAG, {"team_id": "T9"}, "team_id", "Værdien findes ikke i teams og regnes som manglende"),
    Warned("sager", SAG, {"raadgiver_id": "R9"}, "raadgiver_id", "Værdien findes ikke i raadgivere"),
    Warned("sager", SAG, {"oprettet_dato": "01-05-2021"}, "oprettet_dato", AFTER),
    Warned(
        "underretninger",
        UNDERRETNING,
        {"team_id": "T9"},
        "team_id",
        "Værdien findes ikke i teams og regnes som manglende",
    ),
    Warned(
        "underretninger",
        UNDERRETNING,
        {"modtaget_tidspunkt": "01-03-2021"},
        "modtaget_tidspunkt",
        "Klokkeslættet mangler, så kun dagen er kendt",
    ),
    Warned(
        "underretninger",
        UNDERRETNING,
        {"modtaget_tidspunkt": "2021-05-01T00:00"},
        "modtaget_tidspunkt",
        AFTER,
    ),
    Warned(
        "underretninger",
        UNDERRETNING,
        {"vurderet_24t_tidspunkt": "01-03-2021 09:59"},
        "vurderet_24t_tidspunkt",
        "Datoen ligger før modtaget_tidspunkt",
    ),
    *(
        Warned(
            "underretninger", UNDERRETNING, {name: "28-02-2021"}, name, "Datoen ligger før modtaget_tidspunkt"
        )
        for name in ("kvittering_dato", "partshoering_dato", "faglig_vurdering_dato", "tilbagemelding_dato")
    ),
    Warned(
        "undersoegelser",
        BFU,
        {"undersoegelsesplan_dato": "28-02-2021"},
        "undersoegelsesplan_dato",
        "Datoen ligger før opmaerksom_dato eller startet_dato",
    ),
    Warned(
        "indsatser",
        INDSATS,
        {"leverandoer_type": ""},
        "leverandoer_type",
        "Leverandørtypen mangler ved en indsats efter § 11, stk. 3",
    ),
    Warned("indsatser", INDSATS, {"leverandoer_type": "ukendt"}, "leverandoer_type", UNKNOWN_CODE),
    Warned("indsatser", INDSATS, {"indsatstrin": "6"}, "indsatstrin", UNKNOWN_CODE),
    Warned(
        "indsatser",
        INDSATS,
        {"opfoelgning_maaneder": "0"},
        "opfoelgning_maaneder",
        "Antallet af måneder er mindre end 1",
    ),
    Warned(
        "indsatser",
        INDSATS,
        {"bortfaldet_dato": "01-03-2021"},
        "start_dato, bortfaldet_dato",
        "Indsatsen har både en startdato og en dato for bortfald",
    ),
    Warned(
        "opfoelgninger",
        OPFOELGNING,
        {"dato": "31-01-2021", "indsats_id": "I1"},
        "dato",
        "Datoen ligger før start_dato",
    ),
    Warned(
        "opfoelgninger",
        OPFOELGNING,
        {"sag_id": "S2", "indsats_id": "I1"},
        "indsats_id",
        "Rækken, der henvises til i indsatser, har et andet sag_id",
    ),
    Warned("aktiviteter", ACTIVITY, {"undertype": "Kaffemøde"}, "undertype", "Værdien kendes ikke"),
    Warned(
        "ventetider",
        VENTETID,
        {"igangsat_dato": "28-02-2021"},
        "igangsat_dato",
        "Datoen ligger før henvist_dato",
    ),
    Warned("raadgivere", RAADGIVER, {"rolle": "chef"}, "rolle", UNKNOWN_CODE),
    Warned("tilsynssvar", TILSYN, {"udvaelgelse": "måske"}, "udvaelgelse", UNKNOWN_CODE),
    Warned("tilsynssvar", TILSYN, {"genstand_type": "barnet"}, "genstand_type", UNKNOWN_CODE),
    Warned("tilsynssvar", TILSYN, {"genstand_dato": "01-05-2021"}, "genstand_dato", AFTER),
    Warned("tilsynssvar", TILSYN, {"maalepunkt": "99.1"}, "maalepunkt", "Værdien kendes ikke"),
]


@pytest.fixture(scope="module")
def with_every_warning(tmp_path_factory: pytest.TempPathFactory) -> tuple[Udfald, list[int]]:
    """A delivery with each extract's sound row and, after it, every questionable one; their lines."""
    delivery = Delivery(tmp_path_factory.mktemp("advarsler"))
    rows: dict[str, list[Row]] = {}
    lines = []
    for number, warning in enumerate(WARNINGS):
        each = rows.setdefault(warning.extract, [*FACTS["sager"]] if warning.good is SAG else [warning.good])
        each.append({**warning.good, next(iter(warning.good)): f"N{number}", **warning.change})
        lines.append(len(each) + 1)
    for extract, each in rows.items():
        delivery.rows(extract, each)
    return delivery.take_in(), lines


@pytest.mark.parametrize(
    "number",
    range(len(WARNINGS)),
    ids=[f"{a.extract}-{'-'.join(a.change)}-{n}" for n, a in enumerate(WARNINGS)],
)
def test_a_questionable_row_is_accepted_with_a_warning(
    with_every_warning: tuple[Udfald, list[int]], number: int
) -> None:
    """Each kind of warning of the contract's list, with its line, column and reason."""
    udfald, lines = with_every_warning
    warning = WARNINGS[number]
    own = [(k, reason) for line, k, reason in udfald.finding(warning.extract) if line == lines[number]]
    assert own == [(warning.column, warning.reason)]


def test_nothing_else_is_warned_of_and_nothing_quarantined(
    with_every_warning: tuple[Udfald, list[int]],
) -> None:
    """`advarsler` counts exactly the questionable rows."""
    udfald, _ = with_every_warning
    for extract in {warning.extract for warning in WARNINGS}:
        count = sum(warning.extract == extract for warning in WARNINGS)
        assert udfald.warnings(extract) == count, extract
        assert udfald.figures(extract)[3] == 0, extract


UNDERTYPES = ["Ledersparring", "kollegial sparring", "SUPERVISION", "Netværkskort", "hjemmebesøg"]
SAME_DAY: list[Row] = [
    {"vurderet_24t_tidspunkt": "01-03-2021"},
    {"vurderet_24t_tidspunkt": "01-03-2021 10:00"},
    {"modtaget_tidspunkt": "01-03-2021", "vurderet_24t_tidspunkt": "01-03-2021 00:00"},
    {"kvittering_dato": "01-03-2021"},
]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Udfald:
    """One delivery in which the tests below have each their own rows; in sager by the number of the case."""
    delivery = Delivery(tmp_path_factory.mktemp("hver_sin"))
    missing = {"foedselsdato": "", "lukket_aarsag": "flyttet", "raadgiver_id": "R9", "team_id": "T9"}
    delivery.add(
        "sager",
        {**SAG, "sag_id": "FLERE", **missing},
        {**SAG, "sag_id": "KARANTÆNE", "foedselsdato": "", "sagstype": ""},
        {**SAG, "sag_id": "UFØDT", "sagstype": "ufoedt", "foedselsdato": "01-08-2021"},
    )
    sparring = {**ACTIVITY, "sag_id": "", "type": "sparring"}
    delivery.rows(
        "aktiviteter",
        [
            *({**sparring, "aktivitet_id": f"A{n}", "undertype": u} for n, u in enumerate(UNDERTYPES)),
            {**ACTIVITY, "aktivitet_id": "UKENDT", "undertype": "Kaffe-møde", "raadgiver_id": "R9"},
        ],
    )
    delivery.rows("tilsynssvar", [{**TILSYN, "maalepunkt": "Ny ting"}])
    delivery.rows(
        "underretninger",
        [{**UNDERRETNING, "underretning_id": f"U{n}", **change} for n, change in enumerate(SAME_DAY)],
    )
    delivery.rows("teams", [{"team_id": "T1", "navn": "Modtagelsen", "aktiv_til": "31-12-2021"}])
    delivery.rows("indsatser", [{**INDSATS, "slut_dato": "01-08-2021"}])
    later = {"sag_id": "S1", "fra_dato": "01-01-2021", "til_dato": "01-08-2021", "team_id": "T1"}
    delivery.rows("sagsfordeling", [later])
    return delivery.take_in()


def of_sag(told: Udfald, sag_id: str) -> list[tuple[str | None, str]]:
    """Column and reason of the warnings of a case."""
    (row,) = [row for row in told.fetch("from raa.sager") if row["sag_id"] == sag_id]
    return [(column, reason) for line, column, reason in told.finding("sager") if line == row["linje"]]


def test_a_row_with_several_warnings_counts_once(told: Udfald) -> None:
    """`advarsler` counts rows, not warnings."""
    assert len(of_sag(told, "FLERE")) == 4
    assert told.warnings("sager") == 1


def test_a_quarantined_row_has_no_warnings(told: Udfald) -> None:
    """Warnings belong to accepted rows."""
    assert told.figures("sager")[3] == 1
    assert of_sag(told, "KARANTÆNE") == []


def test_an_unknown_code_outside_the_required_columns_is_taken_as_missing(told: Udfald) -> None:
    """So is a team that does not exist, in a case or an underretning."""
    sag = "from data.sager where sag_id = 'FLERE'"
    assert told.fetch(f"select lukket_aarsag, team_id {sag}") == [{"lukket_aarsag": None, "team_id": None}]


def test_a_known_undertype_is_stored_as_it_is_known(told: Udfald) -> None:
    """However it is spelled; sparring may be about no case."""
    kept = told.fetch("select undertype from data.aktiviteter where aktivitet_id <> 'UKENDT'")
    assert {row["undertype"] for row in kept} == set(map(folded, UNDERTYPES))
    assert {line for line, _, _ in told.finding("aktiviteter")} == {len(UNDERTYPES) + 2}


def folded(text: str) -> str:
    return text.lower().translate(str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", " ": "_"}))


def test_an_unknown_adviser_undertype_or_maalepunkt_is_kept(told: Udfald) -> None:
    """They are warned of, and stay as they were written."""
    unknown = "from data.aktiviteter where aktivitet_id = 'UKENDT'"
    assert told.fetch(f"select undertype, raadgiver_id {unknown}") == [
        {"undertype": "Kaffe-møde", "raadgiver_id": "R9"}
    ]
    assert told.data("tilsynssvar", "maalepunkt") == ["ny_ting"]


def test_the_same_day_is_not_before_unless_both_clocks_say_so(told: Udfald) -> None:
    """By the clock where both are known to the minute, else by date."""
    assert told.figures("underretninger") == (4, 4, 0, 0)
    assert not [reason for _, _, reason in told.finding("underretninger") if "før" in reason]


def test_a_planned_end_after_the_delivery_is_no_warning(told: Udfald) -> None:
    """A measure may be agreed to end later, a team to close, a child to be born."""
    assert [told.warnings(extract) for extract in ("teams", "indsatser", "sagsfordeling")] == [0, 0, 0]
    assert [told.figures(extract)[1] for extract in ("teams", "indsatser", "sagsfordeling")] == [1, 1, 1]
    assert of_sag(told, "UFØDT") == []


def test_a_missing_column_is_a_missing_value_in_every_row(delivery: Delivery) -> None:
    """A file without foedselsdato has a warning on each row, as if it stood empty."""
    udfald = delivery.rows("sager", FACTS["sager"], without=["foedselsdato", "lukket_dato"]).take_in()
    assert udfald.warnings("sager") == 3
    assert udfald.data("sager", "lukket_dato") == [None, None, None]
    assert (
        "sager.csv: kolonner, der ikke er med, regnes som tomme: foedselsdato, lukket_dato."
        in udfald.reply.messages
    )
