"""`brief digest --send` on a loopback server: encryption first, and a kill behind the mail."""

from __future__ import annotations

import os
import signal
import ssl
import subprocess
import sys
from base64 import b64decode
from email import message_from_bytes
from pathlib import Path
from typing import ClassVar

import pytest

from cli_helpers import BRIEF, FERRY, brief, check_refused, environment, put
from test_digest_cli_broken import Post, line, post_office, sent, shown

# A certificate for 127.0.0.1 until 2120 with its key, for these tests alone.
LOOPBACK = Path(__file__).with_name("loopback.pem")
SEND = ("digest", "-o", "page.html", "--state", "s", "--send", "--date", "2026-03-02")


class Encrypting(Post):
    """Take mails over an encrypted connection alone (RFC 3207), with a login (RFC 4954)."""

    def handle(self) -> None:
        """Answer until encryption is asked for, and then go on encrypted."""
        self.wfile.write(b"220 post.example\r\n")
        for each in self.rfile:
            word = each.split()[0].upper()
            if word == b"STARTTLS":
                self.wfile.write(b"220 go on\r\n")
                break
            offers = b"250-post.example\r\n250 STARTTLS\r\n"
            self.wfile.write(offers if word == b"EHLO" else b"530 STARTTLS first\r\n")
        else:
            return
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(LOOPBACK)
        with context.wrap_socket(self.request, server_side=True) as self.connection:
            self.rfile = self.connection.makefile("rb")
            self.wfile = self.connection.makefile("wb", buffering=0)
            self.encrypted()

    def encrypted(self) -> None:
        """Answer command by command."""
        for each in self.rfile:
            word = each.split(b":")[0].split()[0].upper()
            if word == b"EHLO":
                self.wfile.write(b"250-post.example\r\n250 AUTH PLAIN\r\n")
            elif word == b"AUTH":
                self.server.mails.append(b64decode(each.split()[2]))  # type: ignore[attr-defined]
                self.wfile.write(b"235 welcome\r\n")
            elif word == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                self.server.mails.append(b"".join(self.letter()))  # type: ignore[attr-defined]
                self.wfile.write(b"250 fine\r\n")
            else:
                self.wfile.write(b"221 farewell\r\n" if word == b"QUIT" else b"250 fine\r\n")


class Deadly(Post):
    """Take a mail, and kill who sent it before it can hear so, if it is one of `victims`."""

    victims: ClassVar[list[int]] = []

    def letter(self) -> list[bytes]:  # type: ignore[override]
        """Return the lines of a mail, all there."""
        found = [*super().letter()]
        if self.victims:
            os.kill(self.victims.pop(), signal.SIGKILL)
        return found


def test_a_mail_and_its_login_go_encrypted(tmp_path: Path) -> None:
    """Where the server offers STARTTLS, the password is sent, behind it alone."""
    put(tmp_path / "a.jsonl", line("1", FERRY))

    with post_office(Encrypting) as (where, mails):
        ran = sent(tmp_path, f"smtp://brief:s3%40me@{where}", trusted=str(LOOPBACK))

    assert ran.code == 0, ran.err
    login, mail = mails
    assert login == b"\0brief\0s3@me"
    assert message_from_bytes(mail)["To"] == "desk@post.example"
    assert shown(tmp_path) == ["continuing"]


def test_a_server_that_cannot_prove_who_it_is_gets_nothing(tmp_path: Path) -> None:
    """A certificate that nobody vouches for ends the run with 1: no password, no mail, no state."""
    put(tmp_path / "a.jsonl", line("1", FERRY))

    with post_office(Encrypting) as (where, mails):
        ran = sent(tmp_path, f"smtp://brief:s3same@{where}")

    check_refused(ran, 1, where, "was not sent")
    assert not mails
    assert "s3same" not in ran.err
    assert shown(tmp_path) == ["new"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_a_run_killed_behind_its_mail_sends_the_same_mail_again(tmp_path: Path) -> None:
    """Twice rather than never: the second is the first to the byte, so it can be known as such."""
    put(tmp_path / "a.jsonl", line("1", FERRY))
    put(
        tmp_path / "brief.toml",
        '[digest]\nmail-from = "brief@post.example"\nmail-to = ["desk@post.example"]\n'
        '[digest.sections]\nAll = ["a.jsonl"]\n',
    )

    with post_office(Deadly) as (where, mails):
        env = {"BRIEF_SMTP": f"smtp://{where}"}
        with subprocess.Popen([BRIEF, *SEND], cwd=tmp_path, env=environment(env)) as run:
            Deadly.victims.append(run.pid)
        again = brief(*SEND, cwd=tmp_path, env=env)
        later = brief(*SEND, cwd=tmp_path, env=env)

    assert run.returncode == -signal.SIGKILL
    assert (again.code, later.code) == (0, 0), again.err + later.err
    assert len(mails) == 3
    assert mails[0] == mails[1]
    ids = [message_from_bytes(each)["Message-ID"] for each in mails]
    assert ids[0] == ids[1] != ids[2]
    assert "1 new" in again.err
    assert "1 continuing" in later.err
