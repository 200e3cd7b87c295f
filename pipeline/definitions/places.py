"""Where in a YAML file something stands: a path of keys and list positions as words and line."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TypeAlias

import yaml

Sted: TypeAlias = tuple[str | int, ...]
"""A path of keys and list positions."""

_MAERKER = ("id", "nr", "dato", "maaned")
"""What an entry of a list is called by, the first it has."""


def stednavn(raa: object, sted: Sted) -> str:
    """The place in words: `indikatorer 3.1 milepaele 2021-04 procent`."""
    ord_: list[str] = []
    her = raa
    for trin in sted:
        her = _ned(her, trin)
        ord_.append(trin if isinstance(trin, str) else _maerke(her) or f"nr. {trin + 1}")
    return " ".join(ord_) or "filen"


def rodknude(fil: Path) -> yaml.Node | None:
    """The root of a file that has already been parsed once, with the lines its parts stand on."""
    rod: yaml.Node | None = yaml.compose(fil.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    return rod


def linje(rod: yaml.Node | None, sted: Sted) -> int:
    """The line (1 = the first) of a path, or of the innermost part of it that exists."""
    node, fundet_linje = rod, 1
    for trin in sted:
        if (fundet := _knude(node, trin)) is None:
            break
        fundet_linje, node = fundet
    return fundet_linje


def _ned(her: object, trin: str | int) -> object:
    if isinstance(her, dict):
        return her.get(trin)
    return her[trin] if isinstance(her, list) and isinstance(trin, int) and trin < len(her) else None


def _maerke(post: object) -> str | None:
    if not isinstance(post, dict):
        return None
    navne = (post.get(felt) for felt in _MAERKER)
    return next((str(navn) for navn in navne if isinstance(navn, str | int | float | date)), None)


def _knude(node: yaml.Node | None, trin: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for noegle, vaerdi in node.value:
            if noegle.value == trin:
                return noegle.start_mark.line + 1, vaerdi
    if isinstance(node, yaml.SequenceNode) and isinstance(trin, int) and trin < len(node.value):
        return node.value[trin].start_mark.line + 1, node.value[trin]
    return None
