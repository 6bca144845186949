"""Write digests as feeds, an entry a story: Atom and JSON Feed."""
