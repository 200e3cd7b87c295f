"""Rules between the columns of one row, all of them in one pass over the rows.

Each rule is a number and a condition that holds where the rule is broken; what a broken rule means is
joined on by its number (`sql/intake/broken_rules.sql`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.base.database import Database, Expression, Relation, col, fn, lit, quote
from pipeline.definitions.column_models import HAS_TIME_OF_DAY, Severity
from pipeline.definitions.extract_models import Extract
from pipeline.intake.typed import LINE, TYPED


@dataclass(frozen=True)
class Rule:
    """`broken` holds for the rows that break the rule, but those already at fault in `springes_over`."""

    column: str
    severity: Severity
    reason: str
    broken: Expression
    springes_over: tuple[str, ...] = ()


def find_break(database: Database, extract: Extract, udtraeksdato: date) -> None:
    """Put every broken rule of the rows in `typede` into `fund`."""
    rules = list(_rules(extract, udtraeksdato))
    if not rules:
        return
    numbers = [fn("hvis", rule.broken, lit(number)) for number, rule in enumerate(rules)]
    broken = fn("brudte", fn("list_value", *numbers)).alias("numre")
    database.connection.register("brud", _with_referred(database, extract).project(col(LINE), broken))
    database.run_file(
        "intake",
        "broken_rules",
        regler=[
            {
                "nr": number,
                "kolonne": rule.column,
                "alvor": rule.severity,
                "aarsag": rule.reason,
                "springes_over": list(rule.springes_over),
            }
            for number, rule in enumerate(rules)
        ],
    )


def _rules(extract: Extract, udtraeksdato: date) -> Iterator[Rule]:
    yield from _ends_too_early(extract)
    yield from _requirement(extract)
    yield from _after_leverance(extract, udtraeksdato)
    yield from _only_day(extract)
    yield from _deeds_too_early(extract)
    yield from _both(extract)


def _ends_too_early(extract: Extract) -> Iterator[Rule]:
    for order in extract.tidsorden:
        broken = _before(extract, order.sidst, (order.foerst,))
        yield Rule(order.sidst, "karantaene", f"Datoen ligger før {order.foerst}", broken)


def _requirement(extract: Extract) -> Iterator[Rule]:
    for requirement in extract.kraever:
        conditions = [col(name).isnull() for name in requirement.en_af]
        conditions += [
            col(name).isin(*(lit(code) for code in codes)) for name, codes in requirement.naar.items()
        ]
        yield Rule(
            ", ".join(requirement.en_af),
            requirement.alvor,
            requirement.aarsag,
            _every(conditions),
            requirement.en_af,
        )


def _after_leverance(extract: Extract, udtraeksdato: date) -> Iterator[Rule]:
    for name, column in extract.kolonner.items():
        if column.haendelse:
            broken = col(name).cast("DATE") > lit(udtraeksdato)
            yield Rule(name, "advarsel", "Datoen ligger efter leverancens dato", broken)


def _only_day(extract: Extract) -> Iterator[Rule]:
    for name, column in extract.kolonner.items():
        if column.type == "tidspunkt":
            broken = col(name + HAS_TIME_OF_DAY) == lit(False)
            yield Rule(name, "advarsel", "Klokkeslættet mangler, så kun dagen er kendt", broken)


def _deeds_too_early(extract: Extract) -> Iterator[Rule]:
    for deed in extract.gerninger:
        broken = _before(extract, deed.gerning, deed.begyndt)
        reason = f"Datoen ligger før {' eller '.join(path.rpartition('.')[2] for path in deed.begyndt)}"
        yield Rule(deed.gerning, "advarsel", reason, broken)


def _both(extract: Extract) -> Iterator[Rule]:
    for both in extract.ikke_begge:
        broken = _every([col(name).isnotnull() for name in both.kolonner])
        yield Rule(", ".join(both.kolonner), "advarsel", both.aarsag, broken)


def _before(extract: Extract, name: str, others: tuple[str, ...]) -> Expression:
    """Whether a column lies before the first of the others that is filled; null where either is missing."""
    *first, chosen = [col(path) for path in others]
    *first_by_the_clock, by_the_clock = [_by_the_clock(extract, path) for path in others]
    for other, clock in zip(reversed(first), reversed(first_by_the_clock), strict=True):
        by_the_clock = fn("if", other.isnull(), by_the_clock, clock)
        chosen = fn("ifnull", other, chosen)
    return fn("foer", col(name), _by_the_clock(extract, name), chosen, by_the_clock)


def _by_the_clock(extract: Extract, path: str) -> Expression:
    """Whether the column is known to the minute in the row."""
    column = extract.kolonner.get(path)
    return col(path + HAS_TIME_OF_DAY) if column and column.type == "tidspunkt" else lit(False)


def _every(conditions: list[Expression]) -> Expression:
    collected, *rest = conditions
    for condition in rest:
        collected = collected & condition
    return collected


def _with_referred(database: Database, extract: Extract) -> Relation:
    """The typed rows, with the columns of rows they refer to that a rule asks for."""
    rows = database.connection.table(TYPED)
    for path in {path for deed in extract.gerninger for path in deed.begyndt if "." in path}:
        via, _, name = path.partition(".")
        if reference := extract.kolonner[via].henviser:
            key, column = col(reference.column).alias(f"{via}·noegle"), col(name).alias(path)
            others = database.connection.table(f"data.{quote(reference.extract)}").project(key, column)
            rows = rows.join(others, col(via) == col(f"{via}·noegle"), how="left")
    return rows
