"""Look-up of everything that is said to a person.

A catalog is one Fluent file a language and subject: ``locales/<language>/<subject>.ftl``. Every key begins with its
subject and a dash (``resident-receipt`` is in ``resident.ftl``), so a subject is read when it is first needed. Subjects
may be of two words: ``desk-survey-help`` is in ``desk-survey.ftl`` where there is such a file, else in ``desk.ftl``.
"""

import logging
from datetime import UTC, date, datetime, tzinfo
from functools import cached_property
from pathlib import Path
from typing import Final, Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date as babel_date
from fluent.runtime import FluentBundle, FluentResource

from locales.isolation import clean, has_rtl, isolate
from locales.known import FOLDER, languages

Value = str | int | float | datetime | date
HOUSE_LANGUAGE: Final = "en"  # complete by definition: the last fallback
_log = logging.getLogger(__name__)


class Catalogs:
    """All catalogs of `folder`. Cheap to make: a subject is read on its first use and kept.

    A key that no catalog of the chain language -> default -> en has raises KeyError when `strict`; else it is logged
    and the key itself is said. A placeholder without a value is a KeyError or a log line in the same way.
    `zone` is where dates among the values are shown.
    """

    def __init__(
        self, default: str = HOUSE_LANGUAGE, *, folder: Path = FOLDER, strict: bool = True, zone: tzinfo = UTC
    ) -> None:
        self.default = default
        self._folder = folder
        self._strict = strict
        self._zone = zone
        self._bundles: dict[tuple[str, str], FluentBundle | None] = {}
        self._chains: dict[str, tuple[str, ...]] = {}

    def say(self, language: str, key: str, /, **values: Value) -> str:
        """The words of `key` in `language`, with `values` in place. Strings among them are cleaned and isolated."""
        for candidate in self._chain(language):
            bundle = self._bundle(candidate, self._subject(key))
            if bundle is not None and bundle.has_message(key):
                return self._format(bundle, candidate, key, values)
        return self._missing(f"no catalog has {key!r} (asked for in {language!r})", key)

    def has(self, language: str, key: str) -> bool:
        """Whether `language` itself (no fallback) has `key`."""
        bundle = self._bundle(language, self._subject(key))
        return bundle is not None and bundle.has_message(key)

    @cached_property
    def _languages(self) -> tuple[str, ...]:
        return languages(self._folder)

    def languages(self) -> tuple[str, ...]:
        """Codes of all languages that have a catalog, sorted."""
        return self._languages

    @cached_property
    def _of_two_words(self) -> frozenset[str]:
        return frozenset(path.stem for path in self._folder.glob("*/*-*.ftl"))

    def _subject(self, key: str) -> str:
        first, _, rest = key.partition("-")
        both = f"{first}-{rest.partition('-')[0]}"
        return both if both in self._of_two_words else first

    def subjects(self, language: str) -> tuple[str, ...]:
        """Subjects of `language`, sorted."""
        return tuple(sorted(path.stem for path in (self._folder / language).glob("*.ftl")))

    def keys(self, language: str) -> frozenset[str]:
        """All keys of `language`; reads every subject of it."""
        bundles = (self._bundle(language, subject) for subject in self.subjects(language))
        return frozenset(key for bundle in bundles if bundle is not None for key in bundle._messages)

    def direction(self, language: str) -> Literal["ltr", "rtl"]:
        """Writing direction of `language`; left to right where it is unknown."""
        try:
            right_to_left = Locale.parse(language, sep="-").text_direction == "rtl"
        except (UnknownLocaleError, ValueError):
            return "ltr"
        return "rtl" if right_to_left else "ltr"

    def _chain(self, language: str) -> tuple[str, ...]:
        chain = self._chains.get(language)
        if chain is None:
            wanted = (language, language.partition("-")[0], self.default, HOUSE_LANGUAGE)
            chain = tuple(dict.fromkeys(code for code in wanted if code in self._languages))
            if len(self._chains) < 1000:  # language codes come from outside: a bounded memory of them
                self._chains[language] = chain
        return chain

    def _bundle(self, language: str, subject: str) -> FluentBundle | None:
        if (language, subject) not in self._bundles:
            self._bundles[language, subject] = self._read(language, subject)
        return self._bundles[language, subject]

    def _read(self, language: str, subject: str) -> FluentBundle | None:
        path = self._folder / language / f"{subject}.ftl"
        if language not in self._languages or not path.is_file():
            return None
        bundle = FluentBundle([language], use_isolating=False)
        bundle.add_resource(FluentResource(path.read_text("utf-8")))
        return bundle

    def _format(self, bundle: FluentBundle, language: str, key: str, values: dict[str, Value]) -> str:
        rtl = self.direction(language) == "rtl"
        pattern = bundle.get_message(key).value
        if pattern is None:
            return self._missing(f"{key!r} has no value in {language!r}", key)
        ready = {name: self._prepare(value, language, rtl) for name, value in values.items()}
        said, errors = bundle.format_pattern(pattern, ready)
        for error in errors:
            self._missing(f"{key!r} in {language!r}: {error}", key)
        return str(said)

    def _prepare(self, value: Value, language: str, rtl: bool) -> str | int | float:
        if isinstance(value, date):
            value = self._date(value, language)
        if not isinstance(value, str):
            return value
        text = clean(value)
        return isolate(text) if rtl or has_rtl(text) else text

    def _date(self, value: date, language: str) -> str:
        if isinstance(value, datetime):
            local = value.astimezone(self._zone)
            return f"{babel_date(local, 'd MMMM y', locale=language)}, {local:%H:%M}"
        return babel_date(value, "d MMMM y", locale=language)

    def _missing(self, problem: str, key: str) -> str:
        if self._strict:
            raise KeyError(problem)
        _log.error("catalog: %s", problem)
        return key
