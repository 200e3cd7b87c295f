"""The data dictionary: every column that goes in, and every column that comes out."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.definitions.extracts import Extract, Kolonne, laes_extracts
from pipeline.definitions.plans import alle_planer
from pipeline.documents.empty import tom_udgivelse
from pipeline.documents.markdown import dokument, tabel
from pipeline.economist.published import Objekt, objekter

TYPER = {
    "tekst": "tekst",
    "dato": "dato (dd-mm-åååå eller åååå-mm-dd)",
    "tidspunkt": "tidspunkt (dd-mm-åååå tt:mm eller åååå-mm-dd tt:mm)",
    "bool": "ja/nej (også J/N, true/false, 1/0)",
    "heltal": "helt tal",
    "decimal": "tal med decimaler (komma eller punktum)",
    "maaned": "måned (åååå-mm)",
    "kode": "kode",
}
UKENDT = {
    "karantaene": "findes den ikke, sættes rækken i karantæne",
    "advarsel": "findes den ikke, gives en advarsel",
    "mangler": "findes den ikke, regnes den for tom, med en advarsel",
    "tilladt": "behøver ikke at findes",
}


def dataordbog() -> str:
    """The dictionary, in Danish."""
    with tom_udgivelse(alle_planer()[0]) as database:
        udgivet = objekter(database)
    extracts = laes_extracts()
    tabeller = [o for o in udgivet if o.art == "tabel" and o.navn not in extracts]
    return dokument(
        [
            "# Dataordbog",
            "",
            "Først det, der leveres: én CSV-fil pr. udtræk. Derefter det, der udgives i databasen.",
            "",
            "- [Udtrækkene](#udtrækkene)",
            "- [Visningerne](#visningerne)",
            "- [Makroerne](#makroerne)",
            "- [Tabellerne](#tabellerne)",
            "",
            *_udtraek(extracts),
            *_afsnit("Visningerne", "Navngivet efter spørgsmål. Begynd her.", udgivet, "visning"),
            *_makroer(udgivet),
            *_tabeller(tabeller),
        ]
    )


def _udtraek(extracts: dict[str, Extract]) -> Iterator[str]:
    yield "## Udtrækkene"
    yield ""
    yield "Mærker: **nøgle** er en del af rækkens nøgle, **skal udfyldes** må ikke være tom, og"
    yield "**fortrolig** udgives aldrig. Koder sammenlignes uden hensyn til store og små bogstaver, æ/ae,"
    yield "ø/oe, å/aa, mellemrum, bindestreg og understreg. Ukendte kolonner må gerne være med."
    yield ""
    for extract in extracts.values():
        yield f"### {extract.extract}"
        yield ""
        yield extract.betydning + _maa_mangle(extract)
        yield ""
        yield from tabel(
            ("Kolonne", "Mærke", "Type", "Betydning"),
            ((f"`{navn}`", _maerke(k), _type(k), k.betydning) for navn, k in extract.kolonner.items()),
        )
        yield from _koder(extract)
        yield from _krav(extract)


def _maa_mangle(extract: Extract) -> str:
    if extract.valgfri:
        return " Filen må mangle."
    if extract.kan_undvaeres_med:
        return f" Filen må mangle, når {extract.kan_undvaeres_med} er med."
    return ""


def _maerke(kolonne: Kolonne) -> str:
    maerker = {
        "nøgle": kolonne.noegle,
        "skal udfyldes": kolonne.udfyldes,
        "fortrolig": kolonne.fortrolig,
        "erstattes af et pseudonym": kolonne.pseudonym,
    }
    return ", ".join(navn for navn, har in maerker.items() if har)


def _type(kolonne: Kolonne) -> str:
    return TYPER[kolonne.type]


def _koder(extract: Extract) -> Iterator[str]:
    koder = [
        (f"`{navn}`", f"`{kode}`", betydning)
        for navn, kolonne in extract.kolonner.items()
        for kode, betydning in {**kolonne.koder, **kolonne.kendte}.items()
    ]
    if koder:
        yield from tabel(("Kolonne", "Kode", "Betydning"), koder)


def _krav(extract: Extract) -> Iterator[str]:
    krav = [*_henvisninger(extract), *_regler(extract)]
    yield from (f"- {tekst}" for tekst in krav)
    if krav:
        yield ""


def _henvisninger(extract: Extract) -> Iterator[str]:
    for navn, kolonne in extract.kolonner.items():
        if h := kolonne.henviser:
            undtagen = f" ({', '.join(h.undtagen)} er tilladt)" if h.undtagen else ""
            yield f"`{navn}` henviser til `{h.til}`{undtagen}; {UKENDT[h.ukendt]}."


def _regler(extract: Extract) -> Iterator[str]:
    for krav in extract.kraever:
        yield f"{krav.aarsag}: {_alvor(krav.alvor)}."
    for orden in extract.tidsorden:
        yield f"`{orden.sidst}` må ikke ligge før `{orden.foerst}`: karantæne."
    for gerning in extract.gerninger:
        begyndt = " (ellers ".join(f"`{b}`" for b in gerning.begyndt) + ")" * (len(gerning.begyndt) - 1)
        yield f"`{gerning.gerning}` ligger før {begyndt}: advarsel."
    for begge in extract.ikke_begge:
        yield f"{begge.aarsag}: advarsel."
    for kolonne in extract.kolonner.values():
        for forventning in kolonne.forventninger:
            yield f"{forventning.aarsag}: {_alvor(forventning.alvor)}."


def _alvor(alvor: str) -> str:
    return {"karantaene": "karantæne", "advarsel": "advarsel"}[alvor]


def _afsnit(titel: str, indledning: str, udgivet: list[Objekt], art: str) -> Iterator[str]:
    yield f"## {titel}"
    yield ""
    yield indledning
    yield ""
    for objekt in udgivet:
        if objekt.art == art:
            yield from _objekt(objekt)


def _objekt(objekt: Objekt) -> Iterator[str]:
    yield f"### {objekt.navn}"
    yield ""
    yield objekt.betydning
    yield ""
    yield from tabel(
        ("Kolonne", "Type", "Betydning"), ((f"`{k.navn}`", k.type, k.betydning) for k in objekt.kolonner)
    )


def _makroer(udgivet: list[Objekt]) -> Iterator[str]:
    yield "## Makroerne"
    yield ""
    yield "Kaldes i SQL, fx `from status('ALLE', '2021-04');`."
    yield ""
    yield from tabel(
        ("Makro", "Betydning"), ((f"`{o.navn}`", o.betydning) for o in udgivet if o.art == "makro")
    )


def _tabeller(tabeller: list[Objekt]) -> Iterator[str]:
    indledning = (
        "Grundlaget for visningerne. Rækkerne har ingen fast rækkefølge; sortér efter nøglen. Udtrækkene\n"
        "ligger i databasen under deres egne navne, uden de fortrolige kolonner; spoergeskemasvar desuden\n"
        "uden team. En kolonne med et tidspunkt følges af en, der siger, om klokkeslættet er kendt."
    )
    yield from _afsnit("Tabellerne", indledning, tabeller, "tabel")
