"""Tell messages that are in no language: "ok", "haha", digits, emoji. They get no answer and leave no trace."""

import re

_EVERYWHERE = frozenset(
    """ok okay okey oki oke okok kk ок hm hmm mm mmm mhm uh uhh um eh ehh ah ahh aha oh ohh ooh ha xx xd xdd xdxd lol
    lmao rofl omg wow wtf yay pff ugh brr zz pm sms gps usb wifi tv pdf url http https www qwerty asd asdf abc nan
    هه""".split()  # noqa: SIM905 - words read better as words
)
"""Short sounds and signs that people type in every language; sure only when the whole message is made of them."""

_LAUGHTER = re.compile(
    r"a?(?:h+[aeiou]+){2,}h*|(?:a+h+){2,}a*|(?:j[aei]){2,}j?|(?:ke){2,}k?|k{3,}|x+d+|l+o+l+|w{2,}|"
    r"а?(?:х+[аеи]+){2,}х*|(?:а+х+){2,}а*|ه+"
)
_IDEOGRAPHS = 0x2E80
"""From here on (CJK) one character is a word; one letter of any other script is none."""


def is_silent(folded: str) -> bool:
    """Whether a folded message says nothing in any language."""
    return all((len(word) == 1 and ord(word) < _IDEOGRAPHS) or _is_sound(word) for word in folded.split())


def spoken(folded: str) -> str:
    """The folded message without laughter and filler sounds; they would only blur what the other words say."""
    return " ".join(word for word in folded.split() if not _is_sound(word)) or folded


def _is_sound(word: str) -> bool:
    if len(word) < 2 or word == "oo":  # "oo" is "yes" in Filipino
        return False
    repeated = len(set(word)) == 1 and ord(word[0]) < _IDEOGRAPHS
    return word in _EVERYWHERE or repeated or _LAUGHTER.fullmatch(word) is not None
