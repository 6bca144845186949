"""Fixtures that every test may use."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("ARTICLES_OF_BRIEF", ROOT.parent / "shared" / "data"))


def pytest_configure() -> None:
    """Undo what a caller ignores: `nohup` and jobs in the background start their children so.

    What the tests start would inherit it, and brief respects it.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            usual = signal.default_int_handler if name == "SIGINT" else signal.SIG_DFL
            signal.signal(number, usual)


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of real articles that quality is measured on; it is no part of the project."""
    if not DATA.is_dir():
        pytest.skip("needs the folder of real articles (ARTICLES_OF_BRIEF), which is not published")
    return DATA
