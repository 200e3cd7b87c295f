"""Answers and statements into the store, as new versions of what they change; agreements with their end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import Any

from pipeline.base.database import Database
from pipeline.base.text import count_of, enumeration
from pipeline.review.answers import Answer, AnswerKey, Judged, Said
from pipeline.review.asked import ObjectKey
from pipeline.review.statements import Statement, StatementKey


@dataclass
class Written:
    """How much was new, changed, and as before; `lines` say what a reader must know of it."""

    answers: int = 0
    changed: int = 0
    as_before: int = 0
    stated: int = 0
    restated: int = 0
    closed: int = 0
    lines: list[str] = field(default_factory=list)

    def told(self) -> str:
        """The counts in words."""
        counts = (
            (self.answers, "nyt svar", "nye svar"),
            (self.changed, "ændret svar", "ændrede svar"),
            (self.stated, "ny angivelse", "nye angivelser"),
            (self.restated, "ændret angivelse", "ændrede angivelser"),
            (self.closed, "lukket aftale", "lukkede aftaler"),
            (self.as_before, "svar og angivelse som før", "svar og angivelser som før"),
        )
        return enumeration([count_of(*count) for count in counts if count[0]]) or "intet nyt"


@dataclass(frozen=True)
class Source:
    """The workbook something is taken from, and when; `again`: those very bytes have been read before."""

    file: str
    now: datetime
    again: bool = False

    def stands(self, count: int) -> Iterator[str]:
        """What is said of answers that have been changed since it was read the first time."""
        if count:
            since = count_of(count, "svar eller angivelse", "svar eller angivelser")
            yield f"{self.file}: er læst før; {since}, der er ændret siden, står ved magt."

    @property
    def columns(self) -> dict[str, object]:
        """As it is written down beside what was taken from it."""
        return {
            "kilde_fil": PurePosixPath(self.file).name,
            "indlaest_tidspunkt": self.now.replace(tzinfo=None),
        }


def read_before(database: Database, sha256: str, now: datetime) -> bool:
    """Whether a workbook of those bytes has been read, and from now on it has."""
    sentence = "select count(*) from gennemgang.laest_skema where sha256 = $sha256"
    if database.value(sentence, sha256=sha256):
        return True
    row = {"sha256": sha256, "indlaest_tidspunkt": now.replace(tzinfo=None)}
    database.insert("gennemgang.laest_skema", [row])
    return False


def answers_in_force(database: Database) -> dict[AnswerKey, dict[str, Any]]:
    """Every answer in force."""
    return {
        AnswerKey(
            ObjectKey(row["traekning_id"], row["genstand_type"], row["genstand_id"]),
            row["maalepunkt_id"],
            row["genlaesning"],
        ): row
        for row in database.rows("review", "besvarelser_i_kraft")
    }


def write_answers(database: Database, forms: Judged, source: Source, written: Written) -> None:
    """The answers of one workbook that are new, or not what they were."""
    in_force, file = answers_in_force(database), source.file
    changed = stands = dropped = 0
    for key, answer in forms.answers.items():
        old = in_force.get(key)
        if old and _as_before(old, answer):
            written.as_before += 1
            continue
        if old and source.again:
            stands += 1
            continue
        written.answers += old is None
        changed += old is not None
        database.insert("gennemgang.besvarelse", [_row(answer, old, source)])
        dropped += _agree(database, answer, written)
    written.changed += changed
    written.lines += source.stands(stands)
    if dropped:
        deleted = count_of(dropped, "aftale er slettet", "aftaler er slettet")
        written.lines.append(f"{file}: {deleted} i skemaet; en aftale er åben, til den lukkes.")
    if changed:
        of = count_of(changed, "svar er ændret", "svar er ændret")
        written.lines.append(f"{file}: {of}; det, der stod før, er gemt.")
    emptied = sum(
        key.object == object_ and key.genlaesning == second and key not in forms.answers
        for key in in_force
        for object_, second in forms.seen
    )
    if emptied:
        written.lines.append(
            f"{file}: {count_of(emptied, 'felt', 'felter')} uden svar har et svar fra før; det står ved magt."
        )


def _as_before(old: Mapping[str, Any], answer: Answer) -> bool:
    """Whether an answer says what is in force; a day or reader that the sheet leaves out is no change."""
    return (
        Said(*(old[name] for name in Said._fields)) == answer.said
        and answer.day in (None, old["gennemgaaet_dato"])
        and answer.reader in (None, old["laeser"])
    )


def _row(answer: Answer, old: Mapping[str, Any] | None, source: Source) -> dict[str, Any]:
    readers = answer.drawn.readers()
    before = old or {}
    return {
        **answer.key.object._asdict(),
        "maalepunkt_id": answer.key.maalepunkt_id,
        "genlaesning": answer.key.genlaesning,
        "version": before.get("version", 0) + 1,
        **answer.said._asdict(),
        "gennemgaaet_dato": answer.day or before.get("gennemgaaet_dato") or answer.saved,
        "laeser": answer.reader or before.get("laeser") or readers[answer.key.genlaesning],
        **source.columns,
    }


def _agree(database: Database, answer: Answer, written: Written) -> bool:
    """What an answer agrees on is open until it is closed; an agreement in other words is the same one.

    Whether there is an open one that the answer no longer has.
    """
    key = answer.key
    id_ = "/".join((key.object.traekning_id, key.object.genstand_id, key.maalepunkt_id))
    id_ += "/2" if key.genlaesning else ""
    old = next(iter(database.fetch("from gennemgang.aftale where aftale_id = $id", id=id_)), None)
    said = answer.said
    if said.aftale is None:
        return old is not None and old["lukket_dato"] is None
    if said.aftale_frist is None:
        written.lines.append(f"{answer.place}: aftalen har ingen frist.")
    database.run("delete from gennemgang.aftale where aftale_id = $id", id=id_)
    database.insert(
        "gennemgang.aftale",
        [
            {
                "aftale_id": id_,
                **key.object._asdict(),
                "sag_id": answer.drawn.sag_id,
                "maalepunkt_id": key.maalepunkt_id,
                "team_id": answer.drawn.team_id,
                "raadgiver_id": answer.drawn.raadgiver_id,
                "tekst": said.aftale,
                "frist": said.aftale_frist,
                "oprettet_dato": old["oprettet_dato"] if old else answer.day or answer.saved,
                "lukket_dato": old["lukket_dato"] if old and old["tekst"] == said.aftale else None,
                "lukket_bemaerkning": old["lukket_bemaerkning"]
                if old and old["tekst"] == said.aftale
                else None,
            }
        ],
    )
    return False


def write_statements(
    database: Database, statements: Mapping[StatementKey, Statement], source: Source, written: Written
) -> None:
    """What one workbook states anew; all fields of a statement get the same version."""
    in_force: dict[StatementKey, dict[str, str | None]] = {}
    versions: dict[StatementKey, int] = {}
    for row in database.rows("review", "indmeldinger_i_kraft") if statements else ():
        key = StatementKey(*(row[name] for name in StatementKey._fields))
        in_force.setdefault(key, {})[row["felt"]] = row["vaerdi"]
        versions[key] = max(versions.get(key, 0), row["version"])
    stands = 0
    for key, statement in statements.items():
        if in_force.get(key) == dict(statement.fields):
            written.as_before += 1
            continue
        if key in in_force and source.again:
            stands += 1
            continue
        written.stated += key not in in_force
        written.restated += key in in_force
        database.insert(
            "gennemgang.indmelding",
            [
                {
                    **key._asdict(),
                    "felt": name,
                    "vaerdi": value,
                    "version": versions.get(key, 0) + 1,
                    **source.columns,
                }
                for name, value in statement.fields.items()
            ],
        )
        if key.art == "aftale":
            _close(database, statement, written)
    written.lines += source.stands(stands)


def _close(database: Database, statement: Statement, written: Written) -> None:
    written.closed += 1
    sentence = (
        "update gennemgang.aftale set lukket_dato = $dag, lukket_bemaerkning = $ord where aftale_id = $id"
    )
    day, words = (statement.fields[name] for name in ("lukket_dato", "lukket_bemaerkning"))
    database.run(sentence, dag=date.fromisoformat(day or ""), ord=words, id=statement.key.noegle)
