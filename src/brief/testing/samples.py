"""Articles that a stage must bear: usual ones, and the odd shapes that real text takes."""

from __future__ import annotations

SAMPLES = {
    "usual": (
        "Harbour bridge to close for nine months\n\n"
        "TARNBY — The old harbour bridge will close on Monday for repairs that the town "
        "expects to cost $4.2m.\n\n"
        "“We have put this off for too long,” said Mayor Ines Holm. “It cannot wait.”\n\n"
        "Shopkeepers on the east bank warned that they would lose a third of their trade.\n"
    ),
    "one sentence": "Rain fell on Monday.",
    "three words": "Rain in Tarnby",
    "wrapped by hand": (
        "The council voted on Tuesday to keep the library open on Sundays, ending a\n"
        "dispute that had lasted for two years. Opponents said the money would be\n"
        "better spent on the school roof.\n"
    ),
    "windows line ends": "The ferry is late.\r\n\r\nIt will sail at noon, the company said.\r\n",
    "other scripts": "Москва сказала «нет». 東京は晴れ。 مرحبا بالعالم. Ça va\u00a0?",
    "beyond the first plane": "The band “𝕬𝖇𝖈” played 🎻 on Friday. It rained.",
    "marks that never close": "“He left. (She stayed [and said “no.\n\n“Nobody knows why.",
    "said twice": "The road is open.\n\nThe road is open.\n\nDrivers are glad.",
    "control characters": "A bell\x07 rang.\x1b[31m Red text\u202e came. Nothing else did.",
    "no sentence end": "word " * 300,
}
