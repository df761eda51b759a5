"""Variables in texts: ``{place}``. Found and filled by name alone; nothing of a value is ever read as a template."""

import re
from collections.abc import Iterable, Mapping

from domain.errors import LiaisonError
from locales.isolation import clean

_PLACEHOLDER = re.compile(r"\{([A-Za-z][A-Za-z0-9_]*)\}")
_BRACE = re.compile(r"[{}\uff5b\uff5d]")  # the wide ones of Chinese keyboards, too


class MissingVariable(LiaisonError):
    """A text needs values that were not given; nothing was rendered. `names`: which, sorted."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(sorted(names))
        super().__init__(", ".join(self.names))


def placeholders(text: str) -> frozenset[str]:
    """Names of the variables in `text`."""
    return frozenset(_PLACEHOLDER.findall(text))


def stray_braces(text: str) -> bool:
    """Whether a brace stands in `text` that belongs to no variable: usually a variable that was broken."""
    return bool(_BRACE.search(_PLACEHOLDER.sub("", text)))


def fill(text: str, values: Mapping[str, str]) -> str:
    """`text` with every variable replaced by its value, as plain text of one line.

    Raises MissingVariable when a value is absent or blank. Markup and braces in a value stay as they are; whoever
    sends the text escapes it for the channel.
    """
    missing = {name for name in placeholders(text) if not values.get(name, "").strip()}
    if missing:
        raise MissingVariable(missing)
    return _PLACEHOLDER.sub(lambda match: plain(values[match[1]]), text)


def plain(value: str) -> str:
    """The value on one line, without characters that could break out of its place."""
    return " ".join(clean(" ".join(value.split())).split())
