"""What becomes of CPR numbers (replacement numbers here: the day plus 60)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.base.cpr import MASK, masked
from pipeline.intake.pseudonyms import (
    pseudonymise_child,
    pseudonymise_id,
)
from tests.intake.delivery import KEY

OTHER_KEY = "en anden noegle, som er lang nok til proever"


@pytest.mark.parametrize(
    "written", ["610112-1234", "6101121234", "610112 1234", "610112 - 1234", "610112–1234"]
)
def test_a_child_has_one_pseudonym_however_its_number_is_spaced(written: str) -> None:
    """Spacing and hyphen of a CPR number make no difference."""
    assert pseudonymise_child(KEY, written) == pseudonymise_child(KEY, "610112-1234")


@pytest.mark.parametrize(("lost", "whole"), [("103121234", "010312-1234"), ("912991234", "0912991234")])
def test_a_number_that_lost_its_first_zero_is_the_same_child(lost: str, whole: str) -> None:
    """Nine digits that make a day and month with a zero before them; others are what they are."""
    assert pseudonymise_child(KEY, lost) == pseudonymise_child(KEY, whole)
    assert pseudonymise_child(KEY, "113121234") != pseudonymise_child(KEY, "0113121234")


def test_a_pseudonym_depends_on_the_key_and_on_every_sign() -> None:
    """Without the key nobody can try numbers until one fits."""
    mit = pseudonymise_child(KEY, "6101121234")
    assert mit != pseudonymise_child(OTHER_KEY.encode(), "6101121234")
    assert mit != pseudonymise_child(KEY, "6101121235")
    assert pseudonymise_child(KEY, "B-1") != pseudonymise_child(KEY, "B1")
    assert len(mit) == 21
    assert mit[0] == "b"
    assert "1234" not in mit


def test_a_missing_child_stays_missing() -> None:
    """Nothing is made out of nothing."""
    assert pseudonymise_child(KEY, "") == ""


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Mor er 610112-1234.", f"Mor er {MASK}."),
        ("6101121234", MASK),
        ("610112 1234", MASK),
        ("(610112-1234,910399-4321)", f"({MASK},{MASK})"),
        ("6101121234 6201121234", f"{MASK} {MASK}"),
        ("cpr610112-1234x", f"cpr{MASK}x"),
        ("310112-1234", MASK),
        ("mor 103121234.", f"mor {MASK}."),
        ("103121234,610112-1234", f"{MASK},{MASK}"),
        ("113121234", "113121234"),
        ("1103121234 1", f"{MASK} 1"),
        ("0103121234", MASK),
        ("21031212345", "21031212345"),
        ("320112-1234", "320112-1234"),
        ("920112-1234", "920112-1234"),
        ("611312-1234", "611312-1234"),
        ("16101121234", f"1{MASK}"),
        ("63201121234", "63201121234"),
        ("610112-12345", "610112-12345"),
        ("01-02-2021 12:34", "01-02-2021 12:34"),
        ("tlf. 12345678", "tlf. 12345678"),
    ],
)
def test_what_looks_like_a_cpr_number_is_masked_in_text(text: str, outcome: str) -> None:
    """Six digits that are a day and month of some year and four more, standing by themselves."""
    assert masked(text) == outcome


@pytest.mark.parametrize(
    ("value", "becomes"),
    [
        ("610112-1234", False),
        ("S-610112-1234", False),
        ("610112 1234", False),
        ("6101121234", True),
        ("S17", True),
    ],
)
def test_an_id_that_holds_a_cpr_number_becomes_a_pseudonym(value: str, becomes: bool) -> None:
    """Ten digits without a hyphen are left: in an id they are as likely a running number."""
    new = pseudonymise_id(KEY, (), value)
    assert (new == value) == becomes
    assert pseudonymise_id(KEY, (), value) == new
    assert "610112-1234" not in new


@given(
    st.integers(1, 31),
    st.integers(1, 12),
    st.integers(0, 99),
    st.integers(0, 9999),
    st.sampled_from(["", "-", " "]),
)
def test_no_cpr_number_survives_in_text(
    day: int, maaned: int, year: int, serial: int, shown_apart: str
) -> None:
    """Real or replacement number, whatever stands around it."""
    for supplement in (0, 60):
        number = f"{day + supplement:02d}{maaned:02d}{year:02d}{shown_apart}{serial:04d}"
        assert number not in masked(f"Barnet ({number}) og {number}/x")
