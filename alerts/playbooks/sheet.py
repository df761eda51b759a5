"""Template files of others: warning texts with variables in several languages, as JSON.

Read are ``{"templates": {id: {"texts": {language: text}, "placeholders": […], …}}}``, a list of such templates with an
``id`` each, and ``{id: {language: text}}``. A text may be an object of parts (headline, description …).
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from alerts.playbooks.check import WHOLE
from alerts.playbooks.compare import compare
from alerts.playbooks.finding import Finding, found
from domain.errors import LiaisonError

_DAY_KEYS: Final = {
    "expires": ("expires", "expires_at", "expiry", "valid_until"),
    "review": ("review", "review_date", "review_by"),
}
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_NO_LANGUAGES: Final = frozenset({"id", "url"})  # keys that only look like codes
_REFERENCE: Final = "en"  # the language that the others are translations of, where it is there


class UnreadableSheet(LiaisonError):
    """The text is no template file. `key` in the catalog `playbook` says why, `values` are its placeholders."""

    def __init__(self, key: str, **values: str | int) -> None:
        super().__init__(key)
        self.key, self.values = key, values


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One text of a sheet by language and part; texts without parts have the part ``text``."""

    id: str
    name: str
    category: str = ""
    texts: Mapping[str, Mapping[str, str]]  # part -> language -> text
    declared: frozenset[str] | None = None  # the variables that it says it has
    expires: date | None = None
    review: date | None = None
    broken: tuple[str, ...] = field(default=())  # keys whose value is no day


def read_sheet(text: str) -> tuple[Template, ...]:
    """The templates in the order of the file. Raises UnreadableSheet."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableSheet("playbook-not-json", problem=str(error)) from None
    raw = data.get("templates", data) if isinstance(data, dict) else data
    if not isinstance(raw, dict | list):
        raise UnreadableSheet("playbook-no-templates")
    items = raw.items() if isinstance(raw, dict) else ((_id(item, i), item) for i, item in enumerate(raw, start=1))
    templates = [_template(str(key), value) for key, value in items if _is_template(value)]
    if not templates:
        raise UnreadableSheet("playbook-no-templates")
    return tuple(templates)


def check_sheet(templates: tuple[Template, ...], today: date) -> Iterator[Finding]:
    """The defects of every template. A language or part that some template of the sheet has is wanted of each."""
    counts = Counter(code for template in templates for code in _languages(template))
    languages = sorted(counts, key=lambda code: (code != _REFERENCE, -counts[code]))
    parts = {part: None for template in templates for part in template.texts}
    for template in templates:
        for part in parts:
            if part not in template.texts:
                yield found("playbook-part-missing", (template.id, part))
        for part, texts in template.texts.items():
            where = (template.id,) if part == "text" else (template.id, part)
            wanted = template.declared if len(template.texts) == 1 else None
            yield from compare(texts, where, languages=languages, wanted=wanted, longest=WHOLE)
        for key in template.broken:
            yield found("playbook-day-unreadable", (template.id, key), name=key)
        if template.expires is not None and template.expires < today:
            yield found("playbook-expired", (template.id,), day=template.expires.isoformat())
        if template.review is not None and template.review < today:
            yield found("playbook-review-past", (template.id,), day=template.review.isoformat())


def line_of(text: str, where: tuple[str | int, ...]) -> int | None:
    """The line of the sheet in which the keys of `where` stand one after the other; None if the first is not there."""
    at, line = 0, None
    for key in where:
        match = re.compile(rf"{re.escape(json.dumps(str(key), ensure_ascii=False))}").search(text, at)
        if match is None:
            break
        at = match.end()
        line = text.count("\n", 0, match.start()) + 1
    return line


def _id(item: Any, number: int) -> str:
    named = item.get("id") or item.get("name") if isinstance(item, dict) else None
    return str(named or number)


def _is_template(value: Any) -> bool:
    return isinstance(value, dict) and bool(_by_part(value))


def _template(key: str, value: dict[str, Any]) -> Template:
    declared = value.get("placeholders")
    days = {name: _day(value, keys) for name, keys in _DAY_KEYS.items()}
    return Template(
        id=key,
        name=str(value.get("name") or value.get("fcc_name") or key),
        category=str(value.get("cap_category") or value.get("category") or ""),
        texts=_by_part(value),
        declared=frozenset(map(str, declared)) if isinstance(declared, list) else None,
        expires=days["expires"][0],
        review=days["review"][0],
        broken=tuple(broken for _, broken in days.values() if broken),
    )


def _by_part(value: dict[str, Any]) -> dict[str, dict[str, str]]:
    texts = value.get("texts", value)
    found_parts: dict[str, dict[str, str]] = {}
    for language, text in texts.items() if isinstance(texts, dict) else ():
        if language in _NO_LANGUAGES or not _LANGUAGE.fullmatch(str(language)):
            continue
        for part, words in text.items() if isinstance(text, dict) else (("text", text),):
            if isinstance(words, str):
                found_parts.setdefault(str(part), {})[str(language)] = words
    return found_parts


def _day(value: dict[str, Any], keys: tuple[str, ...]) -> tuple[date | None, str]:
    """The day under the first of `keys` that is there, and that key when its value is none."""
    key = next((key for key in keys if value.get(key)), None)
    if key is None:
        return None, ""
    try:
        return datetime.fromisoformat(str(value[key])).date(), ""
    except ValueError:
        return None, key


def _languages(template: Template) -> frozenset[str]:
    return frozenset(code for texts in template.texts.values() for code in texts)
