"""The words that trimming goes by: what joins sentences, and what must stand behind it."""

from __future__ import annotations

# What joins a sentence to the one before. Words that say what the facts are ("Instead", "Then",
# "As a result", "Separately", "For example") are none of them.
WITH_COMMA = (
    "However,",
    "Meanwhile,",
    "Still,",
    "Also,",
    "Moreover,",
    "Furthermore,",
    "Additionally,",
    "In addition,",
    "Nevertheless,",
    "Nonetheless,",
    "Even so,",
    "That said,",
    "Besides,",
    "Indeed,",
    "Plus,",
    "And,",
    "But,",
    "Yet,",
    "By contrast,",
    "In contrast,",
    "What's more,",
    "What’s more,",
)
# Those that no comma sets apart: what follows them decides.
BARE = ("But ", "And ", "Yet ", "Meanwhile ")

# Words that begin a sentence of its own, whatever stands before them. "But for", "And yet",
# "But then" and "Yet another" do not.
_BEGINNING = (
    "the a an he she it they his her its their this these those there some many most few several "
    "all every no nobody nothing in on at after before during since when while as if although "
    "though despite under with last earlier according police officials analysts experts critics "
    "residents investigators prosecutors scientists researchers doctors lawyers campaigners "
    "supporters opponents people it's it’s he's he’s she's she’s they're they’re there's there’s"
)
BEGINNING = frozenset(_BEGINNING.split())
# Behind a comma all words do, but for these.
_NOT_BEGINNING = (
    "and or but nor so yet who which whom whose that not yes to however meanwhile also still "
    "moreover furthermore nevertheless nonetheless indeed besides instead then therefore thus"
)
NOT_BEGINNING = frozenset(_NOT_BEGINNING.split())
# "The same", "the other" and "the reverse" are told by what stood before them.
POINTING = frozenset(("same", "other", "others", "latter", "former", "opposite", "reverse", "rest"))
# Who speaks to somebody is quoted, be it without marks. "US" is no "us".
_SPOKEN = (
    "I I'm I’m I'd I’d I've I’ve I'll I’ll we we're we’re we've we’ve we'll we’ll you you're "
    "you’re you've you’ve you'll you’ll me my our your us let's let’s"
)
SPOKEN = frozenset((*_SPOKEN.split(), "We", "You", "My", "Our", "Your"))
# "However, he said, it fell" is left as it is: "[H]e said, it fell" reads badly.
_SAYING = (
    "said says say told tells tell added adds argued argues warned warns noted notes note wrote "
    "writes write explained explains explain insisted insists believed believes believe thinks "
    "suggests suggested claimed claims reported reports admitted conceded continued"
)
SAYING = frozenset(_SAYING.split())
_HELPING = (
    "is are was were am be been has have had do does did will would can could may might must "
    "shall should"
)
HELPING = frozenset(_HELPING.split())
# A sentence that ends in one of these, or in a helping verb, leans on what the one before says.
_ELLIPTIC = "not so too either neither both last"
ELLIPTIC = HELPING.union(_ELLIPTIC.split())
# What has none of these, no helping verb and no word in -ed may be half a sentence.
_VERBS = (
    "said says say saw came went gave took made got told found left held began led knew kept won "
    "lost ran fell rose grew met sent built thought brought became stood set put cut hit let "
    "shot spoke wrote fought sold paid felt"
)
VERBS = HELPING.union(_VERBS.split())
SHORT_VERBS = ("n't", "'re", "'ve", "'ll", "'d", "it's", "he's", "that's", "there's")
