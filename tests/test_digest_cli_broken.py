"""`brief digest` where something breaks: what was shown is only remembered if it was shown."""

from __future__ import annotations

import json
import os
import signal
import socketserver
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from cli_helpers import BRIEF, FERRY, ORCHARD, Ran, brief, check_refused, environment, put, run

NOISY = """
from brief import Phase, Stage, hookimpl

def shout(brief, context):
    print("printed by a plugin", flush=True)
    raise RuntimeError("no words today")

@hookimpl
def brief_stages():
    return [Stage("shout", shout, Phase.FINISH)]
"""
SLOW = """
import os, time
from brief import Phase, Stage, hookimpl

def dawdle(brief, context):
    os.write(2, b"at work\\n")
    time.sleep(30)
    return brief

@hookimpl
def brief_stages():
    return [Stage("dawdle", dawdle, Phase.FINISH)]
"""


def line(name: str, text: str, title: str = "") -> str:
    """Return an article as a JSON line."""
    return json.dumps({"id": name, "title": title or text.splitlines()[0], "text": text}) + "\n"


def shown(folder: Path) -> list[str]:
    """Return the status of each article of `a.jsonl` against the state `s`."""
    args = ("a.jsonl", "--isolated", "-f", "json", "--state", "s", "--dry-run")
    return [each["status"] for each in brief("digest", *args, cwd=folder).document["stories"]]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs POSIX files")
def test_where_the_page_cannot_be_written_nothing_was_shown(tmp_path: Path) -> None:
    """A folder that is a file refuses the page in one line, and all is still new."""
    put(tmp_path / "a.jsonl", line("1", FERRY))
    put(tmp_path / "taken", "a file")

    ran = brief(
        "digest", "--isolated", "a.jsonl", "-o", "taken/page.html", "--state", "s", cwd=tmp_path
    )

    check_refused(ran, 1, "taken")
    assert shown(tmp_path) == ["new"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs ulimit of a POSIX shell")
def test_where_the_disk_is_full_nothing_was_shown(tmp_path: Path) -> None:
    """Files that may not grow leave no half of a page, and what was not shown is still new."""
    put(tmp_path / "a.jsonl", line("1", FERRY))
    first = brief("digest", "--isolated", "a.jsonl", "-f", "json", "--state", "s", cwd=tmp_path)
    assert first.code == 0, first.err
    put(tmp_path / "a.jsonl", line("1", FERRY) + line("2", ORCHARD))

    command = f"ulimit -f 8; exec '{BRIEF}' digest --isolated a.jsonl -o page.html --state s"
    ran = run(["sh", "-c", command], cwd=tmp_path)

    assert ran.code == 1, ran.err
    assert "Traceback" not in ran.err
    assert len(ran.errors) == 1, ran.err
    assert not (tmp_path / "page.html").exists()
    assert sorted(shown(tmp_path)) == ["continuing", "new"]


def test_a_reader_that_goes_away_was_shown_nothing(tmp_path: Path) -> None:
    """Where nobody reads standard output, the digest ends quietly and all is still new."""
    put(tmp_path / "a.jsonl", line("1", FERRY))
    reader, writer = os.pipe()
    os.close(reader)

    with subprocess.Popen(
        [BRIEF, "digest", "--isolated", "a.jsonl", "--state", "s"],
        cwd=tmp_path,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=writer,
        stderr=subprocess.PIPE,
    ) as process:
        os.close(writer)
        said = process.communicate(timeout=60)[1]

    assert b"Traceback" not in said
    assert shown(tmp_path) == ["new"]


def test_what_a_plugin_prints_is_no_part_of_the_digest(tmp_path: Path) -> None:
    """A stage that prints and breaks is told of in the digest, which is made all the same."""
    put(tmp_path / "a.jsonl", line("1", FERRY))
    put(tmp_path / "noisy.py", NOISY)

    ran = brief(
        "digest", "--isolated", "a.jsonl", "-f", "json", "--plugin", "noisy.py", cwd=tmp_path
    )

    assert ran.code == 0, ran.err
    assert [each["status"] for each in ran.document["stories"]] == ["new"]
    assert "printed by a plugin" in ran.err
    assert "no words today" in ran.out


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_an_interruption_leaves_the_state_as_it_was(tmp_path: Path) -> None:
    """Ctrl-C in the middle of the briefs ends with 130, without a page, and all is still new."""
    put(tmp_path / "a.jsonl", line("1", FERRY))
    put(tmp_path / "slow.py", SLOW)

    with subprocess.Popen(
        [
            *(BRIEF, "digest", "--isolated", "a.jsonl", "-o", "page.html", "--state", "s"),
            *("--plugin", "slow.py"),
        ],
        cwd=tmp_path,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stderr is not None
        for said in process.stderr:
            if said.startswith(b"at work"):
                break
        process.send_signal(signal.SIGINT)
        rest = process.communicate(timeout=60)[1]

    assert process.returncode == 130
    assert b"Traceback" not in rest
    assert not (tmp_path / "page.html").exists()
    assert shown(tmp_path) == ["new"]


class Post(socketserver.StreamRequestHandler):
    """Take mails as SMTP has it (RFC 5321), or refuse those to one recipient."""

    def handle(self) -> None:
        """Answer command by command."""
        self.wfile.write(b"220 post.example\r\n")
        for each in self.rfile:
            word = each.split(b":")[0].split()[0].upper()
            if word == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                self.server.mails.append(b"".join(self.letter()))  # type: ignore[attr-defined]
            refused = word == b"RCPT" and b"nobody@" in each
            if word == b"QUIT":
                self.wfile.write(b"221 farewell\r\n")
                return
            self.wfile.write(b"550 unknown\r\n" if refused else b"250 fine\r\n")

    def letter(self) -> Iterator[bytes]:
        """Yield the lines of a mail up to the dot behind it."""
        for each in self.rfile:
            if each == b".\r\n":
                return
            yield each.removeprefix(b".") if each.startswith(b"..") else each


@contextmanager
def post_office(clerk: type[Post] = Post) -> Iterator[tuple[str, Sequence[bytes]]]:
    """Yield the address of a mail server on loopback, and the mails that *clerk* takes."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), clerk) as server:
        server.mails = []  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"127.0.0.1:{server.server_address[1]}", server.mails  # type: ignore[attr-defined]
        finally:
            server.shutdown()
            thread.join()


def sent(folder: Path, server: str, to: str = "desk@post.example", *, trusted: str = "") -> Ran:
    """Run a digest of `a.jsonl` that is sent to *to* by *server*; *trusted* are certificates."""
    put(
        folder / "brief.toml",
        f'[digest]\nmail-from = "Brief <brief@post.example>"\nmail-to = ["{to}"]\n'
        '[digest.sections]\nAll = ["a.jsonl"]\n',
    )
    return brief(
        "digest", "-o", "page.html", "--state", "s", "--send",
        cwd=folder, env={"BRIEF_SMTP": server, **({"SSL_CERT_FILE": trusted} if trusted else {})},
    )  # fmt: skip


def test_a_mail_arrives_in_text_and_html(tmp_path: Path) -> None:
    """--send brings the digest to who is named, and a headline cannot add a header."""
    put(tmp_path / "a.jsonl", line("1", FERRY, "Ferry\r\nBcc: spy@post.example\r\n\r\nstopped"))

    with post_office() as (where, mails):
        ran = sent(tmp_path, f"smtp://{where}")

    assert ran.code == 0, ran.err
    mail = message_from_bytes(mails[0], policy=default)
    assert [mails[1:], mail["To"], mail["Bcc"]] == [[], "desk@post.example", None]
    assert sorted(part.get_content_type() for part in mail.walk())[1:] == [
        "text/html",
        "text/plain",
    ]
    assert shown(tmp_path) == ["continuing"]


def test_a_mail_that_is_refused_was_not_shown(tmp_path: Path) -> None:
    """A recipient that the server does not know is 1 in one line, and all is still new."""
    put(tmp_path / "a.jsonl", line("1", FERRY))

    with post_office() as (where, mails):
        ran = sent(tmp_path, f"smtp://{where}", "nobody@post.example")

    check_refused(ran, 1, where, "was not sent")
    assert not mails
    assert shown(tmp_path) == ["new"]


def test_a_password_is_never_printed_nor_sent_in_the_clear(tmp_path: Path) -> None:
    """Without encryption there is no login; the line names the server, not the password."""
    put(tmp_path / "a.jsonl", line("1", FERRY))

    with post_office() as (where, mails):
        clear = sent(tmp_path, f"smtp://brief:s3same@{where}")
    wrong = sent(tmp_path, "smtpx://brief:s3same@post.example")

    check_refused(clear, 1, "no encryption", where)
    check_refused(wrong, 2, "BRIEF_SMTP must read")
    assert not mails
    assert "s3same" not in clear.err + wrong.err
