"""Ctrl-C and the system's own stop, noticed at any moment: also in a query, in a library, while importing.

A library may swallow the interruption or turn it into an error of its own. So it is remembered, and the
end of the program asks for it before it tells of anything else.
"""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType

LINE = "Afbrudt; det, der er udgivet, er uskadt."
_EXIT_CODE = 1
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class _State:
    """Whether somebody has asked the program to stop, and whether there is work that must let go first."""

    stopped = False
    working = False
    over = False


def watch() -> None:
    """Notice from here on; a signal that the caller has turned off (`nohup`) stays off."""
    for number in _SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def begin_work() -> None:
    """From here on an interruption is raised, so that what is open gets closed; before, it ends at once."""
    _State.working, _State.stopped, _State.over = True, False, False


def end_work() -> None:
    """From here on the program ends by itself: another Ctrl-C changes nothing."""
    _State.over = True


def stopped() -> bool:
    """Whether somebody has asked the program to stop."""
    return _State.stopped


def require_running() -> None:
    """Raise the interruption anew where something swallowed it.

    Raises:
        KeyboardInterrupt: somebody has asked the program to stop.
    """
    if _State.stopped:
        raise KeyboardInterrupt


def _stop(_: int, __: FrameType | None) -> None:
    if _State.over:
        return
    if not _State.working:
        os.write(2, f"Fejl: {LINE}\n".encode())
        os._exit(_EXIT_CODE)
    _State.stopped = True
    sys.unraisablehook = lambda _: None  # what is torn down in a hurry is no news
    raise KeyboardInterrupt
