"""What `liaison playbooks check` finds in plan files and in template files of others."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from alerts.playbooks.check import check
from alerts.playbooks.finding import Where
from alerts.playbooks.sheet import UnreadableSheet, check_sheet, line_of, read_sheet
from bot.configuration import ConfigurationError
from bot.configuration_playbooks import read_playbook
from domain.community import Community
from locales import Catalogs


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """One sentence about a file; `line` counts from 1, `where` names the key, `language` the text that is wrong."""

    path: Path
    line: int | None = None
    where: Where = ()
    language: str = ""
    problem: str
    text: str

    def __str__(self) -> str:
        if not self.where:
            return self.text
        place = f"{self.path}:{self.line}" if self.line else str(self.path)
        return f"{place}: {'.'.join(map(str, self.where))}: {self.text}"


class Checker:
    """Checks files for one community, and says what it finds in `language`."""

    def __init__(self, community: Community, language: str, today: date) -> None:
        self._community, self._language, self._today = community, language, today
        self._catalogs = Catalogs(strict=False)
        self.checked = 0

    def check(self, path: Path) -> Iterator[Defect]:
        """The defects of the file, in the order of the file."""
        defects = self._plan(path) if path.suffix.lower() == ".toml" else self._sheet(path)
        return iter(sorted(defects, key=lambda defect: defect.line or 0))

    def _plan(self, path: Path) -> list[Defect]:
        languages = self._languages()
        try:
            written = read_playbook(path, languages)
        except ConfigurationError as error:
            return [Defect(path=path, problem="configuration", text=text) for text in error.problems]
        self.checked += 1
        found = check(
            written.playbook,
            languages=languages,
            departments=[department.id for department in self._community.departments],
            topics=[topic.id for topic in self._community.topics],
            today=self._today,
        )
        return [
            Defect(
                path=path,
                line=written.lines.of(finding.where),
                where=finding.where,
                language=finding.language,
                problem=finding.key.removeprefix("playbook-"),
                text=self._catalogs.say(self._language, finding.key, **finding.values),
            )
            for finding in found
        ]

    def _sheet(self, path: Path) -> list[Defect]:
        try:
            text = path.read_text("utf-8-sig")
            templates = read_sheet(text)
        except (OSError, UnicodeDecodeError) as error:
            return [Defect(path=path, problem="unreadable", text=f"{path}: {error}")]
        except UnreadableSheet as unreadable:
            said = self._catalogs.say(self._language, unreadable.key, **unreadable.values)
            return [Defect(path=path, problem=unreadable.key.removeprefix("playbook-"), text=f"{path}: {said}")]
        self.checked += len(templates)
        return [
            Defect(
                path=path,
                line=line_of(text, finding.where),
                where=finding.where,
                language=finding.language,
                problem=finding.key.removeprefix("playbook-"),
                text=self._catalogs.say(self._language, finding.key, **finding.values),
            )
            for finding in check_sheet(templates, self._today)
        ]

    def _languages(self) -> list[str]:
        """The community's languages, the one that the others are compared with first."""
        first = self._community.default_language
        return [first, *(code for code in self._community.languages if code != first)]
