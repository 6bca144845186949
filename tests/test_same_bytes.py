"""The same input gives the same bytes: whatever the hash seed, the jobs, the plugins' order."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plugin_helpers import IMPORTS, Workshop, stage

DATE = ("--date", "2025-03-14")

TEXTS = {
    "ferry.txt": """\
Ferry to stop for the winter

NORTH QUAY - The island ferry will stop on Friday and sail again in April.

"We cannot keep the engine running another month," said Mayor Lena Brandt.

Shopkeepers said that they would lose a fifth of their trade. The county paid 40,000 for repairs.
The islanders' union denied that the engine was broken, and Brandt warned of "a long winter".
""",
    "library.txt": """\
Council keeps the library open

By Tom Arkwright

The council voted on Tuesday to keep the library open on Sundays, ending a
dispute that had lasted for two years. Opponents said the money would be
better spent on the school roof.

"A town without books is a car park," said Councillor Ada Moss. Moss promised a new roof by May.

The council voted on Tuesday to keep the library open on Sundays, ending a
dispute that had lasted for two years.
""",
    "deep/wind.txt": """\
Neighbours quarrel over wind farm

Farmer Joss Hale supports the wind farm; his neighbour, Erin Vale, opposes it. "It hums all
night," Vale said. "She sleeps at noon," Hale replied, according to the parish clerk.
The Ministry of Power said it would decide in June. The ministry has refused to say how.
""",
    "plain.txt": "Rain fell on Monday.\n",
}
RECORDS = [
    {
        "id": f"https://news.example/{n}",
        "title": f"Mine {n} shuts",
        "outlet": "The Valley Post",
        "published": f"2025-03-0{n}",
        "text": f"Mine {n} will shut this year, owner Karl Steen said on Monday. "
        f'"Coal is over," Steen said. The miners of pit {n} demanded a vote. '
        f"{n * 120} people work there. The union's Mia Lund accused Steen of bad faith.",
    }
    for n in (1, 2, 3)
]


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """A folder of articles in plain text, JSON and JSONL, and two plugins in two places."""
    made = Workshop(tmp_path_factory.mktemp("bytes"))
    for name, text in TEXTS.items():
        made.write(f"news/{name}", text)
    made.write("news/mines.json", json.dumps(RECORDS[:1]))
    made.write("news/mines.jsonl", "".join(f"{json.dumps(each)}\n" for each in RECORDS[1:]))
    # Each keeps a set of words: its order changes with the hash seed, what it says must not.
    made.install("long-words", words_over(7, "long-words"), site="east")
    made.install("short-words", words_over(2, "short-words"), site="west")
    return made


def words_over(length: int, name: str) -> str:
    """Return the code of a plugin with a CLEAN and a FINISH stage."""
    body = (
        f"words = {{word for word in brief.article.text.split() if len(word) > {length}}}\n"
        f"section = Section('{name}', 'Words', data=sorted(words))\n"
        "return replace(brief, sections=(*brief.sections, section))"
    )
    return stage(name, body)


def product(shop: Workshop, *args: str, seed: str = "0", sites: tuple[str, ...] = ()) -> str:
    """Return what a run over the folder prints."""
    done = shop.run("news", *DATE, *args, sites=sites, variables={"PYTHONHASHSEED": seed})
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize(("style", "seeds"), [("json", 20), ("text", 3)])
def test_twenty_hash_seeds_print_the_same_bytes(shop: Workshop, style: str, seeds: int) -> None:
    """No set's order, which changes from process to process, reaches the output."""
    runs = [(seed, "1" if seed % 10 else "2") for seed in range(1, seeds + 1)]

    printed = {
        product(shop, "-f", style, "-j", jobs, seed=str(seed), sites=("east", "west"))
        for seed, jobs in runs
    }

    assert len(printed) == 1
    assert "Mine 3 shuts" in printed.pop()


def test_every_article_is_in_the_output(shop: Workshop) -> None:
    """The folder gives seven briefs, with parties, positions and the plugins' sections."""
    made = json.loads(product(shop, "-f", "json", sites=("east", "west")))["briefs"]

    assert [each["article"]["source"] for each in made] == [
        "news/deep/wind.txt",
        "news/ferry.txt",
        "news/library.txt",
        "news/mines.json",
        "news/mines.jsonl",
        "news/mines.jsonl",
        "news/plain.txt",
    ]
    assert sum(len(each["positions"]) for each in made) > 5
    own = {"brief", "figures"}
    added = [{s["key"] for s in each["sections"]} - own for each in made]
    assert all(len(each) == 2 for each in added)


@pytest.mark.parametrize(
    ("style", "summariser"),
    [("text", "lead"), ("json", "lead"), ("jsonl", "lead"), ("json", "lexrank")],
)
def test_jobs_do_not_change_a_byte(shop: Workshop, style: str, summariser: str) -> None:
    """Two processes with another hash seed print what one prints."""
    more = ("--why", "--show-removed") if style == "text" else ("--with-text",)
    args = ("-f", style, "--summariser", summariser, *more)

    one = product(shop, *args, seed="1", sites=("east", "west"))
    two = product(shop, *args, "-j", "2", seed="2", sites=("east", "west"))

    assert one == two


def test_install_order_does_not_change_a_byte(shop: Workshop) -> None:
    """Stages run by phase, wish and name; which plugin was found first counts for nothing."""
    there = product(shop, "-f", "json", sites=("east", "west"))
    back = product(shop, "-f", "json", sites=("west", "east"))

    assert there == back


@pytest.mark.parametrize("first", ["ebb", "flow"])
def test_order_of_entry_points_and_of_records_does_not_change_a_byte(
    shop: Workshop, first: str
) -> None:
    """One distribution may list its plugins, and a plugin its stages, in any order."""
    names = ["ebb", "flow"] if first == "ebb" else ["flow", "ebb"]
    site = f"tides-{first}"
    for name in names:
        records = ", ".join(f"Stage('{name}-{n}', work, Phase.CLEAN)" for n in names)
        # The first to cut a place owns it, so the order shows.
        body = "def work(brief, context):\n    return brief.cut('Friday|Monday', reason='day')\n"
        hook = f"@hookimpl\ndef brief_stages():\n    return [{records}]\n"
        shop.write(f"{site}/{name}.py", IMPORTS + body + hook)
    shop.distribution(site, "tides", {name: name for name in names})

    printed = product(shop, "-f", "json", sites=(site,))

    ran = [step["stage"] for step in json.loads(printed)["briefs"][0]["trail"]]
    assert ran[:4] == ["ebb-ebb", "ebb-flow", "flow-ebb", "flow-flow"]
    assert {cut["stage"] for cut in json.loads(printed)["briefs"][1]["cuts"]} >= {"ebb-ebb"}


def test_neither_the_clock_nor_the_place_is_printed(shop: Workshop, tmp_path: Path) -> None:
    """The same folder somewhere else, on another day of the run, gives the same bytes."""
    other = Workshop(tmp_path)
    for path in (shop.folder / "news").rglob("*.*"):
        other.write(str(path.relative_to(shop.folder)), path.read_text(encoding="utf-8"))

    here = shop.run("news", "-f", "json", "--date", "2025-03-14", sites=("nowhere",))
    there = other.run("news", "-f", "json", "--date", "2031-12-01", sites=("nowhere",))

    assert (here.returncode, here.stdout) == (0, there.stdout)
    assert str(shop.folder) not in here.stdout
