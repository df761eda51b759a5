"""Writes templates of others as plan files that are marked as drafts: a start for whoever will answer for them."""

import json
import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Final

from alerts.cap.message import Category
from alerts.playbooks.placeholders import placeholders
from alerts.playbooks.plan import Part
from alerts.playbooks.sheet import Template

OUR_NAMES: Final = {  # what others call the variables that each of our plans has
    "SENDING_AGENCY": "source",
    "AGENCY": "source",
    "LOCATION": "place",
    "AREA": "place",
    "TIME": "until",
    "URL": "web",
}
OUR_LANGUAGES: Final = {"tl": "fil"}  # Tagalog is what Filipino was called before
NAMED_IN: Final = "en"  # the language of the templates' names
_NOTE: Final = "# A draft from {file}. Complete it, have it read by a native speaker, then take out `draft`.\n"


def write_drafts(
    templates: Collection[Template], source: Path, folder: Path, languages: Collection[str]
) -> list[tuple[Path, bool]]:
    """One file a template, with the texts in `languages`. Returns each path and whether it was written: a file that
    exists is left as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    done = []
    for template in templates:
        path = folder / f"{_slug(template.id)}.toml"
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(draft(template, source, languages))
        except FileExistsError:
            done.append((path, False))
        else:
            done.append((path, True))
    return done


def draft(template: Template, source: Path, languages: Collection[str]) -> str:
    """The text of the plan file."""
    texts = {part: _ours(words, languages) for part, words in template.texts.items()}
    names = sorted({name for words in texts.values() for text in words.values() for name in placeholders(text)})
    category = template.category if template.category in set(Category) else Category.OTHER
    lines = [
        _NOTE.format(file=source.name),
        "draft = true\n",
        f"event = {{ {NAMED_IN if NAMED_IN in languages else next(iter(languages))} = {_quoted(template.name)} }}\n",
        f"categories = [{_quoted(category)}]\n",
        f"variables = [{', '.join(map(_quoted, names))}]\n",
    ]
    for part, words in texts.items():
        name = part if part in set(Part) else Part.DESCRIPTION
        lines.append(f"\n[alert.{name}]\n")
        lines += [f"{code} = {_quoted(text)}\n" for code, text in words.items()]
    return "".join(lines)


def _ours(words: Mapping[str, str], languages: Collection[str]) -> dict[str, str]:
    """Texts in the community's languages, with our names for variables."""
    by_language = {OUR_LANGUAGES.get(code, code): text for code, text in words.items()}
    return {code: _renamed(by_language[code]) for code in languages if by_language.get(code, "").strip()}


def _renamed(text: str) -> str:
    for name in placeholders(text):
        text = text.replace(f"{{{name}}}", f"{{{OUR_NAMES.get(name, name.lower())}}}")
    return text


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:32].strip("-") or "draft"


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes are TOML's, but for the one character that JSON leaves bare."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
