"""The English words that figures are made of, and those that tell what is no figure."""

from __future__ import annotations


def _words(printed: str) -> list[str]:
    return printed.split()


SMALL = {
    word: value
    for value, word in enumerate(
        _words(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen seventeen eighteen nineteen"
        ),
        start=1,
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        _words("twenty thirty forty fifty sixty seventy eighty ninety"), start=2
    )
}
SCALES = {
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
}
# After an amount of money "m" is million; after a bare number it may be metres.
SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}

SIGNS = {
    "$": "$",  # whose dollars, the text does not say
    "US$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "£": "GBP",
    "€": "EUR",
    "¥": "¥",
    "₹": "INR",
    "Rs": "Rs",
    "₽": "RUB",
    "₺": "TRY",
    "₩": "KRW",
}
CODES = _words("USD EUR GBP JPY CHF CNY INR AUD CAD NZD HKD SEK NOK DKK")
CURRENCIES = {
    "dollars": "$",
    "US dollars": "USD",
    "American dollars": "USD",
    "Australian dollars": "AUD",
    "Canadian dollars": "CAD",
    "euros": "EUR",
    "euro": "EUR",
    "yen": "JPY",
    "yuan": "CNY",
    "rupees": "rupees",
    "pesos": "pesos",
    "roubles": "RUB",
    "rubles": "RUB",
    "francs": "francs",
    "kroner": "kroner",
    "kronor": "SEK",
    "crowns": "crowns",
    "shekels": "ILS",
    "naira": "NGN",
}
# These are weights, verbs and names too: money only after "million" and its like.
SCALED_CURRENCIES = {"pounds": "pounds", "won": "KRW", "rand": "ZAR", "lira": "TRY", "real": "BRL"}

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "January Jan",
            "February Feb",
            "March Mar",
            "April Apr",
            "May",
            "June Jun",
            "July Jul",
            "August Aug",
            "September Sept Sep",
            "October Oct",
            "November Nov",
            "December Dec",
        ),
        start=1,
    )
    for name in _words(names)
}

# Plurals without an s.
PLURALS = frozenset(
    _words(
        "people men women children police staff personnel aircraft feet teeth sheep cattle fish "
        "deer dead hertz israelis iraqis saudis pakistanis yemenis kuwaitis emiratis taxis media "
        "criteria bacteria migrants offspring crew"
    )
)
# Words in s that are no plural, plurals that are no count ("two thirds", "three times"), and
# verbs of the third person.
NO_PLURALS = frozenset(
    _words(
        "thirds quarters halves fifths sixths sevenths eighths ninths tenths hundredths "
        "thousandths times plus minus always perhaps besides sometimes afterwards towards upwards "
        "downwards overseas alas texas kansas arkansas christmas does goes gets takes makes comes "
        "says wants needs seems becomes remains includes means gives shows keeps thinks knows "
        "believes yes hers ours theirs yours thanks indoors outdoors nowadays mondays tuesdays "
        "wednesdays thursdays fridays saturdays sundays clothes mars whereas figures"
    )
)
# Words that end the search for what is counted.
STOPS = frozenset(
    _words(
        "a an the and or but nor if as at by for from in into of off on onto out over per than "
        "that then there this these those to under until up upon via when where which while who "
        "whom whose why with within without after against along among around because before "
        "behind below between beyond despite down during except inside like near outside past "
        "since so through throughout toward amid i you he she it we they me him her us them his "
        "its my our their your one is are was were be been being am has have had having do did "
        "will would can could may might must shall should not never no also too only just even "
        "still yet already ago later said told called asked added went came got took made gave "
        "left saw began pm percent cent per-cent each both either neither every some any all"
    )
)
# A bare number after one of these is a name: "page 3", "flight 370", "aged 12".
LABELS = frozenset(
    _words(
        "no nos number numbers page pages chapter article section room flight grade age aged ages "
        "type phase level tier category class year channel route highway volume part line gate "
        "season episode round week day game lot item version model size table figure rule act "
        "scene bus train ward district division zone apartment suite platform verse group formula "
        "top under update"
    )
)
# Words that may begin a sentence before a count. After any other capital, as in "Falcon 9
# rockets", the number may be part of a name.
OPENERS = frozenset(
    _words(
        "a about all almost an and another approximately around as at but by for from in its just "
        "more my nearly of on only or our over roughly some the their these those to up with "
        "among between exactly after before his her your that which when where while if since "
        "during within every last first next other both"
    )
)
