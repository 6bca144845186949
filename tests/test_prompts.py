"""What a page says to its reader is cut, by the stage it belongs to, and the story stays."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.article import Article
from brief.builtin import cleaning
from brief.builtin.cleaning import PROMPTS
from brief.builtin.cleaning.prompts import Rule
from brief.builtin.cleaning.segments import Segments
from brief.builtin.cleaning.spotting import spotted
from brief.contracts import Context
from brief.model import Brief
from brief.testing import brief_of
from cli_helpers import brief as run
from cli_helpers import put

BEFORE = "The harbour pilot steered the ferry into Tarnby at dawn on Monday."
AFTER = "Nobody was hurt, and the ferry will sail again on Friday evening."
REASONS = {
    "adverts": "advert",
    "agency": "sign-off",
    "disclosures": "disclosure",
    "newsletter": "newsletter",
    "notices": "notice",
    "related": "related link",
    "share": "share or comment",
}
CUT = {
    "newsletter": [
        "Sign up for our newsletter to get the week in Tarnby.",
        "Want more harbour news? Get it by newsletter, free.",
        "Get our free weekly newsletter from the quay.",
        "Get the best of the Harbour Post delivered straight to your inbox every morning.",
        "Already a subscriber? Log in",
        "Subscribe now for full access",
        "Thank you for subscribing!",
        "This article is for subscribers only.",
        "You have two free articles left this month.",
        "To continue reading, please subscribe or log in.",
        "Please support our journalism with a small gift.",
        "For more from the Harbour Post, download our app for your phone.",
        "NEWSLETTER",
        "Sign up here for our weekly briefing.",
        "Subscribe to The Harbour Post",
        "Enjoying this article? Subscribe for full access.",
        "Create a free account to read this article.",
        "Become a member",
        "Thank you for registering!",
        "Something went wrong. Please try again later.",
        "Thank you! Your submission has been received!",
        "Oops! Something went wrong while submitting the form.",
        "Sign in",
    ],
    "disclosures": [
        "This article contains affiliate links that may earn us a commission.",
        "We may earn a commission when you buy through links on our site.",
        "Some of the links in this post are affiliate ones.",
        "Our editors independently select the products on this page.",
        "This article is for informational purposes only.",
        "This content does not constitute legal advice.",
        "Advertising on our site helps support our mission.",
        "Please read our full disclosure for more.",
        "Learn more about our editorial process.",
        "Disclaimer: The harbour tables on this page are no sailing advice.",
        "Prices are subject to change without notice.",
        "Other terms apply.",
        "Message and data rates may apply.",
        "This site does not include every ferry that is on offer.",
        "TARNBY is a registered trademark of the Harbour Company.",
        "Lorem ipsum dolor sit amet.",
    ],
    "related": [
        "Read more: Pilots ask for a second tug",
        "READ MORE",
        "Related: The winter in which the ferry froze",
        "See also: Ten years of the new quay",
        "Pilots ask for a second tug Read more",
        "Read more about the new quay here.",
        "Learn more at harbourpost.example.com or call 555-0100.",
        "Can also read: How the tugs are run",
        "Check out our guide to the U.S. ferries, the old and the new.",
        "Explore our full list of piers.",
        "Browse our gallery to see how we build boats.",
        "Visit our library to learn how the old boats were built.",
        "You can read more about the tugs here.",
        "Click here to see the pictures.",
        "For all the pictures, click here.",
        "Watch the ferry come in through the fog »",
        "Scroll down for video",
        "VIDEO: The ferry comes in",
        "More on this story",
        "For more ferry news, visit www.harbourpost.example",
        "Watch the video below.",
        "More on this topic",
        "Listen to this article",
        "Filed under: Ferry",
        "Next article",
        "Back to top",
    ],
    "share": [
        "View this post on Instagram",
        "A post shared by Ada Birch (@adabirch)",
        "pic.twitter.com/a1B2c3D4",
        "Follow us on Twitter @harbourpost",
        "Follow Ada Birch on Twitter: @adabirch",
        "Follow her @adabirch",
        "Like us on Facebook and join the talk.",
        "Share this article on Facebook",
        "E-mail to a friend",
        "Have you been affected? Email quay@harbourpost.example",
        "What do you think? Tell us in the comments.",
        "Do you agree? Leave a comment below.",
        "Join the conversation",
        "If you’d like to tell your story please send me an email- birch@harbourpost.example",
        "Contact the writer at birch@harbourpost.example",
        "Ada Birch can be reached at birch@harbourpost.example.",
        "View comments (12)",
        "Leave a Reply",
        "Be the first to comment",
        "Print this page",
        "Copy link",
        "Click to share on Facebook (Opens in new window)",
        "Facebook Twitter Email",
        "Join our WhatsApp channel",
        "Follow our live blog here.",
        "Follow us on X, Instagram and Facebook",
        "SHARE",
    ],
    "notices": [
        "Video playback is not supported on this device",
        "This video cannot be played",
        "Sorry, this video is not available in your country.",
        "Please enable JavaScript to watch this video.",
        "We use cookies to give you the best of our site.",
        "By continuing to use this site you agree to our use of cookies.",
        "Cookie policy",
        "Video unavailable",
        "Your browser does not support the audio element.",
        "Opens in a new tab",
        "No part of this page may be reproduced without permission.",
        "5 min read",
        "This video is not available due to copyright.",
        "Copyright 2024 Harbour Post.",
        "© 2024 Harbour Post",
        "Copyright 2024 The Harbour Post. All rights reserved. This material may not be published.",
    ],
    "adverts": [
        "Ready to sail? Book your cabin online today.",
        "Want to see the new ferry? Contact us for a tour of the decks.",
        "Request a free quote for your boat.",
        "Get started with Harbourmaster today to steer your crew, your boat, and your nets.",
        "Use our Find-a-Berth tool to get a price in minutes.",
        "Want a faster answer? Use our free berth calculator to find it in a minute.",
        "Download our free tide tables checklist to plan the week.",
        "Request our free ebook",
        "Enroll for free.",
        "30-day free trial, no credit card required",
        "Sign up today and make this your driest winter yet.",
        "Use code FERRY20 at the till for a fifth off.",
        "ADVERTISEMENT",
        "Advertisement",
        "Story continues below",
        "Advertisement - story continues below",
        "Continue reading the main story",
        "Story continues",
        "Ad feedback",
        "Sponsored",
    ],
    "agency": [
        "The post Ferry comes in through fog appeared first on The Harbour Post.",
        "This article was originally published on The Quay Review.",
        "(Reporting by Ada Birch; Editing by Tom Reed)",
        "(Reporting by Ada Birch in Tarnby and Tom Reed; Editing by Ida Wren.)",
        "Additional reporting by Tom Reed.",
        "-- With assistance from Tom Reed in Tarnby.",
        "NWA's Ada Birch contributed to this report.",
        "Northern Wire writers Ada Birch in Tarnby and Tom Reed contributed to this report.",
        "Reed reported from Tarnby.",
        "Ada Birch reported this story from Tarnby, and Tom Reed wrote it in Oslo.",
        "ENDS",
        "-30-",
    ],
}
# Story that speaks of what prompts speak of.
STORY = [
    "She said she would subscribe to the plan before the winter.",
    "The newsletter went to 4,000 homes, and half of them replied.",
    "Sign-ups for the ferry's newsletter doubled after the storm.",
    "He asked readers of the Post to sign up for the lifeboat.",
    "The cookie company said it would move to the quay.",
    "We baked cookies for the crew all night, her diary reads.",
    "Facebook asks users to share this kind of warning with friends.",
    "The council may share this autumn's profit with the pilots.",
    "Advertising on the ferry paid for its new bell.",
    "The advertisement showed the ferry in a storm.",
    "Copyright law does not protect the shape of a boat, the judge found.",
    "The video cannot be shown in court, the judge said.",
    "Fog and a tired crew contributed to this accident.",
    "Lack of sleep contributed to this report's findings.",
    "Shots were reported from the old fort.",
    "Reporting by journalists is banned on the island.",
    "Readers who click here and there pay nothing, the owner said.",
    "What do you think of the new ferry?",
    "Have you been aboard since the storm?",
    "Related charges against the captain were dropped.",
    "Watch out for ice on the quay this week.",
    "More than half of the crew stayed ashore.",
    "Police ask witnesses to get in touch.",
    "Join the queue before eight, the pilots advise.",
    "The report ends with a warning.",
    "Signing up for the trip is easy: just click here and fill in the form.",
    "Sponsored by the town, the choir sang on the quay.",
    # What someone in the story asks for.
    "Should the quay be shut? Tell us what you know, detectives asked the town.",
    "Did you see the storm? Contact us on 101, police said.",
    "Log in to your account to see what the ferry owes you, the harbour office said.",
    "Subscribe now or lose the paper, the editor warned the town.",
    "Leave a comment on the wall of the lost, the museum asks its visitors.",
    "The chart may not be used in court, and the material may not be copied, the judge ruled.",
    "This site uses cookies without consent, the regulator found.",
    "Support our local journalism, the senator told the crowd.",
    "Get your free trial before a judge, the lawyers promised.",
    "The notice read: click here to see the lost ferry.",
    "Check out our lighthouse before you vote, the pilots told the town.",
    "They use our tools and never bring them back, the captain said.",
    "Get started today or lose the tide, the pilots warned.",
    # What looks like a prompt by its first words.
    "Follow the Gulls on Twitter and you would think that the coach had gone.",
    "Like us on the hill, the pilots are poor.",
    "Write. Post. Sign in. Then the office gives you a number.",
    "Email the mayor at mayor@tarnby.example before Friday to object.",
    "The helpline can be reached at help@quay.example at any hour.",
    "By clicking on the link, 400 users agreed to the use of cookies.",
    "The video cannot be shown because of the ban on showing minors.",
    "Copyright Act claims over the bell will be heard in June.",
    "Copyright 1976 Act claims over the bell will be heard in June.",
    "Information from: two pilots, a cook and a nun.",
    "Related: two brothers and a cousin, all three at sea.",
    "The broker earned a commission on each ticket that the passengers bought.",
    "Affiliate links made the blogger rich, the court heard.",
    "You can use affiliate links in captions and stories.",
    "The tables were kept for educational purposes only, the museum said.",
    "The letter does not constitute an offer, the judge found.",
    "Prices may rise again in spring, and the pilots want more pay.",
    "Ready to sail, the crew waited for the tide.",
    "Do you want to leave? Most of the islanders say yes.",
    "The union will request a meeting with the owners today.",
    "Passengers can book a cabin online, the owners said.",
    "The code 1024 opened the strongroom.",
    "The story was first published by the Post, which sued.",
    # Who paid for it is for the reader to know.
    "Disclosure: This article was sponsored by the Harbour Company.",
    "This story was written in partnership with the Harbour Company.",
    "We believe, the owner wrote, that our affiliate partners sold the tickets twice.",
    "More: a word that the cook made famous.",
    "VIDEO killed the radio star, the band sang on the quay.",
]
KEPT = [
    *STORY,
    # Speech is the story's, whatever it asks for.
    "“Sign up for our newsletter,” the captain told the passengers.",
    "“Go home. Sign up for our newsletter. Click here to see the boat,” he joked.",
    '"Go home. Share this article. Read more about it here," she said.',
    "'Go home. Follow us on Twitter. Leave a comment below,' she said.",
    '"We think that one of our affiliate links was misused," the owner wrote.',
    # What was wrong, and what is new.
    "Correction: An earlier version of this story gave the wrong day.",
    "This story was updated to correct the name of the ferry.",
    "This article has been updated to include a comment from the pilots.",
    "Editor's note: an earlier version of this article named the wrong quay.",
    "Clarification: the newsletter you can sign up for here is free.",
    "Update: Sign up here was the wrong link in our newsletter of Monday.",
    "This page, where you can sign up for our newsletter, was amended on 4 March.",
]


def cleaned(text: str) -> Brief:
    """Return the brief of *text* as the stages of this file alone clean it."""
    made = Brief(Article("a", "a", text))
    for stage in PROMPTS:
        made = stage(made, Context())
    return made


def cuts(brief: Brief) -> list[str]:
    """Return what is cut, as it would be printed."""
    return [brief.text_of([cut]) for cut in brief.cuts]


def left(brief: Brief) -> str:
    """Return what is kept, as it would be printed."""
    return brief.text_of(brief.kept())


WHOLE = [(stage, prompt) for stage, prompts in CUT.items() for prompt in prompts]


@pytest.mark.parametrize(("stage", "prompt"), WHOLE)
def test_a_prompt_in_a_line_of_its_own_is_cut(stage: str, prompt: str) -> None:
    """A prompt that fills its line is cut by the stage it belongs to, with that stage's reason."""
    brief = brief_of(f"{BEFORE}\n\n{prompt}\n\n{AFTER}\n", title="Ferry")

    assert {(cut.stage, cut.reason) for cut in brief.cuts} == {(stage, REASONS[stage])}
    assert cuts(brief) == [prompt]
    assert left(brief) == f"{BEFORE} {AFTER}"


@pytest.mark.parametrize("sentence", KEPT)
def test_the_story_is_kept(sentence: str) -> None:
    """A story may speak of newsletters; speech and corrections are kept whatever they ask."""
    for text in (f"{BEFORE}\n\n{sentence}\n\n{AFTER}", f"{BEFORE} {sentence} {AFTER}", sentence):
        assert cuts(cleaned(text)) == []


def test_who_reported_from_where_is_kept_between_sentences() -> None:
    """A sign-off has its own line; in a paragraph the same words are the story's."""
    said = "Ada Birch reported from Tarnby."

    assert cuts(cleaned(f"{BEFORE} {said} {AFTER}")) == []
    assert cuts(cleaned(f"{BEFORE}\n\n{said} Tom Reed contributed from Oslo.")) != []


@pytest.mark.parametrize(
    "prompt",
    [
        "Sign up for our newsletter to get the week in Tarnby.",
        "Read more about the new quay here.",
        "Click here to see the pictures.",
        "Follow us on Twitter @harbourpost.",
        "What do you think? Tell us in the comments.",
        "This video cannot be played.",
        "Copyright 2024 Harbour Post. All rights reserved.",
        "NWA's Ada Birch and Tom J. Reed contributed to this report.",
        "(Reporting by Ada Birch; Editing by Tom Reed)",
    ],
)
def test_a_prompt_between_sentences_is_cut(prompt: str) -> None:
    """A prompt that follows a sentence in its line is cut, and the line's sentences stay."""
    brief = cleaned(f"{BEFORE} {prompt} {AFTER}")

    assert cuts(brief) == [prompt]
    assert left(brief) == f"{BEFORE} {AFTER}"


@pytest.mark.parametrize(
    "prompt",
    [
        "Scroll down for video .",
        "Read more: Pilots of the U.N. ask for a second tug .",
        "VIDEO Scroll down to watch the ferry come in .",
        "Watch the ferry come in through the fog » .",
        "E-mail to a friend .",
        "Advertisement .",
        "NWA's Ada Birch contributed to this report .",
    ],
)
def test_a_prompt_of_a_strung_page_is_cut(prompt: str) -> None:
    """Where line ends have become dots, a prompt goes with its dot and the rest stays."""
    brief = cleaned(f"{BEFORE} {prompt} {AFTER}")

    assert [each for each in " ".join(cuts(brief)).split() if each not in prompt.split()] == []
    assert left(brief).replace(" . ", " ") == f"{BEFORE} {AFTER}"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "prompt",
    [
        "Sign up for our newsletter and get the week's news from the quay and{}the town.",
        "Were you aboard on Monday? Please send your story by e-mail to{}quay@post.example",
        "This material may not be published, broadcast, rewritten or put to any{}use in any form.",
    ],
)
def test_a_prompt_wrapped_over_two_lines_is_cut(prompt: str, end: str) -> None:
    """A prompt that goes on in the next line is cut as a whole."""
    wrapped = prompt.format(end)
    brief = cleaned(f"{BEFORE}{end}{end}{wrapped}{end}{end}{AFTER}")

    assert cuts(brief) == [" ".join(wrapped.split())]


def test_a_marker_between_wrapped_lines_is_cut() -> None:
    """An advertisement's mark is cut even where it breaks a paragraph that is wrapped by hand."""
    brief = cleaned(
        "The council voted on Tuesday to keep the ferry running on Sundays, which\n"
        "ends a dispute that had lasted for two years. The pilots said that money\n"
        "Advertisement\n"
        "would have been better spent on a tug.\n"
    )

    assert cuts(brief) == ["Advertisement"]


def test_a_list_of_related_articles_is_cut_with_its_titles() -> None:
    """The titles below "Related articles" go; the first sentence after them stays."""
    brief = cleaned(
        f"{BEFORE}\n\nRELATED ARTICLES\n\nThe ferry that froze\n\n"
        f"Why is the quay so short?\n\n{AFTER}"
    )

    assert cuts(brief) == ["RELATED ARTICLES", "The ferry that froze", "Why is the quay so short?"]
    assert left(brief) == f"{BEFORE} {AFTER}"


def test_titles_with_bullets_end_where_the_bullets_end() -> None:
    """A heading of the story that follows a list of links is not taken for a link."""
    brief = cleaned(f"{BEFORE}\nRead more:\n- The ferry that froze\nWhat comes next\n{AFTER}")

    assert cuts(brief) == ["Read more:", "- The ferry that froze"]


def test_a_bare_read_more_takes_nothing_with_it() -> None:
    """Where "Read more" stands alone, the line after it may be the story's."""
    brief = cleaned(f"{BEFORE}\nRead more\nA heading of the story\n{AFTER}")

    assert cuts(brief) == ["Read more"]


def test_an_interviewers_question_below_a_link_is_kept() -> None:
    """A question right below "More on this story" is speech as likely as a title."""
    brief = cleaned(f"{BEFORE}\n\nMore on this story\n\nWill the ferry sail again?\n\n{AFTER}")

    assert cuts(brief) == ["More on this story"]


def test_the_beginnings_of_other_stories_are_cut() -> None:
    """Three paragraphs in a row that are each cut off are what a page shows of others."""
    teasers = ["Every January the pilots...", "The winter came early…", "Nobody knew that..."]
    few = teasers[:2]

    cut, kept = (brief_of("\n\n".join((BEFORE, *rows, AFTER))) for rows in (teasers, few))

    assert cuts(cut) == teasers
    assert {made.reason for made in cut.cuts} == {"related link"}
    assert left(kept) == " ".join((BEFORE, *few, AFTER))


def test_a_correction_below_related_articles_is_kept() -> None:
    """A list of links ends where a correction begins."""
    correction = "Correction: the ferry froze in 1963"

    brief = cleaned(f"{BEFORE}\n\nRelated stories\n\nThe ferry that froze\n\n{correction}")

    assert left(brief) == f"{BEFORE} {correction}"


def test_neighbours_make_one_cut() -> None:
    """Prompts of one kind that follow each other in a line are one line of --show-removed."""
    brief = cleaned(f"{BEFORE} Copyright 2024 Harbour Post. All rights reserved.")

    assert cuts(brief) == ["Copyright 2024 Harbour Post. All rights reserved."]


def test_show_removed_lists_every_cut(tmp_path: Path) -> None:
    """The reader sees each cut with its reason, its stage and its place."""
    lines = [
        BEFORE,
        "Advertisement",
        AFTER,
        "Read more: Pilots ask for a tug",
        "Share this article",
    ]
    put(tmp_path / "ferry.txt", "\n\n".join(lines))

    ran = run("--no-plugins", "--isolated", "--show-removed", "ferry.txt", cwd=tmp_path)

    assert ran.code == 0, ran.err
    removed = ran.out[ran.out.index("Removed") :]
    assert "advert (adverts): Advertisement" in removed
    assert "related link (related): Read more: Pilots ask for a tug" in removed
    assert "share or comment (share): Share this article" in removed


def test_a_page_of_prompts_is_said_to_be_one() -> None:
    """Where more than two fifths of a text are prompts, the reader is told (B201)."""
    brief = brief_of(f"{BEFORE}\n\n" + "\n\n".join(CUT["share"]))

    assert "B201" in [notice.code for notice in brief.notices]


def test_a_stage_can_be_switched_off() -> None:
    """Whoever wants a kind of prompt to stay skips its stage."""
    text = f"{BEFORE}\n\nAdvertisement\n\nRead more: Pilots ask for a tug\n\n{AFTER}"

    brief = brief_of(text, skip=["related"])

    assert [cut.stage for cut in brief.cuts] == ["adverts"]


def test_letters_that_grow_in_lower_case_move_nothing() -> None:
    """A letter that has two characters in lower case does not shift what is cut after it."""
    brief = cleaned(f"İİİİ is in Tarnby.\n\nAdvertisement\n\n{AFTER}")

    assert cuts(brief) == ["Advertisement"]


PIECES = st.sampled_from([*STORY, *(prompt for _, prompt in WHOLE), "", "“", "\n", " . ", "»"])


@given(st.lists(PIECES, max_size=12), st.sampled_from(["\n", "\n\n", " ", " . "]))
def test_cuts_are_true_spans(pieces: list[str], between: str) -> None:
    """Whatever stands beside what, each cut starts and ends on a character, within the text."""
    text = between.join(pieces)

    brief = cleaned(text)

    for cut in brief.cuts:
        inside = text[cut.start : cut.end]
        assert inside
        assert inside == inside.strip()


@given(st.lists(st.sampled_from([*STORY, *(prompt for _, prompt in WHOLE)]), max_size=10))
def test_paragraph_by_paragraph_prompts_go_and_the_story_stays(pieces: list[str]) -> None:
    """In paragraphs each prompt is known by itself, whatever its neighbours are."""
    brief = cleaned("\n\n".join(f"{piece}" for piece in pieces))

    story = [piece for piece in pieces if piece in KEPT]
    assert left(brief) == " ".join(story)


@given(st.text(alphabet="ab. »\n\"'“”’", max_size=80), st.integers(0, 79))
def test_segments_hold_the_place_that_was_asked_for(text: str, place: int) -> None:
    """Each stretch lies in one kept part, and has the place between its ends."""
    brief = Brief(Article("a", "a", text))
    if place >= len(text) or text[place].isspace():
        return

    found = list(Segments(brief).around(place))

    for segment in found:
        assert segment.span.start <= place < segment.span.end


# Each runs on over its line, at every place where it may be wrapped by hand.
LONG_PROMPTS = [
    "Read more: How the bridge was built in the nineteen thirties, and who paid for it",
    "Follow us on Twitter and Facebook for the latest updates on this and other stories.",
    "Share this article on Facebook, Twitter, LinkedIn or by e-mail with friends and family",
    "Have your say in the comments below and tell us what you think about the bridge",
    "Sign up for our free daily newsletter and get the stories that matter every morning.",
    "(Reporting by Ada Lund in Oslo and Maria Berg in Bergen; editing by Ida Wren)",
    "All rights reserved. This material may not be published, broadcast or redistributed.",
]


@pytest.mark.parametrize("words", LONG_PROMPTS)
def test_no_tail_of_a_wrapped_prompt_stays(words: str) -> None:
    """Wherever it is wrapped onto a line that goes on in lower case, none of it is left."""
    spaces = [at for at in range(12, len(words)) if words[at] == " " and words[at + 1].islower()]
    story = "The bridge is shut since Monday, the town said."

    left = {
        at: Brief(
            Article("a", "a", f"{story}\n\n{words[:at]}\n{words[at + 1 :]}\n\n{story[:-1]} again.")
        )
        for at in spaces
    }

    assert spaces
    for at, brief in left.items():
        for stage in cleaning.stages():
            brief = stage.run(brief, Context())  # noqa: PLW2901
        kept = [brief.text_of(parts) for parts in brief.paragraphs()]
        assert kept == [story, f"{story[:-1]} again."], (words[:at], words[at + 1 :])


def test_story_that_begins_like_a_prompt_and_runs_on_is_kept() -> None:
    """A wrapped sentence is read to its end before it is taken for anything."""
    text = "Read more\nbooks than ever before is what pupils do, the minister told the town."

    brief = Brief(Article("a", "a", f"It rained.\n\n{text}\n\nIt snowed."))
    for stage in cleaning.stages():
        brief = stage.run(brief, Context())

    assert [brief.text_of(parts) for parts in brief.lines()] == [
        "It rained.",
        *text.splitlines(),
        "It snowed.",
    ]


SEPARATE = st.lists(
    st.sampled_from(["a", "share", "this", "-", " ", "\n", "’", "é", "SHARE", "9", "İ"]),
    max_size=12,
).map("".join)
WORDS = ("share this", "share", "share-this", "\nshare\n", "-", "share ")


@given(SEPARATE)
def test_the_words_of_a_rule_are_spotted_where_no_letter_touches_them(text: str) -> None:
    """A word is missed in no text that holds it by itself, and found in no other word."""
    lowered = "".join(low if len(low := each.lower()) == 1 else each for each in f"\n{text}\n")
    held = [
        word
        for word in WORDS
        if re.search(
            (r"(?<![^\W\d_])" if word[0].isalpha() else "")
            + re.escape(word)
            + (r"(?![^\W\d_])" if word[-1].isalpha() else ""),
            lowered if "\n" in word else lowered.replace("\n", " "),
        )
    ]

    spots = spotted(text, [Rule((word,), "") for word in WORDS])

    assert sorted(spot.word for spot in spots) == sorted(held)
