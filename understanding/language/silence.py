"""Tell messages that are in no language: "ok", "haha", digits, emoji. They get no answer and leave no trace."""

import re

_EVERYWHERE = frozenset(
    "ok okay okey oki okok kk k ok' oke hm hmm hmmm mm mmm mhm uh uhh um eh ehh ah ahh aha oh ohh ooh oo o a e x xx xd xdd "
    "xdddd lol lmao rofl omg wow wtf hi5 yay hey pff pfff ugh brr zzz zz la pm am sms gps usb wifi tv id pdf url http "
    "www com bot spam test asd asdf qwe qwerty abc abcd aaa bb cc dd".split()
)
"""Short sounds and signs that people type in every language; sure only when the whole message is made of them."""

_LAUGHTER = re.compile(
    r"(?:[hjx][aeiou]?){2,}h?|a?(?:ha)+h?|(?:ja)+j?|(?:he)+h?|(?:hi)+h?|(?:ho)+|(?:ke)+k?|x+d+|l+o+l+|w{2,}|[хx]+|(?:ха)+х?|(?:хи)+|(?:ههه*)|5{3,}|哈+|呵+"
)


def is_silent(folded: str) -> bool:
    """Whether a folded message says nothing in any language."""
    words = folded.split()
    return all(_says_nothing(word) for word in words)


def _says_nothing(word: str) -> bool:
    if len(word) == 1:
        return ord(word) < 0x2E80
    return word in _EVERYWHERE or _LAUGHTER.fullmatch(word) is not None or len(set(word)) == 1
