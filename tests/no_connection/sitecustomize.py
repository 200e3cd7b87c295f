"""No connection is opened: loaded at its start by every Python process that has this folder on its path.

Its children too: the program's second process, in which Great Expectations is loaded, is held as well.
"""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable

MODULE_FUNCTIONS = ("create_connection", "getaddrinfo", "gethostbyname")
METHODS = ("connect", "connect_ex", "sendto")
SAID = "en forbindelse blev åbnet"


def guard(refuse: Callable[..., object]) -> None:
    """Put `refuse` before everything that reaches another machine; what it returns is what is done."""
    for place, names in ((socket, MODULE_FUNCTIONS), (socket.socket, METHODS)):
        for name in names:
            setattr(place, name, _asking(getattr(place, name), refuse))


def _asking(really: Callable[..., object], refuse: Callable[..., object]) -> Callable[..., object]:
    def asking(*given: object, **named: object) -> object:
        refuse()
        return really(*given, **named)

    return asking


def _end() -> None:
    """End the process at once: an exception might be caught on its way."""
    os.write(sys.stderr.fileno(), f"{SAID}\n".encode())
    os._exit(99)


if __name__ == "sitecustomize":
    guard(_end)
