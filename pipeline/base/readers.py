"""What others read: the publication and the reports, whose group and modes come from the settings."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from pipeline.base.durable import beside, copy, create, flush_folder, flush_tree
from pipeline.base.errors import BusyError, SettingsError
from pipeline.base.settings import Permissions
from pipeline.base.workspace import REVIEW


def prepare_file(source: Path, target: Path, permissions: Permissions) -> None:
    """Lay a copy of a file ready beside its target, as its readers will have it, and flush it."""
    open_for_readers(target.parent, permissions)
    new = beside(target)
    try:
        copy(source, new)
        _open_up(new, permissions, permissions.file_bits)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    flush_folder(new.parent)


def put_file(source: Path, target: Path, permissions: Permissions) -> None:
    """Put a copy of a file in another's place at one stroke; who has the old one open keeps it.

    Raises:
        BusyError: the old one may not be replaced: on Windows nothing may that a program has open.
    """
    prepare_file(source, target, permissions)
    with replaceable(target):
        beside(target).replace(target)
    flush_folder(target.parent)


def prepare_folder(new: Path, permissions: Permissions) -> None:
    """Give a whole folder that lies ready its readers' modes, itself last, and flush it."""
    for path in new.rglob("*"):
        _open_up(path, permissions, permissions.folder_bits if path.is_dir() else permissions.file_bits)
    _open_up(new, permissions, permissions.folder_bits)
    flush_tree(new)
    flush_folder(new.parent)


def write_for_readers(file: Path, content: bytes, top: Path, permissions: Permissions) -> None:
    """Write a file in a folder of `top` that others may read, at one stroke.

    Raises:
        BusyError: the old one may not be replaced; on Windows because a program has it open.
    """
    open_for_readers(top, permissions)
    file.parent.mkdir(parents=True, exist_ok=True)
    for folder in (file.parent, *file.parent.parents):
        if folder == top:
            break
        _open_up(folder, permissions, permissions.folder_bits)
    new = beside(file)
    try:
        with os.fdopen(create(new), "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        _open_up(new, permissions, permissions.file_bits)
        with replaceable(file):
            new.replace(file)
    finally:
        new.unlink(missing_ok=True)
    flush_folder(file.parent)


def open_for_readers(folder: Path, permissions: Permissions) -> None:
    """Make a folder others may read; with a group of their own they may pass through the workspace to it."""
    folder.mkdir(parents=True, exist_ok=True)
    _open_up(folder, permissions, permissions.folder_bits)
    if permissions.gruppe:
        _open_up(folder.parent, permissions, REVIEW)
    flush_folder(folder.parent)


def _open_up(path: Path, permissions: Permissions, bits: int) -> None:
    """Give a path its group and mode."""
    if permissions.gruppe:
        try:
            shutil.chown(path, group=permissions.gruppe)
        except (LookupError, PermissionError):
            raise SettingsError(
                f"rettigheder.gruppe: gruppen {permissions.gruppe!r} findes ikke, eller du er ikke med i den."
            ) from None
    path.chmod(bits)


@contextlib.contextmanager
def replaceable(target: Path) -> Iterator[None]:
    """While something is put in a target's place; the system's no is told as what it mostly is."""
    try:
        yield
    except PermissionError:
        raise BusyError(
            f"{target}: kan ikke skiftes ud, fordi et andet program har den åben, eller du ikke må skrive i "
            "mappen. Luk programmet, og kør kommandoen igen; intet er gået tabt."
        ) from None
