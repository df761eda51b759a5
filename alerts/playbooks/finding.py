"""What is wrong with a plan or template: a catalog key with its values, and where it stands."""

from dataclasses import dataclass, field

Where = tuple[str | int, ...]  # the way to it in the file: ("alert", "headline", "pl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One defect. `key` is in the catalog `playbook`, `values` are its placeholders.

    `language` is the one whose text is wrong; empty where the defect concerns no single one.
    """

    key: str
    where: Where
    language: str = ""
    values: dict[str, str | int] = field(default_factory=dict)


def found(key: str, where: Where, language: str = "", **values: str | int) -> Finding:
    """A defect."""
    return Finding(key=key, where=where, language=language, values=values)
