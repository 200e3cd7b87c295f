"""Headings and values compare as the contract says, and a municipality's own are mapped to them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pipeline.base.errors import DataRefused, SettingsError
from pipeline.base.settings import Settings
from pipeline.intake.written import NO_VALUE
from tests.intake.delivery import OPENED_GATES, Delivery, Udfald

CODES = {
    "foraeldre": "foraeldre",
    "Forældre": "foraeldre",
    "FORÆLDRE ": "foraeldre",
    "Fora\u0308ldre": None,
    "Barn": "barn",
    "ungeplan": "ungeplan",
}
"""As they are spelled, and as they are taken."""

COMMAND = 'x" varchar); drop table leverance; --'
QUOTED = COMMAND.replace('"', '""')
TEXTS = {
    "boernesamtaler": "Samtale Id;SAG_ID;DATO; PARAGRAF\u00a0;Udfald\nM1;S1;01-03-2021;48;afholdt\n",
    "handleplaner": "handleplan - _ id;sag\u2013id;type;Oprettet Dato\n"
    + "".join(f"H{number};S1;{code};01-03-2021\n" for number, code in enumerate(CODES)),
    "undersoegelser": " STARTET-DATO\u00a0;Sag-ID;BFU id;afsluttet_dato;Nr. 1;Linje;;Note\n"
    "01-03-2021;S1;X1;;a;b;c;d\n",
    "aktiviteter": "aktivitet_id;sag_id;dato;type;undertype\nA1;S1;01-03-2021;moede;Netværks-møde\n"
    "A2;S1;01-03-2021;moede;Netværksmøde\nA3;S1;01-03-2021;moede;Kaffe med Mor\n",
    "spoergeskemasvar": "svar_id;team_id;spoergsmaal;besvaret_dato;score\n"
    "V1;T1;Tydelig ledelse;01-03-2021;4\n",
    "ventetider": f'henvisning_id;sag_id;tilbud;henvist_dato;"{QUOTED}"\n'
    "W1;S1;Familiehuset Nord;01-03-2021;a\n",
    "udgifter": "nøgle;sag_id;ma\u030aned;beløb\nP1;S1;2021-03;1\n",
}


@pytest.fixture(scope="module")
def spelled(tmp_path_factory: pytest.TempPathFactory) -> Udfald:
    """One delivery with headings, codes and texts spelled in many ways."""
    delivery = Delivery(tmp_path_factory.mktemp("stavet"))
    delivery.settings = settings_with(overskrifter={"udgifter": {"Nøgle": "postering_id"}})
    for extract, text in TEXTS.items():
        delivery.text(extract, text)
    return delivery.take_in()


def settings_with(**short: Any) -> Settings:
    return OPENED_GATES.model_copy(update=short)


def test_headings_compare_folded(spelled: Udfald) -> None:
    """Case, surrounding blanks, and runs of blanks, hyphens and underscores make no difference."""
    assert spelled.data("boernesamtaler", "dato") == [date(2021, 3, 1)]
    assert set(spelled.data("handleplaner", "oprettet_dato")) == {date(2021, 3, 1)}
    assert "H0" in spelled.data("handleplaner", "handleplan_id")
    assert spelled.data("undersoegelser", "bfu_id") == ["X1"]


def test_codes_compare_folded(spelled: Udfald) -> None:
    """So do codes; æ is ae, and nothing else is."""
    expected = {f"H{n}": outcome for n, outcome in enumerate(CODES.values()) if outcome}
    found = spelled.fetch("from data.handleplaner")
    assert {row["handleplan_id"]: row["type"] for row in found} == expected


def test_known_free_text_is_stored_as_known_and_other_as_written(spelled: Udfald) -> None:
    """But what is compared with names from the plans is stored folded, so that it finds them."""
    assert spelled.data("aktiviteter", "undertype") == ["Kaffe med Mor", "Netværks-møde", "netvaerksmoede"]
    assert spelled.data("spoergeskemasvar", "spoergsmaal") == ["tydelig_ledelse"]
    assert spelled.data("ventetider", "tilbud") == ["Familiehuset Nord"]


def test_letters_written_as_two_signs_compare_too(spelled: Udfald) -> None:
    """å may come as a and a ring; a heading may be written with ø."""
    assert spelled.data("udgifter", "maaned") == ["2021-03"]


def test_unknown_columns_are_kept_in_the_raw_layer_and_told_of(spelled: Udfald) -> None:
    """Under their own headings, beside the contract's columns; never an error."""
    (row,) = spelled.fetch("from raa.undersoegelser")
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
        in spelled.reply.messages
    )


def test_a_heading_is_never_read_as_a_command(spelled: Udfald) -> None:
    """Whatever stands there is a name."""
    (row,) = spelled.fetch("from raa.ventetider")
    assert row[COMMAND] == "a"


SAMTALER = {
    "ja,_holdt": "afholdt",
    "Undladt begrundet": "undladt_begrundet",
    "aflyst": "ikke_afholdt",
    "afholdt": "afholdt",
    "": None,
    "-": None,
}
EFTERSLAEB = {"afkrydset": True, "N": False, "tom": False, "1": True, "": None, "?": None}
"""Words as they are delivered, and what they are taken for by the settings below."""
LAST = len(EFTERSLAEB) + 2
"""The line of the row after theirs."""


@pytest.fixture(scope="module")
def mapped(tmp_path_factory: pytest.TempPathFactory) -> Udfald:
    """One delivery with headings and words that the settings map."""
    delivery = Delivery(tmp_path_factory.mktemp("oversat"))
    delivery.settings = settings_with(
        overskrifter={
            "boernesamtaler": {"Mødets dato": "dato", "Gennemført?": "udfald"},
            "undersoegelser": {"Begyndt": "startet_dato"},
        },
        vaerdier={
            "boernesamtaler": {"udfald": {"Ja, holdt": "afholdt", "-": "", "*": "ikke_afholdt"}},
            "undersoegelser": {
                "efterslaeb": {"Afkrydset": "ja", "?": "", "*": "nej"},
                "antal_fokuspunkter": {"et par": "2 ca"},
            },
        },
    )
    head = "samtale_id;sag_id;MØDETS  DATO;paragraf;Gennemført?\n"
    rows = "".join(f"M{number};S1;01-03-2021;48;{text}\n" for number, text in enumerate(SAMTALER))
    delivery.text("boernesamtaler", head + rows)
    head = "bfu_id;sag_id;begyndt;efterslaeb;antal_fokuspunkter;;\n"
    rows = "".join(f"X{number};S1;01-03-2021;{text};;a;b\n" for number, text in enumerate(EFTERSLAEB))
    delivery.text("undersoegelser", f"{head}{rows}Y;S1;01-03-2021;;et par;a;b\n")
    return delivery.take_in()


def test_own_headings_and_values(mapped: Udfald) -> None:
    """A mapped heading is the column; a mapped value the code; `*` every other that is not known."""
    found = mapped.fetch("select udfald from data.boernesamtaler order by samtale_id")
    assert [row["udfald"] for row in found] == [code for code in SAMTALER.values() if code]
    assert set(mapped.data("boernesamtaler", "dato")) == {date(2021, 3, 1)}


def test_the_rest_does_not_fill_what_is_missing(mapped: Udfald) -> None:
    """`*` stands for other values, not for none."""
    assert (6, "udfald", "Værdien mangler") in mapped.karantaene("boernesamtaler")


def test_a_value_may_be_mapped_to_missing(mapped: Udfald) -> None:
    """Then it is missing: quarantined where it must be filled, else empty."""
    assert (7, "udfald", "Værdien mangler") in mapped.karantaene("boernesamtaler")
    assert mapped.figures("boernesamtaler") == (6, 4, 0, 2)
    assert mapped.fetch("select efterslaeb from data.undersoegelser where bfu_id = 'X5'") == [
        {"efterslaeb": None}
    ]


def test_own_words_for_yes_and_no(mapped: Udfald) -> None:
    """A bool column takes own words, and `*` for every word that is neither mapped nor yes or no."""
    found = mapped.fetch("select efterslaeb from data.undersoegelser order by bfu_id")
    assert [row["efterslaeb"] for row in found] == [*EFTERSLAEB.values()]


def test_a_mapped_value_that_still_does_not_parse_is_quarantined(mapped: Udfald) -> None:
    """The reason is said of the value as delivered."""
    reason = f"Værdien er ikke et helt tal{NO_VALUE}"
    assert mapped.karantaene("undersoegelser") == [(LAST, "antal_fokuspunkter", reason)]


def test_two_headings_that_mean_the_same_stop_the_run(delivery: Delivery, mapped: Udfald) -> None:
    """Also when one is the municipality's own; empty headings never clash."""
    delivery.settings = settings_with(overskrifter={"undersoegelser": {"Begyndt": "startet_dato"}})
    delivery.text("undersoegelser", "bfu_id;sag_id;startet_dato;begyndt;;\n")
    with pytest.raises(DataRefused, match="to overskrifter betyder begge startet_dato"):
        delivery.take_in()
    assert mapped.figures("undersoegelser") == (LAST - 1, LAST - 2, 0, 1)


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
