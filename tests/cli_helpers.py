"""Run the installed script as a shell would, in a clean environment, and look at what it left."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_FOUND = shutil.which("brief", path=str(Path(sys.executable).parent))
assert _FOUND, "brief is not installed beside this Python"
BRIEF = _FOUND
PATIENCE = 60

FERRY = """\
Ferry to Orlund suspended after engine fire
By Maren Holt

The ferry between Orlund and the mainland was suspended on Monday after a fire in its engine room.

"We will not sail until every valve has been checked," said Ines Dahl, head of Nordsund Lines.

Mayor Peter Aas demanded a replacement boat. "People here cannot wait a week," Aas said.

About 1,200 people live on the island. The school has asked parents to keep children at home.
"""

ORCHARD = """\
Frost takes half of the valley's apples
By Ruben Vale

Growers in the Tarn valley expect to lose half of their apples after three nights of frost.

"Nobody here remembers an April like this one," said Clara Moss, who chairs the growers' union.

The union asked the county for loans without interest. The county said it would decide in May.

Apples from the valley are sold in forty towns. Prices are expected to rise before the autumn.
"""


@dataclass(frozen=True)
class Ran:
    """What a run of the script left: its exit *code*, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def errors(self) -> list[str]:
        """The lines on standard error."""
        return self.err.splitlines()

    @property
    def document(self) -> Any:
        """Standard output, read as JSON."""
        return json.loads(self.out)


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment without what changes how brief behaves, but for *extra*."""
    ours = ("BRIEF_", "_BRIEF", "_TYPER", "COMP_")
    names = {"NO_COLOR", "FORCE_COLOR", "SOURCE_DATE_EPOCH", "COLUMNS", "LINES", "TERM"}
    kept = {k: v for k, v in os.environ.items() if not k.startswith(ours) and k not in names}
    return {**kept, **(extra or {})}


def brief(
    *args: str | bytes,
    cwd: Path,
    stdin: bytes | int = subprocess.DEVNULL,
    env: Mapping[str, str] | None = None,
) -> Ran:
    """Run `brief ARGS` in the folder *cwd*, with the variables *env* too, to its end."""
    return run([BRIEF, *args], cwd=cwd, stdin=stdin, env=env)


def run(
    command: Sequence[str | bytes],
    *,
    cwd: Path,
    stdin: bytes | int = subprocess.DEVNULL,
    env: Mapping[str, str] | None = None,
) -> Ran:
    """Run *command* in the folder *cwd*, with the variables *env* too, to its end."""
    given = stdin if isinstance(stdin, bytes) else None
    with subprocess.Popen(
        command,
        cwd=cwd,
        env=environment(env),
        stdin=subprocess.PIPE if isinstance(stdin, bytes) else stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        try:
            out, err = process.communicate(given, timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
    return Ran(process.returncode, out.decode(), err.decode())


def put(path: Path, text: str = FERRY, encoding: str = "utf-8") -> Path:
    """Write *text* to *path*, below folders that are made for it, and return the path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path


def records(count: int, text: str = FERRY) -> str:
    """Return *count* articles as JSON lines, each with a title of its own."""
    lines = ({"text": text, "title": f"Ferry report {number}"} for number in range(1, count + 1))
    return "".join(f"{json.dumps(each)}\n" for each in lines)


def check_refused(ran: Ran, code: int, *said: str) -> None:
    """Assert that a run ended with *code*, printed nothing, and told why in one plain line."""
    assert ran.code == code, ran.err
    assert not ran.out
    assert len(ran.errors) == 1, ran.err
    assert ran.err.startswith("brief: ")
    assert ran.err.endswith("\n")
    assert ran.err.isascii() or ran.err.strip().isprintable()
    assert "Traceback" not in ran.err
    assert "internal error" not in ran.err
    for words in said:
        assert words in ran.err


def names(folder: Path) -> list[str]:
    """Return what lies in *folder*, hidden files too; bytecode is no concern of ours."""
    return sorted(each.name for each in folder.iterdir() if each.name != "__pycache__")
