"""A word planted in a workspace, and every file that still holds it."""

from __future__ import annotations

from pathlib import Path


def files_with(root: Path, *words: str) -> set[str]:
    """Names of the files under a folder that hold one of the words in any place, also a free one.

    Databases may keep a word's beginning apart from its end, so that half of it counts too.
    """
    parts = [part.encode(code) for word in words for part in _halves(word) for code in ("utf-8", "utf-16-le")]
    return {
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and any(part in path.read_bytes() or part in str(path).encode() for part in parts)
    }


def _halves(word: str) -> tuple[str, str]:
    middle = len(word) // 2
    return word[:middle], word[middle:]
