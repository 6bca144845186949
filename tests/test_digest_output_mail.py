"""A digest in a mail, whose headers no text can reach, and in the summary of a GitHub job."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP, default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.builtin.renderers.digest import DigestGithub, DigestMail
from brief.builtin.renderers.digest.github import MOST_BYTES, annotated
from brief.contracts import Context
from brief.digest.model import Digest, Trouble
from brief.errors import ConfigError
from brief.model import Failure
from digest_parade import ferry, haunted_digest, march, quiet
from html_page import parsed, words_of
from payloads import FAMILIES, payloads

CONTEXT = Context()
HEADERS = [
    "From",
    "Subject",
    "Date",
    "Message-ID",
    "Auto-Submitted",
    "Content-Type",
    "MIME-Version",
]
FEW = 3 * len(FAMILIES)


def mail_of(digest: Digest, sender: str = "", to: str = "") -> EmailMessage:
    """Return the mail of *digest* as a mail program reads it."""
    raw = b"".join(DigestMail(sender, to)(iter([digest]), CONTEXT))
    found = message_from_bytes(raw, policy=default)
    assert isinstance(found, EmailMessage)
    return found


def test_mail_opens_as_text_and_html() -> None:
    """A mail program finds the digest as text, and the same as valid HTML."""
    found = mail_of(march(), "desk@news.example", "a@news.example, Bo Lee <b@news.example>")

    text, html = [*found.iter_parts()]
    assert found.get_content_type() == "multipart/alternative"
    assert "Harlow Street bridge shut until spring" in text.get_content()
    assert "cost of delay: 3 million crowns a year" in words_of(parsed(html.get_content()))
    assert not found.defects
    assert found["Subject"] == "Morning digest, 4 March 2031"
    assert found["From"] == "Morning digest <desk@news.example>"
    assert found["To"] == "a@news.example, Bo Lee <b@news.example>"
    assert str(found["Date"]) == "Tue, 04 Mar 2031 00:00:00 +0000"


def test_mail_keeps_to_the_lengths_of_its_standard() -> None:
    """RFC 5322, 2.1.1: lines end in CR LF and have 998 characters at most, none beyond ASCII."""
    raw = b"".join(DigestMail()(iter([march()]), CONTEXT))

    lines = raw.split(b"\r\n")
    assert max(map(len, lines)) <= 998
    assert all(b"\n" not in each and b"\r" not in each for each in lines)
    assert raw.isascii()


def test_no_payload_reaches_a_header() -> None:
    """A title, a day or a source that holds line ends adds no header and ends none."""
    breaks = ("x\r\nBcc: all@evil.example", "x\n\n<script>", "x\rTo: y", "=?utf-8?q?=0ABcc:_y?=")
    for evil in (*breaks, *(each for _, each in payloads(FEW))):
        found = mail_of(haunted_digest(evil))

        assert sorted(found.keys()) == sorted(HEADERS), evil
        assert found.get_content_type() == "multipart/alternative"
        assert len([*found.iter_parts()]) == 2
        assert "\n" not in found["Subject"]


@given(st.text(max_size=80))
def test_any_title_is_one_subject(title: str) -> None:
    """Whatever the title, the mail has the same headers, each once."""
    found = mail_of(Digest("2031-03-04", title=title))

    assert sorted(found.keys()) == sorted(HEADERS)


@pytest.mark.parametrize(
    "given_",
    [
        "nobody",
        "a b@x",
        "a@",
        "@b",
        "a@b.example\r\nBcc: c@d.example",
        "a@b.example, nobody",
        ",",
        "a..b@c.d",
        "=?utf-8?q?x?= <a@b.c>",
    ],
)
def test_what_is_no_address_is_told(given_: str) -> None:
    """An address that is none, or hides a header, is an error that says what to write."""
    with pytest.raises(ConfigError, match=r"^no mail address: .*; write name@host\.example$"):
        DigestMail(to=given_)


def test_mail_of_another_digest_has_another_id() -> None:
    """Mail programs throw away what has an id they know."""
    found = [mail_of(each)["Message-ID"] for each in (march(), quiet(), march())]

    assert found[0] == found[2] != found[1]


def test_boundary_stands_in_no_part() -> None:
    """The words of a digest cannot end the part that they stand in."""
    first = mail_of(march())
    title = f"--{first.get_boundary()}"

    found = mail_of(replace(march(), title=title))

    assert len([*found.iter_parts()]) == 2
    assert found.get_boundary() != first.get_boundary()
    assert found.as_bytes(policy=SMTP)


def test_annotations_name_source_and_reason() -> None:
    """A passing failure is a warning, one of three days running an error; ours are escaped."""
    failure = Failure("https://a.example/x,y", "load", "50 % lost\n::add-mask::x")
    digest = Digest("d", troubles=(Trouble(failure), Trouble(replace(failure, source="b"), 3)))

    first, second = annotated(digest)

    assert first == (
        "::error title=b failed::b: 50 %25 lost ::add-mask::x (failed 3 days running)\n"
    )
    assert second == (
        "::warning title=https%3A//a.example/x%2Cy failed::"
        "https://a.example/x,y: 50 %25 lost ::add-mask::x\n"
    )


def test_annotations_are_no_more_than_github_shows() -> None:
    """Of thirty sources that fail, nine are named and the rest counted."""
    troubles = tuple(Trouble(Failure(f"s{n}", "load", "no")) for n in range(30))

    lines = [*annotated(Digest("d", troubles=troubles))]

    assert len(lines) == 10
    assert lines[-1].startswith("::warning title=21 more sources failed::")


def test_no_payload_is_a_command() -> None:
    """Printed in a job's log, no line of a summary is taken for a command."""
    evils = ("::error::x", "##[error]x", "\n::stop-commands::x", "x\r::set-env name=a::b", "a.txt")
    for evil in (*evils, *(each for _, each in payloads(FEW))):
        digest = haunted_digest(evil)
        text = "".join(DigestGithub()(iter([digest]), CONTEXT))

        assert not [each for each in text.splitlines() if each.lstrip().startswith("::")], evil
        assert "##[" not in text
        for each in annotated(digest):
            assert re.fullmatch(r"::(error|warning) title=[^:,\r\n]*::[^\r\n]*\n", each), evil


def test_summary_keeps_to_what_github_takes() -> None:
    """GitHub refuses a summary over 1 MiB as a whole: later stories are counted instead."""
    stories = tuple(replace(ferry(), id=str(n)) for n in range(700))
    trouble = Trouble(Failure("feed.xml", "load", "no"))

    text = "".join(DigestGithub()(iter([Digest("d", stories, troubles=(trouble,))]), CONTEXT))

    assert len(text.encode()) <= MOST_BYTES
    assert re.search(r"\nand \d+ more stories: a job summary has room for 1 MiB\.\n", text)
    assert "feed.xml" in text
