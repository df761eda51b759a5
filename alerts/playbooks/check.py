"""Is a plan fit for the day when it is needed? What is missing, differs between languages, or is out of date."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Final

from alerts.playbooks.compare import compare, length
from alerts.playbooks.finding import Finding, Where, found
from alerts.playbooks.placeholders import placeholders
from alerts.playbooks.plan import ESSENTIAL, REPEATED, Kind, Part, Playbook

HEADLINE: Final = 120  # characters: two lines on a phone's lock screen
WHOLE: Final = 1024  # characters of all parts together: fits under a picture on Telegram (Bot API, caption)


def check(
    playbook: Playbook,
    *,
    languages: Collection[str],
    departments: Collection[str],
    topics: Collection[str],
    today: date,
) -> tuple[Finding, ...]:
    """All defects of the plan, for a community of those languages, departments and topics (ids), on that day."""
    return (*_people(playbook, departments, topics), *_days(playbook, today), *_texts(playbook, languages))


def overdue(playbook: Playbook, today: date) -> bool:
    """Whether the day of its review has passed."""
    return playbook.review is not None and playbook.review < today


def _people(playbook: Playbook, departments: Collection[str], topics: Collection[str]) -> Iterator[Finding]:
    if not playbook.owner:
        yield found("playbook-owner-missing", ("owner",))
    elif playbook.owner not in departments:
        yield found("playbook-department-unknown", ("owner",), department=playbook.owner)
    for department in playbook.departments:
        if department not in departments:
            yield found("playbook-department-unknown", ("departments",), department=department)
    if not playbook.departments:
        yield found("playbook-nobody-told", ("departments",))
    for topic in playbook.responders:
        if topic not in topics:
            yield found("playbook-topic-unknown", ("responders",), topic=topic)


def _days(playbook: Playbook, today: date) -> Iterator[Finding]:
    if playbook.review is None:
        yield found("playbook-review-missing", ("review",))
    elif overdue(playbook, today):
        yield found("playbook-review-past", ("review",), day=playbook.review.isoformat())
    if playbook.expires is not None and playbook.expires < today:
        yield found("playbook-expired", ("expires",), day=playbook.expires.isoformat())


def _texts(playbook: Playbook, languages: Collection[str]) -> Iterator[Finding]:
    yield from compare(playbook.event, ("event",), languages=languages, wanted=frozenset(), longest=HEADLINE)
    used: set[str] = set()
    for kind in Kind:
        for part in Part:
            texts = playbook.words(kind, part)
            if not any(text.strip() for text in texts.values()):
                yield found("playbook-part-missing", (kind, part))
                continue
            used |= {name for text in texts.values() for name in placeholders(text)}
            own = bool(playbook.texts.get(kind, {}).get(part))
            if own or part not in REPEATED.get(kind, ()):
                longest = HEADLINE if part is Part.HEADLINE else WHOLE
                yield from compare(texts, (kind, part), languages=languages, longest=longest)
        yield from _whole(playbook, kind, languages)
    yield from _variables(playbook, used)
    yield from _labels(playbook, languages)
    yield from _checklist(playbook, languages)


def _whole(playbook: Playbook, kind: Kind, languages: Collection[str]) -> Iterator[Finding]:
    """What is true of the message only when its parts stand together.

    Essential variables are looked for in the first language; the others are compared with it part by part.
    """
    for at, language in enumerate(languages):
        parts = [playbook.words(kind, part).get(language, "") for part in Part]
        if not all(part.strip() for part in parts):
            continue
        text = "\n\n".join(parts)
        where: Where = (kind, Part.HEADLINE, language)
        if length(text) > WHOLE:
            yield found("playbook-too-long", where, language, length=length(text), limit=WHOLE)
        for name in ESSENTIAL[kind]:
            if at == 0 and name not in placeholders(text):
                yield found("playbook-essential-missing", where, language, name=f"{{{name}}}")


def _variables(playbook: Playbook, used: Collection[str]) -> Iterator[Finding]:
    for name in sorted(set(used) - set(playbook.variables)):
        yield found("playbook-variable-undeclared", ("variables",), name=f"{{{name}}}")
    for name in playbook.variables:
        if name not in used:
            yield found("playbook-variable-unused", ("variables",), name=f"{{{name}}}")


def _labels(playbook: Playbook, languages: Collection[str]) -> Iterator[Finding]:
    for name, words in playbook.labels.items():
        yield from compare(words, ("labels", name), languages=languages, wanted=frozenset(), longest=HEADLINE)


def _checklist(playbook: Playbook, languages: Collection[str]) -> Iterator[Finding]:
    counts = {language: len(playbook.checklist.get(language, ())) for language in languages}
    if not any(counts.values()):
        yield found("playbook-checklist-missing", ("checklist",))
        return
    most = max(counts.values())
    for language, count in counts.items():
        if count < most:
            yield found("playbook-checklist-short", ("checklist", language), language, count=count, most=most)
