"""How long one fetch may take in all, without the time it stands in line."""

from __future__ import annotations

from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Deadline:
    """A number of *seconds* that run from now on, and stand still while `paused`."""

    def __init__(self, seconds: float) -> None:
        self._end = monotonic() + seconds

    def left(self, most: float) -> float:
        """Return the seconds that are left, *most* or fewer. Raises `TimeoutError` for none."""
        left = self._end - monotonic()
        if left <= 0:
            raise TimeoutError("the time for the whole fetch is up")
        return min(left, most)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Let no time pass: to wait for others is not the server's slowness."""
        began = monotonic()
        try:
            yield
        finally:
            self._end += monotonic() - began
