"""Which profiles exist for which language and script."""

from collections.abc import Sequence

from understanding.language.script import scripts_of_language

CORE_LANGUAGES = (
    "pl", "ar", "tl", "en", "uk", "es", "fr", "de", "tr", "ru", "vi", "zh", "pt", "ur", "fa", "so", "ht", "hi"
)  # fmt: skip
"""The languages that the shipped profiles were built and measured for (ISO 639-1)."""
OTHER_LANGUAGES = ("it", "cs", "hu", "lt", "ro", "sk", "nl", "id", "bg", "be")
"""Further languages with shipped profiles; any other language that langdetect knows works from its stock profile."""

_ROMANISED = {"ar": "ar-latn", "ur": "hi-latn", "hi": "hi-latn"}
"""Profiles for languages of other scripts as typed in Latin letters; Hindi and Urdu share one (Hindustani)."""
_SAME = {"fil": "tl", "iw": "he", "in": "id", "nb": "no", "nn": "no"}


def canonical(code: str) -> str:
    """The code that the data uses for a language tag: "fil" -> "tl", "pt-BR" -> "pt", "zh_Hant" -> "zh"."""
    base = code.strip().lower().replace("_", "-").split("-")[0]
    return _SAME.get(base, base)


def profile_for(lang: str, script: str) -> str | None:
    """Name of the profile for a (canonical) language in a script, or None when it is not written in it."""
    if script in scripts_of_language(lang):
        return lang
    return _ROMANISED.get(lang) if script == "latin" else None


def romanised(languages: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Profiles in Latin letters -> the (canonical) languages among those given that they stand for."""
    names = dict.fromkeys(_ROMANISED[lang] for lang in languages if lang in _ROMANISED)
    return {name: tuple(lang for lang in languages if _ROMANISED.get(lang) == name) for name in names}


def stock_names(lang: str) -> tuple[str, ...]:
    """langdetect's names for a language's stock profiles."""
    return ("zh-cn", "zh-tw") if lang == "zh" else (lang,)
