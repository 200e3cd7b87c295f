"""A file's headings as columns of its extract."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.base.cpr import masked
from pipeline.base.harmless import one_line
from pipeline.definitions.column_models import TAKEN_NAMES
from pipeline.definitions.extract_models import Extract
from pipeline.intake.own_words import Fold
from pipeline.intake.unknown import Unknown, column, find_unknown


@dataclass(frozen=True)
class Headings:
    """A file's headings as written, and what each is called in the raw layer, in the file's order.

    `line` is the one they begin on; `error` stop the run, one line each.
    """

    written: tuple[str, ...]
    names: tuple[str, ...]
    unknown: Unknown
    error: tuple[str, ...]
    line: int = 1
    separator: str = ";"

    def are_those(self, found: Sequence[str]) -> bool:
        """Whether a file's line is where these headings stand (see `LineSource.head`)."""
        return tuple(found) == self.written


def recognise(headings: Sequence[str], own: Mapping[str, str], fold: Fold) -> list[str]:
    """Each heading folded; one of the municipality's own as the column it stands for."""
    return [own.get(name, name) for name in fold([text.strip() for text in headings])]


def interpret(
    headings: Sequence[str], extract: Extract, own: Mapping[str, str], fold: Fold, file: str
) -> Headings:
    """Find every column of the extract among a file's headings."""
    folded = recognise(headings, own, fold)
    unknown, written = find_unknown(headings, folded, extract, own), tuple(headings)
    if error := [*_missed(folded, extract, unknown)] or [*_alike(folded, extract)]:
        return Headings(written, (), unknown, tuple(f"{file}: {line}" for line in error))
    names = _raw_names(headings, folded, extract)
    return Headings(written, tuple(names), unknown, ())


def _missed(folded: Sequence[str], extract: Extract, unknown: Unknown) -> Iterator[str]:
    """Which columns are missing, and what to do about it."""
    missed = [n for n, described in extract.kolonner.items() if described.must_exist and n not in folded]
    if not missed:
        return
    translate = f"i indstillingsfilen under [overskrifter.{extract.extract}]"
    if not any(folded):
        yield f"filen er tom; kolonnerne {', '.join(missed)} mangler"
    elif not extract.kolonner.keys() & set(folded):
        yield (
            f"ingen af overskrifterne i filens første linje kendes; kolonnerne {', '.join(missed)} mangler. "
            f"Er linjen overskrifter, så oversæt dem {translate}"
        )
    else:
        yield from (f"kolonnen {name} mangler" for name in missed)
        yield f"ret udtrækket, eller oversæt overskriften {translate}{_also(unknown)}"


def _also(unknown: Unknown) -> str:
    if unknown.names:
        return f"; i filen kendes ikke: {', '.join(unknown.names)}"
    return f"; {unknown}" if unknown.numbers else ""


def _alike(folded: Sequence[str], extract: Extract) -> Iterator[str]:
    """Which columns are there twice; other headings by their places, since they may be a row's values."""
    for name, count in Counter(folded).items():
        if name in extract.kolonner and count > 1:
            yield f"to overskrifter betyder begge {name}"
        elif name and count > 1:
            numbers = [number for number, folded_name in enumerate(folded, 1) if folded_name == name]
            yield f"{column(numbers)} har samme overskrift"


def _raw_names(headings: Sequence[str], folded: Sequence[str], extract: Extract) -> list[str]:
    """Columns by their own name, other headings as they are written, all different in the database."""
    taken = {name.lower() for name in (*extract.kolonner, *TAKEN_NAMES)}
    names: list[str] = []
    for number, (text, folded_name) in enumerate(zip(headings, folded, strict=True), 1):
        if folded_name in extract.kolonner:
            names.append(folded_name)
            continue
        name = masked(one_line(text)) or f"kolonne_{number}"
        while name.lower() in taken:
            name += "_"
        taken.add(name.lower())
        names.append(name)
    return names
