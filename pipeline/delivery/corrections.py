"""What is not as it was: old and new, side by side, in words a leader can check."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from pipeline.danish import FOR_FAA, STATUSORD, antal, milepael
from pipeline.delivery.figures import Fristtal, Noegletal, Resultattal
from pipeline.delivery.words import KILDER
from pipeline.mailbody import Rettelse

IKKE_OPGJORT = "ikke opgjort"
_N = TypeVar("_N")
_T = TypeVar("_T")


def dom(r: Resultattal) -> str:
    """The verdict in words; too few is said before reached or not reached."""
    return FOR_FAA if r.usikker else STATUSORD[r.status]


def rettelser(foer: Noegletal, nu: Noegletal) -> tuple[Rettelse, ...]:
    """Every figure that differs: results, then deadlines, then the others."""
    resultater = _par({r.noegle: r for r in foer.resultater}, {r.noegle: r for r in nu.resultater})
    frister = _par({f.noegle: f for f in foer.frister}, {f.noegle: f for f in nu.frister})
    fundne = [_resultat(*par) for par in resultater] + [_frist(*par) for par in frister]
    return (*(rettelse for rettelse in fundne if rettelse), *_andre(dict(foer.andre), dict(nu.andre)))


def _andre(foer: Mapping[str, str], nu: Mapping[str, str]) -> Iterator[Rettelse]:
    for hvad in dict.fromkeys([*nu, *foer]):
        gammel, ny = foer.get(hvad, IKKE_OPGJORT), nu.get(hvad, IKKE_OPGJORT)
        if gammel != ny:
            yield Rettelse(hvad, gammel, ny)


def samlede_rettelser(tidligere: Sequence[Noegletal], nu: Noegletal) -> tuple[Rettelse, ...]:
    """What differs from any of several earlier editions, of which the recipient may have either."""
    samlet: dict[str, list[Rettelse]] = {}
    for foer in tidligere:
        for rettelse in rettelser(foer, nu):
            samlet.setdefault(rettelse.hvad, []).append(rettelse)
    return tuple(
        Rettelse(
            hvad, " eller ".join(dict.fromkeys(r.foer for r in fundne)), max((r.nu for r in fundne), key=len)
        )
        for hvad, fundne in samlet.items()
    )


def _par(gamle: Mapping[_N, _T], nye: Mapping[_N, _T]) -> list[tuple[_T | None, _T | None]]:
    return [(gamle.get(noegle), nye.get(noegle)) for noegle in dict.fromkeys([*nye, *gamle])]


def _resultat(foer: Resultattal | None, nu: Resultattal | None) -> Rettelse | None:
    """Old and new count, and of the rest only what changed."""
    r = nu or foer
    if r is None or (foer and nu and foer.vaerdi == nu.vaerdi):
        return None
    hvad = f"{r.indikator_id} {r.titel} ({KILDER[r.kilde]}, {r.hvornaar})"
    gammel, ny = (_led(side) if side else (IKKE_OPGJORT,) for side in (foer, nu))
    if not (foer and nu):
        return Rettelse(hvad, ", ".join(gammel[:2]), ", ".join(ny[:2]))
    skiftet = [i for i in range(len(ny)) if i == 0 or gammel[i] != ny[i]]
    return Rettelse(hvad, ", ".join(gammel[i] for i in skiftet), ", ".join(ny[i] for i in skiftet))


def _led(r: Resultattal) -> tuple[str, ...]:
    maal = "ingen milepæl" if r.milepael_procent is None else f"milepæl {milepael(r.milepael_procent)}"
    return f"{r.taeller} af {r.naevner}", dom(r), f"{r.undtaget} undtaget", f"{r.afventer} afventer", maal


def _frist(foer: Fristtal | None, nu: Fristtal | None) -> Rettelse | None:
    f = nu or foer
    if f is None or (foer and nu and foer.antal == nu.antal):
        return None
    slags = "overskredne" if f.tilstand == "overskredet" else "kommende"
    hvad = f"{f.indikator_id} {f.titel} ({slags} frister)"
    return Rettelse(hvad, *(antal(side.antal if side else 0, "frist", "frister") for side in (foer, nu)))
