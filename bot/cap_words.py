"""Puts remarks on a CAP message into sentences of the staff's language."""

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
