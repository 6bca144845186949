"""Many articles on one page: each story once, what is common, what differs, and what is new."""
