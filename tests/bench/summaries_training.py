"""Train weights for a summariser without the articles that it will be scored on."""

from __future__ import annotations

import hashlib
import json
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from measuring import DATA, ROOT, clean_env
from summaries_folds import Key, Split, Text, together
from summaries_sets import SETS, lines_of, records, text_of

# As the shipped weights are made (src/brief/data/news.md).
TRAIN = (
    "{python} -m brief.training.summaries {summaries} --weight writers=2 --weight xsum=0.5"
    " --stories {stories} --articles {headlines} -o {weights}"
)
# The sets with summaries that are learned from, and what else is, by file.
SUMMARIES = ("writers", "cnndm", "xsum")
STORIES = "stories/newscluster.jsonl"
HEADLINES = "headlines/bbc.jsonl"
STORY_SET = "stories"
# What the weights depend on beside the data: a change of it trains anew.
SOURCES = ("src/brief/training/summaries", "src/brief/builtin/summarisers/news")
JOBS = 2


def kin(names: Sequence[str], folder: Path = DATA) -> list[list[Key]]:
    """Return the articles of the sets *names*, and of the stories, in groups of copies."""
    texts = {
        (name, str(record["id"])): Text(text_of(record))
        for name in dict.fromkeys((*names, *SUMMARIES))
        for record in records(name, folder)
    }
    for record in lines_of(folder / STORIES):
        texts[STORY_SET, str(record["id"])] = Text(str(record["text"]), str(record["story"]))
    return together(texts)


class Trainer:
    """Trains with a command, and keeps the weights in *folder* under what they came from."""

    def __init__(self, command: str, folder: Path, data: Path = DATA) -> None:
        self.command = command
        self.folder = folder
        self.data = data
        folder.mkdir(parents=True, exist_ok=True)
        found = [path for each in SOURCES for path in sorted((ROOT / each).rglob("*.py"))]
        self.sources = b"".join(path.read_bytes() for path in found)

    def all(self, splits: Sequence[Split], jobs: int = JOBS) -> list[Path]:
        """Return the weights of each split, trained unless they are there."""
        with ThreadPoolExecutor(jobs) as pool:
            return list(pool.map(self.trained, splits))

    def trained(self, split: Split) -> Path:
        """Return the weights that know nothing of what *split* holds back."""
        files = {path: "".join(lines) for path, lines in self._files(split)}
        told = hashlib.sha256(self.command.encode() + self.sources)
        for path, text in files.items():
            told.update(f"{path}\n{text}".encode())
        folder = self.folder / f"{split.name}-{told.hexdigest()[:12]}"
        weights = folder / "weights.json"
        if weights.exists():
            return weights
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        # Beside it first: what an ended run leaves behind must not pass for weights.
        unfinished = folder / "unfinished.json"
        self._run(folder, unfinished)
        unfinished.replace(weights)
        for path in files:
            (folder / path).unlink()
        return weights

    def _files(self, split: Split) -> Iterator[tuple[str, list[str]]]:
        """Yield each file of training with the lines that the split leaves in it."""
        sets = {SETS[name][0]: name for name in SUMMARIES} | {STORIES: STORY_SET, HEADLINES: ""}
        for path, name in sets.items():
            yield (
                path,
                [
                    json.dumps(record, ensure_ascii=False) + "\n"
                    for record in lines_of(self.data / path)
                    if (name, _id(record)) not in split.held
                ],
            )

    def _run(self, folder: Path, weights: Path) -> None:
        """Run the command; end with what it said if it fails."""
        names = {
            "{python}": [sys.executable],
            "{summaries}": [str(folder / SETS[name][0]) for name in SUMMARIES],
            "{headlines}": [str(folder / HEADLINES)],
            "{stories}": [str(folder / STORIES)],
            "{weights}": [str(weights)],
        }
        words = [word for each in shlex.split(self.command) for word in names.get(each, [each])]
        # Others work on the machine too.
        polite = [nice, "-n", "10"] if (nice := shutil.which("nice")) else []
        done = subprocess.run(
            [*polite, *words], env=clean_env(), capture_output=True, text=True, check=False
        )
        if done.returncode:
            said = f"{shlex.join(words)}: exit {done.returncode}\n{done.stderr[-2000:]}"
            raise SystemExit(said)


def _id(record: dict[str, Any]) -> str:
    return str(record.get("id", ""))
