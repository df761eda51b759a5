"""Tables of what residents wish: rows and not JSON, because an audience is chosen by SQL (docs/adr/0002)."""

import sqlalchemy as sa

from storage.tables import Id, metadata

resident_areas = sa.Table(  # the districts that a resident wants to hear of
    "resident_areas",
    metadata,
    sa.Column("resident_id", Id, sa.ForeignKey("residents.id"), primary_key=True),
    sa.Column("area", sa.Text, primary_key=True),
)
sa.Index("resident_areas_by_area", resident_areas.c.area, resident_areas.c.resident_id)

resident_topics = sa.Table(  # without a row `alerts` is wanted, every other topic is not
    "resident_topics",
    metadata,
    sa.Column("resident_id", Id, sa.ForeignKey("residents.id"), primary_key=True),
    sa.Column("topic", sa.Text, primary_key=True),
    sa.Column("wanted", sa.Boolean, nullable=False),
)
sa.Index("resident_topics_by_topic", resident_topics.c.topic, resident_topics.c.wanted, resident_topics.c.resident_id)

resident_roles = sa.Table(  # volunteer | partner | staff | drill
    "resident_roles",
    metadata,
    sa.Column("resident_id", Id, sa.ForeignKey("residents.id"), primary_key=True),
    sa.Column("role", sa.Text, primary_key=True),
)
sa.Index("resident_roles_by_role", resident_roles.c.role, resident_roles.c.resident_id)
