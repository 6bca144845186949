"""Fixtures that every test may use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("ARTICLES_OF_BRIEF", ROOT.parent / "shared" / "data"))


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of real articles that quality is measured on; it is no part of the project."""
    if not DATA.is_dir():
        pytest.skip("needs the folder of real articles (ARTICLES_OF_BRIEF), which is not published")
    return DATA
