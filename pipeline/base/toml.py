"""One TOML file -> a frozen model, every fault of it in one message, in Danish."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import BaseModel, ValidationError

from pipeline.base.errors import SettingsError
from pipeline.base.strict import Model, danish_error

LARGEST_FILE = 1 << 20
"""Bytes: a hundred times the largest settings there are."""


def read_toml(file: Path, model: type[Model], called: str) -> Model:
    """Read one file; `called` is what a message calls it: `indstillingsfilen`.

    Raises:
        SettingsError: the file cannot be read, is not TOML, or holds an unknown key or a value
            that is not allowed; one line per fault.
    """
    try:
        return model.model_validate(tomllib.loads(_text(file, called)))
    except RecursionError:
        raise SettingsError(f"{file.name}: er ikke gyldig TOML (lister uden ende i hinanden).") from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file.name}: er ikke gyldig TOML ({_place(str(error))}).") from None
    except ValidationError as error:
        raise SettingsError(*(f"{file.name}: {line}" for line in _lines(error, model))) from None


def _text(file: Path, called: str) -> str:
    """What stands in the file, or why it cannot be read."""
    try:
        if file.is_file() and file.stat().st_size > LARGEST_FILE:
            raise SettingsError(f"{file}: {called} fylder mere end 1 MB; er det den rette fil?")
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        why = "kan ikke læses (den skal være tekst i UTF-8)"
    except FileNotFoundError:
        why = "findes ikke"
    except PermissionError:
        why = "kan ikke læses: du har ikke adgang til den"
    except OSError:
        why = "kan ikke læses (der skal stå en fil)"
    raise SettingsError(f"{file}: {called} {why}.") from None


def _lines(error: ValidationError, model: type[BaseModel]) -> Iterator[str]:
    """A line per fault; beside an unknown key those its section has."""
    for line, part in zip(danish_error(error), error.errors(include_input=False), strict=True):
        known = _keys(part["loc"][:-1], model) if part["type"] == "extra_forbidden" else ""
        yield f"{line} (kendte: {known})" if known else line


def _keys(section: Sequence[str | int], model: type[BaseModel]) -> str:
    """The keys that a section of the file may have; those of each entry, where it is a table of entries."""
    for part in section:
        field = model.model_fields.get(str(part))
        if field is None:  # the name of an entry: its section's model is already the entry's
            continue
        kinds = [field.annotation, *getattr(field.annotation, "__args__", ())]
        model = next(k for k in kinds if isinstance(k, type) and issubclass(k, BaseModel))
    return ", ".join(model.model_fields)


def _place(message: str) -> str:
    """Only the place of a TOML fault: the parser's message may quote what stands there."""
    _, found, place = message.rpartition("(at ")
    if not found:
        return "ukendt sted"
    for english, danish in (("end of document", "filens slutning"), ("line", "linje"), ("column", "kolonne")):
        place = place.replace(english, danish)
    return place.rstrip(")")
