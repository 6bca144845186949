"""Print how often brief-integrity speaks of clean articles, of spun ones, and what it costs.

    python tests/bench/integrity.py [clean] [spun] [cost] [phrases]

`clean`: articles of each set with a notice, by code; `--read` prints every notice, to be judged.
`spun`: clean articles put through a small spinner that swaps a word wherever it stands, as such
programs do, at three rates, and the share that B501 is said of, by words of the article.
`cost`: CPU time of the two stages beside that of a whole brief. `phrases`: the entries of the
list that stand in a clean article, with how often: there should be none but of strength 1.
Without a word, all of them. Needs the folder ARTICLES_OF_BRIEF.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter

from brief_integrity.mangled import mangled, places
from cleaning import articles
from stages import Timed

from brief.builtin.describe import describe
from brief.config import gather
from brief.contracts import Context
from brief.model import Brief
from brief.pipeline import Pipeline
from brief.plan import plan
from brief.plugins import Wanted, load
from brief.recipe import Recipe

BARRED = (
    "stories/newscluster",
    "summaries/writers",
    "attributions/polnear-train",
    "attributions/polnear-dev",
)
OTHERS = ("headlines/bbc", "summaries/cnndm", "summaries/xsum", "sentences/gum", "html/dev")
STAGES = ("ai-lines", "integrity")
CODES = ("B501", "B502", "B503", "B504", "B505")
BAR = 2
CONTEXT = Context(date="2025-01-01")
DENSITY = 5.0
# What the spinner makes of common words. Such programs swap what a thesaurus lists first.
SWAPS_TEXT = """
said=mentioned told=instructed war=conflict house=home office=workplace city=metropolis
court=courtroom party=get_together news=information national=nationwide year=yr security=safety
health=well_being bank=financial_institution foreign=overseas law=regulation
international=worldwide general=normal street=road people=folks post=put_up times=instances
school=faculty high=excessive right=proper fire=hearth death=dying trade=commerce
stock=inventory interest=curiosity rate=charge rates=charges car=automobile game=recreation
final=remaining round=spherical great=nice green=inexperienced red=purple light=gentle
hard=arduous cold=chilly hot=sizzling policy=coverage process=course_of agency=company
commission=fee department=division force=pressure attorney=lawyer judge=choose club=membership
last=final end=finish attempt=try help=assist show=present child=little_one front=entrance
living=residing cost=price supply=provide private=personal company=firm association=affiliation
beach=seaside hall=corridor term=time_period release=launch statement=assertion
become=grow_to_be power=energy energy=vitality climate=local_weather cancer=most_cancers
heart=coronary_heart conference=convention campaign=marketing_campaign bill=invoice
middle=center center=heart exchange=alternate growth=progress consumer=shopper price=worth
prices=costs sales=gross_sales net=web executive=government leader=chief
countries=international_locations however=nonetheless but=however big=huge important=vital
"""
SWAPS = dict(pair.split("=") for pair in SWAPS_TEXT.split())
WORD = re.compile(r"[A-Za-z]+")
# Of the places where it could, the spinner swaps this share.
RATES = (1.0, 0.6, 0.3)
SEED = 5


def stages() -> tuple[Pipeline, dict[str, Timed]]:
    """Return the stages of `brief` with the plugin, each with a timer."""
    chosen = plan(gather(Recipe(), isolated=True), load(Wanted(only=("integrity",))))
    timers = {owned.record.name: Timed(owned.record.run) for owned in chosen.stages}
    timed = [
        owned._replace(record=owned.record._replace(run=timers[owned.record.name]))
        for owned in chosen.stages
    ]
    assert set(STAGES) <= set(timers), "brief-integrity is not installed"
    run = Pipeline(timed, CONTEXT)
    run.open()
    return run, timers


def clean(read: bool) -> bool:
    """Print the alarms of each set; return whether the bar holds."""
    run, _ = stages()
    barred = 0
    print(f"{'set':<28}{'articles':>9}" + "".join(f"{code:>7}" for code in CODES) + "  alarmed")
    for name in (*BARRED, *OTHERS):
        count, alarmed, codes = 0, 0, Counter[str]()
        for article in articles(name):
            brief = run(describe(article, CONTEXT))
            assert isinstance(brief, Brief)
            notices = [each for each in brief.notices if each.code in CODES]
            count, alarmed = count + 1, alarmed + bool(notices)
            codes.update({each.code for each in notices})
            for each in notices if read else ():
                print(f"  {article.id} {each.code} {each.message}")
        barred += alarmed if name in BARRED else 0
        print(f"{name:<28}{count:>9}" + "".join(f"{codes[c]:>7}" for c in CODES) + f"{alarmed:>9}")
    print(f"false alarms in the first four sets: {barred}, at most {BAR}")
    return barred <= BAR


def spin(text: str, rate: float) -> str:
    """Return *text* with a share *rate* of the words that the spinner knows swapped."""
    chance = random.Random(SEED)  # noqa: S311  # the same every time

    def swapped(match: re.Match[str]) -> str:
        word = match[0]
        other = SWAPS.get(word.lower(), "").replace("_", " ")
        if not other or chance.random() >= rate:
            return word
        return other[0].upper() + other[1:] if word[0].isupper() else other

    return WORD.sub(swapped, text)


def spun() -> None:
    """Print of how many spun articles B501 is said, by how many words of each were swapped."""
    print(f"{'swapped of what could be':<28}{'articles':>9}{'a 1,000 words':>15}{'told':>7}")
    for rate in RATES:
        for least, most in ((0, 250), (250, 500), (500, 100_000)):
            told = count = swaps = words = 0
            for article in (each for name in BARRED[:3] for each in articles(name)):
                here = len(article.text.split())
                if not least <= here < most:
                    continue
                count, words = count + 1, words + here
                text = spin(article.text, rate)
                swaps += int(rate * sum(w.lower() in SWAPS for w in WORD.findall(article.text)))
                told += bool(mangled(text, DENSITY))
            label = f"{rate:.0%}, {least} to {most} words"
            print(f"{label:<28}{count:>9}{swaps * 1000 / words:>15.1f}{told / count:>7.0%}")


def cost() -> None:
    """Print the share of a brief that the two stages take."""
    run, timers = stages()
    read = [describe(each, CONTEXT) for each in articles(BARRED[0])]
    for article in read[:50]:
        run(article)
    before = {name: timer.taken for name, timer in timers.items()}
    start = time.process_time()
    for article in read:
        run(article)
    whole = time.process_time() - start
    own = {name: timers[name].taken - before[name] for name in STAGES}
    for name, taken in own.items():
        print(f"{name:<12}{taken / len(read) * 1e3:>7.3f} ms an article")
    share = sum(own.values()) / (whole - sum(own.values()))
    print(f"of a brief without them ({whole / len(read) * 1e3:.1f} ms): {share:.1%}, at most 3 %")


def phrases() -> None:
    """Print the entries of the list that a clean article holds."""
    seen: Counter[str] = Counter()
    for name in (*BARRED, *OTHERS):
        for article in articles(name):
            seen.update(f"{one.strength} {one.form}" for one, _, _ in places(article.text))
    print(f"entries that stand in a clean article: {len(seen)}")
    for form, times in sorted(seen.items()):
        print(f"{times:>5}  {form}")


def main() -> int:
    """Print what is asked for; exit code 1 where the bar does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="*", default=[])
    parser.add_argument("--read", action="store_true")
    given = parser.parse_args()
    wanted = given.what or ["clean", "phrases", "spun", "cost"]
    held = clean(given.read) if "clean" in wanted else True
    for name, shows in {"phrases": phrases, "spun": spun, "cost": cost}.items():
        if name in wanted:
            shows()
    return 0 if held else 1


if __name__ == "__main__":
    raise SystemExit(main())
