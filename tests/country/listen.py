"""Loaded by a scheduler before it begins: every byte it sends and receives is written down too."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from distributed.comm import tcp


def dask_setup(_: Any) -> None:
    """What the scheduler calls, once: the file may be loaded more often."""
    out = Path(os.environ["HOERT"]).open("ab", buffering=0)  # noqa: SIM115 - for as long as the scheduler lives
    to_frames, from_frames = tcp.to_frames, tcp.from_frames

    def write(frames: Iterable[Any]) -> None:
        out.write(b"".join(bytes(frame) for frame in frames))

    async def sent(*arguments: Any, **named: Any) -> Any:
        frames = await to_frames(*arguments, **named)
        write(frames)
        return frames

    async def received(frames: Any, *arguments: Any, **named: Any) -> Any:
        write(frames)
        return await from_frames(frames, *arguments, **named)

    tcp.to_frames, tcp.from_frames = sent, received
