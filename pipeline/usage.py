"""Danish words for a wrong call of a command.

The command line library speaks English and names its errors in a private module; they are told apart
by class name, and only the option's own name is repeated, never the value.
"""

from __future__ import annotations

from enum import Enum


def brugsfejl(fejl: Exception) -> str | None:
    """One Danish line for a usage error of the command line library; None for any other error."""
    typer_navne = {klasse.__name__ for klasse in type(fejl).__mro__}
    if "UsageError" not in typer_navne:
        return None
    kontekst = getattr(fejl, "ctx", None)
    kommando = getattr(kontekst, "command_path", "ledelsestilsyn")
    return f"{_aarsag(fejl)} Se {kommando} --help."


def _aarsag(fejl: Exception) -> str:
    navn = type(fejl).__name__
    parameter = getattr(fejl, "param", None)
    hvad = _visningsnavn(parameter)
    if navn == "NoSuchOption":
        return f"Tilvalget {getattr(fejl, 'option_name', '')} kendes ikke."
    if navn == "MissingParameter":
        return f"{hvad} mangler."
    if navn == "BadParameter":
        return f"{hvad}: værdien er ikke tilladt{_tilladte(parameter)}."
    if navn == "BadOptionUsage":
        return f"Tilvalget {getattr(fejl, 'option_name', '')} mangler en værdi."
    return "Kommandoen eller antallet af argumenter kendes ikke."


def _visningsnavn(parameter: object) -> str:
    tilvalg = [navn for navn in getattr(parameter, "opts", []) if navn.startswith("--")]
    return tilvalg[0] if tilvalg else str(getattr(parameter, "metavar", None) or "Et argument")


def _tilladte(parameter: object) -> str:
    type_ = getattr(getattr(parameter, "type_descriptor", None), "annotation", None)
    if isinstance(type_, type) and issubclass(type_, Enum):
        return " (vælg en af: " + ", ".join(str(valg.value) for valg in type_) + ")"
    mindst, hoejst = getattr(parameter, "min", None), getattr(parameter, "max", None)
    return f" (et tal fra {mindst:g} til {hoejst:g})" if mindst is not None and hoejst is not None else ""
