"""The key, and what becomes of CPR numbers (replacement numbers here: the day plus 60)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import NoegleFejl
from pipeline.intake.pseudonyms import (
    MASKE,
    MILJOE_NOEGLE,
    maskeret,
    noegle,
    pseudonymiser_barn,
    pseudonymiser_id,
)
from tests.intake.levering import NOEGLE

ANDEN_NOEGLE = "en anden noegle, som er lang nok til proever"


def test_a_key_is_made_on_first_use_and_kept(tmp_path: Path) -> None:
    """The same key ever after; only its owner may read it."""
    mappe = tmp_path / "tilsyn"
    foerste = noegle(mappe, {})
    assert noegle(mappe, {}) == foerste
    assert len(foerste) == 64
    assert oct((mappe / "noegle").stat().st_mode & 0o777) == "0o600"
    assert oct(mappe.stat().st_mode & 0o777) == "0o700"


def test_two_workspaces_have_different_keys(tmp_path: Path) -> None:
    """A key is never the same by chance or by default."""
    assert noegle(tmp_path / "a", {}) != noegle(tmp_path / "b", {})


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    """A key kept elsewhere is not written to the workspace; its fingerprint does not give it away."""
    assert noegle(tmp_path, {MILJOE_NOEGLE: ANDEN_NOEGLE}) == ANDEN_NOEGLE.encode()
    assert not (tmp_path / "noegle").exists()
    assert ANDEN_NOEGLE not in (tmp_path / "noegle.fingeraftryk").read_text()


def test_another_key_than_the_workspace_was_begun_with_stops(tmp_path: Path) -> None:
    """Pseudonyms of two keys do not match (exit 2)."""
    noegle(tmp_path, {})
    with pytest.raises(NoegleFejl, match="ikke den") as fanget:
        noegle(tmp_path, {MILJOE_NOEGLE: ANDEN_NOEGLE})
    assert fanget.value.exit_kode == 2
    assert ANDEN_NOEGLE not in str(fanget.value)


def test_a_lost_key_is_never_replaced_by_a_new_one(tmp_path: Path) -> None:
    """Neither when the fingerprint is left, nor when only deliveries are."""
    noegle(tmp_path, {})
    (tmp_path / "noegle").unlink()
    with pytest.raises(NoegleFejl, match="mangler"):
        noegle(tmp_path, {})
    (tmp_path / "noegle.fingeraftryk").unlink()
    (tmp_path / "leverancer").mkdir()
    (tmp_path / "leverancer" / "2021-04-30.duckdb").touch()
    with pytest.raises(NoegleFejl, match="mangler"):
        noegle(tmp_path, {})


@pytest.mark.parametrize("tekst", ["kort", "x" * 31, " " + "x" * 31 + " "])
def test_a_short_key_stops(tmp_path: Path, tekst: str) -> None:
    """At least 32 characters, from either place."""
    with pytest.raises(NoegleFejl, match="for kort"):
        noegle(tmp_path, {MILJOE_NOEGLE: tekst})
    (tmp_path / "noegle").write_text(tekst)
    with pytest.raises(NoegleFejl, match="for kort"):
        noegle(tmp_path, {})


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_workspace_that_cannot_be_written_stops(tmp_path: Path) -> None:
    """It is named."""
    tmp_path.chmod(0o500)
    with pytest.raises(NoegleFejl, match="kan ikke skrives"):
        noegle(tmp_path / "tilsyn", {})


@pytest.mark.parametrize(
    "skrevet", ["610112-1234", "6101121234", "610112 1234", "610112 - 1234", "610112–1234"]
)
def test_a_child_has_one_pseudonym_however_its_number_is_spaced(skrevet: str) -> None:
    """Spacing and hyphen of a CPR number make no difference."""
    assert pseudonymiser_barn(NOEGLE, skrevet) == pseudonymiser_barn(NOEGLE, "610112-1234")


def test_a_pseudonym_depends_on_the_key_and_on_every_sign() -> None:
    """Without the key nobody can try numbers until one fits."""
    mit = pseudonymiser_barn(NOEGLE, "6101121234")
    assert mit != pseudonymiser_barn(ANDEN_NOEGLE.encode(), "6101121234")
    assert mit != pseudonymiser_barn(NOEGLE, "6101121235")
    assert pseudonymiser_barn(NOEGLE, "B-1") != pseudonymiser_barn(NOEGLE, "B1")
    assert len(mit) == 21
    assert mit[0] == "b"
    assert "1234" not in mit


def test_a_missing_child_stays_missing() -> None:
    """Nothing is made out of nothing."""
    assert pseudonymiser_barn(NOEGLE, "") == ""


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("Mor er 610112-1234.", f"Mor er {MASKE}."),
        ("6101121234", MASKE),
        ("610112 1234", MASKE),
        ("(610112-1234,910399-4321)", f"({MASKE},{MASKE})"),
        ("6101121234 6201121234", f"{MASKE} {MASKE}"),
        ("cpr610112-1234x", f"cpr{MASKE}x"),
        ("310112-1234", MASKE),
        ("320112-1234", "320112-1234"),
        ("920112-1234", "920112-1234"),
        ("611312-1234", "611312-1234"),
        ("61011212345", "61011212345"),
        ("16101121234", "16101121234"),
        ("610112-12345", "610112-12345"),
        ("01-02-2021 12:34", "01-02-2021 12:34"),
        ("tlf. 12345678", "tlf. 12345678"),
    ],
)
def test_what_looks_like_a_cpr_number_is_masked_in_text(tekst: str, ventet: str) -> None:
    """Six digits that are a day and month of some year and four more, standing by themselves."""
    assert maskeret(tekst) == ventet


@pytest.mark.parametrize(
    ("vaerdi", "bliver"),
    [
        ("610112-1234", False),
        ("S-610112-1234", False),
        ("610112 1234", False),
        ("6101121234", True),
        ("S17", True),
    ],
)
def test_an_id_that_holds_a_cpr_number_becomes_a_pseudonym(vaerdi: str, bliver: bool) -> None:
    """Ten digits without a hyphen are left: in an id they are as likely a running number."""
    nyt = pseudonymiser_id(NOEGLE, vaerdi)
    assert (nyt == vaerdi) == bliver
    assert pseudonymiser_id(NOEGLE, vaerdi) == nyt
    assert "610112-1234" not in nyt


@given(
    st.integers(1, 31),
    st.integers(1, 12),
    st.integers(0, 99),
    st.integers(0, 9999),
    st.sampled_from(["", "-", " "]),
)
def test_no_cpr_number_survives_in_text(dag: int, maaned: int, aar: int, loebenr: int, skilt: str) -> None:
    """Real or replacement number, whatever stands around it."""
    for tillaeg in (0, 60):
        nummer = f"{dag + tillaeg:02d}{maaned:02d}{aar:02d}{skilt}{loebenr:04d}"
        assert nummer not in maskeret(f"Barnet ({nummer}) og {nummer}/x")
