"""Open pages of `-f html` in headless Chromium and look at them as readers do.

    python tests/bench/page.py [--pictures FOLDER] [--validator vnu.jar] [ARTICLE...]

Needs chromium, chromedriver and the Python package selenium. The pages are those of the
samples, of real articles where they are there, or of the ARTICLES given. The validator is the
Nu HTML Checker: `npm pack vnu-jar`, in it build/dist/vnu.jar (needs java). Exit code 1 if
anything is wrong.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from measuring import ARTICLE, DATA, ROOT, clean_env
from page_browser import Browser, browser

SCRIPT = (Path(__file__).parent / "page_looks.js").read_text(encoding="utf-8")
WIDTHS = (320, 360, 768, 1280)
LEAST_CONTRAST = 4.5
SETS = (
    "stories/newscluster.jsonl",
    "attributions/polnear-train.jsonl",
    "headlines/bbc.jsonl",
    "summaries/cnndm.jsonl",
    "summaries/writers.jsonl",
)
# From the middle of a set: its first articles are those everybody tries.
FIRST, MANY = 40, 8


def look(tab: Browser, function: str, *values: object) -> Any:
    """Return what a function of page_looks.js says of the page."""
    return tab.run(f"{SCRIPT}\nreturn looks.{function}(...arguments)", *values)


def articles(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield a name and the command-line words of each page."""
    sample = str(ROOT / "docs" / "samples" / "harbour.txt")
    yield "sample", [sample]
    yield "sample, all flags", [sample, "--why", "--show-removed", "--depth", "full"]
    yield "700 words", [str(ARTICLE)]
    for name in SETS:
        path = DATA / name
        if not path.exists():
            print(f"{path} is not there: left out")
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        chosen = folder / path.name
        chosen.write_text(lines[min(FIRST, len(lines) - 1)] + "\n", encoding="utf-8")
        yield path.stem, [str(chosen)]
        several = folder / f"several-{path.name}"
        several.write_text("\n".join(lines[FIRST : FIRST + MANY]) + "\n", encoding="utf-8")
        yield f"{path.stem}, {MANY} briefs", [str(several), "--show-removed"]


def page(words: list[str], path: Path) -> None:
    """Write the page of the articles that *words* name."""
    command = [sys.executable, "-m", "brief", *words, "-f", "html", "--isolated", "--no-plugins"]
    done = subprocess.run(command, env=clean_env(), capture_output=True, check=False)
    if done.returncode not in (0, 1) or not done.stdout:
        sys.exit(f"{' '.join(command)}: exit {done.returncode}\n{done.stderr.decode()}")
    path.write_bytes(done.stdout)


def wide(tab: Browser, path: Path) -> list[str]:
    """Return what does not fit the page, at any width."""
    faults = []
    for width in WIDTHS:
        tab.size(width)
        tab.open(path)
        look(tab, "places")
        faults += [f"{width} px: {each}" for each in look(tab, "overflow")]
    return faults


def contrast(tab: Browser, path: Path) -> tuple[float, list[str]]:
    """Return the least contrast of any text, places followed too, and what is too faint."""
    least, faults = 21.0, []
    for scheme in ("light", "dark"):
        tab.scheme(scheme)
        tab.open(path)
        places: list[str] = look(tab, "places")
        for place in ("", *places[:: max(1, len(places) // 4)]):
            if place:
                look(tab, "follow", place)
            ratio, words = look(tab, "contrast")
            least = min(least, ratio)
            if ratio < LEAST_CONTRAST:
                faults.append(f"{scheme}: {ratio:.2f}: {words}")
    return least, faults


def keys(tab: Browser, path: Path) -> list[str]:
    """Return what the Tab key does not reach in the order of the page."""
    tab.open(path)
    stops: list[str] = look(tab, "stops")
    reached = []
    for _ in stops:
        tab.press("Tab")
        reached.append(look(tab, "focused"))
    wrong = [(one, two) for one, two in zip(stops, reached, strict=True) if one != two]
    return [f"Tab reached {two!r}, not {one!r}" for one, two in wrong[:1]]


def places(tab: Browser, path: Path) -> tuple[int, list[str]]:
    """Follow every place there and back; return how many there are, and what went wrong."""
    tab.open(path)
    found: list[str] = look(tab, "places")
    faults: list[str] = []
    for place in found:
        look(tab, "follow", place)
        faults += look(tab, "followed", place)
        # What was followed is folded by now: it must unfold for the way back.
        tab.press("Enter")
        faults += look(tab, "back", place)
    return len(found), faults


def invalid(jar: Path, path: Path) -> list[str]:
    """Return what the Nu HTML Checker says of the page."""
    command = ["java", "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always"]
    done = subprocess.run([*command, str(path)], capture_output=True, text=True, check=True)
    found = [f"{each['type']}: {each['message']}" for each in json.loads(done.stdout)["messages"]]
    # It knows no hashes in a policy. Chromium does: it would apply no style, and complain.
    return [each for each in found if "violates Content Security Policy" not in each]


def pictures(tab: Browser, path: Path, folder: Path, name: str) -> None:
    """Write what a page looks like by day and by night, on phones, tablets and desks, printed."""
    for scheme in ("light", "dark"):
        tab.scheme(scheme)
        for width in WIDTHS[1:]:
            tab.size(width)
            tab.open(path)
            tab.picture(folder / f"{name}-{scheme}-{width}.png")
    tab.open(path)
    first = look(tab, "places")
    if first:
        look(tab, "follow", first[0])
        tab.picture(folder / f"{name}-followed.png", whole=False)
    tab.print(folder / f"{name}.pdf")


def checked(tab: Browser, path: Path, jar: Path | None) -> tuple[str, list[str]]:
    """Return a line of figures on a page, and all that is wrong with it."""
    tab.said(), tab.asked()
    tab.scheme("light")
    faults = wide(tab, path)
    tab.size(WIDTHS[-1])
    least, faint = contrast(tab, path)
    tab.scheme("light")
    count, astray = places(tab, path)
    faults += [*faint, *keys(tab, path), *astray]
    errors = tab.said()
    own = (path.absolute().as_uri(), "about:blank")
    asked = [each for each in tab.asked() if each.partition("#")[0] not in own]
    faults += [f"console: {each}" for each in errors]
    faults += [f"asked for {each}" for each in asked]
    faults += invalid(jar, path) if jar else []
    size = path.stat().st_size / 1000
    figures = f"{size:7.1f} {len(errors):7} {len(asked):8} {least:8.2f} {count:6} {len(faults):6}"
    return figures, faults


def main() -> int:
    """Look at every page and print a table; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pictures", type=Path, help="a folder for screenshots and PDFs")
    parser.add_argument("--validator", type=Path, help="vnu.jar, the Nu HTML Checker")
    parser.add_argument("articles", nargs="*", help="sources instead of the samples")
    given = parser.parse_args()
    wrong = 0
    heads = ("kB", "errors", "requests", "contrast", "places", "faults")
    print(f"{'':28}" + " ".join(f"{each:>7}" for each in heads))
    with tempfile.TemporaryDirectory(prefix="brief-page-") as name, browser() as tab:
        folder = Path(name)
        chosen = [(Path(each).stem, [each]) for each in given.articles]
        for number, (title, words) in enumerate(chosen or articles(folder)):
            path = folder / f"page-{number}.html"
            page(words, path)
            figures, faults = checked(tab, path, given.validator)
            print(f"{title:28}{figures}", *faults[:5], sep="\n    ", flush=True)
            wrong += len(faults)
            if given.pictures:
                given.pictures.mkdir(parents=True, exist_ok=True)
                pictures(tab, path, given.pictures, f"{number:02}-{words[0].split('/')[-1]}")
    print(f"{wrong} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
