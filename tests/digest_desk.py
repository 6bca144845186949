"""A news desk with articles and the `brief.toml` of docs/digest.md, to try its commands on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from cli_helpers import Ran, brief, put

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "digest.md"
CI = ROOT / "docs" / "ci"
# What another plugin adds to every brief is no part of these pages; 06:00 in Oslo.
SETTING = {"BRIEF_PLUGINS": "", "SOURCE_DATE_EPOCH": "1795410000"}
FILE = re.compile(r"<!-- file: (\S+) -->\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)

FERRY = """\
---
title: Ferry to Orlund suspended after engine fire
author: Maren Holt
outlet: The Coast Post
published: 2026-11-23
---

The ferry between Orlund and the mainland was suspended on Monday after a fire in its engine room.

"We will not sail until every valve has been checked," said Ines Dahl, head of Nordsund Lines.

Mayor Peter Aas demanded a replacement boat. "People here cannot wait a week," Aas said.
"""
CUT_OFF = """\
---
title: Orlund cut off as ferry stops
author: Ruben Vale
outlet: Tarn Valley News
published: 2026-11-23
---

The Orlund ferry of Nordsund Lines has stopped sailing after a fire in its engine room on Monday.

"We will not sail until all valves have been checked," said Ines Dahl, who runs Nordsund Lines.

Mayor Peter Aas called the company's plan irresponsible. The island's school is closed.
"""
ORCHARD = """\
---
title: Frost takes half of the valley's apples
author: Ruben Vale
outlet: Tarn Valley News
published: 2026-11-22
---

Growers in the Tarn valley expect to lose half of their apples after three nights of frost.

"Nobody here remembers an autumn like this one," said Clara Moss, who chairs the growers' union.

The union asked the county for loans without interest. The county said it would decide in May.
"""


@dataclass(frozen=True)
class Desk:
    """A folder with the articles and the `brief.toml` of the page."""

    folder: Path

    def brief(self, *args: str) -> Ran:
        """Run `brief ARGS` there."""
        return brief(*args, cwd=self.folder, env=SETTING)


def furnished(folder: Path) -> Desk:
    """Put the articles and the files of the page into *folder*."""
    put(folder / "coast" / "ferry.md", FERRY)
    put(folder / "region" / "ferry.md", CUT_OFF)
    put(folder / "region" / "orchard.md", ORCHARD)
    for name, text in FILE.findall(PAGE.read_text(encoding="utf-8")):
        put(folder / name, text)
    return Desk(folder)
