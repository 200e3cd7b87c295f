"""What stands where headings should may be a row: it is never told, nor may a name forge a message."""

from __future__ import annotations

import csv
import io
import itertools
import logging
from collections.abc import Iterator, Sequence

import pytest

from pipeline.definitions.extract_models import Extract
from pipeline.definitions.extracts import laes_extracts
from pipeline.errors import DataAfvist
from pipeline.intake.csv_lines import Linjekilde
from pipeline.intake.headings import genkend, tolk
from tests.intake.levering import Levering

HEMMELIG = "hemmelig"
LINJER = 3


def plantet(nr: int, fyldt: slice, bredde: int) -> list[str]:
    """A row whose filled cells look as headings do: nothing but their company gives them away."""
    celler = [""] * bredde
    for plads in range(bredde)[fyldt]:
        celler[plads] = f"Hemmelig {chr(97 + nr)}{chr(97 + plads)}"
    return celler


def tekster(kolonner: list[str]) -> Iterator[str]:
    """The extract's file as systems write it: separators, line ends, quotes, how much of a row is filled."""
    fyldte = (slice(None), slice(0, 1), slice(None, None, 2))
    tegn = ((";", "\r\n"), (",", "\n"), ("\t", "\r"))
    former = itertools.product(tegn, (csv.QUOTE_MINIMAL, csv.QUOTE_ALL), fyldte, (False, True))
    for (skilletegn, slut), citering, fyldt, hale in former:
        ud = io.StringIO()
        skriver = csv.writer(ud, delimiter=skilletegn, lineterminator="\n", quoting=citering)
        skriver.writerows([kolonner, *(plantet(nr, fyldt, len(kolonner)) for nr in range(LINJER))])
        tekst = ud.getvalue().replace("\n", f"{skilletegn}\n") if hale else ud.getvalue()
        yield tekst.replace("\n", slut)


def beskadiget(tekst: str) -> Iterator[str]:
    """The text without one of its first line breaks or quotes, and with a stray quote before each field."""
    linjer = tekst.splitlines(keepends=True)[:LINJER]
    slut = linjer[0][len(linjer[0].rstrip("\r\n")) :]
    for til in ("", " ", "\v", "\u2028", "\0", '"'):
        yield tekst.replace(slut, til, 1)
        yield tekst.replace(slut, til, 2)
    for plads, tegn in enumerate("".join(linjer)):
        if tegn == '"':
            yield tekst[:plads] + tekst[plads + 1 :]
    for plads, tegn in enumerate(linjer[0][:-1]):
        if tegn in ";,\t":
            yield tekst[: plads + 1] + '"' + tekst[plads + 1 :]
            yield tekst[: plads + 1] + '"' + "".join(linjer)[plads + 1 :].rstrip() + '"' + slut
    yield "\ufeff\ufeff" + tekst.replace(slut, "", 1)
    yield tekst.replace(slut, "", 1).encode("utf-16-le").decode("latin-1")
    yield "".join(tekst.splitlines(keepends=True)[1:])


def fold(ord_: Sequence[str]) -> list[str]:
    """As the database folds, as far as these headings go; asking it thousands of times would take minutes."""
    return ["_".join(o.lower().split()) for o in ord_]


def sagt(tekst: str, extract: Extract) -> str:
    """All that is told of a file's headings."""
    kilde = Linjekilde(io.BytesIO(tekst.encode()), "utf-8")
    _, fundet = kilde.hoved(lambda o: len(extract.kolonner.keys() & set(genkend(o, {}, fold))))
    hoved = tolk(fundet, extract, {}, fold, "fil.csv")
    return " ".join([*hoved.fejl, *hoved.ukendte.navne, str(hoved.ukendte)])


@pytest.mark.parametrize(
    "navn", ["teams", "raadgivere", "underretninger", "boernesamtaler", "sager", "kommentarer"]
)
@pytest.mark.parametrize("kun_noedvendige", [False, True])
def test_no_value_of_a_row_is_told_whatever_glues_it_to_the_headings(
    navn: str, kun_noedvendige: bool
) -> None:
    """One line break or quote lost, changed or too many among the first lines; any way a system writes."""
    extract = laes_extracts()[navn]
    noedvendige = [n for n, kolonne in extract.kolonner.items() if kolonne.skal_findes]
    kolonner = noedvendige if kun_noedvendige else [*extract.kolonner]
    for tekst in tekster(kolonner):
        assert HEMMELIG in tekst.lower()
        for skadet in beskadiget(tekst):
            assert HEMMELIG not in sagt(skadet, extract).lower(), skadet


GODT = "bfu_id;sag_id;startet_dato;afsluttet_dato;{}\n"


@pytest.mark.parametrize("overskrift", ["Sagsnr.", "Begyndt den", "Antal møder (hjem)", "A1"])
def test_what_looks_like_a_heading_is_named(overskrift: str) -> None:
    """Where the known headings vouch for it: it tells the analyst what to map."""
    svar = sagt(GODT.format(overskrift), laes_extracts()["undersoegelser"])
    assert overskrift in svar


@pytest.mark.parametrize(
    "overskrift",
    [
        "Mor ringede i går.",
        "a@b.example",
        "R0091",
        "2018-01-01",
        "x" * 41,
        '"to\nlinjer"',
        '"a,b"',
        "\x1b[31mrod",
        "'citat'",
        "§ i brev",
        "navn\u202e",
    ],
)
def test_what_looks_like_a_value_is_told_by_its_place(overskrift: str) -> None:
    """And then no other heading of the file is named either."""
    svar = sagt(GODT.format(f"Begyndt den;{overskrift}"), laes_extracts()["undersoegelser"])
    assert svar == "kolonne 5 og 6 er ikke kendte overskrifter"


def test_a_heading_that_begins_as_a_missing_one_is_told_by_its_place() -> None:
    """The last heading and a row's first value, where the separator between them is lost too."""
    svar = sagt("bfu_id;sag_id;Begyndt den;startet datoX1\n", laes_extracts()["undersoegelser"])
    assert "; kolonne 3 og 4 er ikke kendte overskrifter" in svar


def test_headings_that_are_unknown_and_alike_are_told_by_their_places() -> None:
    """They may be two values of a row."""
    svar = sagt(GODT.format("Hemmelig;x;hemmelig"), laes_extracts()["undersoegelser"])
    assert "kolonne 5 og 7 har samme overskrift" in svar
    assert HEMMELIG not in svar.lower()


@pytest.mark.parametrize("navn", ["teams", "kommentarer"])
@pytest.mark.parametrize("skade", ["linjeskift", "anfoersel"])
def test_no_value_of_a_glued_row_is_said_logged_or_stored_as_a_message(
    levering: Levering,
    navn: str,
    skade: str,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Whether the delivery is refused or, where all the columns may be missing, taken in."""
    caplog.set_level(logging.DEBUG)
    kolonner = [*laes_extracts()[navn].kolonner]
    hoved, *rest = [
        ";".join(r) for r in (kolonner, *(plantet(nr, slice(None), len(kolonner)) for nr in (0, 1)))
    ]
    if skade == "linjeskift":
        tekst = f"{hoved};{rest[0]}\n{rest[1]}\n"
    else:
        foerste, _, sidste = hoved.rpartition(";")
        tekst = f'{foerste};"{sidste}\n{rest[0]}\n{rest[1]}"\n'
    try:
        udfald = levering.tekst(navn, tekst).indlaes()
    except DataAfvist as fejl:
        fortalt = str(fejl)
    else:
        gemt = [
            udfald.hent(f"from {tabel}") for tabel in ("besked", "bemaerkning", "leverance", "leverance_fil")
        ]
        fortalt = f"{udfald.svar.beskeder} {gemt}"
    ud = capfd.readouterr()
    assert navn in fortalt
    assert HEMMELIG not in f"{fortalt} {caplog.text} {ud.out} {ud.err}".lower()


def test_a_files_name_cannot_forge_a_message(levering: Levering) -> None:
    """It is shown as one line without control signs, no longer than sixty signs."""
    levering.filer["teams\nFejl: alt er godt\x1b[31m.txt"] = b""
    levering.filer["y" * 80 + ".txt"] = b""
    (sprunget, *_) = levering.indlaes().svar.beskeder
    assert sprunget == (
        f"Filer, der ikke er udtræk, er sprunget over: teams Fejl: alt er godt [31m.txt, {'y' * 59}…."
    )


def test_a_refusal_is_one_line_whatever_the_file_is_called(levering: Levering) -> None:
    """Also of a file that is the extract but for a line break at the end of its name."""
    levering.filer["undersoegelser\n.csv"] = levering.filer.pop("undersoegelser.csv").replace(b"bfu_id", b"x")
    with pytest.raises(DataAfvist) as fanget:
        levering.indlaes()
    assert fanget.value.linjer[0] == "undersoegelser .csv: kolonnen bfu_id mangler"
    assert not any("\n" in linje for linje in fanget.value.linjer)
