"""Open the page of a digest in headless Chromium, look at it as readers do, and attack it.

    python tests/bench/digest_page.py [--pictures FOLDER] [--validator vnu.jar] [--payloads N]

The digests are one that holds everything, one of a day without news, and one of 60 stories of
real articles where those are there. Each is opened by day and by night from 320 to 1,280 px.
Then each of 500 payloads stands in every field of a digest that holds text. Needs what
tests/bench/page.py needs. Exit code 1 if anything is wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from measuring import DATA, HERE
from page import WIDTHS, contrast, invalid, keys, pictures, wide
from page_browser import Browser, browser

sys.path.append(str(HERE.parent))

from brief import from_text
from brief.builtin.renderers.digest import DigestPage
from brief.contracts import Context
from brief.digest.model import Digest, Line, Report, Stand, Story, Voice
from brief.model import Brief
from digest_parade import haunted_digest, march, quiet
from html_page import ELEMENTS
from payloads import payloads

SET, STORIES = "stories/newscluster.jsonl", 60
DESKS = ("World", "City", "Business", "Sport")
# Counts scripts that run, before anything on a page can.
TRAP = "window.strikes = 0; window.struck = () => { window.strikes += 1; };"
# What of a page is not ours, each in words.
FOREIGN = """
const [elements] = arguments;
const short = (each) => each.outerHTML.slice(0, 90);
const found = window.strikes ? [`${window.strikes} scripts ran`] : [];
for (const each of document.querySelectorAll("*")) {
  if (!elements.includes(each.localName)) found.push(`element ${short(each)}`);
  for (const name of each.getAttributeNames())
    if (name.startsWith("on") || name === "style" || name === "src")
      found.push(`attribute ${short(each)}`);
  const to = each.getAttribute("href");
  if (to !== null && !/^(#|https?:)/.test(to)) found.push(`link ${short(each)}`);
}
return found;
"""


def real(path: Path) -> Digest:
    """Return a digest of real articles, each a story by itself."""
    lines = path.read_text(encoding="utf-8").splitlines()[:STORIES]
    stories = []
    for number, each in enumerate(map(json.loads, lines)):
        found = from_text(str(each["text"]), title=str(each.get("title", "")))
        stories.append(story(found, number))
    return Digest("2031-03-04", tuple(stories), sources=1, articles=len(stories))


def story(brief: Brief, number: int) -> Story:
    """Return the story that *brief* tells alone."""
    return Story(
        f"story-{number}",
        brief.article.title or f"Story {number}",
        (Report(brief),),
        desk=DESKS[number % len(DESKS)],
        summary=tuple(Line(0, each) for each in brief.summary.sentences),
        voices=tuple(
            Voice(each.id, each.name, each.role, each.kind, ((0, each.id),))
            for each in brief.parties
        ),
        stands=tuple(Stand(0, each, each.party) for each in brief.positions),
    )


def digests() -> Iterator[tuple[str, Digest]]:
    """Yield a name and a digest."""
    yield "everything", march()
    yield "nothing new", quiet()
    path = DATA / SET
    if path.exists():
        yield f"{STORIES} stories", real(path)
    else:
        print(f"{path} is not there: left out")


def write(digest: Digest, path: Path) -> None:
    """Write the page of *digest*."""
    pieces = DigestPage(why=True)(iter([digest]), Context())
    path.write_text("".join(pieces), encoding="utf-8", errors="replace")


def checked(tab: Browser, path: Path, jar: Path | None) -> tuple[str, list[str]]:
    """Return a line of figures on a page, and all that is wrong with it."""
    tab.said(), tab.asked()
    tab.scheme("light")
    faults = wide(tab, path)
    tab.size(WIDTHS[-1])
    least, faint = contrast(tab, path)
    tab.scheme("light")
    faults += [*faint, *keys(tab, path), *noise(tab, path)]
    faults += invalid(jar, path) if jar else []
    return f"{path.stat().st_size / 1000:7.1f} kB, least contrast {least:.2f}", faults


def noise(tab: Browser, path: Path) -> list[str]:
    """Return what the console has, and what was asked of the network, since the last look."""
    own = (path.absolute().as_uri(), "about:blank")
    asked = [each for each in tab.asked() if each.partition("#")[0] not in own]
    errors = [f"console: {each}" for each in tab.said()]
    return errors + [f"asked for {each}" for each in asked]


def attacked(tab: Browser, folder: Path, count: int) -> list[str]:
    """Return what of *count* payloads got through; each is a page of its own."""
    tab.said(), tab.asked()  # Of the pages before.
    tab.command("Page.addScriptToEvaluateOnNewDocument", source=TRAP)
    faults, path = [], folder / "attacked.html"
    for family, evil in payloads(count):
        write(haunted_digest(evil), path)
        tab.open(path)
        # Some events come late: that of a picture that cannot be loaded, for one.
        tab.run("return new Promise((done) => setTimeout(done, 50))")
        found = [*tab.run(FOREIGN, [*ELEMENTS, "h5"]), *noise(tab, path)]
        faults += [f"{family} {evil!r}: {each}" for each in found]
    return faults


def main() -> int:
    """Look at every page, attack it, and print what was found; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pictures", type=Path, help="a folder for screenshots and PDFs")
    parser.add_argument("--validator", type=Path, help="vnu.jar, the Nu HTML Checker")
    parser.add_argument("--payloads", type=int, default=500)
    given = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="brief-digest-") as name, browser() as tab:
        folder = Path(name)
        for number, (title, digest) in enumerate(digests()):
            path = folder / f"digest-{number}.html"
            write(digest, path)
            figures, faults = checked(tab, path, given.validator)
            print(f"{title:14}{figures}, faults {len(faults)}", *faults[:5], sep="\n    ")
            wrong += len(faults)
            if given.pictures:
                given.pictures.mkdir(parents=True, exist_ok=True)
                pictures(tab, path, given.pictures, path.stem)
        faults = attacked(tab, folder, given.payloads)
        print(f"{given.payloads} payloads: faults {len(faults)}", *faults[:5], sep="\n    ")
    return 1 if wrong + len(faults) else 0


if __name__ == "__main__":
    sys.exit(main())
