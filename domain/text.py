"""What of a text a person can see."""

import unicodedata

_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Zl", "Zp", "Zs"})  # controls, marks of direction, joiners, spaces
_BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters to Unicode, nothing to the eye


def is_seen(text: str) -> bool:
    """Whether there is anything to see: not only spaces, zero-width and control characters."""
    return any(unicodedata.category(char) not in _UNSEEN and char not in _BLANK_LETTERS for char in text)
