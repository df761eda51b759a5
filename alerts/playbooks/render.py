"""A plan's message with its variables filled, in every language that is asked for."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from alerts.playbooks.placeholders import MissingVariable, fill, placeholders, plain
from alerts.playbooks.plan import Kind, Part, Playbook
from domain.community import Words
from domain.errors import LiaisonError
from locales import Catalogs
from locales.isolation import isolate

Values = Mapping[str, str | Words]  # a variable's value, the same for all languages or one for each


class MissingText(LiaisonError):
    """The plan has no complete text in some languages; nothing was rendered. `languages`: which, sorted."""

    def __init__(self, languages: Collection[str]) -> None:
        self.languages = tuple(sorted(languages))
        super().__init__(", ".join(self.languages))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """The texts of a message in one language, plain: escape them for the channel."""

    headline: str
    description: str
    instruction: str


def needed(playbook: Playbook, kind: Kind) -> tuple[str, ...]:
    """The variables that the message needs, in the plan's order."""
    used = {name for part in Part for text in playbook.words(kind, part).values() for name in placeholders(text)}
    return tuple(name for name in playbook.variables if name in used) + tuple(sorted(used - set(playbook.variables)))


def render(playbook: Playbook, kind: Kind, languages: Collection[str], values: Values) -> dict[str, Rendered]:
    """The message in each of `languages`. Raises MissingText or MissingVariable, naming everything that is absent."""
    lacking = [code for code in languages if not all(playbook.words(kind, part).get(code) for part in Part)]
    if lacking:
        raise MissingText(lacking)
    given = {language: _in(language, values) for language in languages}
    names = needed(playbook, kind)
    missing = {name for language in languages for name in names if not given[language].get(name, "").strip()}
    if missing:
        raise MissingVariable(missing)
    return {
        language: Rendered(**{part: fill(playbook.words(kind, part)[language], given[language]) for part in Part})
        for language in languages
    }


def _in(language: str, values: Values) -> dict[str, str]:
    """The values for a language; in a right-to-left one each keeps its own direction."""
    chosen = {name: value if isinstance(value, str) else value.get(language, "") for name, value in values.items()}
    if Catalogs().direction(language) == "ltr":
        return chosen
    return {name: isolate(plain(value)) if value.strip() else "" for name, value in chosen.items()}
