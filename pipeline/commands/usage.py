"""Danish words for a wrong call of a command.

The command line library speaks English and names its errors in a private module; they are told apart
by class name, and only the option's own name is repeated, never the value.
"""

from __future__ import annotations

from enum import Enum
from typing import Any


def brugsfejl(fejl: Exception) -> str | None:
    """One Danish line for a usage error of the command line library; None for any other error."""
    if "UsageError" not in {klasse.__name__ for klasse in type(fejl).__mro__}:
        return None
    kontekst = getattr(fejl, "ctx", None)
    sti = getattr(kontekst, "command_path", "ledelsestilsyn")
    return f"{_aarsag(fejl, getattr(kontekst, 'command', None))} Se {sti} --help."


def _aarsag(fejl: Exception, kommando: Any) -> str:
    navn = type(fejl).__name__
    parameter = getattr(fejl, "param", None)
    tilvalg = getattr(fejl, "option_name", "")
    if navn == "NoSuchOption":
        return f"Tilvalget {tilvalg} kendes ikke."
    if navn == "MissingParameter":
        return f"{_visningsnavn(parameter)} mangler{_forventet(parameter)}"
    if navn == "BadParameter":
        return f"{_visningsnavn(parameter)}: værdien er ikke tilladt{_tilladte(parameter)}."
    if navn == "BadOptionUsage":
        parametre = getattr(kommando, "params", [])
        spurgt = next((p for p in parametre if tilvalg in getattr(p, "opts", [])), None)
        return f"Tilvalget {tilvalg} mangler en værdi{_forventet(spurgt)}"
    if kommandoer := getattr(kommando, "commands", None):
        return f"Kommandoen kendes ikke: vælg en af {', '.join(kommandoer)}."
    return "Der er flere argumenter, end kommandoen kan bruge."


def _visningsnavn(parameter: object) -> str:
    return _tilvalg(parameter) or str(getattr(parameter, "metavar", None) or "Et argument")


def _tilvalg(parameter: object) -> str | None:
    """The long name of an option; None for an argument."""
    return next((navn for navn in getattr(parameter, "opts", []) if navn.startswith("--")), None)


def _forventet(parameter: object) -> str:
    """What goes in its place, in the words of the help: `: skriv --periode PERIODE. Måned (2021-04) ...`."""
    metavar, hjaelp = getattr(parameter, "metavar", None), getattr(parameter, "help", None) or ""
    if (tilvalg := _tilvalg(parameter)) and metavar:
        return f": skriv {tilvalg} {metavar}. {hjaelp}".rstrip()
    return f". {hjaelp}".rstrip()


def _tilladte(parameter: object) -> str:
    type_ = getattr(getattr(parameter, "type_descriptor", None), "annotation", None)
    if isinstance(type_, type) and issubclass(type_, Enum):
        return " (vælg en af: " + ", ".join(str(valg.value) for valg in type_) + ")"
    mindst, hoejst = getattr(parameter, "min", None), getattr(parameter, "max", None)
    return f" (et tal fra {mindst:g} til {hoejst:g})" if mindst is not None and hoejst is not None else ""
