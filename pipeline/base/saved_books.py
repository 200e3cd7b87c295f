"""What the parts of a saved workbook say, read without the library that opens it: that takes long to load."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

CLOCK = re.compile(rb"(?<=W3CDTF\">)[^<]+")
"""The times at which a workbook says that it was made and saved."""
_CORE, _LARGEST_CORE = "docProps/core.xml", 1 << 20
_BETWEEN = re.compile(r">([^<]+)<")


def saved_by_somebody(file: Path) -> bool:
    """Whether a workbook of ours has been saved since it was written: every program then sets its clock."""
    try:
        with ZipFile(file) as parts:
            if parts.getinfo(_CORE).file_size > _LARGEST_CORE:
                return True
            clocks = set(CLOCK.findall(parts.read(_CORE)))
    except (BadZipFile, KeyError, OSError):
        return True
    return len(clocks) != 1


def text_in(content: bytes) -> Iterator[str]:
    """The texts of a workbook given as bytes, as their marks separate them; of anything else none."""
    try:
        with ZipFile(BytesIO(content)) as parts:
            for name in parts.namelist():
                if name.endswith(".xml"):
                    yield from map(unescape, _BETWEEN.findall(parts.read(name).decode("utf-8", "replace")))
    except BadZipFile:
        return
