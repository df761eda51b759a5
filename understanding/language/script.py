"""The writing system first: it decides most messages alone, and keeps impossible languages out of the rest."""

from bisect import bisect_right
from collections import defaultdict

_RANGES: tuple[tuple[int, int, str], ...] = (
    (0x0041, 0x024F, "latin"),
    (0x0250, 0x02AF, "latin"),
    (0x0370, 0x03FF, "greek"),
    (0x0400, 0x052F, "cyrillic"),
    (0x0530, 0x058F, "armenian"),
    (0x0590, 0x05FF, "hebrew"),
    (0x0600, 0x06FF, "arabic"),
    (0x0750, 0x077F, "arabic"),
    (0x08A0, 0x08FF, "arabic"),
    (0x0900, 0x097F, "devanagari"),
    (0x0980, 0x09FF, "bengali"),
    (0x0A00, 0x0A7F, "gurmukhi"),
    (0x0A80, 0x0AFF, "gujarati"),
    (0x0B80, 0x0BFF, "tamil"),
    (0x0C00, 0x0C7F, "telugu"),
    (0x0C80, 0x0CFF, "kannada"),
    (0x0D00, 0x0D7F, "malayalam"),
    (0x0E00, 0x0E7F, "thai"),
    (0x10A0, 0x10FF, "georgian"),
    (0x1100, 0x11FF, "hangul"),
    (0x1200, 0x137F, "ethiopic"),
    (0x1E00, 0x1EFF, "latin"),
    (0x1F00, 0x1FFF, "greek"),
    (0x3040, 0x30FF, "kana"),
    (0x3400, 0x4DBF, "han"),
    (0x4E00, 0x9FFF, "han"),
    (0xAC00, 0xD7AF, "hangul"),
    (0xF900, 0xFAFF, "han"),
    (0xFB50, 0xFDFF, "arabic"),
    (0xFE70, 0xFEFF, "arabic"),
)  # Unicode Character Database, Blocks.txt
SCRIPTS = tuple(dict.fromkeys(name for _, _, name in _RANGES))
"""All writing systems that are told apart."""
_STARTS = tuple(start for start, _, _ in _RANGES)
_WEIGHT = {"han": 3.0, "kana": 2.0, "hangul": 2.0, "latin": 0.6}
"""One Han character is a word's worth; Latin words inside other scripts are mostly names, so they count less."""

SCRIPTS_OF: dict[str, tuple[str, ...]] = {
    "ar": ("arabic",), "fa": ("arabic",), "ur": ("arabic",), "bn": ("bengali",), "be": ("cyrillic",),
    "bg": ("cyrillic",), "mk": ("cyrillic",), "ru": ("cyrillic",), "uk": ("cyrillic",), "sr": ("cyrillic",),
    "el": ("greek",), "gu": ("gujarati",), "he": ("hebrew",), "hi": ("devanagari",), "mr": ("devanagari",),
    "ne": ("devanagari",), "ja": ("kana", "han"), "ka": ("georgian",), "kn": ("kannada",), "ko": ("hangul",),
    "ml": ("malayalam",), "pa": ("gurmukhi",), "ta": ("tamil",), "te": ("telugu",), "th": ("thai",),
    "zh": ("han",), "am": ("ethiopic",), "hy": ("armenian",),
}  # fmt: skip
"""Scripts a language is written in, ISO 639-1; every language that is not named here is written in Latin letters."""


def script_of(text: str) -> str | None:
    """The script that carries most of the text, or None when it has no letter of a known script."""
    if text.isascii():
        return "latin" if any(map(str.isalpha, text)) else None
    weights: defaultdict[str, float] = defaultdict(float)
    for character in text:
        name = _script_of_character(character)
        if name is not None:
            weights[name] += _WEIGHT.get(name, 1.0)
    if not weights:
        return None
    if "kana" in weights:
        return "kana"
    return max(weights, key=lambda name: (weights[name], name))


def _script_of_character(character: str) -> str | None:
    code = ord(character)
    if code < 0x80:
        return "latin" if character.isalpha() else None
    place = bisect_right(_STARTS, code) - 1
    start, end, name = _RANGES[place]
    return name if start <= code <= end and character.isalpha() else None


def scripts_of_language(lang: str) -> tuple[str, ...]:
    """Native scripts of a language (its romanised writing has a profile of its own)."""
    return SCRIPTS_OF.get(lang, ("latin",))
