"""A prompt for the economist: SQL against the published file, with examples and meanings at hand.

The file is opened so that nothing can be written and no other file reached, whatever is typed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from pipeline.base.database import Database
from pipeline.base.errors import UsageFault
from pipeline.economist.examples import Answer, all_examples, answer_to, example
from pipeline.economist.published import find, objects
from pipeline.economist.questions import allowed_statements, in_danish

HELP = """\
Skriv SQL, og slut med semikolon. Filen kan kun læses.
.visninger        visningerne, navngivet efter spørgsmål
.tabeller         tabellerne bag dem
.makroer          makroerne, fx from status('ALLE', '2021-04');
.beskriv NAVN     kolonnerne i en tabel eller visning, og hvad de betyder
.eksempler        færdige spørgsmål
.eksempel NAVN    vis og kør et af dem
.hjælp            denne hjælp
.slut             luk"""

HABITS = {
    "help": ".hjaelp",
    "hjaelp": ".hjaelp",
    "tables": ".visninger",
    "exit": ".slut",
    "quit": ".slut",
    "slut": ".slut",
}
"""What people type out of habit from other prompts, with or without the point."""


@dataclass(frozen=True)
class Screen:
    """Where the shell writes: lines of text, and answers as tables."""

    line: Callable[[str], None]
    answer: Callable[[Answer], None]


class _End(Exception):
    """The user has asked to leave."""


@dataclass
class Shell:
    """One session; `errors` counts the statements that did not run."""

    database: Database
    screen: Screen
    errors: int = 0
    _collected: list[str] = field(default_factory=list)

    @property
    def ready(self) -> str:
        """What to show before the next line: whether a statement has been begun."""
        return "   ...> " if self._collected else "tilsyn> "

    def run(self, lines: Iterable[str]) -> None:
        """Answer line after line until they end or somebody asks to stop.

        A statement ends with a semicolon at the end of a line; a line that begins with a point is a
        command of the shell's own.
        """
        try:
            for line in lines:
                self._receive(line)
        except _End:
            return
        self._finish()

    def _receive(self, line: str) -> None:
        clean = line.strip()
        if not self._collected and (clean.startswith(".") or _habit(clean)):
            self._command(clean)
            return
        if line.strip() or self._collected:
            self._collected.append(line)
        if line.rstrip().endswith(";"):
            self._finish()

    def _finish(self) -> None:
        sql, self._collected = "\n".join(self._collected), []
        if sql:
            self._sql(sql)

    def _command(self, text: str) -> None:
        name, _, rest = text.partition(" ")
        action = COMMANDS.get(_habit(text) or name.replace("æ", "ae"))
        if action is None:
            self._report(f"{name} kendes ikke; skriv .hjælp.")
            return
        try:
            action(self, rest.strip().rstrip(";"))
        except UsageFault as error:
            self._report(*error.lines)

    def _sql(self, sql: str) -> None:
        reply: list[Answer] = []

        def work() -> None:
            allowed_statements(self.database, sql)
            reply.append(answer_to(self.database, sql))

        try:
            message = self.database.error_in(work)
        except UsageFault as error:
            self._report(*error.lines)
            return
        if message:
            self._report(in_danish(self.database, message))
        elif reply[0].columns:
            self.screen.answer(reply[0])

    def _report(self, *lines: str) -> None:
        self.errors += 1
        for line in lines:
            self.screen.line(f"Fejl: {line}")

    def hint(self, _: str) -> None:
        """What can be typed."""
        for line in HELP.splitlines():
            self.screen.line(line)

    def describe(self, name: str) -> None:
        """The columns of a table or view and what they mean."""
        object_ = find(self.database, name)
        self.screen.line(object_.meaning)
        self.screen.answer(
            Answer(
                ("kolonne", "type", "betydning"),
                tuple((k.name, k.type, k.meaning) for k in object_.columns),
            )
        )

    def examples(self, _: str) -> None:
        """The questions there are answers to."""
        self.screen.answer(Answer(("navn", "spørgsmål"), tuple((e.name, e.question) for e in all_examples())))

    def show_example(self, name: str) -> None:
        """One of them, with its SQL."""
        chosen = example(name)
        for line in chosen.sql.rstrip().splitlines():
            self.screen.line(line)
        self._sql(chosen.sql)

    def end(self, _: str) -> None:
        """Leave."""
        raise _End


def _habit(text: str) -> str | None:
    return HABITS.get(text.lstrip(".").rstrip(";").lower().replace("æ", "ae"))


def _enumerate(kind: str) -> Callable[[Shell, str], None]:
    def enumerate_(shell: Shell, _: str) -> None:
        shell.screen.answer(
            Answer(
                ("navn", "betydning"),
                tuple((o.name, o.meaning) for o in objects(shell.database) if o.kind == kind),
            )
        )

    return enumerate_


COMMANDS: dict[str, Callable[[Shell, str], None]] = {
    ".visninger": _enumerate("visning"),
    ".tabeller": _enumerate("tabel"),
    ".makroer": _enumerate("makro"),
    ".beskriv": Shell.describe,
    ".eksempler": Shell.examples,
    ".eksempel": Shell.show_example,
    ".hjaelp": Shell.hint,
    ".slut": Shell.end,
}


def typed_lines(ready: Callable[[], str]) -> Iterator[str]:
    """Lines as they are typed, with a prompt, or as they come through a pipe, without one.

    Nothing typed is kept: a query may hold the id of a case.
    """
    if not sys.stdin.isatty():
        yield from (line.rstrip("\n") for line in sys.stdin)
        return
    import contextlib

    with contextlib.suppress(ImportError):  # arrow keys, where the system has them
        import readline  # noqa: F401
    with contextlib.suppress(EOFError):
        while True:
            yield input(ready())
