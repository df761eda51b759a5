"""Puts remarks on a CAP message into sentences of a language."""

from collections.abc import Iterable
from pathlib import Path

from alerts.cap.remark import Remark
from locales import Catalogs


def sentence(catalogs: Catalogs, language: str, remark: Remark) -> str:
    """The remark with where it stands: "Line 7: …", "Info block 2, en-GB: …"."""
    said = catalogs.say(language, remark.key, **remark.values)
    if remark.block:
        return catalogs.say(language, "cap-in-block", block=remark.block, reason=said)
    if remark.line is not None:
        return catalogs.say(language, "cap-at-line", line=remark.line, reason=said)
    return said


def sentences(catalogs: Catalogs, language: str, remarks: Iterable[Remark]) -> list[str]:
    """All of them."""
    return [sentence(catalogs, language, remark) for remark in remarks]


def file_name(path: Path) -> str:
    """The name as JSON can carry it: names of files may be any bytes, JSON is Unicode."""
    return str(path).encode("utf-8", "backslashreplace").decode()
