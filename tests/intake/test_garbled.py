"""Letters that came through another code page are refused; signs that belong in Danish text are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.definitions.extracts import read_extracts
from pipeline.intake.charset import bytes_in_blocks, fingerprint_and_charset
from pipeline.intake.files import File
from pipeline.intake.garbled import garbled
from pipeline.intake.headings import Headings
from pipeline.intake.marks import find_marks
from pipeline.intake.unknown import Unknown

EXTRACTS = read_extracts()


def said(folder: Path, content: bytes, extract: str = "teams") -> str | None:
    """What is said of a file with these bytes, whose headings are the first columns of the extract."""
    path = folder / f"{extract}.csv"
    path.write_bytes(content)
    sha256, charset, whole = fingerprint_and_charset(path)
    base = "cp1252" if charset == "cp1252" else "utf-8"
    marks = find_marks(bytes_in_blocks(path, charset), base, [])
    names = tuple(content.split(b"\n")[0].decode("ascii").lstrip("\ufeff").split(";"))
    head = Headings(names, names, Unknown((), len(names)), ())
    return garbled(File(extract, path, sha256, charset, whole, marks), EXTRACTS[extract], head)


def as_teams(*names: str) -> str:
    rows = "".join(f"T{number};{name}\n" for number, name in enumerate(names))
    return f"team_id;navn\n{rows}"


DANISH = ["Børn og Unge Nord", "På tværs", "Rådgivere", "Nærved", "Østerbro", "Århus", "Æblevej", "Sønder Ås"]
ROUNDS = {
    "CP850": ("cp850", None),
    "CP865": ("cp865", None),
    "Mac Roman": ("mac_roman", None),
    "UTF-8 in Windows-1252": ("utf-8", "cp1252"),
    "UTF-8 in Latin-1": ("utf-8", "latin-1"),
    "UTF-8 in CP850": ("utf-8", "cp850"),
    "UTF-8 in CP437": ("utf-8", "cp437"),
    "UTF-8 in Mac Roman": ("utf-8", "mac_roman"),
    "Windows-1252 in CP850": ("cp1252", "cp850"),
    "Windows-1252 in CP437": ("cp1252", "cp437"),
    "Windows-1252 in Mac Roman": ("cp1252", "mac_roman"),
    "CP850 in Windows-1252": ("cp850", "latin-1"),
    "twice": ("utf-8", "cp1252"),
}


@pytest.mark.parametrize("name", ["Børn og Unge Nord", "Pårørende", "Sønderås", "Nærheden i Ålborg"])
@pytest.mark.parametrize("round_", ROUNDS)
def test_letters_of_another_code_page_are_refused_with_line_and_column(
    tmp_path: Path, round_: str, name: str
) -> None:
    """Written in one page and read in another, then perhaps saved so; whichever way it came about."""
    written, read = ROUNDS[round_]
    wrong = as_teams("Modtagelsen", name).encode(written, "replace")
    if read:
        wrong = wrong.decode(read, "replace").encode()
    if round_ == "twice":
        wrong = wrong.decode("cp1252", "replace").encode()
    told = said(tmp_path, wrong)
    assert told is not None
    assert told.startswith("teams.csv: tegnene kan ikke læses, første gang i linje 3, kolonnen navn (")


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("B›rn", "CP850"),
        ("p†", "CP850"),
        ("N‘stved", "CP850"),
        ("B¿rn", "Mac Roman"),
        ("N¾stved", "Mac Roman"),
        ("BÃ¸rn", "UTF-8 læst som en anden tegntabel"),
        ("Â§ 50", "UTF-8 læst som en anden tegntabel"),
        ("B├©rn", "UTF-8 læst som en anden tegntabel"),
        ("B°rn", "Windows-1252 læst som CP850"),
        ("lÊrer", "Windows-1252 læst som Mac Roman"),
        ("B\ufffdrn", "bogstaver er erstattet af andre tegn"),
        ("B?rn", "bogstaver er erstattet af andre tegn"),
    ],
)
def test_the_likely_code_page_is_named(tmp_path: Path, text: str, page: str) -> None:
    """By the signs there are most of; a letter that is lost has none."""
    assert page in str(said(tmp_path, as_teams("Nord", text).encode()))


INNOCENT = [
    *DANISH,
    "›Hjem‹ og »ude«",
    "Forside › Sag › Bilag",
    "Mor’s ord; ‘citat’ – og “mere”…",
    "rock ‘n’ roll og O’Brien",
    "½ time, 20 °C, 10 µg, 5 ‰, † 1999",
    "¿Qué? sagde hun",
    "François, São, Müller, Ñandú, Ærø, Łukasz, Dvořák, Şahin, naïve, Zoë",
    "Œuvre, cœur, Ö, Ä, ß, ©, ®, ™, €, £",
    "Er det sandt?Ja",
    "§ 50, stk. 2",
    "a → b, ✓, ☐, 😀",
]


@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_signs_that_belong_in_text_are_text(tmp_path: Path, charset: str) -> None:
    """Quotes, daggers, degrees and other people's letters are published as they stand."""
    texts = [text.replace(";", ",").encode(charset, "ignore") for text in INNOCENT]
    rows = b"".join(b"S%d;J;%b\n" % row for row in enumerate(texts))
    assert said(tmp_path, b"tilsyn_id;svar;bemaerkning\n" + rows, "tilsynssvar") is None


@settings(deadline=None, max_examples=100)
@given(st.lists(st.text(alphabet="abcæøåÆØÅé §.,'’–-?0123456789\u00a0", max_size=20), max_size=5))
def test_text_of_danish_letters_is_never_refused(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    """However the letters, blanks and quotes of free text stand."""
    rows = "".join(f"S{number};{text}\n" for number, text in enumerate(texts))
    folder = tmp_path_factory.mktemp("rene")
    assert said(folder, f"tilsyn_id;bemaerkning\n{rows}".encode(), "tilsynssvar") is None


def test_a_clean_file_is_not_looked_through(tmp_path: Path) -> None:
    """Its marks say that there is nothing to find."""
    path = tmp_path / "teams.csv"
    path.write_bytes(as_teams(*DANISH).encode())
    marks = find_marks(bytes_in_blocks(path, "utf-8"), "utf-8", ["NULL"])
    assert not any(vars(marks).values())


@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
@pytest.mark.parametrize("word", ["tømt", "Æ", "null", "ikke oplyst å"])
def test_a_word_for_nothing_is_seen_in_any_letters(tmp_path: Path, charset: str, word: str) -> None:
    """Whatever letters it has, and however it is written."""
    for text in (word, word.upper(), word.lower()):
        (tmp_path / "teams.csv").write_bytes(as_teams(text).encode(charset))
        blocks = bytes_in_blocks(tmp_path / "teams.csv", charset)
        assert find_marks(blocks, charset, [word]).nothing
