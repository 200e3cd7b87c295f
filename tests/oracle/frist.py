"""The deadline indicators: one function per row of the contract's table, quoting it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from tests.oracle.fristenheder import Foraeldresvar, Fristenhed, TidligIndsats, UdenBfu
from tests.oracle.kalender import BASELINE, EN_DAG, Periode, plus_maaneder
from tests.oracle.raekke import Enhedsraekke, lav_raekke
from tests.oracle.register import FEMTI_TO, Raekke, Register, dag_af

Enheder = Callable[[Register], Iterator[Fristenhed]]


def _efter_start(gjort: date | None, start: date) -> date | None:
    """'A deed dated before the unit's start is not done'."""
    return gjort if gjort is not None and gjort >= start else None


def _dage(raekke: Raekke) -> tuple[date, ...]:
    """'fell away (its own row's bortfaldet_dato)'."""
    bortfaldet = raekke.get("bortfaldet_dato")
    return () if bortfaldet is None else (bortfaldet,)


def _almindelig(
    enhed_id: str,
    raekke: Raekke,
    start: date,
    frist: date,
    gjort: date | None,
    bortfald: tuple[date, ...] = (),
    underretning: Raekke | None = None,
) -> Fristenhed:
    rettidig = gjort is not None and gjort <= frist
    return Fristenhed(enhed_id, raekke.get("sag_id"), start, frist, gjort, rettidig, bortfald, underretning)


def _tidlige(register: Register, leverandoer: str | None) -> Iterator[Fristenhed]:
    for i in register.alle("indsatser"):
        start = i.get("start_dato")
        if i["kategori"] != "forebyggende_11_3" or start is None:
            continue
        if leverandoer is not None and i.get("leverandoer_type") != leverandoer:
            continue
        frist = plus_maaneder(start, 6)
        slut = _efter_start(i.get("slut_dato"), start)
        rettidig = slut is not None and slut <= frist
        yield TidligIndsats(i["indsats_id"], i["sag_id"], start, frist, slut, rettidig, _dage(i))


def i_4_1(register: Register) -> Iterator[Fristenhed]:
    """'indsats forebyggende_11_3, privat, with start_dato; F = start + 6 months'."""
    return _tidlige(register, "privat")


def i_4_2(register: Register) -> Iterator[Fristenhed]:
    """'as 4.1, familiehus'."""
    return _tidlige(register, "familiehus")


def i_4_3(register: Register) -> Iterator[Fristenhed]:
    """'ventetider; F = henvist + 28 days (a)': 'igangsat_dato <= F'."""
    for v in register.alle("ventetider"):
        start = v["henvist_dato"]
        gjort = _efter_start(v.get("igangsat_dato"), start)
        yield _almindelig(v["henvisning_id"], v, start, start + 28 * EN_DAG, gjort, _dage(v))


def i_4_4(register: Register) -> Iterator[Fristenhed]:
    """'with start_dato and slut_dato; the unit starts at slut_dato; F = slut + 6 months'."""
    for i in register.alle("indsatser"):
        start, slut = i.get("start_dato"), i.get("slut_dato")
        if i["kategori"] == "forebyggende_11_3" and start is not None and slut is not None:
            frist = plus_maaneder(slut, 6)
            yield UdenBfu(i["indsats_id"], i["sag_id"], slut, frist, bortfald=_dage(i), indsats_start=start)


def i_4_5(register: Register) -> Iterator[Fristenhed]:
    """'as 4.1, every supplier'."""
    return _tidlige(register, None)


def underretninger(register: Register) -> Iterator[tuple[Raekke, date]]:
    """'underretning modtaget from 2020-10-01', with its day."""
    for u in register.alle("underretninger"):
        modtaget = u["modtaget_tidspunkt"].date()
        if modtaget >= BASELINE:
            yield u, modtaget


def _underretning(u: Raekke, modtaget: date, dage: int, kolonne: str) -> Fristenhed:
    frist = modtaget + dage * EN_DAG
    gjort = _efter_start(u.get(kolonne), modtaget)
    return _almindelig(u["underretning_id"], u, modtaget, frist, gjort, underretning=u)


def i_5_1(register: Register) -> Iterator[Fristenhed]:
    """'F = modtaget + 14 days': 'partshoering_dato <= F'."""
    return (_underretning(u, d, 14, "partshoering_dato") for u, d in underretninger(register))


def i_5_2(register: Register) -> Iterator[Fristenhed]:
    """'as 5.1; F = modtaget + 28 days': 'faglig_vurdering_dato <= F'."""
    return (_underretning(u, d, 28, "faglig_vurdering_dato") for u, d in underretninger(register))


def i_5_3(register: Register) -> Iterator[Fristenhed]:
    """'as 5.1, fagperson; F = modtaget + 28 days (a)': 'tilbagemelding_dato <= F'."""
    fra_fagpersoner = ((u, d) for u, d in underretninger(register) if u["underretter_type"] == "fagperson")
    return (_underretning(u, d, 28, "tilbagemelding_dato") for u, d in fra_fagpersoner)


def i_5_4(register: Register) -> Iterator[Fristenhed]:
    """'F = modtaget_tidspunkt + 24 hours; known to the day only: F = the day after'.

    'vurderet_24t_tidspunkt <= F (and not before modtaget); by the clock where both are known to the
    minute, else by date'. Either way F lies on the day after modtaget.
    """
    for u, modtaget in underretninger(register):
        frist = modtaget + EN_DAG
        fra, vurderet = u["modtaget_tidspunkt"], u.get("vurderet_24t_tidspunkt")
        gjort, rettidig = dag_af(vurderet), False
        if vurderet is not None and gjort is not None:
            if u.get("modtaget_tidspunkt_har_klokkeslaet") and u.get(
                "vurderet_24t_tidspunkt_har_klokkeslaet"
            ):
                foer, rettidig = vurderet < fra, vurderet <= fra + timedelta(hours=24)
            else:
                foer, rettidig = gjort < modtaget, gjort <= frist
            if foer:
                gjort, rettidig = None, False
        yield Fristenhed(
            u["underretning_id"], u.get("sag_id"), modtaget, frist, gjort, rettidig, underretning=u
        )


def i_6_8(register: Register) -> Iterator[Fristenhed]:
    """'BFU; the unit starts at opmaerksom_dato, else startet_dato; F = that + 4 months'.

    'A BFU that ended afbrudt is never opfyldt': its end is no deed but a falling away.
    """
    for b in register.alle("undersoegelser"):
        start = b.get("opmaerksom_dato") or b["startet_dato"]
        afbrudt = b.get("afslutning") == "afbrudt"
        afsluttet = b.get("afsluttet_dato")
        gjort = None if afbrudt else _efter_start(afsluttet, start)
        bortfald = (afsluttet,) if afbrudt and afsluttet is not None else ()
        yield _almindelig(b["bfu_id"], b, start, plus_maaneder(start, 4), gjort, bortfald)


def i_7_4(register: Register) -> Iterator[Fristenhed]:
    """'52 with afgoerelse_dato; F = afgoerelse + 28 days': 'start_dato <= F', also before the decision."""
    for i in register.alle("indsatser"):
        start = i.get("afgoerelse_dato")
        if i["kategori"] in FEMTI_TO and start is not None:
            yield _almindelig(i["indsats_id"], i, start, start + 28 * EN_DAG, i.get("start_dato"), _dage(i))


def i_7_6(register: Register) -> Iterator[Fristenhed]:
    """'handleplan foraeldre with tilbudt_dato; F = tilbudt + 28 days (a)'."""
    for h in register.alle("handleplaner"):
        tilbudt, svar = h.get("tilbudt_dato"), h.get("foraeldre_svar")
        if h["type"] == "foraeldre" and tilbudt is not None:
            yield Foraeldresvar(h["handleplan_id"], h["sag_id"], tilbudt, tilbudt + 28 * EN_DAG, svar=svar)


FRISTER: dict[str, Enheder] = {
    "4.1": i_4_1,
    "4.2": i_4_2,
    "4.3": i_4_3,
    "4.4": i_4_4,
    "4.5": i_4_5,
    "5.1": i_5_1,
    "5.2": i_5_2,
    "5.3": i_5_3,
    "5.4": i_5_4,
    "6.8": i_6_8,
    "7.4": i_7_4,
    "7.6": i_7_6,
}


def raekker(register: Register, perioder: list[Periode]) -> Iterator[Enhedsraekke]:
    """Every deadline unit in every period that holds it."""
    for indikator_id, enheder in FRISTER.items():
        for enhed in enheder(register):
            for periode in perioder:
                opgjort = periode.opgjort_pr
                dom = enhed.dom(register, periode.foerste, periode.sidste, opgjort)
                if dom is None:
                    continue
                reference = enhed.referencedato(opgjort)
                yield lav_raekke(
                    indikator_id,
                    "sofus" if indikator_id == "4.3" else "dubu",
                    periode,
                    enhed.enhed_id,
                    enhed.sag_id,
                    register.holder(enhed.sag_id, reference, enhed.underretning),
                    reference,
                    dom,
                    startdato=enhed.start,
                    frist_dato=enhed.frist,
                    haendelsesdato=enhed.haendelsesdato(opgjort),
                )
