"""Lay a digest out in HTML: as a page of its own, in a mail, in an entry of a feed."""
