"""One returned workbook's forms -> answers, or what is wrong with it: every fault, each with its cell.

A form is known by the round, the object and the reader that stand on its sheet. Nothing of a workbook with a
fault is used. What is not answered yet is open, and no fault.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from pipeline.base.sheets import Fill, Value
from pipeline.base.text import count_of, folded
from pipeline.definitions.form_sheets import (
    PERIODE,
    READ_BY,
    READ_DAY,
    READER,
    ROUND,
    SAG,
    SUBJECT,
    TYPE,
    answer_columns,
    codes,
)
from pipeline.review.asked import Drawn, ObjectKey, Rounds
from pipeline.review.fields import Field, Mask, Place, Unreadable
from pipeline.review.returned import Book, Row

TABLE = "svar"
Head = Mapping[str, Field]


class AnswerKey(NamedTuple):
    """A question about an object, and which of the two readers answers it."""

    object: ObjectKey
    maalepunkt_id: str
    genlaesning: bool


class Said(NamedTuple):
    """What an answer says, beside when and by whom."""

    svar: str
    bemaerkning: str | None
    aftale: str | None
    aftale_frist: date | None


@dataclass(frozen=True)
class Answer:
    """One answer and where it stands; day and reader are None where the sheet does not say."""

    key: AnswerKey
    said: Said
    drawn: Drawn
    day: date | None
    reader: str | None
    saved: date
    place: Place


@dataclass
class Judged:
    """What a workbook's forms come to; `seen` are its objects with the sheet each stands on."""

    answers: dict[AnswerKey, Answer] = field(default_factory=dict)
    seen: dict[tuple[ObjectKey, bool], Place] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def judge_forms(book: Book, rounds: Rounds, today: date, mask: Mask) -> Judged:
    """Judge every form of a workbook."""
    return _Judge(book, rounds, today, mask).judged()


class _Judge:
    def __init__(self, book: Book, rounds: Rounds, today: date, mask: Mask) -> None:
        self._book, self._rounds, self._today, self._mask = book, rounds, today, mask
        self._result = Judged()
        self._stray = 0

    def judged(self) -> Judged:
        forms = [head for head in self._book.heads if ROUND in head]
        known = {id(head): drawn for head in forms if (drawn := self._drawn(head))}
        for row in self._book.rows:
            if row.table != TABLE:
                continue
            if drawn := known.get(id(row.head)):
                self._row(row, drawn)
            elif not any(row.head is head for head in forms) and _text(row.field("svar")):
                self._fault(row.field("svar"), f"arket mangler feltet {ROUND}, så svaret ikke kan henføres")
        if self._stray:
            rows = count_of(self._stray, "række", "rækker")
            self._result.left.append(f"{self._book.file}: {rows} uden nummer er ikke læst.")
        return self._result

    def _fault(self, field: Field, what: str) -> None:
        self._result.faults.append(f"{field.place}: {what}.")

    def _drawn(self, head: Head) -> Drawn | None:
        """The object a form is about; None where it is not to be used, which is said."""
        round_, before = head[ROUND], len(self._result.faults)
        traekning_id, periode = _text(round_), self._rounds.periods.get(_text(round_))
        if periode is None:
            self._fault(round_, "runden kendes ikke i denne arbejdsmappe")
            return None
        key = ObjectKey(traekning_id, self._type(head), _text(head.get(SUBJECT)))
        drawn = self._rounds.objects.get(key)
        if drawn is None or drawn.rolle != "trukket":
            self._fault(head.get(SUBJECT, round_), "det, der er læst, er ikke udtrukket i runden")
            return None
        self._same_case(head, drawn)
        self._same_round(head, drawn)
        if len(self._result.faults) > before:
            return None
        if drawn.tilstand != "ude":
            self._result.left.append(f"{round_.place.file}, ark {round_.place.sheet}: udgået af runden.")
            return None
        self._result.seen.setdefault((key, self._second(head, drawn)), round_.place)
        return drawn

    def _type(self, head: Head) -> str:
        try:
            return head[TYPE].choice(codes("tilsynssvar", "genstand_type")) or ""
        except (KeyError, Unreadable):
            return ""

    def _same_case(self, head: Head, drawn: Drawn) -> None:
        if SAG in head and _text(head[SAG]) != drawn.sag_id:
            self._fault(head[SAG], "sagen er en anden end den, der er udtrukket")

    def _same_round(self, head: Head, drawn: Drawn) -> None:
        """The sheet is of the period and reader of its workbook, and the reader is one of the object's."""
        book: Head = next((h for h in self._book.heads if PERIODE in h and READER in h), head)
        for label in (PERIODE, READER):
            if label in book and _text(head.get(label)) != _text(book[label]):
                self._fault(
                    head.get(label, head[ROUND]), "arket hører til en anden runde end resten af filen"
                )
                return
        if _text(head.get(PERIODE)) != drawn.periode:
            self._fault(head.get(PERIODE, head[ROUND]), f"runden er for {drawn.periode}")
        elif _text(head.get(READER)) not in drawn.readers():
            self._fault(head.get(READER, head[ROUND]), "sagen skal læses af et andet team")

    def _second(self, head: Head, drawn: Drawn) -> bool:
        return _text(head.get(READER)) != drawn.laeser_team_id

    def _row(self, row: Row, drawn: Drawn) -> None:
        cells = {column.name: self._read(row, column.name) for column in answer_columns() if _fills(column)}
        id_ = self._maalepunkt(row, drawn, filled=any(value is not None for value in cells.values()))
        if id_ is None or cells["svar"] is None:
            self._note_without_answer(row, id_, cells)
            return
        key = AnswerKey(drawn.key, id_, self._second(row.head, drawn))
        answer = Answer(
            key,
            Said(**cells),  # type: ignore[arg-type]
            drawn,
            self._day(row.labelled(READ_DAY)),
            row.labelled(READ_BY).text(self._mask),
            self._book.saved,
            row.field("svar").place,
        )
        earlier = self._result.answers.setdefault(key, answer)
        if earlier.said != answer.said:
            self._fault(row.field("svar"), f"målepunktet har et andet svar i {_elsewhere(earlier, answer)}")

    def _read(self, row: Row, name: str) -> Value:
        column = next(c for c in answer_columns() if c.name == name)
        try:
            return row.read(column, self._mask)
        except Unreadable as unreadable:
            self._fault(row.field(name), str(unreadable))
            return None

    def _maalepunkt(self, row: Row, drawn: Drawn, *, filled: bool) -> str | None:
        """The question a row answers; None for a row that names none, or one the round does not ask."""
        number = row.field("maalepunkt_id")
        asked = self._rounds.questions.get(drawn.key.traekning_id, ())
        text = _text(number)
        found = [id_ for id_ in asked if folded(id_) == folded(text)]
        if isinstance(number.content, float) and any(id_.startswith(text) and id_ != text for id_ in asked):
            self._fault(number, "nummeret er blevet til et tal; skriv det som tekst")
        elif text and not found and filled:
            self._fault(number, "målepunktet er ikke blandt rundens")
        elif not text and _text(row.field("svar")):
            self._fault(row.field("svar"), "rækken mangler målepunktets nummer")
        elif not text and filled:
            self._stray += 1
        return found[0] if found else None

    def _note_without_answer(self, row: Row, id_: str | None, cells: Mapping[str, Value]) -> None:
        """Words beside a question that has no answer yet are left where they stand, and that is said."""
        if id_ and any(value is not None for value in cells.values()) and not _text(row.field("svar")):
            place = row.place
            self._result.left.append(
                f"{place.file}, ark {place.sheet}: målepunkt {id_} har ord, men intet svar, og er ikke læst."
            )

    def _day(self, given: Field) -> date | None:
        try:
            day = given.day()
        except Unreadable as unreadable:
            if f"{given.place}: {unreadable}." not in self._result.faults:
                self._fault(given, str(unreadable))
            return None
        if day and day > self._today and not any(str(given.place) in line for line in self._result.faults):
            self._fault(given, f"{READ_DAY.lower()} ligger efter i dag")
        return day


def open_lines(judged: Judged, rounds: Rounds, answered: set[AnswerKey]) -> Iterator[str]:
    """What is still to be read of a workbook's forms, a line per sheet; `answered` is what is in force."""
    for (key, second), place in judged.seen.items():
        asked = rounds.questions.get(key.traekning_id, ())
        missing = sum(AnswerKey(key, id_, second) not in answered for id_ in asked)
        if missing:
            of = count_of(len(asked), "målepunkt", "målepunkter")
            yield f"{place.file}, ark {place.sheet}: {missing} af {of} mangler svar."


def _fills(column: object) -> bool:
    return getattr(column, "fill", Fill.SHOWN) is not Fill.SHOWN


def _text(field: Field | None) -> str:
    return (field.text(str) or "") if field else ""


def _elsewhere(earlier: Answer, answer: Answer) -> str:
    same = earlier.place.sheet == answer.place.sheet
    return f"celle {earlier.place.cell}" if same else f"ark {earlier.place.sheet}, celle {earlier.place.cell}"
