"""Danish words for a wrong call of a command.

The command line library speaks English and names its errors in a private module; they are told apart
by class name, and only the option's own name is repeated, never the value. A mistyped name is answered
with the known name nearest to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from pathlib import Path
from typing import Any


def hjaelp_uden_kommando(fejl: Exception) -> str | None:
    """The help to show when a group of commands was called without one of them; None for any other error."""
    return str(fejl.ctx.get_help()) if type(fejl).__name__ == "NoArgsIsHelpError" else None  # type: ignore[attr-defined]


def brugsfejl(fejl: Exception) -> str | None:
    """One Danish line for a usage error of the command line library; None for any other error."""
    if "UsageError" not in {klasse.__name__ for klasse in type(fejl).__mro__}:
        return None
    kontekst = getattr(fejl, "ctx", None)
    sti = getattr(kontekst, "command_path", "ledelsestilsyn")
    return f"{_aarsag(fejl, kontekst)} Se {sti} --help."


def _aarsag(fejl: Exception, kontekst: Any) -> str:
    navn, kommando = type(fejl).__name__, getattr(kontekst, "command", None)
    parameter = getattr(fejl, "param", None)
    tilvalg = getattr(fejl, "option_name", "")
    if navn == "NoSuchOption":
        return f"Tilvalget {tilvalg} kendes ikke.{_naermeste(tilvalg, _alle_tilvalg(kommando))}"
    if navn == "MissingParameter":
        return f"{_visningsnavn(parameter)} mangler{_forventet(parameter)}"
    if navn == "BadParameter":
        return f"{_visningsnavn(parameter)}: {_ikke_tilladt(parameter)}."
    if navn == "BadOptionUsage":
        parametre = getattr(kommando, "params", [])
        spurgt = next((p for p in parametre if tilvalg in getattr(p, "opts", [])), None)
        return f"Tilvalget {tilvalg} mangler en værdi{_forventet(spurgt)}"
    if kommandoer := getattr(kommando, "commands", None):
        naermeste = _naermeste(getattr(fejl, "ukendt_kommando", ""), kommandoer)
        return f"Kommandoen kendes ikke{f'.{naermeste}' if naermeste else _valg(kommandoer)}"
    return f"Der er flere argumenter, end kommandoen kan bruge{_brug(kontekst)}."


def _brug(kontekst: Any) -> str:
    if kontekst is None:
        return ""
    return f": skriv {' '.join([kontekst.command_path, *kontekst.command.collect_usage_pieces(kontekst)])}"


def _valg(kommandoer: Iterable[str]) -> str:
    return f": vælg en af {', '.join(kommandoer)}."


def _naermeste(navn: str, kendte: Iterable[str]) -> str:
    from pipeline.economist.nearest import mente_du

    return mente_du(navn, kendte)


def _alle_tilvalg(kommando: Any) -> list[str]:
    return [navn for p in getattr(kommando, "params", []) for navn in p.opts if navn.startswith("--")]


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


def _ikke_tilladt(parameter: object) -> str:
    type_ = getattr(getattr(parameter, "type_descriptor", None), "annotation", None)
    if type_ is Path:  # the library refuses a path for one reason alone
        return "du har ikke ret til at læse mappen eller filen"
    return f"værdien er ikke tilladt{_tilladte(parameter, type_)}"


def _tilladte(parameter: object, type_: object) -> str:
    if isinstance(type_, type) and issubclass(type_, Enum):
        return " (vælg en af: " + ", ".join(str(valg.value) for valg in type_) + ")"
    mindst, hoejst = getattr(parameter, "min", None), getattr(parameter, "max", None)
    return f" (et tal fra {mindst:g} til {hoejst:g})" if mindst is not None and hoejst is not None else ""
