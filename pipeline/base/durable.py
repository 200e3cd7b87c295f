"""Files that stand whole and outlive a power cut: written beside, flushed, renamed, the folder flushed.

A rename is at one stroke, but most file systems may put the new name on the disk long before the content:
after a power cut the file is there and empty. So the content is flushed first and the folder, which holds the
name, last; only then may success be told. Each file is flushed once and each folder once.

What is being written is made exclusively, under a name of its own beside its target: on the same file system,
in the workspace, and never through a link that somebody has laid there.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

BLOCK = 1 << 20
_AT_ONCE = 8
"""Files flushed side by side: a disk does several in the time of one."""
_NO_FOLDERS = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})
"""What a file system says that cannot flush a folder, as some over the network."""


def beside(target: Path) -> Path:
    """Where what will take the target's place is made."""
    return target.with_name(f".{target.name}.ny")


def create(file: Path) -> int:
    """Make a file for its owner alone and open it; what a killed run left under the name goes first.

    Raises:
        FileExistsError: somebody made one in the same instant; a link is never followed.
    """
    file.unlink(missing_ok=True)
    return os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)


def write(file: Path, content: bytes | str, *, flush_name: bool = True) -> None:
    """Write a file for its owner alone, at one stroke.

    Whoever writes several in a folder leaves `flush_name` out and flushes the folder once, at the end.
    """
    new = beside(file)
    try:
        with os.fdopen(create(new), "wb") as out:
            out.write(content.encode() if isinstance(content, str) else content)
            out.flush()
            os.fsync(out.fileno())
        new.replace(file)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    if flush_name:
        flush_folder(file.parent)


def write_new(file: Path, content: str) -> None:
    """Write a file for its owner alone where there is none.

    Raises:
        FileExistsError: there is one, or a link.
    """
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(content.encode())
        out.flush()
        os.fsync(out.fileno())
    flush_folder(file.parent)


def copy(source: Path, new: Path) -> None:
    """Copy a file's content to a new one, for its owner alone."""
    with source.open("rb") as since, os.fdopen(create(new), "wb") as until:
        shutil.copyfileobj(since, until, BLOCK)
        until.flush()
        os.fsync(until.fileno())  # Windows refuses it once the file is closed and opened for reading


def put(new: Path, target: Path) -> None:
    """Put a file that another program wrote (a database) in its target's place."""
    flush(new)
    new.replace(target)
    flush_folder(target.parent)


def flush(file: Path) -> None:
    """Have a file's content on the disk."""
    _flush(file, os.O_RDWR)  # Windows flushes only what is open for writing


def flush_folder(folder: Path) -> None:
    """Have a folder's names on the disk. Windows keeps its own journal of them, and opens no folder."""
    if os.name == "nt":
        return
    try:
        _flush(folder, os.O_RDONLY)
    except OSError as error:
        if error.errno not in _NO_FOLDERS:
            raise


def _flush(path: Path, how: int) -> None:
    descriptor = os.open(path, how)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def flush_tree(top: Path) -> None:
    """Have a whole folder on the disk: each file, then each folder."""
    within = list(top.rglob("*"))
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        list(pool.map(flush, (path for path in within if path.is_file())))
        list(pool.map(flush_folder, (top, *(path for path in within if path.is_dir()))))


def sha256(file: Path) -> str:
    """Fingerprint of a file's every byte."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def remove(path: Path) -> None:
    """Remove a file, or a folder with all in it; of a link the link alone.

    Raises:
        OSError: it cannot be.
    """
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)
