"""Where in a YAML file something stands: a path of keys and list positions as words and line."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeAlias

import yaml

from pipeline.base.harmless import one_line
from pipeline.base.strict import LOADER

Place: TypeAlias = tuple[str | int, ...]
"""A path of keys and list positions."""


class Fault(NamedTuple):
    """A fault and the place it stands at."""

    place: Place
    text: str


_KEY = "[key]"
"""The step by which pydantic says that not the value but its key is at fault: `{1: ...}` for `{"1": ...}`."""

_LABELS = ("id", "nr", "dato", "maaned", "titel")
"""What an entry of a list is called by, the first it has."""


def place_name(raw: object, place: Place) -> str:
    """The place in words: `indikatorer 3.1 milepaele 2021-04 procent`."""
    word: list[str] = []
    here = raw
    for step in place:
        if step == _KEY:
            continue
        under, here = here, _down(here, step)
        key = isinstance(step, str) or isinstance(under, dict)
        word.append(str(step) if key else _label(here) or f"nr. {int(step) + 1}")
    return " ".join(word) or "filen"


def fault_lines(file: Path, raw: object, faults: list[Fault]) -> list[str]:
    """The faults of a file that has been parsed once (`raw`), each with its line and place, in that order."""
    root = root_node(file)
    ordered = sorted((line(root, place), place_name(raw, place), text) for place, text in faults)
    return [one_line(f"{file.name}, linje {number}: {place}: {text}") for number, place, text in ordered]


def root_node(file: Path) -> yaml.Node | None:
    """The root of a file that has already been parsed once, with the lines its parts stand on."""
    root: yaml.Node | None = yaml.compose(file.read_text(encoding="utf-8"), Loader=LOADER)
    return root


def line(root: yaml.Node | None, place: Place) -> int:
    """The line (1 = the first) of a path, or of the innermost part of it that exists."""
    node, found_line = root, 1
    for step in place:
        if (found := _node(node, step)) is None:
            break
        found_line, node = found
    return found_line


def _down(here: object, step: str | int) -> object:
    if isinstance(here, dict):
        return here.get(step)
    return here[step] if isinstance(here, list) and isinstance(step, int) and step < len(here) else None


def _label(record: object) -> str | None:
    if not isinstance(record, dict):
        return None
    names = (record.get(field) for field in _LABELS)
    return next((str(name) for name in names if isinstance(name, str | int | float | date)), None)


def _node(node: yaml.Node | None, step: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step].start_mark.line + 1, node.value[step]
    return None
