"""Strict loading of YAML into frozen models: every fault of a file in one message, in Danish."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.base.errors import DefinitionsError


class Strict(BaseModel):
    """Base of every model read from a file: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Model = TypeVar("Model", bound=Strict)


LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser of every YAML file here: another one may refuse a text that this one reads."""


class _UniqueKeys(LOADER):  # type: ignore[misc,valid-type]
    """Safe loader that refuses a key written twice: plain YAML keeps the last one unseen."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        set_: set[Any] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in set_:
                raise yaml.constructor.ConstructorError(
                    None, None, f"nøglen {key!r} står to gange", key_node.start_mark
                )
            set_.add(key)
        return super().construct_mapping(node, deep)  # type: ignore[no-any-return]

    def day(self, node: yaml.ScalarNode) -> Any:
        """A day; one that no calendar has is told with its line."""
        try:
            return self.construct_yaml_timestamp(node)
        except ValueError:
            raise yaml.constructor.ConstructorError(
                None, None, "datoen findes ikke i kalenderen", node.start_mark
            ) from None


_UniqueKeys.add_constructor("tag:yaml.org,2002:timestamp", _UniqueKeys.day)

_MESSAGES = {
    "invalid_key": "er en ukendt nøgle (decimaltal skrives med punktum)",
    "missing": "mangler",
    "extra_forbidden": "er en ukendt nøgle",
    "string_type": "skal være tekst",
    "int_type": "skal være et helt tal",
    "int_parsing": "skal være et helt tal",
    "float_type": "skal være et tal",
    "float_parsing": "skal være et tal",
    "bool_type": "skal være true eller false",
    "bool_parsing": "skal være true eller false",
    "date_type": "skal være en dato (åååå-mm-dd)",
    "date_parsing": "skal være en dato (åååå-mm-dd)",
    "date_from_datetime_parsing": "skal være en dato (åååå-mm-dd)",
    "tuple_type": "skal være en liste",
    "list_type": "skal være en liste",
    "dict_type": "skal være en tabel af nøgler og værdier",
    "model_type": "skal være en tabel af nøgler og værdier",
}


def model_errors(error: ValidationError) -> list[tuple[tuple[str | int, ...], str]]:
    """Every fault's place, as keys and list positions, and in Danish what is expected (never the value)."""
    return [
        (part["loc"], _danish_message(part["type"], part.get("ctx", {}), part["msg"]))
        for part in error.errors(include_url=False, include_input=False)
    ]


def danish_error(error: ValidationError) -> list[str]:
    """As `model_errors`, one line per fault with the dotted place."""
    return [f"{'.'.join(map(str, place)) or 'filen'}: {message}" for place, message in model_errors(error)]


def _danish_message(type_: str, context: dict[str, Any], message: str) -> str:
    if type_ in {"enum", "literal_error"}:
        return "skal være en af: " + str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
    limits = {
        "greater_than_equal": ("ge", "mindst"),
        "less_than_equal": ("le", "højst"),
        "greater_than": ("gt", "større end"),
        "less_than": ("lt", "mindre end"),
    }
    if type_ in limits:
        key, word = limits[type_]
        return f"skal være {word} {context[key]:g}"
    if type_ == "value_error":
        return str(context.get("error", message))
    return _MESSAGES.get(type_, "har ikke den form, der forventes")


_DEEPEST = 200
_DEEP_LINE = re.compile(rf"(?:[-?:][ \t]+){{{_DEEPEST}}}")


def _too_deep(text: str) -> bool:
    """Whether lists in lists go so deep that the parser, which is C, would end the program."""
    depth = 0
    for bracket in _BRACKETS.findall(text):
        depth += 1 if bracket in "[{" else -1
        if depth > _DEEPEST:
            return True
    return bool(_DEEP_LINE.search(text))


_BRACKETS = re.compile(r"[\[\]{}]")


def _unfolded(node: yaml.Node, known: dict[int, int]) -> int:
    """How many values a node comes to where every reference is written out; one within itself is endless."""
    if id(node) in known:
        return known[id(node)]
    known[id(node)] = MOST_NODES + 1
    parts: list[yaml.Node] = []
    if isinstance(node, yaml.MappingNode):
        parts = [part for pair in node.value for part in pair]
    elif isinstance(node, yaml.SequenceNode):
        parts = node.value
    known[id(node)] = 1 + sum(_unfolded(part, known) for part in parts)
    return known[id(node)]


LARGEST_FILE, MOST_NODES = 2 << 20, 200_000
"""Bytes of a file, and what it may unfold to: references to a part written once stand for all of it."""


_HINTS = (
    ("nøglen", None),
    ("datoen", None),
    ("tab character", "brug mellemrum, ikke tabulator"),
    (
        "cannot start any token",
        "brug mellemrum, ikke tabulator, og sæt tekst med særlige tegn i anførselstegn",
    ),
    (
        "mapping values are not allowed",
        "sæt tekst med kolon i anførselstegn, skriv et mellemrum efter kolon, og ryk linjerne lige langt ind",
    ),
    ("expected a single document", "linjen --- begynder en fil til; slet den"),
    ("constructor for the tag", "et mærke, der begynder med !, bruges ikke her; sæt teksten i anførselstegn"),
)
"""Words of the parser, and what they mean to whoever writes the file; None: they are our own."""


def _hint(error: yaml.MarkedYAMLError) -> str:
    """What is probably wrong, without the line itself."""
    said = str(error.problem or "")
    for words, meaning in _HINTS:
        if words in f"{error.context} {said}":
            return meaning or said
    return "se på indrykning, kolon, klammer og anførselstegn, her og i linjen før"


def read_yaml(file: Path) -> Any:
    """Parse one YAML file.

    Raises:
        DefinitionsError: the file cannot be read, is too large or is not YAML (names file and line).
    """
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise DefinitionsError(f"{file.name}: filen fylder mere end {LARGEST_FILE >> 20} MB")
        text = file.read_text(encoding="utf-8")
        if _too_deep(text):
            raise DefinitionsError(f"{file.name}: er ikke gyldig YAML (lister uden ende i hinanden)")
        loader = _UniqueKeys(text)
        try:
            node = loader.get_single_node()
            if node is not None and _unfolded(node, {}) > MOST_NODES:
                raise DefinitionsError(f"{file.name}: henvisningerne i filen folder sig ud uden ende")
            return None if node is None else loader.construct_document(node)
        finally:
            loader.dispose()
    except RecursionError:
        raise DefinitionsError(f"{file.name}: er ikke gyldig YAML (lister uden ende i hinanden)") from None
    except OSError:
        raise DefinitionsError(f"{file.name}: filen kan ikke læses") from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise DefinitionsError(f"{file.name}, linje {line}: er ikke gyldig YAML: {_hint(error)}") from None
    except UnicodeDecodeError:
        raise DefinitionsError(f"{file.name}: skal være tekst i UTF-8") from None
    except (ValueError, yaml.YAMLError):
        raise DefinitionsError(f"{file.name}: har et ulovligt tegn") from None
    except TypeError:
        raise DefinitionsError(f"{file.name}: har en nøgle, der er en liste eller en tabel") from None


def read_model(file: Path, model: type[Model]) -> Model:
    """Load one YAML file into `model`.

    Raises:
        DefinitionsError: with one line per fault in the file.
    """
    try:
        return model.model_validate(read_yaml(file))
    except ValidationError as error:
        raise DefinitionsError(*(f"{file.name}: {line}" for line in danish_error(error))) from None
