"""The account of a delivery for whoever took it in: a page, and lines in the terminal; no row's content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline import __version__
from pipeline.base.durable import write
from pipeline.base.text import count_of, dato, enumeration, number
from pipeline.definitions.extracts import read_extracts
from pipeline.intake.account import Account, FileAccount, HowRead
from pipeline.intake.causes import Cause
from pipeline.intake.distribution import FILLED, RULE, Change
from pipeline.reports.blocks.views import Chapter, Document, Table, TableColumn

FILE_NAME = "leverance.html"
_COUNTS = ("Læst", "Accepteret", "Dubletter", "Karantæne", "Advarsler")
_NONE = "–"
_MOST_CAUSES = 3
"""Of one file in the terminal."""


def write_account(account: Account, folder: Path) -> Path:
    """Write the page beside the quarantined rows, whole, for its owner alone; its file."""
    from pipeline.reports.render import Writer

    for part in (folder.parent, folder):
        part.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = folder / FILE_NAME
    write(file, Writer().page("document.html.j2", build_page(account)))
    return file


def build_page(account: Account) -> Document:
    """The page, in the form of the small papers beside the reports."""
    return Document(
        title=f"Leverancen af {dato(account.udtraeksdato)}",
        kicker="Ledelsestilsyn · kontrol af leverancen",
        heading=f"Leverancen af {dato(account.udtraeksdato)}",
        meta=_meta(account),
        introduction=_verdict(account),
        chapters=tuple(_chapters(account)),
        note="Siden rummer antal og kolonnenavne, ikke indhold af rækker.",
        version=__version__,
    )


def account_lines(account: Account) -> Iterator[str]:
    """What the terminal says beside the counts and the messages: causes of quarantine, columns, changes.

    The page has them all; causes about values are among the messages already.
    """
    for file in account.files:
        name, extract = file.counts.extract, read_extracts()[file.counts.extract]
        causes = [cause.words(extract) for cause in file.quarantined if not cause.is_about_values(extract)]
        if causes:
            rest = len(causes) - _MOST_CAUSES
            more = f"; og {count_of(rest, 'anden årsag', 'andre årsager')}" if rest > 0 else ""
            yield f"{name}.csv: {'; '.join(causes[:_MOST_CAUSES])}{more}."
        if file.never_filled:
            yield f"{name}.csv: kolonner uden en eneste værdi: {', '.join(file.never_filled)}."
        for change in file.changes:
            yield f"{name}.csv: {_moved(change)}."


def _meta(account: Account) -> str:
    read = sum(file.counts.laest for file in account.files)
    files = f"{count_of(len(account.files), 'fil', 'filer')} med {count_of(read, 'række', 'rækker')}."
    compared = f" Sammenlignet med leverancen af {dato(account.before)}." if account.before else ""
    return files + compared


def _verdict(account: Account) -> tuple[str, ...]:
    if account.refused:
        return ("Leverancen er afvist; intet er udgivet. Begynd med det, der står først.",)
    return ("Leverancen er i orden: ingen grænse er overskredet.",)


def _chapters(account: Account) -> Iterator[Chapter]:
    if account.refused:
        yield Chapter("Hvorfor den er afvist", account.refused, ())
    if not account.files:
        return
    yield Chapter("Filerne", tuple(_left_out(account)), (_counts(account.files),))
    if account.messages:
        yield Chapter("Værd at vide", account.messages, ())
    yield Chapter("Rækker i karantæne", (), (_causes(account.files, "quarantined"),))
    yield Chapter("Advarsler", (), (_causes(account.files, "warned"),))
    yield Chapter("Sådan er filerne læst", (), (_how_read(account.files),))
    yield Chapter("Kolonner uden værdier", (), (_columns(account.files),))
    if account.before:
        yield Chapter("Ændret siden sidst", (RULE,), (_changes(account.files),))


def _left_out(account: Account) -> Iterator[str]:
    if account.left_out:
        yield f"Ikke med i leverancen: {enumeration(account.left_out)}."


def _counts(files: Sequence[FileAccount]) -> Table:
    return Table(
        "Rækker i hver fil",
        (TableColumn("Udtræk"), *(TableColumn(name, numeric=True) for name in _COUNTS)),
        tuple(
            (c.extract, *map(number, (c.laest, c.accepteret, c.dubletter, c.karantaene, c.advarsler)))
            for c in (file.counts for file in files)
        ),
        explanation="Læst er accepteret, dubletter og karantæne lagt sammen.",
    )


def _causes(files: Sequence[FileAccount], kind: str) -> Table:
    rows = [(file.counts.extract, cause) for file in files for cause in getattr(file, kind)]
    return Table(
        "Årsager",
        (
            TableColumn("Udtræk"),
            TableColumn("Kolonne"),
            TableColumn("Rækker", numeric=True),
            TableColumn("Første linje", numeric=True),
            TableColumn("Årsag", wide=True),
        ),
        tuple((extract, *_cause(cause)) for extract, cause in rows),
        empty="ingen.",
    )


def _cause(cause: Cause) -> tuple[str, str, str, str]:
    why = f"{cause.aarsag}{cause.advice(read_extracts()[cause.extract])}"
    return cause.kolonne or _NONE, number(cause.raekker), str(cause.linje), why


def _how_read(files: Sequence[FileAccount]) -> Table:
    return Table(
        "Læsemåde",
        (
            TableColumn("Udtræk"),
            TableColumn("Tegn"),
            TableColumn("Skilletegn"),
            TableColumn("Overskrifter i linje", numeric=True),
            TableColumn("Tal, oversatte og ukendte overskrifter", wide=True),
        ),
        tuple(
            (
                file.counts.extract,
                file.read.encoding,
                file.read.separator,
                str(file.read.heading_line),
                " ".join(_particulars(file.read)) or _NONE,
            )
            for file in files
        ),
    )


def _particulars(read: HowRead) -> Iterator[str]:
    for column, how in read.decimals.items():
        yield f"{column}: {how}."
    if read.mapped:
        yield f"Oversat: {', '.join(f'{own} = {column}' for own, column in read.mapped.items())}."
    if read.unknown.names:
        yield f"Ukendt: {', '.join(read.unknown.names)}."
    elif read.unknown.numbers:
        yield f"Ukendt: {read.unknown}."


def _columns(files: Sequence[FileAccount]) -> Table:
    rows = [
        (
            file.counts.extract,
            ", ".join(file.lost) or _NONE,
            ", ".join(file.never_filled) or _NONE,
            ", ".join(file.read.missing) or _NONE,
        )
        for file in files
    ]
    return Table(
        "Kolonner",
        (
            TableColumn("Udtræk"),
            TableColumn("Udfyldt før, men ikke nu", wide=True),
            TableColumn("I filen, men tom", wide=True),
            TableColumn("Ikke i filen", wide=True),
        ),
        tuple(row for row in rows if set(row[1:]) != {_NONE}),
        empty="alle kolonner er i brug.",
    )


def _changes(files: Sequence[FileAccount]) -> Table:
    return Table(
        "Andele, der har flyttet sig",
        (
            TableColumn("Udtræk"),
            TableColumn("Kolonne"),
            TableColumn("Kode"),
            TableColumn("Før", numeric=True),
            TableColumn("Nu", numeric=True),
        ),
        tuple(
            (c.extract, c.kolonne, c.kode, _percent(c.foer), _percent(c.nu)) for f in files for c in f.changes
        ),
        empty="ingen.",
    )


def _moved(change: Change) -> str:
    what = "andelen, der er udfyldt" if change.kode == FILLED else f"andelen med {change.kode}"
    return f"{change.kolonne}: {what}, er {_percent(change.nu)} mod {_percent(change.foer)} sidst"


def _percent(value: float) -> str:
    return f"{round(value)} %"
