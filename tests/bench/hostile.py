"""Print how long brief takes over one pattern repeated to 100 kB and to 200 kB, worst first.

    python tests/bench/hostile.py [--env FOLDER] [--format text|json] [--only TEXT] [--runs N]

CPU time of the whole command, start-up included, and the ratio of 200 kB to 100 kB; *net* is
that ratio with the start-up taken off, where enough is left for it to mean something: 2 is
linear, 4 quadratic. What misses a bar at first is measured again, the least of five runs.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from measuring import Environment, arguments, cost, environment

SIZE = 100_000
LONGEST, STEEPEST = 2.0, 2.3
# Below this many seconds beside start-up, a net ratio is noise.
FLOOR = 0.2
AGAIN = 5
SENTENCE = "The minister said the bridge is shut. "
PATTERNS = (
    *(
        '"',
        "'",
        "“",
        "”",
        "‘",
        "’",
        "“”",
        "”“",
        '" ',
        " '",
        "' ",
        '"a',
        '"a" ',
        "“a",
        "“a ",
        "“a” ",
    ),
    *('."', '." ', ".' ", '".', '" "', ".”", ".” ", "’s ", "“‘", "«", "«a» ", "„", "``", "''"),
    *(
        ".",
        ". ",
        "..",
        ".\n",
        ". . ",
        "... ",
        "…",
        "a.",
        "A.",
        "A. ",
        "a. ",
        "U.S. ",
        "!",
        "?!",
        "?! ",
    ),
    *(
        " ",
        "\t",
        "\n",
        "\n\n",
        "\r\n",
        "\n ",
        " \n",
        "\u00a0",
        "\u2028",
        "\u200b",
        "a\n",
        "a \n",
        "a\n\n",
    ),
    *("(", ")", "()", "(a) ", "[", "[]", "{", "<", "<p>", "(a", "a) "),
    *("a", "A", "ab ", "a ", "A ", "Aa", "Aa ", "Aa Bb ", "É", "ß", "中", "中。", "ا", "😀", "😀 "),
    *("e\u0301", "\u0301", "\u202e", "\ufeff", "\x00", "\x1b[31m", "\ufffd", "👨‍👩‍👧"),
    *("1", "1 ", "1.", "1. ", "1,", "1.1", "12:30 ", "2024-01-01 ", "1/", "$1 ", "5% "),
    *(
        ",",
        ", ",
        "a, ",
        "A, ",
        ";",
        ":",
        ": ",
        "- ",
        "-",
        "--",
        "— ",
        "–",
        "_",
        "/",
        "\\",
        "|",
        "#",
        "* ",
        "@",
    ),
    *(
        "http://a.b/",
        "www.",
        "a@b.c ",
        "&amp;",
        "By ",
        "By A\n",
        "BY ",
        "A (Reuters) - ",
        "LONDON - ",
    ),
    *(
        "Mr. ",
        "Mr. A ",
        "Dr. Jones ",
        "the ",
        "of ",
        "of the ",
        "and ",
        "Smith and ",
        "A's ",
        "A of ",
    ),
    *("said ", "said. ", "said, ", "said that ", "X said. ", "X said ", "he said ", "He said. "),
    *(
        "said X, ",
        '"A," he said. ',
        '"A," X said. ',
        "“A b c d,” said X. ",
        '"A" said ',
        "X, who said ",
        "X said that Y said that ",
    ),
    *("according to ", "According to X, ", "not ", "did not deny ", "if ", "but ", "however, "),
    *("told X that ", "saying ", ", saying ", ", adding that ", "X, the Y of Z, ", "X (Y) ", "by "),
    *(
        "Prime Minister ",
        "President X ",
        "Prime Minister X said ",
        "spokesman for the ",
        "Smith Jones ",
    ),
    *(
        SENTENCE,
        SENTENCE + "\n\n",
        "“No,” said Jane Smith. ",
        "Jane Smith said no. John Smith said yes. ",
    ),
    *(
        "Jan 1, 2024\n",
        "Monday, ",
        "10 March 2024 ",
        "Updated: ",
        "Read more: ",
        "Photo: A\n",
        "Share\n",
    ),
    *("{", '{"a":', "[1,", '{"text": "a"}\n', "null\n", "---\n", "# a\n"),
)


@dataclass(frozen=True)
class Row:
    """What one pattern takes in one format; *empty* is what start-up takes of it."""

    pattern: str
    form: str
    once: float
    twice: float
    empty: float
    code: int

    @property
    def ratio(self) -> float:
        """How much longer twice the text takes."""
        return self.twice / self.once

    @property
    def net(self) -> float | None:
        """The ratio without start-up, if there is enough to tell."""
        left = self.once - self.empty
        return (self.twice - self.empty) / left if left > FLOOR else None

    @property
    def missed(self) -> bool:
        """Whether it is too slow, too steep, or ends in a bug."""
        return self.once > LONGEST or self.ratio > STEEPEST or self.code == 3


def written(env: Environment, path: Path, text: str, form: str, runs: int) -> tuple[float, int]:
    """Write *text* to *path*; return the least CPU time of brief on it, and its exit code."""
    path.write_text(text, "utf-8", newline="")
    command = [env.brief, "-q", "--isolated", "-f", form, str(path)]
    costs = [cost(command, codes=(0, 1, 3, 5)) for _ in range(runs)]
    return min(each.cpu for each in costs), costs[0].code


def row(env: Environment, path: Path, pattern: str, form: str, *, runs: int, empty: float) -> Row:
    """Measure one pattern, written to *path*."""
    once, code = written(env, path, (pattern * SIZE)[:SIZE], form, runs)
    twice, _ = written(env, path, (pattern * 2 * SIZE)[: 2 * SIZE], form, runs)
    found = Row(pattern, form, once, twice, empty, code)
    if found.missed and runs < AGAIN:
        return row(env, path, pattern, form, runs=AGAIN, empty=empty)
    return found


def main() -> None:
    """Measure every pattern and print the table."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--format", choices=("text", "json"), help="only this format")
    parser.add_argument("--only", metavar="TEXT", help="only this pattern, \\n for a line end")
    parser.add_argument("--top", type=int, default=25, help="how many lines to print")
    options = parser.parse_args()
    runs = options.runs or 1
    only = options.only and options.only.replace("\\n", "\n")
    patterns = (only,) if only else tuple(dict.fromkeys(PATTERNS))
    forms = (options.format,) if options.format else ("text", "json")
    with environment(options.env) as (env, folder):
        path = folder / "hostile.txt"
        empty, _ = written(env, path, "Rain fell on the town.\n", "text", AGAIN)
        rows = [
            row(env, path, each, form, runs=runs, empty=empty)
            for each in patterns
            for form in forms
        ]
    missed = [each for each in rows if each.missed]
    print(f"{len(patterns)} patterns; {SIZE // 1000} kB and twice that; start-up {empty:.2f} s")
    print(f"bars: {LONGEST:g} s at {SIZE // 1000} kB, ratio {STEEPEST:g}; {len(missed)} missed")
    print(f"{'pattern':30}{'format':7}{'s':>6} {'ratio':>6} {'net':>6} {'exit':>5}")
    rows.sort(key=lambda each: (not each.missed, -each.once))
    for each in rows[: max(options.top, len(missed))]:
        net = f"{each.net:6.2f}" if each.net else f"{'':6}"
        said = "  MISSED" if each.missed else ""
        figures = f"{each.once:6.2f} {each.ratio:6.2f} {net} {each.code:5}"
        print(f"{ascii(each.pattern)[:28]:30}{each.form:7}{figures}{said}")


if __name__ == "__main__":
    main()
