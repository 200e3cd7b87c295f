"""Headings and values compare as the contract says, and a municipality's own are mapped to them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pipeline.base.errors import DataRefused, SettingsError
from pipeline.base.settings import Settings
from pipeline.intake.written import NO_VALUE
from tests.intake.delivery import OPENED_GATES, Delivery

SAMTALE = "samtale_id;sag_id;dato;paragraf;udfald\nM1;S1;01-03-2021;48;{}\n"


def settings_with(**short: Any) -> Settings:
    return OPENED_GATES.model_copy(update=short)


def test_headings_compare_folded(delivery: Delivery) -> None:
    """Case, surrounding blanks, and runs of blanks, hyphens and underscores make no difference."""
    spelled = {
        "boernesamtaler": "Samtale Id;SAG_ID;DATO; PARAGRAF\u00a0;Udfald\nM1;S1;01-03-2021;48;afholdt\n",
        "handleplaner": "handleplan - _ id;sag\u2013id;type;Oprettet Dato\nH1;S1;barn;01-03-2021\n",
        "undersoegelser": " STARTET-DATO\u00a0;Sag-ID;BFU id\n01-03-2021;S1;X1\n",
    }
    for extract, text in spelled.items():
        delivery.text(extract, text)
    udfald = delivery.take_in()
    assert udfald.data("boernesamtaler", "dato") == [date(2021, 3, 1)]
    assert udfald.data("handleplaner", "handleplan_id") == ["H1"]
    assert udfald.data("undersoegelser", "bfu_id") == ["X1"]


CODES = {
    "foraeldre": "foraeldre",
    "Forældre": "foraeldre",
    "FORÆLDRE ": "foraeldre",
    "Fora\u0308ldre": None,
    "Barn": "barn",
    "ungeplan": "ungeplan",
}
"""As they are spelled, and as they are taken."""


def test_codes_compare_folded(delivery: Delivery) -> None:
    """So do codes; æ is ae, and nothing else is."""
    rows = [f"H{number};S1;{code};01-03-2021\n" for number, code in enumerate(CODES)]
    text = "handleplan_id;sag_id;type;oprettet_dato\n" + "".join(rows)
    found = delivery.text("handleplaner", text).take_in().fetch("from data.handleplaner")
    expected = {f"H{n}": outcome for n, outcome in enumerate(CODES.values()) if outcome}
    assert {row["handleplan_id"]: row["type"] for row in found} == expected


def test_known_free_text_is_stored_as_known_and_other_as_written(delivery: Delivery) -> None:
    """But what is compared with names from the plans is stored folded, so that it finds them."""
    delivery.text(
        "aktiviteter",
        "aktivitet_id;sag_id;dato;type;undertype\nA1;S1;01-03-2021;moede;Netværks-møde\n"
        "A2;S1;01-03-2021;moede;Netværksmøde\nA3;S1;01-03-2021;moede;Kaffe med Mor\n",
    )
    delivery.text(
        "spoergeskemasvar",
        "svar_id;team_id;spoergsmaal;besvaret_dato;score\nV1;T1;Tydelig ledelse;01-03-2021;4\n",
    )
    delivery.text(
        "ventetider", "henvisning_id;sag_id;tilbud;henvist_dato\nW1;S1;Familiehuset Nord;01-03-2021\n"
    )
    udfald = delivery.take_in()
    assert udfald.data("aktiviteter", "undertype") == ["Kaffe med Mor", "Netværks-møde", "netvaerksmoede"]
    assert udfald.data("spoergeskemasvar", "spoergsmaal") == ["tydelig_ledelse"]
    assert udfald.data("ventetider", "tilbud") == ["Familiehuset Nord"]


def test_letters_written_as_two_signs_compare_too(delivery: Delivery) -> None:
    """å may come as a and a ring; a heading may be written with ø."""
    text = "nøgle;sag_id;maaned;beløb\n"
    delivery.settings = settings_with(overskrifter={"udgifter": {"Nøgle": "postering_id"}})
    text = "no\u0338gle;sag_id;ma\u030aned;beløb\nP1;S1;2021-03;1\n".replace("o\u0338", "ø")
    udfald = delivery.text("udgifter", text).take_in()
    assert udfald.data("udgifter", "maaned") == ["2021-03"]


def test_own_headings_and_values(delivery: Delivery) -> None:
    """A mapped heading is the column; a mapped value the code; `*` every other that is not known."""
    delivery.settings = settings_with(
        overskrifter={"boernesamtaler": {"Mødets dato": "dato", "Gennemført?": "udfald"}},
        vaerdier={"boernesamtaler": {"udfald": {"Ja, holdt": "afholdt", "*": "ikke_afholdt"}}},
    )
    head = "samtale_id;sag_id;MØDETS  DATO;paragraf;Gennemført?\n"
    reply = ["ja,_holdt", "Undladt begrundet", "aflyst", "afholdt"]
    rows = "".join(f"M{number};S1;01-03-2021;48;{text}\n" for number, text in enumerate(reply))
    udfald = delivery.text("boernesamtaler", head + rows).take_in()
    assert udfald.data("boernesamtaler", "udfald") == [
        "afholdt",
        "afholdt",
        "ikke_afholdt",
        "undladt_begrundet",
    ]


def test_the_rest_does_not_fill_what_is_missing(delivery: Delivery) -> None:
    """`*` stands for other values, not for none."""
    delivery.settings = settings_with(vaerdier={"boernesamtaler": {"udfald": {"*": "ikke_afholdt"}}})
    udfald = delivery.text("boernesamtaler", SAMTALE.format("")).take_in()
    assert udfald.karantaene("boernesamtaler") == [(2, "udfald", "Værdien mangler")]


def test_a_value_may_be_mapped_to_missing(delivery: Delivery) -> None:
    """Then it is missing: quarantined where it must be filled, else empty."""
    delivery.settings = settings_with(
        vaerdier={"boernesamtaler": {"udfald": {"-": ""}}, "undersoegelser": {"efterslaeb": {"?": ""}}}
    )
    delivery.text("undersoegelser", "bfu_id;sag_id;startet_dato;efterslaeb\nX1;S1;01-03-2021;?\n")
    udfald = delivery.text("boernesamtaler", SAMTALE.format("-")).take_in()
    assert udfald.karantaene("boernesamtaler") == [(2, "udfald", "Værdien mangler")]
    assert udfald.data("undersoegelser", "efterslaeb") == [None]


def test_own_words_for_yes_and_no(delivery: Delivery) -> None:
    """A bool column takes own words, and `*` for every word that is neither mapped nor yes or no."""
    delivery.settings = settings_with(
        vaerdier={"undersoegelser": {"efterslaeb": {"Afkrydset": "ja", "*": "nej"}}}
    )
    values = ["afkrydset", "N", "tom", "1", ""]
    rows = "".join(f"X{number};S1;01-03-2021;{text}\n" for number, text in enumerate(values))
    udfald = delivery.text("undersoegelser", "bfu_id;sag_id;startet_dato;efterslaeb\n" + rows).take_in()
    assert udfald.data("undersoegelser", "efterslaeb") == [None, False, False, True, True]


NOT_WHOLE = f"Værdien er ikke et helt tal{NO_VALUE}"


def test_a_mapped_value_that_still_does_not_parse_is_quarantined(delivery: Delivery) -> None:
    """The reason is said of the value as delivered."""
    delivery.settings = settings_with(vaerdier={"undersoegelser": {"antal_fokuspunkter": {"et par": "2 ca"}}})
    text = "bfu_id;sag_id;startet_dato;antal_fokuspunkter\nX1;S1;01-03-2021;et par\n"
    udfald = delivery.text("undersoegelser", text).take_in()
    assert udfald.karantaene("undersoegelser") == [(2, "antal_fokuspunkter", NOT_WHOLE)]


def test_two_headings_that_mean_the_same_stop_the_run(delivery: Delivery) -> None:
    """Also when one is the municipality's own; empty headings never clash."""
    delivery.settings = settings_with(overskrifter={"undersoegelser": {"Begyndt": "startet_dato"}})
    delivery.text("undersoegelser", "bfu_id;sag_id;startet_dato;begyndt;;\n")
    with pytest.raises(DataRefused, match="to overskrifter betyder begge startet_dato"):
        delivery.take_in()
    delivery.text("undersoegelser", "bfu_id;sag_id;begyndt;;\nX1;S1;01-03-2021;a;b\n")
    assert delivery.take_in().figures("undersoegelser") == (1, 1, 0, 0)


def test_unknown_columns_are_kept_in_the_raw_layer_and_told_of(delivery: Delivery) -> None:
    """Under their own headings, beside the contract's columns; never an error."""
    text = "bfu_id;sag_id;startet_dato;afsluttet_dato;Nr. 1;Linje;;Note\nX1;S1;01-03-2021;;a;b;c;d\n"
    udfald = delivery.text("undersoegelser", text).take_in()
    (row,) = udfald.fetch("from raa.undersoegelser")
    assert row == {
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
        in udfald.reply.messages
    )


def test_a_heading_is_never_read_as_a_command(delivery: Delivery) -> None:
    """Whatever stands there is a name."""
    text = 'bfu_id;sag_id;startet_dato;"x"" varchar); drop table leverance; --"\nX1;S1;01-03-2021;a\n'
    udfald = delivery.text("undersoegelser", text).take_in()
    (row,) = udfald.fetch("from raa.undersoegelser")
    assert row['x" varchar); drop table leverance; --'] == "a"


@pytest.mark.parametrize(
    ("short", "error"),
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
    delivery: Delivery, short: dict[str, Any], error: str
) -> None:
    """It is told before anything is read (exit 2)."""
    delivery.settings = settings_with(**short)
    with pytest.raises(SettingsError) as caught:
        delivery.take_in()
    (line,) = caught.value.lines
    assert line.startswith(f"Indstillingsfilen: {error}")
    assert caught.value.exit_code == 2
