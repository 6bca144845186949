"""Print whether three days of digests show anything twice as new, lose it, or miss an edit.

    python tests/bench/digest_repeated.py [ARTICLES.jsonl] [--env FOLDER]

Each day has six tenths of the articles: two tenths are new on the second and on the third day,
and two tenths go. A tenth of those that stay were edited: same id, another text. An article is lost
if it is neither shown nor named as left out, as galleries are (B701). The installed script makes
the digests, each on the state of the one before. Without ARTICLES.jsonl the set named by
ARTICLES_OF_BRIEF is used.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from measuring import DATA, Environment, arguments, cost, environment, verdict

SET = DATA / "stories" / "newscluster.jsonl"
DAYS, TENTHS, NEXT, EDITED = 3, 6, 2, 10


def day_of(articles: list[dict[str, Any]], number: int) -> tuple[list[dict[str, Any]], set[str]]:
    """Return the articles of a day (from 0), and the ids of those that were edited for it."""
    found, edited = [], set()
    for place, article in enumerate(articles):
        tenth = place % 10
        if not number * NEXT <= tenth < number * NEXT + TENTHS:
            continue
        stays = bool(number) and tenth < (number - 1) * NEXT + TENTHS
        text = article["text"]
        if stays and (place // 10) % EDITED == number:
            edited.add(article["id"])
        # Every edition keeps what the ones before it added.
        since = [n for n in range(1, number + 1) if (place // 10) % EDITED == n]
        added = "".join(f"\nThis report was corrected on day {n}." for n in since)
        found.append({**article, "text": text + added})
    return found, edited


def shown(env: Environment, folder: Path, articles: list[dict[str, Any]], day: int) -> Any:
    """Return the digest of *articles* on a day as JSON."""
    source, page = folder / "articles.jsonl", folder / "page.json"
    source.write_text("".join(json.dumps(each) + "\n" for each in articles), "utf-8")
    command = [env.brief, "digest", "-q", "--isolated", str(source), "-o", str(page)]
    cost([*command, "--date", f"2026-03-{day + 2:02}"])
    return json.loads(page.read_text("utf-8"))


def main() -> None:
    """Make the digests and count."""
    parser = arguments(__doc__ or "")
    parser.add_argument("articles", nargs="?", type=Path, default=SET, help="a JSONL file")
    options = parser.parse_args()
    with options.articles.open(encoding="utf-8") as lines:
        articles = [json.loads(each) for each in lines if each.strip()]
    seen: set[str] = set()
    twice = lost = missed = edits = 0
    with environment(options.env) as (env, folder):
        for number in range(DAYS):
            today, edited = day_of(articles, number)
            made = shown(env, folder, today, number)
            status = statuses(made)
            ids = {each["id"] for each in today} - left_out(made, today)
            edited &= seen
            new = {name for name, word in status.items() if word == "new"}
            updated = {name for name, word in status.items() if word == "updated"}
            twice += len(new & seen)
            lost += len(ids - set(status)) + len(ids - seen - new)
            missed += len(edited ^ updated)
            edits += len(edited)
            seen |= ids
            print(
                f"day {number + 1}: {len(today)} articles, {len(made['stories'])} stories: "
                f"{len(new)} articles new, {len(updated)} updated of {len(edited)} edited, "
                f"{len(made['gone'])} stories gone"
            )
    print(f"shown twice as new   {twice:4}  {verdict(twice, 0)}")
    print(f"lost                 {lost:4}  {verdict(lost, 0)}")
    print(f"wrong on {edits:3} edits    {missed:4}  {verdict(missed, 0)}")
    sys.exit(bool(twice or lost or missed))


def left_out(made: Any, today: list[dict[str, Any]]) -> set[str]:
    """Return the ids of the articles that a digest names as left out, by their lines."""
    words = [each["message"] for each in made["notices"] if each["code"] == "B701"]
    return {today[int(line) - 1]["id"] for each in words for line in re.findall(r"#(\d+)", each)}


def statuses(made: Any) -> dict[str, str]:
    """Return the status of each article of a digest by its id."""
    return {
        article["id"]: article["status"]
        for story in made["stories"]
        for article in story["articles"]
    }


if __name__ == "__main__":
    main()
