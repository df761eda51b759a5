"""The topics that residents can choose: ``[[topics]]``, or the usual ones where the file names none."""

from collections import Counter

from bot.configuration_table import Table
from domain.community import ALERTS, DEFAULT_TOPICS, Topic

_ID = r"[a-z0-9][a-z0-9-]{0,31}"
USUAL = {topic.id for topic in DEFAULT_TOPICS}


def read_topics(root: Table, languages: tuple[str, ...]) -> tuple[Topic, ...]:
    """The topics in the order of the file. Warnings (`alerts`) come first where the file leaves them out.

    A topic of a usual id may leave its name to the catalogs; any other needs one in every language.
    """
    topics = []
    for table in root.tables("topics"):
        topic_id = table.matching("id", _ID, "an id (small letters a-z, digits and dashes, at most 32)")
        topics.append(Topic(id=topic_id, name=table.words("name", languages, required=topic_id not in USUAL)))
        table.finish()
    for topic_id, count in Counter(topic.id for topic in topics).items():
        if count > 1 and topic_id:
            second = max(i for i, topic in enumerate(topics) if topic.id == topic_id)
            root.problems.add(("topics", second, "id"), f'"{topic_id}" is used by another topic already.')
    if not topics:
        return DEFAULT_TOPICS
    return tuple(topics) if any(topic.id == ALERTS for topic in topics) else (DEFAULT_TOPICS[0], *topics)
