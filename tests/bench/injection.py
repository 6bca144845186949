"""Try 500 payloads on every format: markup, scripts, links, control sequences, formulas.

    python tests/bench/injection.py [--payloads N] [--keep FOLDER]

Each stands in titles, texts (as a sentence and inside quotations), bylines, outlets, addresses,
names and roles of parties, and in sections, notes and notices of a plugin. The installed command
writes every format it has; pages, and Markdown made into pages, are opened in headless Chromium.
Then each stands in every field of a brief made by hand, and pages are held against those of
harmless text. Needs chromium, chromedriver, selenium, html5lib, markdown-it-py and jinja2. Exit
code 1 if one got through.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from measuring import HERE, clean_env
from page_browser import Browser, browser

sys.path.append(str(HERE.parent))

from brief.builtin.renderers.template import Template
from brief.contracts import Context
from brief.plugins import Wanted, load
from haunted import TEMPLATE, faults, harmless, haunted, markdown_html, skeleton
from html_page import ELEMENTS
from payloads import FAMILIES, payloads

AT_ONCE = 50
PLUGIN = '''\
"""Put the title of each article into whatever a plugin can add."""

from dataclasses import replace

from brief import Item, Note, Notice, Phase, Section, Stage, hookimpl


def names(brief, context):
    """Call every party by the title."""
    title = brief.article.title
    parties = [replace(each, name=title, role=title) for each in brief.parties]
    return replace(brief, parties=tuple(parties))


def adds(brief, context):
    """Add a section, a note on everything, and a notice."""
    title = brief.article.title
    items = (Item(title, (), title, (Item(title),)),)
    sections = (Section("one", title, items, origin="generated"), Section("two", "Two", (), title))
    parts = (*brief.sentences, *brief.parties, *brief.positions)
    notes = tuple(Note(each.id, title, title, title) for each in parts)
    return replace(
        brief,
        sections=(*brief.sections, *sections),
        notes=(*brief.notes, *notes),
        notices=(*brief.notices, Notice("B999", title)),
    )


@hookimpl
def brief_stages():
    """Return both."""
    return [
        Stage("names", names, Phase.POSITIONS, after=("parties", "stance", "key-positions")),
        Stage("adds", adds, Phase.FINISH),
    ]
'''
# Counts scripts that run, before anything on a page can.
TRAP = "window.strikes = 0; window.struck = () => { window.strikes += 1; };"
# What of a page is not ours, each in words. Headings of ours stand where ours stand.
FOREIGN = """
const [elements, addresses, own] = arguments;
const short = (each) => each.outerHTML.slice(0, 90);
const found = [];
if (window.strikes) found.push(`${window.strikes} scripts ran`);
for (const each of document.querySelectorAll("*")) {
  if (!elements.includes(each.localName)) found.push(`element ${short(each)}`);
  for (const name of each.getAttributeNames())
    if (name.startsWith("on") || name === "style" || name === "src")
      found.push(`attribute ${short(each)}`);
  const to = each.getAttribute("href");
  if (to !== null && !to.startsWith("#") && !addresses.includes(to))
    found.push(`link ${short(each)}`);
  if (own && /^h[1-6]$/.test(each.localName) && !each.matches(own))
    found.push(`heading ${short(each)}`);
}
return found;
"""
OUR_HEADINGS = ".brief > header > *, .brief > section > *, .party > *, .contents > *, .failed > *"
MARKDOWN = [
    *("html", "head", "meta", "title", "body", "h1", "h2", "h3", "h4", "p", "ul", "ol", "li"),
    *("strong", "em", "code", "pre", "hr", "br", "blockquote", "table", "thead", "tbody", "tr"),
    *("th", "td"),
]
TEMPLATED = ["html", "head", "title", "body", "article", "h1", "h2", "p", "ul", "li", "b"]


def record(evil: str) -> dict[str, str]:
    """Return an article that has *evil* wherever an article has text."""
    text = (
        f"The council of Tarnby met on Monday about the ferry. {evil}\n\n"
        f"“We will not sail {evil} again,” said Ines Holm, mayor of Tarnby. {evil} Holm denied "
        f"that {evil} was kept from the council.\n\n{evil}\n\n"
        f"Pavel Drum, director of {evil}, warned that the line could close. “{evil}” he said."
    )
    fields = ("title", "author", "outlet", "url", "language", "published")
    return {**dict.fromkeys(fields, evil), "text": text}


def written(folder: Path, name: str, lines: Sequence[str], number: int) -> tuple[str, str]:
    """Return what the command writes of articles in the format *name*, and what it says."""
    source = folder / "articles.jsonl"
    source.write_text("".join(f"{json.dumps(record(each))}\n" for each in lines), encoding="utf-8")
    words = ["-f", name] if name != "template" else ["--template", str(folder / "page.html")]
    words += ["--why", "--show-removed", "--with-text", "--depth", "full", "--color", "always"]
    command = [sys.executable, "-m", "brief", str(source), "-p", str(folder / "haunting.py")]
    done = subprocess.run(
        [*command, *words, "--isolated"], env=clean_env(), capture_output=True, check=False
    )
    if done.returncode not in (0, 1) or not done.stdout:
        sys.exit(f"{name}, part {number}: exit {done.returncode}\n{done.stderr.decode()}")
    return done.stdout.decode(), done.stderr.decode()


def seen(tab: Browser, path: Path, name: str, lines: Sequence[str]) -> list[str]:
    """Return what on a page that was opened is not ours."""
    elements = {"html": sorted(ELEMENTS), "md": MARKDOWN, "template": TEMPLATED}[name]
    addresses = [each.strip() for each in lines if each.startswith(("http://", "https://"))]
    tab.said(), tab.asked()
    tab.open(path)
    # Some events come late: that of a picture that cannot be loaded, for one.
    tab.run("return new Promise((done) => setTimeout(done, 300))")
    found: list[str] = tab.run(FOREIGN, elements, addresses, OUR_HEADINGS if name == "html" else "")
    own = (path.absolute().as_uri(), "about:blank")
    found += [f"asked for {each}" for each in tab.asked() if each not in own]
    return [*found, *(f"console: {each}" for each in tab.said())]


def commanded(
    tab: Browser, folder: Path, formats: Sequence[str], evils: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Yield each fault in what the command writes, with its format."""
    for number, start in enumerate(range(0, len(evils), AT_ONCE)):
        lines = evils[start : start + AT_ONCE]
        for name in formats:
            made, said = written(folder, name, lines, number)
            for fault in (*faults(name, made), *faults("standard error", said)):
                yield name, fault
            if name in ("html", "md", "template"):
                head = "<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>"
                page = f"{head}{markdown_html(made)}</body></html>" if name == "md" else made
                path = folder / f"{name}-{number}.html"
                path.write_text(page, encoding="utf-8", newline="")
                for fault in seen(tab, path, name, lines):
                    yield name, fault


def by_hand(folder: Path, evils: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each fault in what renderers make of briefs with a payload in every field."""
    found = load(Wanted(only=())).renderers
    context = Context(date="2031-03-04")
    for name, owned in found.items():
        run: Any = owned.record.run
        if name == "template":
            run = Template(file=str(folder / "page.html"))
        for evil in evils:
            made, plainly = (
                b"".join(
                    each.encode() if isinstance(each, str) else each
                    for each in run(iter([haunted(words)]), context)
                ).decode()
                for words in (evil, harmless(evil))
            )
            for fault in faults(name, made):
                yield name, f"{evil!r}: {fault}"
            if name in ("html", "md", "template"):
                if name == "md":
                    made, plainly = markdown_html(made), markdown_html(plainly)
                if skeleton(made) != skeleton(plainly):
                    yield name, f"{evil!r}: makes elements"


def main() -> int:
    """Try them all and print a table; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--payloads", type=int, default=500)
    parser.add_argument("--keep", type=Path, help="a folder for what was written")
    given = parser.parse_args()
    chosen = [*payloads(given.payloads)]
    evils = [evil for _, evil in chosen]
    formats = [*load(Wanted(only=())).renderers]
    count: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="brief-injection-") as name, browser() as tab:
        folder = given.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "haunting.py").write_text(PLUGIN, encoding="utf-8")
        (folder / "page.html").write_text(TEMPLATE, encoding="utf-8")
        tab.command("Page.addScriptToEvaluateOnNewDocument", source=TRAP)
        check_trap(tab, folder)
        for how, found in (
            ("command", commanded(tab, folder, formats, evils)),
            ("by hand", by_hand(folder, evils)),
        ):
            for format_, fault in found:
                count[format_] += 1
                if count[format_] <= 5:
                    print(f"{format_}, {how}: {fault}", flush=True)
    print(f"{len(evils)} payloads of {len(FAMILIES)} families, in every field")
    for format_ in formats:
        print(f"{format_:10} {count[format_]:5} got through")
    return 1 if count.total() else 0


def check_trap(tab: Browser, folder: Path) -> None:
    """End unless a page that does let scripts, pictures and links through is seen to do so."""
    path = folder / "trap.html"
    path.write_text(
        "<!DOCTYPE html><img src=x onerror='struck()'><a href='javascript:1'>x</a><h1>x</h1>"
        "<script>struck()</script>",
        encoding="utf-8",
    )
    told = " ".join(seen(tab, path, "html", []))
    for words in ("2 scripts ran", "element <img", "element <script", "link <a", "heading <h1"):
        if words not in told:
            sys.exit(f"the trap is broken: {words!r} was not seen in {told!r}")


if __name__ == "__main__":
    sys.exit(main())
