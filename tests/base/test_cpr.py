"""What looks like a CPR number and what does not, in text and in ids."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.base.cpr import MASK, POSSIBLE, id_holds_cpr, masked, masked_cell, masked_line, number_of
from tests.intake.written_numbers import SAME_CHILD, SYSTEMS_OWN, written

WAYS = written("1234")


@pytest.mark.parametrize("way", WAYS)
def test_every_way_of_writing_it_is_known(way: str) -> None:
    """In the midst of a sentence, at its ends, and twice; the sieve for whole columns lets it through."""
    text = WAYS[way]
    for whole in (text, f"Barn {text} og {text}.", f"({text})", f"mor:{text};"):
        clean = masked(whole)
        assert MASK in clean
        assert "1234" not in clean.replace(" ", "")
        assert pc.match_substring_regex(pa.array([whole]), POSSIBLE)[0].as_py()


@pytest.mark.parametrize("way", WAYS)
def test_in_an_id_all_but_a_systems_own_numbers_are_known(way: str) -> None:
    """Digits alone, and a date that begins with its year, may be the system's own way to count."""
    assert id_holds_cpr(WAYS[way]) == (way not in SYSTEMS_OWN)
    assert id_holds_cpr(f"S-{WAYS['hyphen']}")


@pytest.mark.parametrize("way", sorted(SAME_CHILD))
def test_the_number_is_the_same_however_it_is_written(way: str) -> None:
    """Ten digits."""
    assert number_of(WAYS[way]) == "6101121234"


@pytest.mark.parametrize(
    ("text", "number"),
    [("103121234", "0103121234"), ("10312-1234", "0103121234"), ("1/3-12 1234", "0103121234"),
     ("1.3.2012-1234", "0103121234"), ("610112-1234 Ida", None), ("1610112-1234", None), ("S1", None),
     ("", None)],
)  # fmt: skip
def test_a_lost_zero_is_put_back(text: str, number: str | None) -> None:
    """And what is more than a number is none."""
    assert number_of(text) == number


NONE = (
    "01-02-2021 12:34", "01-02-2021 12.34", "2021-02-01 12:34:56.123", "2021-02-01T12:34:56.1234567",
    "01-02-2021 09.30.00", "1-2-2021 9:30", "01-02-2021 - 11-12-2021", "2021-02-01/2021-03-31",
    "tlf. 12 34 56 78", "12345678", "320112-1234", "920112-1234", "611312-1234", "600112-1234", "610012-1234",
    "113121234", "610112-12345", "2021-04-30-1234abcd", "27.24.00-P19-12-21", "4200 Slagelse", "1.234.567,89",
    "S000336", "b6101121234fb12345abc", "0" * 54 + "6101121234",
)  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_what_is_none_is_left(text: str) -> None:
    """Times, spans, telephone numbers, amounts, no such day or month, pseudonyms and fingerprints."""
    assert masked(text) == text
    assert not id_holds_cpr(text)


@pytest.mark.parametrize(
    "own",
    ["6101121234", "202103121234", "2021-03-001234", "S2021-03-001234", "20210312-1234", "2021-03-12-1234",
     "S210312345", "SAG-0004711", "2021/000123"],
)  # fmt: skip
def test_a_systems_own_case_numbers_stay_usable(own: str) -> None:
    """Running numbers, also behind a year or a day that begins with its year."""
    assert not id_holds_cpr(own)
    assert masked_cell("sag_id", own) == own


def test_a_line_of_the_programs_own_may_hold_a_date_and_a_year() -> None:
    """Where a text out of the data would be masked."""
    line = "Leverancen af 30-04-2021: 2021-K1 er opgjort."
    assert masked_line(line) == line
    assert masked_line("30-04-2021 1234") == MASK


@given(
    st.integers(1, 31), st.integers(1, 12), st.integers(0, 99), st.integers(0, 9999), st.booleans(),
    st.text(alphabet=" \t\u00a0-–—−/._,\u00ad\u200b", max_size=16), st.sampled_from(["", "x", "æ", "1", "("]),
)  # fmt: skip
def test_no_number_survives(
    day: int, month: int, year: int, serial: int, replaced: bool, gap: str, before: str
) -> None:
    """Real or replacement number, whatever stands between its parts and before it."""
    number = f"{day + 60 * replaced:02d}{month:02d}{year:02d}{gap}{serial:04d}"
    assert number not in masked(f"Barnet {before}{number} og {number}/x")
