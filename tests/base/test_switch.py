"""The change from one publication to the next: database and reports together, wherever it is cut short."""

from __future__ import annotations

import grp
import json
import os
import shutil
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.base import switch as switches
from pipeline.base.durable import beside
from pipeline.base.errors import BusyError, SettingsError
from pipeline.base.readers import prepare_file
from pipeline.base.settings import Permissions
from pipeline.base.settle import locked
from pipeline.base.switch import Switch, aside, note, switch
from pipeline.base.workspace import Workspace
from tests.base.publication import MAANED, STANDARD, lay, publish, stands

MEMORY = Path("/dev/shm")  # noqa: S108 - a disk in memory, for its being another one
OLD, NEW = ("gammel", "gammel"), ("ny", "ny")


@pytest.fixture
def folder(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "tilsyn")


def bits(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


class Cut(BaseException):
    """The moment the current goes."""


def counted(monkeypatch: pytest.MonkeyPatch, last: int, error: BaseException) -> list[str]:
    """Every change of a name counts; the one after `last` does not happen. The names of those counted."""
    done: list[str] = []

    def step(name: str, real: Callable[..., None]) -> Callable[..., None]:
        def taken(*given: object, **options: object) -> None:
            if len(done) >= last:
                raise error
            done.append(name)
            real(*given, **options)

        return taken

    for name in ("rename", "replace", "unlink", "rmdir"):
        monkeypatch.setattr(os, name, step(name, getattr(os, name)))
    return done


def test_a_switch_replaces_database_and_reports_and_leaves_nothing_beside(folder: Workspace):
    """Not even a team that is no more."""
    publish(folder, "gammel", "A", "NEDLAGT")
    publish(folder, "ny")
    assert stands(folder) == NEW
    assert [p.name for p in (folder.reports / MAANED).iterdir()] == ["A"]
    assert [p.name for p in folder.reports.iterdir()] == [MAANED]
    assert [p.name for p in folder.published.parent.iterdir()] == [folder.published.name]


def test_a_switch_cut_short_anywhere_is_finished_by_the_next_command(
    folder: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Killed before each change of a name: all old or, once the note stands, all new; nothing lost."""
    publish(folder, "gammel")
    lay(folder, "ny")
    outcomes = []
    for last in range(20):
        trial = Workspace(Path(shutil.copytree(folder.root, tmp_path / str(last))))
        with monkeypatch.context() as patched:
            patched.setattr(switches, "_back", lambda *_: None)  # a killed process puts nothing back
            done = counted(patched, last, Cut())
            try:
                switch(trial, Switch(MAANED), STANDARD)
            except Cut:
                outcomes.append((done[-1] if done else "", stands(trial)))
            else:
                break
        noted = note(trial).exists()
        with locked(trial) as told:
            assert stands(trial) in {OLD, NEW}
            assert stands(trial) == (NEW if noted or last > 1 else OLD)
        assert bool(told) == noted
        assert not [p for p in trial.root.rglob("*") if p.name.endswith((".ny", ".gammel", ".skift"))]
    assert {state for _, state in outcomes} == {OLD, ("gammel", "intet"), ("gammel", "ny"), NEW}


@pytest.mark.parametrize("last", [1, 2, 3])
def test_a_switch_that_fails_puts_everything_back(
    folder: Workspace, monkeypatch: pytest.MonkeyPatch, last: int
):
    """Whichever of its renames the system refuses: moving the old reports, the new ones, the database."""
    publish(folder, "gammel")
    lay(folder, "ny")
    refused = folder.published if last == 3 else folder.reports / MAANED
    with monkeypatch.context() as patched:
        done: list[object] = []
        for name in ("rename", "replace"):
            real = getattr(os, name)

            def taken(since: Path, until: Path, real: Callable[..., None] = real) -> None:
                done.append(until)
                if len(done) == last + 1:  # the first is the note's
                    raise PermissionError(13, "Adgang nægtet")
                real(since, until)

            patched.setattr(os, name, taken)
        with pytest.raises(BusyError, match=f"{refused}: kan ikke skiftes ud") as error:
            switch(folder, Switch(MAANED), STANDARD)
    assert "Luk programmet, og kør kommandoen igen" in error.value.lines[0]
    assert stands(folder) == OLD
    assert not note(folder).exists()
    publish_again = Workspace(folder.root)
    with locked(publish_again) as told:
        assert told == ()
    publish(folder, "ny")
    assert stands(folder) == NEW


def test_reports_whose_only_copy_was_moved_aside_come_back(folder: Workspace):
    """As an earlier version left them where the reports lie on a file system of their own."""
    publish(folder, "gammel")
    (folder.reports / MAANED).rename(aside(folder.reports / MAANED))
    with locked(folder) as told:
        assert told == (f"Rapporterne for {MAANED} er hentet tilbage efter en kørsel, der blev afbrudt.",)
    assert stands(folder) == OLD


def test_a_link_in_a_months_place_is_replaced_and_not_followed(folder: Workspace, tmp_path: Path):
    """What it led to is not touched."""
    publish(folder, "gammel")
    elsewhere = tmp_path / "andetsteds"
    (folder.reports / MAANED).rename(elsewhere)
    (folder.reports / MAANED).symlink_to(elsewhere)
    publish(folder, "ny")
    assert stands(folder) == NEW
    assert not (folder.reports / MAANED).is_symlink()
    assert (elsewhere / "A" / "rapport.html").read_text(encoding="utf-8") == "gammel"


@pytest.mark.skipif(not MEMORY.is_dir(), reason="no second file system")
def test_reports_may_lie_on_another_file_system(folder: Workspace):
    """A link, or a mount: the new set is made beside the old one, so that no rename crosses over."""
    with tempfile.TemporaryDirectory(dir=MEMORY) as other:
        folder.create()
        folder.reports.symlink_to(other)
        for word in ("gammel", "ny"):
            publish(folder, word)
            assert stands(folder) == (word, word)
        assert [p.name for p in Path(other).iterdir()] == [MAANED]


@pytest.mark.parametrize(
    "told",
    ["", "[]", "{}", '{"periode": "../noegle"}', '{"periode": "2021-4"}', '{"periode": 7, "vej": "/etc"}'],
)
def test_a_note_that_is_none_of_ours_moves_nothing(folder: Workspace, told: str):
    """It names a period and nothing else; any other is taken away."""
    publish(folder, "gammel")
    note(folder).write_text(told, encoding="utf-8")
    with locked(folder) as mended:
        assert mended == ()
    assert not note(folder).exists()
    assert stands(folder) == OLD


def test_the_note_tells_readers_which_period(folder: Workspace, monkeypatch: pytest.MonkeyPatch):
    """It lies beside the reports, with their mode."""
    lay(folder, "ny")
    monkeypatch.setattr(switches, "_back", lambda *_: None)
    monkeypatch.setattr(switches, "_forward", lambda *_: (_ for _ in ()).throw(Cut()))
    with pytest.raises(Cut):
        switch(folder, Switch(MAANED), STANDARD)
    assert json.loads(note(folder).read_text(encoding="utf-8"))["periode"] == MAANED
    assert bits(note(folder)) == 0o640


@pytest.mark.parametrize(
    ("permissions", "folder_bits", "file_bits"),
    [(STANDARD, 0o750, 0o640), (Permissions(mappe="0700", fil="0600"), 0o700, 0o600)],
)
def test_what_others_read_has_the_modes_of_the_settings(
    folder: Workspace, permissions: Permissions, folder_bits: int, file_bits: int
):
    """Default 0750 and 0640, for the publication and for every folder and file of the reports."""
    old = os.umask(0)
    try:
        publish(folder, "ny", permissions=permissions)
    finally:
        os.umask(old)
    maaned = folder.reports / MAANED
    folders = (folder.published.parent, folder.reports, maaned, maaned / "A")
    assert {bits(m) for m in folders} == {folder_bits}
    assert {bits(f) for f in (folder.published, maaned / "A" / "rapport.html")} == {file_bits}
    assert bits(folder.root) == 0o700


def test_readers_with_a_group_of_their_own_may_pass_through(folder: Workspace):
    """With a group set, it may pass the workspace to what it reads and list nothing; that stays so."""
    group = grp.getgrgid(os.getgid())
    publish(folder, "ny", permissions=Permissions(gruppe=group.gr_name))
    folder.create()
    assert bits(folder.root) == 0o710
    groups = {p.stat().st_gid for p in (folder.root, folder.published.parent, folder.published)}
    assert groups == {group.gr_gid}
    assert {bits(m) for m in (folder.leverancer, folder.computation, folder.outbox, folder.log)} == {0o700}


def test_what_cannot_be_laid_ready_leaves_the_old_one(folder: Workspace, tmp_path: Path):
    """A group that does not exist, or a source that is gone, is found before anything is moved."""
    publish(folder, "gammel")
    unknown = Permissions(gruppe="findes-ikke-som-gruppe")
    with pytest.raises(SettingsError, match="findes-ikke-som-gruppe"):
        prepare_file(folder.candidate, folder.published, unknown)
    with pytest.raises(FileNotFoundError):
        prepare_file(tmp_path / "findes_ikke", folder.published, STANDARD)
    assert stands(folder) == OLD
    assert not beside(folder.published).exists()


def test_a_link_planted_where_the_new_database_is_made_is_not_followed(folder: Workspace, tmp_path: Path):
    """In a folder that a group may write in, anybody of it could lay one there."""
    folder.create()
    folder.published.parent.mkdir()
    victim = tmp_path / "offer"
    victim.write_text("uskadt", encoding="utf-8")
    beside(folder.published).symlink_to(victim)
    publish(folder, "ny")
    assert victim.read_text(encoding="utf-8") == "uskadt"
    assert stands(folder) == NEW
