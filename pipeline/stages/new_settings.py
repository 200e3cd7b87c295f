"""A delivery -> a settings file to begin with: what is not known in it, with what it most likely means."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pipeline.base.database import open_database
from pipeline.base.durable import write_new
from pipeline.base.errors import UsageFault
from pipeline.base.text import count_of
from pipeline.call import Call
from pipeline.definitions.extracts import read_extracts
from pipeline.intake.own_words import fold_of, read_own_words
from pipeline.intake.own_words_found import FileWords, Finder, OwnValues, OwnWord
from pipeline.intake.tidy import NOTHING

_HEAD = """\
# Begyndt ud fra en leverance. Hver overskrift og værdi, som programmet ikke kender, står her med det, den
# mest ligner. Vælg ved at fjerne "# " foran én linje for hver; ret den, hvis ingen passer. Det, der ikke
# vælges, bruges ikke. Overskrifter: jeres = kolonnens navn i dataordbogen. Værdier: jeres = koden; "" betyder
# ingen værdi.

# [kommune]
# navn = "{municipality}"
"""


def new_settings(call: Call, folder: Path, target: Path) -> tuple[FileWords, ...]:
    """Write the file; what it holds. What the call's own settings map already is known.

    Raises:
        UsageFault: the file exists, or the delivery's folder cannot be read.
        DataRefused: a file of the delivery cannot be read.
    """
    if os.path.lexists(target):
        raise UsageFault(f"{target}: filen findes allerede og røres ikke; skriv til en anden med --til FIL.")
    with open_database() as database:
        for file in ("typer", "tal", "profile"):
            database.run_file("typed", file)
        fold = fold_of(database)
        known = read_own_words(call.settings, read_extracts(), fold)
        finder = Finder(read_extracts(), known, (*NOTHING, *call.settings.tomme), fold)
        found = tuple(finder.find(folder))
    lines = "".join(f"{line}\n" for line in _lines(found))
    write_new(target, _HEAD.format(municipality=call.settings.kommune.navn) + lines)
    return found


def told(call: Call, leverance: Path, file: Path, found: Sequence[FileWords]) -> tuple[str, ...]:
    """What was written where, and what to do with it."""
    headings = sum(len(each.headings) for each in found)
    values = sum(len(column.values) for each in found for column in each.values)
    return (
        f"Skrevet: {file}",
        (
            f"{count_of(headings, 'ukendt overskrift', 'ukendte overskrifter')} og "
            f"{count_of(values, 'ukendt værdi', 'ukendte værdier')}."
        ),
        'Vælg i filen ved at fjerne "# " foran en linje, og prøv derefter leverancen:',
        f"  {call.command(f'check --kun-leverance --leverance {leverance}')}",
    )


def _lines(found: Iterable[FileWords]) -> Iterator[str]:
    for file in found:
        yield from ("", f"# {file.file} {'-' * max(3, 100 - len(file.file))}")
        if file.missing:
            yield f"# Skal være der, men kendes ikke i filen: {', '.join(file.missing)}."
        if file.untold:
            yield (
                f"# {count_of(file.untold, 'overskrift', 'overskrifter')} vises ikke, for det kan være en "
                "rækkes indhold: se filens første linje."
            )
        if file.headings:
            yield from ("", f"[overskrifter.{file.extract}]")
            for word in file.headings:
                yield from _choices(word, "ligner ingen kolonne; udelad den, eller skriv kolonnens navn")
        for values in file.values:
            yield from _values(file.extract, values)


def _values(extract: str, found: OwnValues) -> Iterator[str]:
    yield from ("", f"[vaerdier.{extract}.{found.column}]")
    if found.heading:
        yield f"# Hvis overskriften {_quoted(found.heading)} er {found.column}."
    for word in found.values:
        yield f"# {count_of(word.count, 'række', 'rækker')}:"
        yield from _choices(word, "ligner ingen kode")
    if found.untold:
        others = count_of(found.untold, "anden værdi", "andre værdier")
        yield f'# {others} vises ikke; "*" = "..." er alle, der ikke står her.'


def _choices(word: OwnWord, none: str) -> Iterator[str]:
    """One commented line per candidate, so that choosing is taking away a sign."""
    if not word.candidates:
        yield f'# {_quoted(word.text)} = ""  # {none}'
    for candidate in word.candidates:
        yield f"# {_quoted(word.text)} = {_quoted(candidate)}"


def _quoted(text: str) -> str:
    """A text as TOML writes it: as JSON does, for a basic string."""
    return json.dumps(text, ensure_ascii=False)
