"""Tell messages that are in no language: "ok", "haha", digits, emoji. They get no answer and leave no trace."""

import re

_EVERYWHERE = frozenset(
    """ok okay okey oki oke okok kk okk ок hm hmm mm mmm mhm uh uhh um eh ehh ah ahh aha ahaha oh ohh ooh ha xx xd
    xdd xdxd lol lmao rofl omg wow wtf yay pff ugh brr zz pm sms gps usb wifi tv pdf url http https www qwerty
    asd asdf abc nan 哈 呵 嘿 嗯 هه""".split()  # noqa: SIM905 - words read better as words
)
"""Short sounds and signs that people type in every language; sure only when the whole message is made of them."""

_LAUGHTER = re.compile(
    r"a?(?:h+[aeiou]+){2,}h*|(?:a+h+){2,}a*|(?:j[aei]){2,}j?|(?:ke){2,}k?|k{3,}|x+d+|l+o+l+|w{2,}|"
    r"а?(?:х+[аеи]+){2,}х*|(?:а+х+){2,}а*|ه+|[哈呵嘿嗯]+"
)


def is_silent(folded: str) -> bool:
    """Whether a folded message says nothing in any language."""
    return all(_says_nothing(word) for word in folded.split())


def _says_nothing(word: str) -> bool:
    if len(word) == 1:
        return ord(word) < 0x2E80  # one letter is no word; one Han character is
    return (
        word in _EVERYWHERE
        or _LAUGHTER.fullmatch(word) is not None
        or (len(set(word)) == 1 and word.isascii() and word != "oo")
    )
