"""A thread that makes what is needed next while the caller works on what it has."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from queue import Queue
from threading import Event, Thread
from typing import TypeVar

Item = TypeVar("Item")


def ahead(made: Generator[Item], room: int = 2) -> Generator[Item]:
    """The same items in the same order, each made while the caller works on those before it.

    At most `room` of them wait. What goes wrong while one is made is raised where that one is asked for. Who
    stops before the end closes it (`contextlib.closing`), and nothing more is made then. It is worth a thread
    where libraries do the making: they let the interpreter go meanwhile.
    """
    waiting: Queue[tuple[Item] | BaseException | None] = Queue(room)
    enough = Event()

    def make() -> None:
        try:
            with closing(made):
                for item in made:
                    waiting.put((item,))
                    if enough.is_set():
                        return
            waiting.put(None)
        except BaseException as error:  # raised anew where the item is asked for
            waiting.put(error)

    thread = Thread(target=make, name="forud", daemon=True)
    thread.start()
    try:
        while found := waiting.get():
            if isinstance(found, BaseException):
                raise found
            yield found[0]
    finally:
        enough.set()
        while thread.is_alive():
            while not waiting.empty():
                waiting.get()  # room for what the thread was about to hand over
            thread.join(0.01)
