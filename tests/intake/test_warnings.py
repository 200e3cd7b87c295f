"""What is accepted with a warning, and what it is taken for (contract, section 1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

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
    "paragraf": "11",
    "kategori": "forebyggende_11_3",
    "leverandoer_type": "privat",
    "start_dato": "01-02-2021",
}
SAG = GRUNDLAG["sager"][0]
BFU = {"bfu_id": "X1", "sag_id": "S1", "startet_dato": "01-03-2021"}
OPFOELGNING = {"opfoelgning_id": "O1", "sag_id": "S1", "dato": "01-03-2021", "form": "moede"}
AKTIVITET = {"aktivitet_id": "A1", "sag_id": "S1", "dato": "01-03-2021", "type": "kontakt"}
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
class Advarsel:
    """A sound row made questionable, what is said of it, and what one of its columns becomes."""

    extract: str
    god: Raekke
    aendring: Raekke
    kolonne: str
    aarsag: str


UKENDT_KODE = "Koden kendes ikke og regnes som manglende"
EFTER = "Datoen ligger efter leverancens dato"

ADVARSLER = [
    Advarsel("sager", SAG, {"lukket_aarsag": "flyttet"}, "lukket_aarsag", UKENDT_KODE),
    Advarsel("sager", SAG, {"foedselsdato": ""}, "foedselsdato", "Fødselsdatoen mangler"),
    Advarsel(
        "sager", SAG, {"team_id": "T9"}, "team_id", "Værdien findes ikke i teams og regnes som manglende"
    ),
    Advarsel("sager", SAG, {"raadgiver_id": "R9"}, "raadgiver_id", "Værdien findes ikke i raadgivere"),
    Advarsel("sager", SAG, {"oprettet_dato": "01-05-2021"}, "oprettet_dato", EFTER),
    Advarsel(
        "underretninger",
        UNDERRETNING,
        {"team_id": "T9"},
        "team_id",
        "Værdien findes ikke i teams og regnes som manglende",
    ),
    Advarsel(
        "underretninger",
        UNDERRETNING,
        {"modtaget_tidspunkt": "01-03-2021"},
        "modtaget_tidspunkt",
        "Klokkeslættet mangler, så kun dagen er kendt",
    ),
    Advarsel(
        "underretninger",
        UNDERRETNING,
        {"modtaget_tidspunkt": "2021-05-01T00:00"},
        "modtaget_tidspunkt",
        EFTER,
    ),
    Advarsel(
        "underretninger",
        UNDERRETNING,
        {"vurderet_24t_tidspunkt": "01-03-2021 09:59"},
        "vurderet_24t_tidspunkt",
        "Datoen ligger før modtaget_tidspunkt",
    ),
    *(
        Advarsel(
            "underretninger", UNDERRETNING, {navn: "28-02-2021"}, navn, "Datoen ligger før modtaget_tidspunkt"
        )
        for navn in ("kvittering_dato", "partshoering_dato", "faglig_vurdering_dato", "tilbagemelding_dato")
    ),
    Advarsel(
        "undersoegelser",
        BFU,
        {"undersoegelsesplan_dato": "28-02-2021"},
        "undersoegelsesplan_dato",
        "Datoen ligger før opmaerksom_dato eller startet_dato",
    ),
    Advarsel(
        "indsatser",
        INDSATS,
        {"leverandoer_type": ""},
        "leverandoer_type",
        "Leverandørtypen mangler ved en indsats efter § 11, stk. 3",
    ),
    Advarsel("indsatser", INDSATS, {"leverandoer_type": "ukendt"}, "leverandoer_type", UKENDT_KODE),
    Advarsel("indsatser", INDSATS, {"indsatstrin": "6"}, "indsatstrin", UKENDT_KODE),
    Advarsel(
        "indsatser",
        INDSATS,
        {"opfoelgning_maaneder": "0"},
        "opfoelgning_maaneder",
        "Antallet af måneder er mindre end 1",
    ),
    Advarsel(
        "indsatser",
        INDSATS,
        {"bortfaldet_dato": "01-03-2021"},
        "start_dato, bortfaldet_dato",
        "Indsatsen har både en startdato og en dato for bortfald",
    ),
    Advarsel(
        "opfoelgninger",
        OPFOELGNING,
        {"dato": "31-01-2021", "indsats_id": "I1"},
        "dato",
        "Datoen ligger før start_dato",
    ),
    Advarsel(
        "opfoelgninger",
        OPFOELGNING,
        {"sag_id": "S2", "indsats_id": "I1"},
        "indsats_id",
        "Rækken, der henvises til i indsatser, har et andet sag_id",
    ),
    Advarsel("aktiviteter", AKTIVITET, {"undertype": "Kaffemøde"}, "undertype", "Værdien kendes ikke"),
    Advarsel(
        "ventetider",
        VENTETID,
        {"igangsat_dato": "28-02-2021"},
        "igangsat_dato",
        "Datoen ligger før henvist_dato",
    ),
    Advarsel("tilsynssvar", TILSYN, {"maalepunkt": "99.1"}, "maalepunkt", "Værdien kendes ikke"),
]


@pytest.fixture(scope="module")
def med_alle_advarsler(tmp_path_factory: pytest.TempPathFactory) -> tuple[Udfald, list[int]]:
    """A delivery with each extract's sound row and, after it, every questionable one; their lines."""
    levering = Levering(tmp_path_factory.mktemp("advarsler"))
    raekker: dict[str, list[Raekke]] = {}
    linjer = []
    for nr, advarsel in enumerate(ADVARSLER):
        hver = raekker.setdefault(
            advarsel.extract, [*GRUNDLAG["sager"]] if advarsel.god is SAG else [advarsel.god]
        )
        hver.append({**advarsel.god, next(iter(advarsel.god)): f"N{nr}", **advarsel.aendring})
        linjer.append(len(hver) + 1)
    for extract, hver in raekker.items():
        levering.raekker(extract, hver)
    return levering.indlaes(), linjer


@pytest.mark.parametrize(
    "nr",
    range(len(ADVARSLER)),
    ids=[f"{a.extract}-{'-'.join(a.aendring)}-{n}" for n, a in enumerate(ADVARSLER)],
)
def test_a_questionable_row_is_accepted_with_a_warning(
    med_alle_advarsler: tuple[Udfald, list[int]], nr: int
) -> None:
    """Each kind of warning of the contract's list, with its line, column and reason."""
    udfald, linjer = med_alle_advarsler
    advarsel = ADVARSLER[nr]
    egne = [(k, aarsag) for linje, k, aarsag in udfald.fund(advarsel.extract) if linje == linjer[nr]]
    assert egne == [(advarsel.kolonne, advarsel.aarsag)]


def test_nothing_else_is_warned_of_and_nothing_quarantined(
    med_alle_advarsler: tuple[Udfald, list[int]],
) -> None:
    """`advarsler` counts exactly the questionable rows."""
    udfald, _ = med_alle_advarsler
    for extract in {advarsel.extract for advarsel in ADVARSLER}:
        antal = sum(advarsel.extract == extract for advarsel in ADVARSLER)
        assert udfald.advarsler(extract) == antal, extract
        assert udfald.tal(extract)[3] == 0, extract


def test_a_row_with_several_warnings_counts_once(levering: Levering) -> None:
    """`advarsler` counts rows, not warnings."""
    udfald = levering.raekker(
        "sager", [{**SAG, "foedselsdato": "", "raadgiver_id": "R9", "team_id": "T9"}]
    ).indlaes()
    assert len(udfald.fund("sager")) == 3
    assert udfald.advarsler("sager") == 1


def test_a_quarantined_row_has_no_warnings(levering: Levering) -> None:
    """Warnings belong to accepted rows."""
    udfald = levering.raekker("sager", [{**SAG, "foedselsdato": "", "sagstype": ""}]).indlaes()
    assert udfald.fund("sager") == []
    assert udfald.advarsler("sager") == 0


def test_an_unknown_code_outside_the_required_columns_is_taken_as_missing(levering: Levering) -> None:
    """So is a team that does not exist, in a case or an underretning."""
    udfald = levering.raekker("sager", [{**SAG, "lukket_aarsag": "flyttet", "team_id": "T9"}]).indlaes()
    assert udfald.data("sager", "lukket_aarsag") == [None]
    assert udfald.data("sager", "team_id") == [None]


def test_an_unknown_adviser_undertype_or_maalepunkt_is_kept(levering: Levering) -> None:
    """They are warned of, and stay as they were written."""
    levering.raekker("aktiviteter", [{**AKTIVITET, "undertype": "Kaffe-møde", "raadgiver_id": "R9"}])
    udfald = levering.raekker("tilsynssvar", [{**TILSYN, "maalepunkt": "Ny ting"}]).indlaes()
    assert udfald.data("aktiviteter", "undertype") == ["Kaffe-møde"]
    assert udfald.data("aktiviteter", "raadgiver_id") == ["R9"]
    assert udfald.data("tilsynssvar", "maalepunkt") == ["ny_ting"]


@pytest.mark.parametrize(
    "aendring",
    [
        {"vurderet_24t_tidspunkt": "01-03-2021"},
        {"vurderet_24t_tidspunkt": "01-03-2021 10:00"},
        {"modtaget_tidspunkt": "01-03-2021", "vurderet_24t_tidspunkt": "01-03-2021 00:00"},
        {"kvittering_dato": "01-03-2021"},
    ],
)
def test_the_same_day_is_not_before_unless_both_clocks_say_so(levering: Levering, aendring: Raekke) -> None:
    """By the clock where both are known to the minute, else by date."""
    udfald = levering.raekker("underretninger", [{**UNDERRETNING, **aendring}]).indlaes()
    assert not [aarsag for _, _, aarsag in udfald.fund("underretninger") if "før" in aarsag]


def test_a_planned_end_after_the_delivery_is_no_warning(levering: Levering) -> None:
    """A measure may be agreed to end later, a team to close, a child to be born."""
    levering.raekker("teams", [{"team_id": "T1", "navn": "Modtagelsen", "aktiv_til": "31-12-2021"}])
    levering.raekker("sager", [{**SAG, "sagstype": "ufoedt", "foedselsdato": "01-08-2021"}])
    levering.raekker("indsatser", [{**INDSATS, "slut_dato": "01-08-2021"}])
    levering.raekker(
        "sagsfordeling",
        [{"sag_id": "S1", "fra_dato": "01-01-2021", "til_dato": "01-08-2021", "team_id": "T1"}],
    )
    udfald = levering.indlaes()
    assert [tal.extract for tal in udfald.svar.filer if tal.advarsler] == []


def test_a_missing_column_is_a_missing_value_in_every_row(levering: Levering) -> None:
    """A file without foedselsdato has a warning on each row, as if it stood empty."""
    udfald = levering.raekker("sager", GRUNDLAG["sager"], uden=["foedselsdato", "lukket_dato"]).indlaes()
    assert udfald.advarsler("sager") == 3
    assert udfald.data("sager", "lukket_dato") == [None, None, None]
    assert (
        "sager.csv: kolonner, der ikke er med, regnes som tomme: foedselsdato, lukket_dato."
        in udfald.svar.beskeder
    )


@pytest.mark.parametrize(
    ("uden", "sagt"),
    [
        (
            ["foedselsdato"],
            "kolonnen foedselsdato, som en tidligere leverance havde. Den regnes her som tom.",
        ),
        (
            ["foedselsdato", "team_id"],
            "kolonnerne foedselsdato, team_id, som en tidligere leverance havde. De regnes her som tomme.",
        ),
    ],
)
def test_a_column_an_earlier_delivery_filled_is_said_to_be_gone(
    levering: Levering, uden: list[str], sagt: str
) -> None:
    """A heading renamed at the source would else look like work no longer done; the reports say it too."""
    levering.indlaes()
    levering.raekker("sager", GRUNDLAG["sager"], uden=uden)
    for maaned in (5, 6):  # as long as it is gone, not in its first month alone
        levering.udtraeksdato = date(2021, maaned, 30)
        udfald = levering.indlaes()
        bemaerkninger = [raekke["tekst"] for raekke in udfald.hent("from bemaerkning")]
        assert f"Udtrækket sager mangler {sagt}" in bemaerkninger
        assert f"Udtrækket sager mangler {sagt}" in udfald.svar.beskeder


def test_a_column_nobody_filled_is_not_missed(levering: Levering) -> None:
    """Nor one that was never there."""
    levering.raekker("sager", GRUNDLAG["sager"], uden=["distrikt"]).indlaes()
    levering.udtraeksdato = date(2021, 5, 31)
    udfald = levering.raekker("sager", GRUNDLAG["sager"], uden=["distrikt", "lukket_dato"]).indlaes()
    assert not [raekke for raekke in udfald.hent("from bemaerkning") if "tidligere" in raekke["tekst"]]
