"""What the loaders `eml` and `mbox` read, what they leave out, and what they refuse."""

from __future__ import annotations

import textwrap
from email.message import EmailMessage
from pathlib import Path

import pytest
from brief_docs import articles_of
from brief_docs.mail import accepts_eml, looks_mail
from brief_docs.mail.facts import facts_of
from brief_docs.mail.hidden import shown
from brief_docs.mbox import Mbox, accepts_mbox
from docs_written import STORY, mail, page
from hypothesis import given, settings
from hypothesis import strategies as st

from brief import Article, Context, Failure, LoadError

PLAIN = "\n\n".join(textwrap.fill(each, 70) for each in STORY)


def read(message: EmailMessage | bytes) -> Article:
    """Return the only article of *message*, called a.eml."""
    [article] = all_of(message)
    return article


def all_of(message: EmailMessage | bytes) -> list[Article]:
    """Return the articles of *message*."""
    raw = message if isinstance(message, bytes) else bytes(message)
    found = list(articles_of(raw, source="a.eml", media_type="message/rfc822"))
    return [each for each in found if isinstance(each, Article)]


def told(article: Article) -> list[str]:
    """Return the paragraphs that are not marked as no part of the story."""
    gone = [article.text[span.start : span.end] for span in article.furniture]
    return [each for each in article.text.split("\n\n") if each not in gone]


def codes(article: Article) -> list[str]:
    """Return the codes of the notices."""
    return [notice.code for notice in article.notices]


def test_a_newsletter_is_read_from_its_html() -> None:
    """Hidden preview text is left out and told; what keeps the letter going is marked."""
    above = '<div style="display:none">Read on for more &zwnj;</div><p>View in browser</p>'
    below = "<p>You are receiving this email. <a href='x'>Unsubscribe</a></p><p>1 Quay Street</p>"

    article = read(mail("View online: https://t.example/a\n", page(STORY, above, below)))

    assert told(article) == list(STORY)
    assert codes(article) == ["B110"]
    assert "Read on" not in article.text
    assert (article.title, article.outlet) == ("Ferry suspended", "Harbour Post")
    assert article.published == "2025-03-14T09:12:05+01:00"


def test_plain_text_is_read_where_it_holds_the_story() -> None:
    """A mail whose HTML is a picture with a link is read from its plain text."""
    article = read(mail(PLAIN, "<p><a href='x'><img src='y'></a> See the picture.</p>"))

    assert told(article) == list(STORY)


def test_the_cells_of_a_layout_are_told_apart() -> None:
    """Two stories side by side in a table do not run into each other."""
    cells = "".join(f"<td style='font-size:0px'>{each}</td>" for each in STORY)

    article = read(mail(html=f"<table><tr>{cells}</tr></table>"))

    assert told(article) == list(STORY)


def test_addresses_in_brackets_are_left_out_of_plain_text() -> None:
    """Where a link leads is no word of the sentence it stands in."""
    text = STORY[0].replace("fire", "fire <https://t.example/abc>")

    article = read(mail(f"{text}\n\n-----\n\nhttps://t.example/x\n"))

    assert told(article) == [STORY[0]]


def test_replies_and_signatures_are_no_story() -> None:
    """What is quoted below an answer, and what stands behind "-- ", is marked."""
    end = "\n\nOn Fri, 14 Mar 2025, Ruben Vale wrote:\n> When will it sail?\n\n-- \nPress office\n"

    article = read(mail(PLAIN + end, subject="Re: your question"))

    assert told(article) == list(STORY)
    assert article.title == "your question"


@pytest.mark.parametrize("quoted", ["", "> "])
def test_a_mail_that_is_passed_on_is_the_story(quoted: str) -> None:
    """Its own header lines tell who has sent it and when, not those of the mail around it."""
    inner = (
        "Begin forwarded message:\n\nFrom: Maren Holt from Harbour Post <m@post.example>\n"
        f"Subject: Ferry suspended\nDate: 13 March 2025 at 09:12:05 CET\nTo: r@x.example\n\n{PLAIN}"
    )
    inner = "\n".join(f"{quoted}{line}".rstrip() for line in inner.split("\n"))

    article = read(mail(f"FYI.\n\n{inner}\n", subject="Fwd: Ferry", sender="r@x.example"))

    assert told(article) == list(STORY)
    assert (article.byline, article.outlet) == ("Maren Holt", "Harbour Post")
    assert (article.title, article.published) == ("Ferry suspended", "2025-03-13")


def test_attached_mails_are_articles_and_other_attachments_are_named() -> None:
    """Mails in a mail are numbered; a PDF beside the text is named, not opened."""
    outer = mail("See below.", subject="two stories")
    outer.add_attachment(mail(PLAIN, subject="one"))
    second = mail(PLAIN, subject="two")
    second.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="über.pdf")
    outer.add_attachment(second)

    found = all_of(outer)

    assert [(each.origin, each.title) for each in found] == [("a.eml#1", "one"), ("a.eml#2", "two")]
    assert codes(found[1]) == ["B115"]
    assert found[1].notices[0].message == "attachments are not read: über.pdf"


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("utf-8", "Ørlund’s ferry is out for good, they said."),
        ("iso-8859-1", "The café said “no” to the €4 million offer."),
        ("no-such-charset", "Ørlund’s ferry is out for good, they said."),
        ("punycode", "Ørlund’s ferry is out for good, they said."),
    ],
)
def test_charsets_are_read_as_mail_programs_do(charset: str, text: str) -> None:
    """Latin-1 is Windows-1252; a charset that nobody knows is worked out."""
    encoding = "cp1252" if charset == "iso-8859-1" else "utf-8"
    head = (
        "From: a@x.example\nSubject: =?utf-8?q?=C3=98rlund?=\n"
        f"Content-Type: text/plain; charset={charset}\n\n"
    )

    article = read(head.encode() + text.encode(encoding))

    assert (article.text, article.title) == (text, "Ørlund")


@pytest.mark.parametrize(
    ("sender", "byline", "outlet"),
    [
        ("Maren Holt <m@x.example>", "Maren Holt", ""),
        ("Harbour Post <m@x.example>", "", "Harbour Post"),
        ('"Maren Holt at Harbour Post" <m@x.example>', "Maren Holt", "Harbour Post"),
        ("Maren Holt | Orlund Letters <m@x.example>", "Maren Holt", "Orlund Letters"),
        ("news@x.example", "", ""),
    ],
)
def test_a_sender_is_a_person_a_paper_or_both(sender: str, byline: str, outlet: str) -> None:
    """The name of the sender is the byline or the outlet; an address is neither."""
    facts = facts_of(mail("x", sender=sender))

    assert (facts.byline, facts.outlet) == (byline, outlet)


@pytest.mark.parametrize(
    ("html", "hidden"),
    [
        ("<p hidden>secret</p><p>seen</p>", True),
        ("<p style='Display : None'>secret</p><p>seen</p>", True),
        ("<p style='mso-hide:all'>secret</p><p>seen</p>", True),
        ("<p style='display:none'>secret", False),
        ("<p style='max-height:0.5em'>secret</p>", False),
    ],
)
def test_what_is_hidden_is_known_by_its_style(html: str, hidden: bool) -> None:
    """A hidden element is left out up to its end; one that never ends hides nothing."""
    found = shown(html)

    assert ("secret" in found.html) is not hidden
    assert ("secret" in found.hidden) is hidden


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"\n\nhello", "no e-mail: it has no header lines"),
        (b"From: a\nSubject: b\n\n \n", "empty: no text to brief"),
        (b"From: a\nContent-Type: application/pkcs7-mime\n\nx", "encrypted; save its text"),
        (b"From: a\n" + b'x: boundary="a"\n' * 300 + b"\n", "more than 200 nested parts"),
        (b"From: a\nX: boundary=1\n" * 100 + b"\n" * 200_000, "too many parts in too many lines"),
        (b"From: a\n" + b"X: y\n" * 200_000 + b"\nhello", "header lines of more than 500 kB"),
        (b"From: a\n\n" + b"hello there. " * 200_000, "larger than 1,500 kB"),
    ],
)
def test_what_is_no_mail_is_refused_in_one_line(raw: bytes, said: str) -> None:
    """No header, no text, a closed envelope and mails without end cost a line."""
    with pytest.raises(LoadError) as caught:
        all_of(raw)

    assert str(caught.value).startswith("a.eml: ")
    assert said in str(caught.value)


def test_a_mailbox_is_read_mail_by_mail(tmp_path: Path) -> None:
    """Each mail is a record; one that is empty is a failure; quoted "From " lines are mended."""
    box = tmp_path / "a.mbox"
    rows = []
    for number, text in enumerate((STORY[0], "", "From here on the ferry sails again, they said.")):
        message = mail(
            text or " ", subject=f"mail {number}", date="Fri, 14 Mar 2025 09:12:05 +0100"
        )
        body = bytes(message).replace(b"\nFrom ", b"\n>From ")
        rows.append(b"From a@x.example Fri Mar 14 09:12:05 2025\n" + body + b"\n")
    box.write_bytes(b"".join(rows))

    found = list(Mbox()(str(box), Context()))

    assert isinstance(found[0], Article)
    assert (found[0].origin, found[0].title) == (f"{box}#1", "mail 0")
    assert found[1] == Failure(f"{box}#2", "load", "empty: no text to brief")
    assert isinstance(found[2], Article)
    assert found[2].text.startswith("From here on")


def test_mail_and_mailboxes_are_known_by_name_or_by_their_first_bytes(tmp_path: Path) -> None:
    """A suffix decides; without one, and on standard input, header lines do; prose does not."""
    start = b"Received: by x\nFrom: a@x.example\nSubject: b\n\nhello"

    assert accepts_eml("a.EML", b"")
    assert accepts_eml("-", start)
    assert not looks_mail(b"From: the mayor\nTo: the people\n\nDear all")
    assert accepts_mbox("-", b"From a@x.example Fri Mar 14 09:12:05 2025\nFrom: a\n")
    assert not accepts_mbox("-", b"From here on the ferry sails again.\n")
    with pytest.raises(LoadError, match="no mailbox: it does not begin"):
        list(Mbox()(str(_put(tmp_path, b"hello\n")), Context()))


def _put(folder: Path, raw: bytes) -> Path:
    path = folder / "b.mbox"
    path.write_bytes(raw)
    return path


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.integers(0, 400))
def test_damage_costs_an_article_or_one_line(noise: bytes, place: int) -> None:
    """Whatever stands inside a mail, there are articles or one line that says why."""
    raw = bytes(mail(PLAIN, page()))
    place = min(place * 7, len(raw))

    found, said = [], ""
    try:
        found = all_of(b"From: a@x.example\n" + raw[:place] + noise + raw[place:])
    except LoadError as error:
        said = str(error)

    assert found or said.startswith("a.eml: ")
    assert "\n" not in said
    for article in found:
        for span in article.furniture:
            text = article.text[span.start : span.end]
            assert text == text.strip() != ""
