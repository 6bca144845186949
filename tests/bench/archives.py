"""Print how fast archives are read, and how much memory that takes at most.

    python tests/bench/archives.py [--megabytes N]

Writes a Parquet file in one row group and a packed WARC, each of about N million bytes of text
(200), to a folder that is removed afterwards; reads each in a process of its own. The bars: the
peak stays under 300 MB, whatever the size of the file. Needs pyarrow,
brief-web and fastwarc, and Linux.
"""

from __future__ import annotations

import argparse
import gzip
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

MOST_MEMORY = 300
WORDS = (
    "ferry island harbour mayor council bridge repair valve engine weather school parents police "
    "fishermen county budget million kroner report builder quay winter morning Monday people said"
)
READ = """
import re, sys, time
from pathlib import Path
from brief import Article, Context
from {module} import {name}
start, count, chars = time.perf_counter(), 0, 0
for each in {name}()(sys.argv[1], Context()):
    count += isinstance(each, Article)
    chars += len(each.text) if isinstance(each, Article) else 0
    if time.perf_counter() - start > {limit}:
        break
print(count, chars, time.perf_counter() - start)
# Not getrusage, whose peak a process inherits from the one that has started it.
print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


def texts(megabytes: int) -> Iterator[str]:
    """Yield invented articles of some 5,000 letters, *megabytes* million letters in all."""
    chosen = random.Random(6)  # noqa: S311  # the same file each time
    words = WORDS.split()
    left = megabytes * 1_000_000
    while left > 0:
        sentences = (" ".join(chosen.choices(words, k=14)).capitalize() + "." for _ in range(50))
        paragraphs = "\n\n".join(sentences)
        left -= len(paragraphs)
        yield paragraphs


def write_parquet(path: Path, megabytes: int) -> None:
    """Write a Parquet file of one row group, the worst case for a reader that streams."""
    import pyarrow as pa
    from pyarrow.parquet import write_table

    table = pa.table({"text": list(texts(megabytes))})
    write_table(table, path, row_group_size=10_000_000)


def write_warc(path: Path, megabytes: int) -> None:
    """Write a WARC with a page for each text, each record packed by itself."""
    with path.open("wb") as out:
        for number, text in enumerate(texts(megabytes)):
            out.write(gzip.compress(_record(number, text), 1))


def _record(number: int, text: str) -> bytes:
    told = "".join(f"<p>{each}</p>" for each in text.split("\n\n"))
    head = f"<html><head><title>Report {number}</title></head>"
    page = f"{head}<body><article>{told}</article></body></html>"
    block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}".encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://post.example/{number}\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
        "WARC-Date: 2025-03-14T09:12:05Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def measured(path: Path, module: str, name: str, limit: int) -> tuple[int, int, float, int]:
    """Return articles, letters, seconds and peak in MB of a read that ends after *limit*."""
    code = READ.format(module=module, name=name, limit=limit)
    ran = subprocess.run(
        [sys.executable, "-c", code, path], capture_output=True, text=True, check=True
    )
    first, peak = ran.stdout.splitlines()
    count, letters, seconds = first.split()
    return int(count), int(letters), float(seconds), int(peak)


def main() -> int:
    """Measure, print, and return 0 if the peaks are under the bar."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--megabytes", type=int, default=200)
    parser.add_argument("--seconds", type=int, default=60, help="stop each read after so long")
    args = parser.parse_args()
    kinds: tuple[tuple[str, str, str, Callable[[Path, int], None]], ...] = (
        ("a.parquet", "brief.builtin.loaders.parquet", "Parquet", write_parquet),
        ("a.warc.gz", "brief_web.warc", "Warc", write_warc),
    )
    worst = 0
    with tempfile.TemporaryDirectory() as folder:
        for file, module, name, write in kinds:
            path = Path(folder) / file
            start = time.perf_counter()
            write(path, args.megabytes)
            took = time.perf_counter() - start
            count, letters, seconds, peak = measured(path, module, name, args.seconds)
            worst = max(worst, peak)
            size = path.stat().st_size / 1_000_000
            print(
                f"{file}: {size:.0f} MB (written in {took:.0f} s); {count} articles, "
                f"{letters / 1_000_000:.0f} M letters in {seconds:.1f} s "
                f"({count / seconds:.0f} a second), peak {peak} MB"
            )
    print(f"peak: {worst} MB, bar {MOST_MEMORY} MB")
    return 0 if worst < MOST_MEMORY else 1


if __name__ == "__main__":
    raise SystemExit(main())
