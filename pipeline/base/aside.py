"""A second process of the program, for work that takes long and needs little of what the first one has.

Great Expectations alone takes longer to load than a municipality's files to read. Threads would share one
core for that, since loading is Python's own work; a process loads on another core while the first one reads.
There is one for the whole program, begun when it is first asked for something and ended with the program.
On a machine with a single core it does the same, only without the gain.
"""

from __future__ import annotations

import functools
import multiprocessing
import signal
import sys
import tempfile
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.util import Finalize
from typing import Any, Generic, ParamSpec, TypeVar

from pipeline.base.errors import FailedAside, InternalError, LedelsestilsynError, places

Given = ParamSpec("Given")
Made = TypeVar("Made")


class Work(Generic[Made]):
    """Work begun in the second process."""

    def __init__(self, aside: Aside, number: int) -> None:
        self._aside, self._number = aside, number

    def result(self) -> Made:
        """What it made, as soon as it is there.

        Raises:
            InternalError: the process was ended from outside.
            LedelsestilsynError: as the work raised it.
            FailedAside: the work failed as nobody expected.
        """
        made: Made = self._aside.wait_for(self._number)
        return made


class Aside:
    """The second process: does one thing after the other, in the order they are begun."""

    def __init__(self) -> None:
        # Spawned, never forked: a fork would copy a process whose database has threads of its own.
        context = multiprocessing.get_context("spawn")
        # Two plain pipes: one line both ways would be a socket, and the program opens none but to send mail.
        asked, self._ask = context.Pipe(duplex=False)
        self._hear, told = context.Pipe(duplex=False)
        context.Process(target=_serve, args=(asked, told), daemon=True, name="ved siden af").start()
        asked.close()  # so that each of the two notices when the other is gone
        told.close()
        # Before the process is waited for at the end: whatever became of the signal, it then hears of it.
        Finalize(None, self._ask.close, exitpriority=0)
        self._begun = self._done = 0
        self._waiting: dict[int, Any] = {}

    def begin(self, work: Callable[Given, Made], *args: Given.args, **kwargs: Given.kwargs) -> Work[Made]:
        """Begin work; a function of a module, and arguments, that pickle can carry across."""
        try:
            self._ask.send((work, args, kwargs, tempfile.tempdir))
        except OSError:
            raise _ended() from None
        self._begun += 1
        return Work(self, self._begun)

    def wait_for(self, number: int) -> Any:
        """What the work of a number made; what was begun before it is kept until it is asked for."""
        while self._done < number:
            try:
                reply = self._hear.recv()
            except (EOFError, OSError):
                raise _ended() from None
            self._done += 1
            self._waiting[self._done] = reply
        made, error = self._waiting.pop(number)
        if error:
            raise error
        return made


@functools.cache
def aside() -> Aside:
    """The program's second process."""
    return Aside()


def _ended() -> InternalError:
    aside.cache_clear()  # the next call may have better luck
    return InternalError("Programmets anden proces blev stoppet udefra, måske af mangel på hukommelse.")


def _serve(asked: Connection, told: Connection) -> None:
    """Do what is asked until the first process is gone, or ends this one; Ctrl-C is that one's to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ended = threading.Event()

    def end(*_: object) -> None:
        """Not cut off but ended, also while it loads: libraries tidy up after themselves."""
        ended.set()  # a library may swallow what is raised, and the first process waits for this one
        sys.exit()

    signal.signal(signal.SIGTERM, end)
    while not ended.is_set():
        try:
            work, args, kwargs, tempfile.tempdir = asked.recv()
        except EOFError:
            return
        reply: tuple[Any, Exception | None]
        try:
            reply = (work(*args, **kwargs), None)
        except Exception as error:  # handed on, and raised where the work is waited for
            reply = (None, _portable(error))
        try:
            told.send(reply)
        except OSError:
            return


def _portable(error: Exception) -> Exception:
    """What can be carried across: our own errors as they are, of any other its type and places."""
    if isinstance(error, LedelsestilsynError):
        return error
    return FailedAside(type(error).__name__, places(error))
