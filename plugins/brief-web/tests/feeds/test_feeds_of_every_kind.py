"""What is read of feeds of every kind: the same two reports, written as each kind writes them."""

from __future__ import annotations

import gzip
import json
from html import escape

import pytest
from brief_web.feeds import Entry, Feed, entries_of

from brief import LoadError

HOME = "https://post.example/feeds/all"
FIRST = (
    "The ferry between Orlund and the mainland was suspended on Monday after a fire in its "
    "engine room, the line said, and it will not sail again before the end of the week."
)
SECOND = (
    "“We will not sail until every valve has been checked,” said Ines Dahl, head of Nordsund "
    "Lines. The fire was put out by the crew in a quarter of an hour, and nobody was hurt."
)
THIRD = (
    "About 1,200 people live on the island. The school has asked parents to keep children at "
    "home, and the county has hired two smaller boats, which carry goods and no cars. Tickets "
    "that were bought for the week will be paid back, the line said on Tuesday."
)
STORY = f"<p>{FIRST}</p><p>{SECOND}</p>\n<p>{THIRD}</p>"
TOLD = ((FIRST, False), (SECOND, False), (THIRD, False))
TITLE = "Ferry & bridge shut"
TEASER = "Frost took half of the valley's apples. Read more"


def entry(title: str, link: str, body: str, more: str = "") -> str:
    """Return an RSS item."""
    return f"<item><title>{title}</title><link>{link}</link>{body}{more}</item>"


def description(html: str) -> str:
    """Return a description in RSS, with HTML escaped as RSS has it."""
    return f"<description>{escape(html, quote=False)}</description>"


def rss(items: str, attributes: str = 'version="2.0"', head: str = '<?xml version="1.0"?>') -> str:
    """Return an RSS feed with *items* in it."""
    return (
        f'{head}<rss {attributes} xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        "<title>The Orlund Post</title><link>https://post.example/</link>"
        f"<language>en-GB</language>{items}</channel></rss>"
    )


TWO = entry("Ferry &amp; bridge shut", "/ferry", description(STORY)) + entry(
    "Frost", "https://post.example/frost", description(TEASER)
)


def rdf(namespace: str) -> str:
    """Return an RSS 0.90 or 1.0 feed, whose items stand beside the channel."""
    return (
        f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="{namespace}">'
        "<channel><title>The Orlund Post</title><link>https://post.example/</link></channel>"
        f"{TWO}</rdf:RDF>"
    )


def atom(namespace: str, version: str = "") -> str:
    """Return an Atom feed: the text of one entry is HTML, that of the other XHTML."""
    inline = f'<div xmlns="http://www.w3.org/1999/xhtml"><p>{TEASER}</p></div>'
    return (
        f'<?xml version="1.0" encoding="utf-8"?><feed {version} xmlns="{namespace}">'
        '<title>The Orlund Post</title><link href="https://post.example/"/>'
        '<entry><title type="html">Ferry &amp;amp; bridge shut</title><link href="/ferry"/>'
        f'<id>tag:1</id><content type="html" mode="escaped">{escape(STORY)}</content></entry>'
        '<entry><title>Frost</title><link href="https://post.example/frost"/><id>tag:2</id>'
        f'<content type="xhtml" mode="xml">{inline}</content></entry></feed>'
    )


def json_feed(version: str) -> str:
    """Return a JSON Feed with the two reports."""
    first = {"id": 1, "url": "/ferry", "title": TITLE, "content_html": STORY}
    second = {"id": "2", "url": "https://post.example/frost", "title": "Frost", "summary": TEASER}
    feed = {"version": f"https://jsonfeed.org/version/{version}", "title": "The Orlund Post"}
    return json.dumps({**feed, "items": [first, second]})


CDF = (
    '<CHANNEL HREF="https://post.example/"><TITLE>The Orlund Post</TITLE>'
    '<ITEM HREF="https://post.example/ferry"><TITLE>Ferry &amp; bridge shut</TITLE>'
    f"<ABSTRACT>{escape(STORY)}</ABSTRACT></ITEM>"
    '<ITEM HREF="https://post.example/frost"><TITLE>Frost</TITLE>'
    f"<ABSTRACT>{TEASER}</ABSTRACT></ITEM></CHANNEL>"
)
NETSCAPE = (
    '<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" '
    '"http://my.netscape.com/publish/formats/rss-0.91.dtd" [<!ENTITY % HTMLlat1 "x">]>'
)
KINDS = {
    "RSS 0.90": rdf("http://my.netscape.com/rdf/simple/0.9/"),
    "RSS 0.91 (Netscape)": rss(TWO, 'version="0.91"', NETSCAPE),
    "RSS 0.91 (Userland)": rss(TWO, 'version="0.91"'),
    "RSS 0.92": rss(TWO, 'version="0.92"'),
    "RSS 0.93": rss(TWO, 'version="0.93"'),
    "RSS 0.94": rss(TWO, 'version="0.94"'),
    "RSS 1.0": rdf("http://purl.org/rss/1.0/"),
    "RSS 2.0": rss(TWO),
    "RSS of no version": rss(TWO, ""),
    "Atom 0.3": atom("http://purl.org/atom/ns#", 'version="0.3"'),
    "Atom 1.0": atom("http://www.w3.org/2005/Atom"),
    "CDF": CDF,
    "JSON Feed 1": json_feed("1"),
    "JSON Feed 1.1": json_feed("1.1"),
}


def read(text: str, encoding: str = "utf-8") -> Feed:
    """Return what is read of a feed that was fetched from HOME."""
    return entries_of(text.encode(encoding), url=HOME)


def only(text: str) -> Entry:
    """Return the one entry of a feed."""
    (found,) = read(text).entries
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_the_same(kind: str) -> None:
    """Title, address and text of an entry do not depend on how the feed is written."""
    feed = read(KINDS[kind])

    assert feed.title == "The Orlund Post"
    assert [each.title for each in feed.entries] == [TITLE, "Frost"]
    assert [each.url for each in feed.entries] == [
        "https://post.example/ferry",
        "https://post.example/frost",
    ]
    assert feed.entries[0].story == TOLD
    assert [each.whole for each in feed.entries] == [True, False]


def test_authors_time_and_language_are_taken_from_the_feed() -> None:
    """Several authors are one byline; the time keeps the zone that the feed gives."""
    more = (
        "<dc:creator>Maren Holt</dc:creator><dc:creator>By Ruben Vale</dc:creator>"
        "<pubDate>Mon, 10 Mar 2025 09:00:00 +0100</pubDate>"
    )

    found = only(rss(entry("Ferry", "/ferry", description(STORY), more)))

    assert found.byline == "Maren Holt, Ruben Vale"
    assert found.published == "2025-03-10T09:00:00+01:00"
    assert (found.outlet, found.language) == ("The Orlund Post", "en")


TIMES = {
    "Mon, 10 Mar 2025 09:00:00 GMT": "2025-03-10T09:00:00+00:00",
    "Mon, 10 Mar 2025 09:00:00 EST": "2025-03-10T09:00:00-05:00",
    "2025-03-10T09:00:00Z": "2025-03-10T09:00:00+00:00",
    "2025-03-10T09:00:00.5+01:00": "2025-03-10T09:00:00.500000+01:00",
    "2025-03-10T09:00:00": "2025-03-10T09:00:00",
    "2025-03-10": "2025-03-10",
    "next week": "next week",
}


@pytest.mark.parametrize("written", TIMES)
def test_times_are_written_as_rfc_3339(written: str) -> None:
    """The zone is the feed's, none is made up, and what cannot be read is kept to be told."""
    more = f"<pubDate>{written}</pubDate>"

    found = only(rss(entry("Ferry", "/ferry", description(STORY), more)))

    assert found.published == TIMES[written]


TITLES = {
    "Rain &amp;amp; wind": "Rain & wind",
    "Rain &amp; wind": "Rain & wind",
    "&lt;b&gt;Rain&lt;/b&gt; on Monday": "Rain on Monday",
    "<![CDATA[Rain <i>and</i> wind &#8211; again]]>": "Rain and wind – again",
    "Rain &nbsp; on\n Monday": "Rain on Monday",
    "7 &lt; 9, says mayor": "7 < 9, says mayor",
    "A &amp;amp;amp; B": "A &amp; B",
}


@pytest.mark.parametrize("written", TITLES)
def test_titles_lose_tags_and_entities_once(written: str) -> None:
    """What a reader sees is the title, in one line; an entity inside an entity stays."""
    found = only(rss(entry(written, "/ferry", description(STORY))))

    assert found.title == TITLES[written]


def test_an_entry_that_comes_twice_is_read_once() -> None:
    """The first counts, and the numbers of the others stay those of the feed."""
    items = [entry(f"Report {n}", f"/{link}", "") for n, link in enumerate("abac", start=1)]

    found = read(rss("".join(items))).entries

    assert [(each.number, each.title) for each in found] == [
        (1, "Report 1"),
        (2, "Report 2"),
        (4, "Report 4"),
    ]


def test_the_first_entries_are_read_of_a_long_feed() -> None:
    """What stands behind them is not even parsed, and may be anything."""
    items = "".join(entry(f"Report {n}", f"/{n}", "") for n in range(500))

    found = entries_of(rss(items + "<item>" + "<b>" * 90).encode(), most=3).entries

    assert [each.title for each in found] == ["Report 0", "Report 1", "Report 2"]


def test_a_guid_is_the_id_and_the_address_if_it_is_one() -> None:
    """Where there is no link, a permanent one is taken; else there is none."""
    items = (
        "<item><guid>https://post.example/17</guid></item>"
        '<item><guid isPermaLink="false">17</guid></item>'
    )

    found = read(rss(items)).entries

    assert [(each.url, each.guid) for each in found] == [
        ("https://post.example/17", "https://post.example/17"),
        ("", "17"),
    ]


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "http://a b/", ""])
def test_what_is_no_web_address_is_no_link(link: str) -> None:
    """A feed cannot make brief fetch anything but pages."""
    found = only(rss(entry("Ferry", link, description(STORY))))

    assert not found.url or found.url.startswith("https://post.example/")


TEASERS = {
    "ellipsis": f"{STORY}<p>The mayor said […]</p>",
    "read more": f'{STORY}<p>The mayor said <a href="x">Read more »</a></p>',
    "continue": f"{STORY}<p>Continue reading Ferry shut</p>",
    "broken off": f"{STORY}<p>The mayor said ...</p>",
    "before a sign-off": f"{STORY}<p>The mayor [&#8230;]</p><p>The post Ferry appeared first.</p>",
    "short": f"<p>{FIRST}</p>",
}


@pytest.mark.parametrize("name", TEASERS)
def test_a_teaser_is_not_taken_for_the_article(name: str) -> None:
    """A feed that keeps the rest back says so at the end, or is short."""
    found = only(rss(entry("Ferry", "/ferry", description(TEASERS[name]))))

    assert not found.whole
    assert found.story[0] == (FIRST, False)


def test_the_content_counts_before_the_description() -> None:
    """A feed that has both gives the teaser as description, in whichever order."""
    content = f"<content:encoded><![CDATA[{STORY}]]></content:encoded>"

    found = [
        only(rss(entry("Ferry", "/ferry", body)))
        for body in (description(TEASER) + content, content + description(TEASER))
    ]

    assert [(each.story, each.whole) for each in found] == [(TOLD, True)] * 2


def test_headings_captions_and_scripts_are_no_story() -> None:
    """Headings are marked, pictures' captions and programs are left out."""
    html = (
        "<h2>What comes next</h2><figure><img src=x><figcaption>The quay</figcaption></figure>"
        f"<script>alert(1)</script><style>p {{}}</style><p>{FIRST}</p>"
    )

    found = only(rss(entry("Ferry", "/ferry", description(html))))

    assert found.story == (("What comes next", True), (FIRST, False))


def test_plain_text_keeps_its_paragraphs() -> None:
    """A description without any tag is text; blank lines part its paragraphs, others nothing."""
    wrapped = FIRST.replace("engine room", "engine\n  room")

    found = only(rss(entry("Ferry", "/f", f"<description>{wrapped}\n\n{SECOND}</description>")))

    assert found.story == ((FIRST, False), (SECOND, False))


def test_plain_text_that_says_so_keeps_its_lines() -> None:
    """Atom and JSON Feed know plain text, in which the end of a line means something."""
    item = {"id": "1", "content_text": f"{FIRST}\n{SECOND}"}
    feed = {"version": "https://jsonfeed.org/version/1", "items": [item]}

    found = only(json.dumps(feed))

    assert found.story == ((f"{FIRST}\n{SECOND}", False),)


CYRILLIC = "Паром между островом и берегом не ходит с понедельника, сообщила компания."
ENCODINGS = {
    "utf-8": ("utf-8", "utf-8", b""),
    "utf-8 with a mark": ("utf-8", "utf-8", b"\xef\xbb\xbf"),
    "utf-8 that says latin-1": ("iso-8859-1", "utf-8", b""),
    "utf-16": ("utf-16", "utf-16", b""),
    "utf-16 without a mark": ("utf-16", "utf-16-be", b""),
    "utf-32 without a mark": ("utf-32", "utf-32-le", b""),
    "windows-1251": ("windows-1251", "cp1251", b""),
    "windows-1251 that says utf-8": ("utf-8", "cp1251", b""),
    "koi8-r": ("koi8-r", "koi8-r", b""),
}


@pytest.mark.parametrize("name", ENCODINGS)
def test_encodings(name: str) -> None:
    """The words are right whatever the feed says of its encoding; what was worked out is said."""
    declared, real, mark = ENCODINGS[name]
    head = f'<?xml version="1.0" encoding="{declared}"?>'
    text = rss(entry("Паром", "/f", description(f"<p>{CYRILLIC}</p>")), head=head)

    feed = entries_of(mark + text.encode(real), url=HOME)

    assert feed.entries[0].story == ((CYRILLIC, False),)
    worked_out = name == "windows-1251 that says utf-8"
    assert [each.code for each in feed.notices] == (["B101"] if worked_out else [])


def test_the_servers_encoding_counts_and_the_users_before_it() -> None:
    """A feed without a declaration is read as its server says, unless the user knows better."""
    raw = rss(entry("Паром", "/f", ""), head="").encode("cp1251")

    by_server = entries_of(raw, charset="windows-1251").entries[0]
    by_user = entries_of(raw, charset="iso-8859-5", encoding="cp1251").entries[0]

    assert (by_server.title, by_user.title) == ("Паром", "Паром")


BROKEN = {
    "bare ampersands": rss(entry("Ferry", "/f?a=1&b=2", f"<description>{FIRST}</description>")),
    "an unknown entity": rss(entry("Ferry", "/f", f"<description>&madeup; {FIRST}</description>")),
    "cut off": rss(entry("Ferry", "/f", f"<description>{FIRST}</description>"))[:-23],
    "a tag left open": rss(entry("Ferry", "/f", f"<description><p>{FIRST}</description>")),
    "a control character": rss(entry("Fer\x08ry", "/f", f"<description>{FIRST}</description>")),
    "a NUL": rss(entry("Fer\0ry", "/f", f"<description>{FIRST}</description>")),
    "words above it": "<br />Warning: x"
    + rss(entry("Ferry", "/f", f"<description>{FIRST}</description>")),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_xml_is_read_as_far_as_it_goes(name: str) -> None:
    """Feeds are written by programs that nobody looks after, and read all the same."""
    (found,) = read(BROKEN[name]).entries

    assert found.title == "Ferry"
    assert FIRST in found.story[0][0]


def test_an_empty_feed_has_no_entries_and_is_no_failure() -> None:
    """Nothing new is what many feeds have to say on many days."""
    feed = read(rss(""))

    assert (feed.kind, feed.title, feed.entries) == ("feed", "The Orlund Post", ())


DECLARING = "<!DOCTYPE r [<!ENTITY %s>]>" + rss("<item><title>&x;</title></item>", head="")
REFUSED = {
    "nothing": (b"  \n", "empty: no feed in it"),
    "words": (b"Rain fell on Monday.", "there is no tag in it"),
    "XML of another kind": (b"<recipe><egg/></recipe>", "outermost tag is <recipe>"),
    "RDF of another kind": (
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>',
        "RDF or XML of another kind",
    ),
    "broken beyond repair": (b"<rss><chan", "a broken feed"),
    "JSON of another kind": (b'{"a": 1}', "no JSON Feed"),
    "broken JSON": (b'{"a": ', "not valid JSON"),
    "JSON nested too deeply": (b'{"items": ' + b"[" * 100_000, "nested too deeply"),
    "a picture": (b"\xef\xbb\xbf\x89PNG\xff", "not utf-8"),
    "a sitemap without news": (
        b"<urlset><url><loc>https://post.example/</loc></url></urlset>",
        "a sitemap without news",
    ),
    "a damaged gzip file": (b"\x1f\x8b\x08\x00damaged", "a damaged gzip file"),
    "a gzip bomb": (gzip.compress(bytes(30_000_000)), "larger than 16 MB when it is unpacked"),
    "an entity bomb": (
        (DECLARING % 'a "ha"><!ENTITY x "&a;&a;&a;&a;"').encode(),
        "uses entities that it declares itself",
    ),
    "a file as an entity": (
        (DECLARING % 'x SYSTEM "file:///etc/passwd"').encode(),
        "uses entities that it declares itself",
    ),
    "200,000 tags in each other": (
        rss("<item>" + "<a>" * 200_000).encode(),
        "nested more than 500 deep",
    ),
    "a million tags": (rss("<item>" + "<a/>" * 1_000_000).encode(), "more than 100,000 tags"),
    "what may be tags": (rss("<item>" + "<a " * 1_000_000).encode(), "more than 100,000 tags"),
    "a million references": (
        rss("<item><title>" + "&lt;" * 1_000_000 + "</title></item>").encode(),
        "300,000 references",
    ),
    "comments without end": (
        rss("<item><title>" + "<!-- -->" * 200_000 + "</title></item>").encode(),
        "more than 100,000 comments and labels",
    ),
    "more than 16 MB": (b"<rss>" + b" " * 20_000_000, "larger than 16 MB"),
    "attributes without end": (
        rss("<item><a " + " ".join(f'a{n}=""' for n in range(100_000)) + "/></item>").encode(),
        "more than 60 attributes",
    ),
    "namespaces without end": (
        rss("<item>" + "".join(f'<a xmlns:n{n}="u"/>' for n in range(200)) + "</item>").encode(),
        "more than 100 XML namespaces",
    ),
    "an author without end": (
        rss("<item><author><author>" + "a" * 9000 + "<author></item>").encode(),
        "an author without end",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_feed_or_hostile_is_refused_in_one_line(name: str) -> None:
    """The error says what was found instead, and nothing of it is parsed at length."""
    raw, said = REFUSED[name]

    with pytest.raises(LoadError) as error:
        entries_of(raw, url=HOME)

    assert said in str(error.value)
    assert "\n" not in str(error.value)


HARMLESS = {
    "an author of two megabytes": "<author>" + "a" * 2_000_000 + "</author>",
    "20,000 labels": "".join(f"<category>{n}</category>" for n in range(20_000)),
    "a description of two megabytes": "<description>" + "x" * 2_000_000 + "</description>",
    "white space in pieces": "<description>" + "\n<!-- -->" * 90_000 + "</description>",
    "empty CDATA in pieces": "<description>" + "<![CDATA[\n]]>" * 90_000 + "</description>",
}


@pytest.mark.parametrize("name", HARMLESS)
def test_what_would_hold_up_the_parser_never_reaches_it(name: str) -> None:
    """The entry is read without the part that a brief has no use for."""
    found = only(rss(entry("Ferry", "/f", HARMLESS[name])))

    assert (found.title, found.byline) == ("Ferry", "")


def test_a_feed_of_ten_megabytes_is_read() -> None:
    """The first fifty entries of thousands, as many as are asked for."""
    items = "".join(entry(f"Report {n}", f"/{n}", description(STORY * 3)) for n in range(5_000))

    found = read(rss(items)).entries

    assert len(items) > 10_000_000
    assert (len(found), found[49].title) == (50, "Report 49")


OPML = """<?xml version="1.0"?><!-- mine --><opml version="2.0"><head><title>Mine</title></head>
<body><outline text="News"><outline type="rss" text="A" xmlUrl="https://a.example/feed?x=1&amp;y=2"/>
<outline text="Deep"><outline text='B' xmlURL='https://b.example/feed?x=1&copy=2'></outline></outline>
</outline><outline type="rss" xmlUrl="https://a.example/feed?x=1&amp;y=2"/>
<!-- <outline xmlUrl="https://c.example/"/> --><outline text="a note"/></body></opml>"""


def test_an_opml_list_names_its_feeds_in_order_however_nested() -> None:
    """Each once; addresses that were never escaped are read as they were meant."""
    feed = read(OPML)

    assert feed.kind == "opml"
    assert feed.feeds == (
        "https://a.example/feed?x=1&y=2",
        "https://b.example/feed?x=1&copy=2",
    )


def test_an_attribute_of_a_megabyte_is_passed_by() -> None:
    """Whether or not it has a value: the list is read as if it were not there."""
    feed = read(f'<opml><outline {"a" * 1_000_000} xmlUrl="https://a.example/feed"/></opml>')

    assert feed.feeds == ("https://a.example/feed",)


def test_an_opml_list_of_more_than_500_feeds_is_refused() -> None:
    """Nobody means to read so many at once."""
    outlines = "".join(f'<outline xmlUrl="https://a.example/{n}"/>' for n in range(501))

    with pytest.raises(LoadError, match="more than 500 feeds"):
        read(f"<opml><body>{outlines}</body></opml>")


SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://post.example/about</loc><lastmod>2025-01-01</lastmod></url>
<url><loc>https://post.example/ferry?a=1&amp;b=2</loc><image:image>
<image:title>The quay</image:title><image:loc>https://post.example/quay.jpg</image:loc></image:image>
<n:news><n:publication><n:name>The Orlund Post</n:name><n:language>en</n:language></n:publication>
<n:publication_date>2025-03-10T09:00:00+01:00</n:publication_date>
<n:title><![CDATA[Ferry & bridge shut]]></n:title></n:news></url></urlset>"""


@pytest.mark.parametrize("packed", [False, True])
def test_a_sitemap_gives_the_pages_that_it_calls_news(packed: bool) -> None:
    """With title, outlet, language and time; other pages, and pictures, are passed by."""
    raw = gzip.compress(SITEMAP.encode()) if packed else SITEMAP.encode()

    feed = entries_of(raw, url=HOME)

    assert feed.kind == "sitemap"
    assert feed.entries == (
        Entry(
            2,
            "Ferry & bridge shut",
            "https://post.example/ferry?a=1&b=2",
            outlet="The Orlund Post",
            language="en",
            published="2025-03-10T09:00:00+01:00",
        ),
    )


def test_an_index_gives_the_sitemaps_of_news() -> None:
    """Those that are called so, if any are; ten at most."""
    names = ["pages.xml", *(f"news-{n}.xml" for n in range(20))]
    index = "".join(f"<sitemap><loc>/maps/{name}</loc></sitemap>" for name in names)

    feed = read(f"<sitemapindex>{index}</sitemapindex>")

    assert feed.feeds == tuple(f"https://post.example/maps/news-{n}.xml" for n in range(10))


@pytest.mark.parametrize("text", ["<!DOCTYPE html><p>Rain", "<html><body>Rain</html>"])
def test_a_page_is_known_as_one(text: str) -> None:
    """It has no entries; whoever asked for a feed reads it as a page."""
    feed = read(text)

    assert feed == Feed("page")
