"""Headings and values compare as the contract says, and a municipality's own are mapped to them."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.errors import DataAfvist, IndstillingsFejl
from pipeline.settings import Indstillinger
from tests.intake.levering import AABNE_PORTE, Levering

SAMTALE = "samtale_id;sag_id;dato;paragraf;udfald\nM1;S1;01-03-2021;48;{}\n"


def med(**kort: Any) -> Indstillinger:
    return AABNE_PORTE.model_copy(update=kort)


@pytest.mark.parametrize(
    "overskrift",
    [
        "startet_dato",
        "Startet Dato",
        " STARTET-DATO\u00a0",
        "startet - _ dato",
        "startet\u2013dato",
        "\ufeffstartet_dato".removeprefix("\ufeff"),
    ],
)
def test_headings_compare_folded(levering: Levering, overskrift: str) -> None:
    """Case, surrounding blanks, and runs of blanks, hyphens and underscores make no difference."""
    udfald = levering.tekst("undersoegelser", f"{overskrift};Sag-ID;BFU id\n01-03-2021;S1;X1\n").indlaes()
    assert udfald.data("undersoegelser", "bfu_id") == ["X1"]


@pytest.mark.parametrize(
    ("kode", "ventet"),
    [
        ("foraeldre", "foraeldre"),
        ("Forældre", "foraeldre"),
        ("FORÆLDRE ", "foraeldre"),
        ("Fora\u0308ldre", None),
        ("Barn", "barn"),
        ("ungeplan", "ungeplan"),
    ],
)
def test_codes_compare_folded(levering: Levering, kode: str, ventet: str | None) -> None:
    """So do codes; æ is ae, and nothing else is."""
    tekst = f"handleplan_id;sag_id;type;oprettet_dato\nH1;S1;{kode};01-03-2021\n"
    udfald = levering.tekst("handleplaner", tekst).indlaes()
    assert udfald.data("handleplaner", "type") == ([ventet] if ventet else [])


def test_known_free_text_is_stored_as_known_and_other_as_written(levering: Levering) -> None:
    """But what is compared with names from the plans is stored folded, so that it finds them."""
    levering.tekst(
        "aktiviteter",
        "aktivitet_id;sag_id;dato;type;undertype\nA1;S1;01-03-2021;moede;Netværks-møde\n"
        "A2;S1;01-03-2021;moede;Netværksmøde\nA3;S1;01-03-2021;moede;Kaffe med Mor\n",
    )
    levering.tekst(
        "spoergeskemasvar",
        "svar_id;team_id;spoergsmaal;besvaret_dato;score\nV1;T1;Tydelig ledelse;01-03-2021;4\n",
    )
    levering.tekst(
        "ventetider", "henvisning_id;sag_id;tilbud;henvist_dato\nW1;S1;Familiehuset Nord;01-03-2021\n"
    )
    udfald = levering.indlaes()
    assert udfald.data("aktiviteter", "undertype") == ["Kaffe med Mor", "Netværks-møde", "netvaerksmoede"]
    assert udfald.data("spoergeskemasvar", "spoergsmaal") == ["tydelig_ledelse"]
    assert udfald.data("ventetider", "tilbud") == ["Familiehuset Nord"]


def test_letters_written_as_two_signs_compare_too(levering: Levering) -> None:
    """å may come as a and a ring; a heading may be written with ø."""
    tekst = "nøgle;sag_id;maaned;beløb\n"
    levering.indstillinger = med(overskrifter={"udgifter": {"Nøgle": "postering_id"}})
    tekst = "no\u0338gle;sag_id;ma\u030aned;beløb\nP1;S1;2021-03;1\n".replace("o\u0338", "ø")
    udfald = levering.tekst("udgifter", tekst).indlaes()
    assert udfald.data("udgifter", "maaned") == ["2021-03"]


def test_own_headings_and_values(levering: Levering) -> None:
    """A mapped heading is the column; a mapped value the code; `*` every other that is not known."""
    levering.indstillinger = med(
        overskrifter={"boernesamtaler": {"Mødets dato": "dato", "Gennemført?": "udfald"}},
        vaerdier={"boernesamtaler": {"udfald": {"Ja, holdt": "afholdt", "*": "ikke_afholdt"}}},
    )
    hoved = "samtale_id;sag_id;MØDETS  DATO;paragraf;Gennemført?\n"
    svar = ["ja,_holdt", "Undladt begrundet", "aflyst", "afholdt"]
    raekker = "".join(f"M{nr};S1;01-03-2021;48;{tekst}\n" for nr, tekst in enumerate(svar))
    udfald = levering.tekst("boernesamtaler", hoved + raekker).indlaes()
    assert udfald.data("boernesamtaler", "udfald") == [
        "afholdt",
        "afholdt",
        "ikke_afholdt",
        "undladt_begrundet",
    ]


def test_the_rest_does_not_fill_what_is_missing(levering: Levering) -> None:
    """`*` stands for other values, not for none."""
    levering.indstillinger = med(vaerdier={"boernesamtaler": {"udfald": {"*": "ikke_afholdt"}}})
    udfald = levering.tekst("boernesamtaler", SAMTALE.format("")).indlaes()
    assert udfald.karantaene("boernesamtaler") == [(2, "udfald", "Værdien mangler")]


def test_a_value_may_be_mapped_to_missing(levering: Levering) -> None:
    """Then it is missing: quarantined where it must be filled, else empty."""
    levering.indstillinger = med(
        vaerdier={"boernesamtaler": {"udfald": {"-": ""}}, "undersoegelser": {"efterslaeb": {"?": ""}}}
    )
    levering.tekst("undersoegelser", "bfu_id;sag_id;startet_dato;efterslaeb\nX1;S1;01-03-2021;?\n")
    udfald = levering.tekst("boernesamtaler", SAMTALE.format("-")).indlaes()
    assert udfald.karantaene("boernesamtaler") == [(2, "udfald", "Værdien mangler")]
    assert udfald.data("undersoegelser", "efterslaeb") == [None]


def test_own_words_for_yes_and_no(levering: Levering) -> None:
    """A bool column takes own words, and `*` for every word that is neither mapped nor yes or no."""
    levering.indstillinger = med(vaerdier={"undersoegelser": {"efterslaeb": {"Afkrydset": "ja", "*": "nej"}}})
    vaerdier = ["afkrydset", "N", "tom", "1", ""]
    raekker = "".join(f"X{nr};S1;01-03-2021;{tekst}\n" for nr, tekst in enumerate(vaerdier))
    udfald = levering.tekst("undersoegelser", "bfu_id;sag_id;startet_dato;efterslaeb\n" + raekker).indlaes()
    assert udfald.data("undersoegelser", "efterslaeb") == [None, False, False, True, True]


def test_a_mapped_value_that_still_does_not_parse_is_quarantined(levering: Levering) -> None:
    """The reason is said of the value as delivered."""
    levering.indstillinger = med(vaerdier={"undersoegelser": {"antal_fokuspunkter": {"et par": "2 ca"}}})
    tekst = "bfu_id;sag_id;startet_dato;antal_fokuspunkter\nX1;S1;01-03-2021;et par\n"
    udfald = levering.tekst("undersoegelser", tekst).indlaes()
    assert udfald.karantaene("undersoegelser") == [(2, "antal_fokuspunkter", "Værdien er ikke et helt tal")]


def test_two_headings_that_mean_the_same_stop_the_run(levering: Levering) -> None:
    """Also when one is the municipality's own; empty headings never clash."""
    levering.indstillinger = med(overskrifter={"undersoegelser": {"Begyndt": "startet_dato"}})
    levering.tekst("undersoegelser", "bfu_id;sag_id;startet_dato;begyndt;;\n")
    with pytest.raises(DataAfvist, match="to overskrifter betyder begge startet_dato"):
        levering.indlaes()
    levering.tekst("undersoegelser", "bfu_id;sag_id;begyndt;;\nX1;S1;01-03-2021;a;b\n")
    assert levering.indlaes().tal("undersoegelser") == (1, 1, 0, 0)


def test_unknown_columns_are_kept_in_the_raw_layer_and_told_of(levering: Levering) -> None:
    """Under their own headings, beside the contract's columns; never an error."""
    tekst = "bfu_id;sag_id;startet_dato;afsluttet_dato;Nr. 1;Linje;;Note\nX1;S1;01-03-2021;;a;b;c;d\n"
    udfald = levering.tekst("undersoegelser", tekst).indlaes()
    (raekke,) = udfald.hent("from raa.undersoegelser")
    assert raekke == {
        "linje": 2,
        "bfu_id": "X1",
        "sag_id": "S1",
        "startet_dato": "01-03-2021",
        "afsluttet_dato": None,
        "Nr. 1": "a",
        "Linje_": "b",
        "kolonne_7": "c",
        "Note": "d",
    }
    assert (
        "undersoegelser.csv: overskrifter, der ikke kendes, bruges ikke: Nr. 1, Linje, Note."
        in udfald.svar.beskeder
    )


def test_a_heading_is_never_read_as_a_command(levering: Levering) -> None:
    """Whatever stands there is a name."""
    tekst = 'bfu_id;sag_id;startet_dato;"x"" varchar); drop table leverance; --"\nX1;S1;01-03-2021;a\n'
    udfald = levering.tekst("undersoegelser", tekst).indlaes()
    (raekke,) = udfald.hent("from raa.undersoegelser")
    assert raekke['x" varchar); drop table leverance; --'] == "a"


@pytest.mark.parametrize(
    ("kort", "fejl"),
    [
        (
            {"overskrifter": {"sag": {"a": "b"}}},
            "overskrifter.sag: udtrækket kendes ikke (forventet: teams, raadgivere, sager, ",
        ),
        (
            {"overskrifter": {"sager": {"a": "b"}}},
            "overskrifter.sager: kolonnen b kendes ikke (forventet: sag_id, barn_id, ",
        ),
        (
            {"overskrifter": {"sager": {"Født": "foedselsdato", "foedt": "oprettet_dato"}}},
            "overskrifter.sager: to linjer betyder begge foedt, men oversættes forskelligt",
        ),
        (
            {"vaerdier": {"sag": {}}},
            "vaerdier.sag: udtrækket kendes ikke (forventet: teams, raadgivere, sager, ",
        ),
        (
            {"vaerdier": {"sager": {"b": {}}}},
            "vaerdier.sager.b: kolonnen kendes ikke (forventet: sag_id, barn_id, ",
        ),
        (
            {"vaerdier": {"sager": {"sagstype": {"x": "y"}}}},
            "vaerdier.sager.sagstype: koden y kendes ikke (forventet: barn, ufoedt)",
        ),
        (
            {"vaerdier": {"sager": {"distrikt": {"*": "x"}}}},
            "vaerdier.sager.distrikt: * kan kun bruges, hvor der er kendte værdier",
        ),
        (
            {"vaerdier": {"sager": {"barn_id": {"x": "y"}}}},
            "vaerdier.sager.barn_id: kolonnens værdier bliver til pseudonymer og kan ikke oversættes",
        ),
    ],
)
def test_a_map_to_something_unknown_is_a_fault_of_the_settings(
    levering: Levering, kort: dict[str, Any], fejl: str
) -> None:
    """It is told before anything is read (exit 2)."""
    levering.indstillinger = med(**kort)
    with pytest.raises(IndstillingsFejl) as fanget:
        levering.indlaes()
    (linje,) = fanget.value.linjer
    assert linje.startswith(f"Indstillingsfilen: {fejl}")
    assert fanget.value.exit_kode == 2
