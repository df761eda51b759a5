"""Case references that people can say on the phone.

Shape: letter digit letter - digit letter digit, for example ``K4T-7M2``. The alphabet leaves out 0/O and 1/I
(also B/8, S/5 and Z/2 are kept apart by their place), and because letters and digits alternate no word,
rude or otherwise, can form. 24 * 8 * 24 * 8 * 24 * 8 = 7,077,888 references.
"""

import random
import re

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
DIGITS = "23456789"
_SHAPE = (LETTERS, DIGITS, LETTERS, DIGITS, LETTERS, DIGITS)
_REFERENCE = re.compile(
    rf"(?<![0-9A-Za-z])([{LETTERS}][{DIGITS}][{LETTERS}])[-\s‐-―]?([{DIGITS}][{LETTERS}][{DIGITS}])(?![0-9A-Za-z])"
)


def new_reference(rng: random.Random) -> str:
    """Draw a reference; the caller checks that it is free."""
    drawn = "".join(rng.choice(alphabet) for alphabet in _SHAPE)
    return f"{drawn[:3]}-{drawn[3:]}"


def find_reference(text: str) -> str | None:
    """Return the first reference written in `text` (any case, with or without the dash), in its canonical form."""
    match = _REFERENCE.search(text.upper())
    return f"{match[1]}-{match[2]}" if match else None
