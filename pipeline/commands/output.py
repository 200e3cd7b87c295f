"""Where the program writes: signs a terminal's code page lacks, and a reader who has seen enough."""

from __future__ import annotations

import codecs
import contextlib
import os
import sys
from pathlib import Path

from pipeline.base.errors import ReaderGone

_ERRORS = "ledelsestilsyn"
_PLAIN = {
    "▲": "^", "✓": "+", "✗": "x", "○": "o", "●": "*", "≈": "~", "•": "*", "–": "-", "−": "-", "—": "-",
    "…": "...",
    "→": "->", "»": '"', "«": '"', "’": "'", "“": '"', "”": '"', "\N{NO-BREAK SPACE}": " ",
    "æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa", "§": "par.", "é": "e",
}  # fmt: skip
"""What is written where a code page lacks a sign; anything else is a question mark."""


def prepare_output() -> None:
    """Let no sign stop the program: Windows gives a redirected output a code page without ✓."""
    codecs.register_error(_ERRORS, _plainly)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by the caller
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - for the whole run
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=_ERRORS)


def finish_output() -> None:
    """Write what is left, so that a fault of it is told here and not by the interpreter on its way out.

    Raises:
        ReaderGone: nobody reads it any more.
        OSError: it cannot be written.
    """
    try:
        sys.stdout.flush()
    except OSError as error:
        drop("stdout")
        if isinstance(error, BrokenPipeError):
            raise ReaderGone from None
        raise


def drop(name: str) -> None:
    """Send what is left to nobody: the interpreter would complain of what it cannot write."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), getattr(sys, name).fileno())


def _plainly(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_PLAIN.get(sign, "?") for sign in error.object[error.start : error.end]), error.end
