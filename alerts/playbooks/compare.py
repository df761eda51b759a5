"""One text in several languages: do they all say what the first says, as far as a machine can tell?"""

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from alerts.playbooks.finding import Finding, Where, found
from alerts.playbooks.placeholders import placeholders, stray_braces

FILLED: Final = 20  # characters that a variable is taken to have once it is filled
UNTRANSLATED: Final = 30  # characters from which two languages do not agree by chance


def compare(
    texts: Mapping[str, str],
    where: Where,
    *,
    languages: Collection[str],
    wanted: frozenset[str] | None = None,
    longest: int,
) -> Iterator[Finding]:
    """Every defect of the text: languages that lack it, variables that differ, lengths, broken variables.

    `wanted` are the variables that each language must hold; None takes those of the first language that has a text.
    `longest` is in characters, with `FILLED` for each variable.
    """
    first = next((code for code in languages if texts.get(code, "").strip()), None)
    if first is None:
        return
    expected = placeholders(texts[first]) if wanted is None else wanted
    for language in languages:
        text = texts.get(language, "")
        if not text.strip():
            yield found("playbook-language-missing", (*where, language), language)
            continue
        yield from _one(text, (*where, language), language, expected, longest)
        if language != first and text == texts[first] and len(text) >= UNTRANSLATED:
            yield found("playbook-untranslated", (*where, language), language, other=first)


def length(text: str) -> int:
    """Characters of the text once its variables are filled."""
    names = placeholders(text)
    bare = text
    for name in names:
        bare = bare.replace(f"{{{name}}}", "")
    return len(bare) + FILLED * sum(text.count(f"{{{name}}}") for name in names)


def _one(text: str, where: Where, language: str, expected: frozenset[str], longest: int) -> Iterator[Finding]:
    names = placeholders(text)
    if expected - names:
        yield found("playbook-placeholder-missing", where, language, names=_listed(expected - names))
    if names - expected:
        yield found("playbook-placeholder-extra", where, language, names=_listed(names - expected))
    if stray_braces(text):
        yield found("playbook-brace", where, language)
    if length(text) > longest:
        yield found("playbook-too-long", where, language, length=length(text), limit=longest)


def _listed(names: Collection[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names))
