"""What a loader may read beyond its source: pages of entries, feeds of a list, sitemaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from brief import Context, LoadError

if TYPE_CHECKING:
    from .fetching import Fetched

# A page with pictures inside it, a feed, a sitemap, a PDF.
LARGEST = 25_000_000


class Reach(NamedTuple):
    """What may be fetched for a run: *most* entries of a feed, and their *pages*, or none.

    *permitted* and *ca_file* are options of the fetcher.
    """

    context: Context
    most: int
    pages: bool
    permitted: tuple[str, ...] = ()
    ca_file: str = ""

    def get(self, url: str) -> Fetched:
        """Return what is at *url*. Raises `LoadError`, with the address, where nothing is."""
        from .fetching import fetcher  # slow: urllib3

        made = fetcher(self.context, permitted=self.permitted, ca_file=self.ca_file)
        return made.get(url, most=LARGEST)

    def tried(self, url: str) -> Fetched | LoadError:
        """Return what is at *url*, or why nothing is."""
        try:
            return self.get(url)
        except LoadError as error:
            return error


def reason(error: Exception, url: str) -> str:
    """Return what *error* says, without the address that it starts with, as errors show it."""
    from .fetching.urls import shown  # there by now, or cheap

    return str(error).removeprefix(f"{url}: ").removeprefix(f"{shown(url)}: ")
