"""Strict loading of YAML into frozen models: every fault of a file in one message, in Danish."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.errors import DefinitionsFejl


class Streng(BaseModel):
    """Base of every model read from a file: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Model = TypeVar("Model", bound=Streng)


class _UnikkeNoegler(yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader):  # type: ignore[misc]
    """Safe loader that refuses a key written twice: plain YAML keeps the last one unseen."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        set_: set[Any] = set()
        for noegle_node, _ in node.value:
            noegle = self.construct_object(noegle_node, deep=True)
            if noegle in set_:
                raise yaml.constructor.ConstructorError(
                    None, None, f"nøglen {noegle!r} står to gange", noegle_node.start_mark
                )
            set_.add(noegle)
        return super().construct_mapping(node, deep)  # type: ignore[no-any-return]


_BESKEDER = {
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


def modelfejl(fejl: ValidationError) -> list[tuple[tuple[str | int, ...], str]]:
    """Every fault's place, as keys and list positions, and in Danish what is expected (never the value)."""
    return [
        (del_["loc"], _dansk_besked(del_["type"], del_.get("ctx", {}), del_["msg"]))
        for del_ in fejl.errors(include_url=False, include_input=False)
    ]


def danske_fejl(fejl: ValidationError) -> list[str]:
    """As `modelfejl`, one line per fault with the dotted place."""
    return [f"{'.'.join(map(str, sted)) or 'filen'}: {besked}" for sted, besked in modelfejl(fejl)]


def _dansk_besked(type_: str, kontekst: dict[str, Any], besked: str) -> str:
    if type_ in {"enum", "literal_error"}:
        return "skal være en af: " + str(kontekst.get("expected", "")).replace("'", "").replace(" or ", ", ")
    graenser = {
        "greater_than_equal": ("ge", "mindst"),
        "less_than_equal": ("le", "højst"),
        "greater_than": ("gt", "større end"),
        "less_than": ("lt", "mindre end"),
    }
    if type_ in graenser:
        noegle, ord_ = graenser[type_]
        return f"skal være {ord_} {kontekst[noegle]:g}"
    if type_ == "value_error":
        return str(kontekst.get("error", besked))
    return _BESKEDER.get(type_, "har ikke den form, der forventes")


def laes_yaml(fil: Path) -> Any:
    """Parse one YAML file.

    Raises:
        DefinitionsFejl: the file cannot be read or is not YAML (names file and line).
    """
    try:
        return yaml.load(fil.read_text(encoding="utf-8"), Loader=_UnikkeNoegler)
    except OSError:
        raise DefinitionsFejl(f"{fil.name}: filen kan ikke læses") from None
    except yaml.MarkedYAMLError as fejl:
        linje = fejl.problem_mark.line + 1 if fejl.problem_mark else 0
        raise DefinitionsFejl(f"{fil.name}, linje {linje}: er ikke gyldig YAML") from None
    except UnicodeDecodeError:
        raise DefinitionsFejl(f"{fil.name}: skal være tekst i UTF-8") from None
    except (ValueError, yaml.YAMLError):
        raise DefinitionsFejl(f"{fil.name}: har en dato, der ikke findes, eller et ulovligt tegn") from None
    except TypeError:
        raise DefinitionsFejl(f"{fil.name}: har en nøgle, der er en liste eller en tabel") from None


def laes_model(fil: Path, model: type[Model]) -> Model:
    """Load one YAML file into `model`.

    Raises:
        DefinitionsFejl: with one line per fault in the file.
    """
    try:
        return model.model_validate(laes_yaml(fil))
    except ValidationError as fejl:
        raise DefinitionsFejl(*(f"{fil.name}: {linje}" for linje in danske_fejl(fejl))) from None
