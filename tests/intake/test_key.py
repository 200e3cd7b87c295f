"""The key: made once, whole or not at all, its owner's alone, and never taken for another one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.base import durable
from pipeline.base.errors import KeyFault
from pipeline.intake.key import ENVIRONMENT_KEY, key

OTHER_KEY = "en anden noegle, som er lang nok til proever"


def test_a_key_is_made_on_first_use_and_kept(tmp_path: Path) -> None:
    """The same key ever after; only its owner may read it."""
    folder = tmp_path / "tilsyn"
    first = key(folder, {})
    assert key(folder, {}) == first
    assert len(first) == 64
    assert oct((folder / "noegle").stat().st_mode & 0o777) == "0o600"
    assert oct(folder.stat().st_mode & 0o777) == "0o700"


def test_two_workspaces_have_different_keys(tmp_path: Path) -> None:
    """A key is never the same by chance or by default."""
    assert key(tmp_path / "a", {}) != key(tmp_path / "b", {})


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    """A key kept elsewhere is not written to the workspace; its fingerprint does not give it away."""
    assert key(tmp_path, {ENVIRONMENT_KEY: OTHER_KEY}) == OTHER_KEY.encode()
    assert not (tmp_path / "noegle").exists()
    assert OTHER_KEY not in (tmp_path / "noegle.fingeraftryk").read_text()


def test_another_key_than_the_workspace_was_begun_with_stops(tmp_path: Path) -> None:
    """Pseudonyms of two keys do not match (exit 2)."""
    key(tmp_path, {})
    with pytest.raises(KeyFault, match="ikke den") as caught:
        key(tmp_path, {ENVIRONMENT_KEY: OTHER_KEY})
    assert caught.value.exit_code == 2
    assert OTHER_KEY not in str(caught.value)


def test_a_lost_key_is_never_replaced_by_a_new_one(tmp_path: Path) -> None:
    """Neither when the fingerprint is left, nor when only deliveries are."""
    key(tmp_path, {})
    (tmp_path / "noegle").unlink()
    with pytest.raises(KeyFault, match="mangler"):
        key(tmp_path, {})
    (tmp_path / "noegle.fingeraftryk").unlink()
    (tmp_path / "leverancer").mkdir()
    (tmp_path / "leverancer" / "2021-04-30.duckdb").touch()
    with pytest.raises(KeyFault, match="mangler"):
        key(tmp_path, {})


@pytest.mark.parametrize("text", ["kort", "x" * 31, " " + "x" * 31 + " "])
def test_a_short_key_stops(tmp_path: Path, text: str) -> None:
    """At least 32 characters, from either place."""
    with pytest.raises(KeyFault, match="for kort"):
        key(tmp_path, {ENVIRONMENT_KEY: text})
    (tmp_path / "noegle").write_text(text)
    (tmp_path / "noegle").chmod(0o600)
    with pytest.raises(KeyFault, match="for kort"):
        key(tmp_path, {})


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_workspace_that_cannot_be_written_stops(tmp_path: Path) -> None:
    """It is named."""
    tmp_path.chmod(0o500)
    with pytest.raises(KeyFault, match="kan ikke skrives"):
        key(tmp_path / "tilsyn", {})


@pytest.mark.parametrize("bits", [0o640, 0o604, 0o660])
def test_a_key_that_others_may_read_is_refused(tmp_path: Path, bits: int) -> None:
    """With what to do (exit 2)."""
    key(tmp_path, {})
    (tmp_path / "noegle").chmod(bits)
    with pytest.raises(KeyFault, match="Kør chmod 600"):
        key(tmp_path, {})


@pytest.mark.parametrize("leads", ["offer", "findes_ikke"])
@pytest.mark.parametrize("name", ["noegle", "noegle.fingeraftryk"])
def test_a_link_is_neither_followed_nor_written_through(tmp_path: Path, name: str, leads: str) -> None:
    """Whoever plants one decides neither what the key is nor what is written over."""
    folder, victim = tmp_path / "tilsyn", tmp_path / "offer"
    folder.mkdir()
    victim.write_text(OTHER_KEY, encoding="utf-8")
    (folder / name).symlink_to(tmp_path / leads)
    with pytest.raises(KeyFault, match="et link følges ikke"):
        key(folder, {})
    assert victim.read_text(encoding="utf-8") == OTHER_KEY
    assert not (tmp_path / "findes_ikke").exists()


def test_cut_short_anywhere_the_next_run_goes_on_with_the_same_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before each flush and each rename: what stands afterwards is a whole key, or none."""

    class Cut(BaseException):
        """The moment the current goes."""

    for last in range(10):
        folder, steps = tmp_path / str(last), iter(range(last))

        def step(real, steps=steps):
            def taken(*given: object) -> None:
                if next(steps, None) is None:
                    raise Cut
                real(*given)

            return taken

        with monkeypatch.context() as patched:
            patched.setattr(os, "fsync", step(os.fsync))
            patched.setattr(os, "replace", step(os.replace))
            try:
                key(folder, {})
            except Cut:
                stood = (folder / "noegle").read_bytes() if (folder / "noegle").exists() else None
            else:
                break
        assert stood is None or len(stood) == 65
        found = key(folder, {})
        assert stood in {None, found + b"\n"}
        assert key(folder, {}) == found
    assert last == 6  # content, name and folder of each of the two files
    assert durable.beside(folder / "noegle").exists() is False


def test_an_empty_key_that_nothing_was_made_with_is_made_anew(tmp_path: Path) -> None:
    """As an earlier version left it when it was killed; where something was, it is too short."""
    (tmp_path / "noegle").touch(mode=0o600)
    assert len(key(tmp_path, {})) == 64
    (tmp_path / "noegle").write_bytes(b"")
    with pytest.raises(KeyFault, match="for kort"):
        key(tmp_path, {})
