"""The output formats of a digest: for people, for programs, for feed readers, mails and CI."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, cast

from brief.contracts import Renderer
from brief.value import value

if TYPE_CHECKING:
    from brief.contracts import Context
    from brief.digest.model import Digest
    from brief.protocols import Render

    Run = Callable[[Iterable[Digest], Context], Iterator[str | bytes]]

# In every callable below the imports wait: only who asks for a format pays for it.


@value
class DigestText:
    """Digests for a terminal, in lines of at most *width* cells (40 or more).

    *colour* uses a few SGR sequences; *why* adds why the reports of a story stand together.
    """

    width: int = 80
    colour: bool = False
    why: bool = False

    def __post_init__(self) -> None:
        from brief.builtin.renderers.text import NARROWEST
        from brief.errors import ConfigError

        if self.width < NARROWEST:
            raise ConfigError(f"width must be {NARROWEST} or more, not {self.width}")

    def __call__(self, items: Iterable[Digest], context: Context) -> Iterator[str]:  # noqa: ARG002
        """Yield the digests one after the other."""
        from .text import Sheet

        for each in items:
            yield str(Sheet(self.width, colour=self.colour, why=self.why).digest(each))


@value
class DigestMarkdown:
    """Digests as CommonMark; *why* adds why the reports of a story stand together."""

    why: bool = False

    def __call__(self, items: Iterable[Digest], context: Context) -> Iterator[str]:  # noqa: ARG002
        """Yield the document story by story."""
        from .formats import markdown

        for each in items:
            yield from markdown(each, why=self.why)


@value
class DigestPage:
    """One page for a browser that needs nothing beside it: no script, no picture, no request.

    *why* adds why the reports of a story stand together.
    """

    why: bool = False

    def __call__(self, items: Iterable[Digest], context: Context) -> Iterator[str]:  # noqa: ARG002
        """Yield the page; raises `OutputError` for more digests than one."""
        from .formats import the_one
        from .html.page import page

        return page(the_one(items, "html"), why=self.why)


@value
class DigestAtom:
    """An Atom feed, an entry a story. *page* and *address* are where the digest's page and the
    feed itself will be found; readers get on without.
    """

    page: str = ""
    address: str = ""

    def __post_init__(self) -> None:
        _check(self.page, self.address)

    def __call__(self, items: Iterable[Digest], context: Context) -> Iterator[str]:  # noqa: ARG002
        """Yield the feed of all digests."""
        from .feeds.atom import atom

        return atom([*items], self.page, self.address)


@value
class DigestFeed:
    """A JSON Feed, an item a story; *page* and *address* as in the Atom feed."""

    page: str = ""
    address: str = ""

    def __post_init__(self) -> None:
        _check(self.page, self.address)

    def __call__(self, items: Iterable[Digest], context: Context) -> Iterator[str]:  # noqa: ARG002
        """Yield the feed of all digests."""
        from .feeds.jsonfeed import jsonfeed

        yield jsonfeed([*items], self.page, self.address)


@value
class DigestMail:
    """A mail in text and HTML. *sender* and *to* are addresses, several parted by commas."""

    sender: str = ""
    to: str = ""

    def __post_init__(self) -> None:
        for each in filter(None, (self.sender, self.to)):
            from .mail import addresses

            addresses(each)

    def __call__(self, items: Iterable[Digest], context: Context) -> Iterator[bytes]:  # noqa: ARG002
        """Yield the mail; raises `OutputError` for more digests than one."""
        from .formats import the_one
        from .mail import mail

        yield mail(the_one(items, "eml"), self.sender, self.to)


@value
class DigestGithub:
    """The summary of a GitHub job; *why* adds why the reports of a story stand together.

    What failed is for standard output: see `brief.builtin.renderers.digest.github.annotated`.
    """

    why: bool = False

    def __call__(self, items: Iterable[Digest], context: Context) -> Iterator[str]:  # noqa: ARG002
        """Yield the summary; raises `OutputError` for more digests than one."""
        from .formats import the_one
        from .github import summary

        return summary(the_one(items, "github"), why=self.why)


def site_feeds(
    digest: Digest, atom: Renderer, feed: Renderer, before: bytes
) -> tuple[Iterator[str], Iterator[str]]:
    """Return the feeds of a site that told *before* (its JSON Feed until now), with *digest*.

    Where the site and its feeds are is said by the options of the formats *atom* and *feed*.
    """
    from .feeds.atom import atom as as_atom
    from .feeds.jsonfeed import jsonfeed
    from .feeds.site import carried_on

    first, second = cast("DigestAtom", atom.run), cast("DigestFeed", feed.run)
    told = carried_on(digest, first.page or second.page, before)
    return (
        as_atom([digest], first.page, first.address, told),
        iter([jsonfeed([digest], second.page, second.address, told)]),
    )


def digests() -> list[Renderer]:
    """Return the formats, each with the suffix that means it."""
    return [
        _record("text", DigestText(), ".txt"),
        _record("md", DigestMarkdown(), ".md"),
        _record("html", DigestPage(), ".html"),
        _record("json", _json, ".json", "why"),
        _record("jsonl", _jsonl, ".jsonl", "why"),
        _record("atom", DigestAtom(), ".atom"),
        _record("jsonfeed", DigestFeed()),
        _record("eml", DigestMail(), ".eml"),
        _record("github", DigestGithub()),
    ]


def _json(items: Iterable[Digest], context: Context) -> Iterator[str]:  # noqa: ARG001
    """One JSON document of one digest, as `digest-1.schema.json` has it."""
    from brief.builtin.renderers.indent import indented
    from brief.sanitise import json_text

    from .form import digest_form
    from .formats import the_one

    yield json_text(indented(digest_form(the_one(items, "json")))) + "\n"


def _jsonl(items: Iterable[Digest], context: Context) -> Iterator[str]:  # noqa: ARG001
    """A line of JSON for each story, and behind those of a digest one for all that is no story."""
    import json

    from brief.sanitise import json_text

    from .form import digest_line, story_line

    for digest in items:
        forms = (story_line(digest, each) for each in digest.stories)
        for form in (*forms, digest_line(digest)):
            yield json_text(json.dumps(form, ensure_ascii=False)) + "\n"


def _check(*addresses: str) -> None:
    """Raise `ConfigError` for one of *addresses* that no link may lead to."""
    for each in filter(None, addresses):
        from brief.builtin.renderers.html.safe import address
        from brief.errors import ConfigError

        if not address(each):
            raise ConfigError(f"no web address: {each!r}; write https://host.example/path")


def _record(name: str, run: Run, suffix: str = "", *honours: str) -> Renderer:
    # `Renderer.run` is typed for briefs; *takes* says what is handed over.
    return Renderer(name, cast("Render", run), suffix, "digest", honours)
