"""Tables of a fleet: who is there, who may send how much, and who does what only one may do. Empty on SQLite.

Instants here are microseconds of the database server's own clock, so that hosts whose clocks differ agree.
"""

import sqlalchemy as sa

from storage.tables import Id, metadata

members = sa.Table(  # whoever has no row here is dead to the others, and so is everything that they had claimed
    "members",
    metadata,
    sa.Column("owner", sa.Text, primary_key=True),
    sa.Column("role", sa.Text, nullable=False),  # sender | worker
    sa.Column("place", sa.Text, nullable=False),  # the machine and its process table, where the kernel tells
    sa.Column("pid", sa.Integer, nullable=False),
    sa.Column("born", Id, nullable=False),  # the kernel's start time of that process: a pid is used again
    sa.Column("lease_until", Id, nullable=False),
)

budgets = sa.Table(  # messages of a window that a sender may use; those of one channel never exceed its limit
    "budgets",
    metadata,
    sa.Column("channel", sa.Text, primary_key=True),
    sa.Column("owner", sa.Text, sa.ForeignKey("members.owner", ondelete="CASCADE"), primary_key=True),
    sa.Column("share", sa.Integer, nullable=False),
)

duties = sa.Table(  # what one alone does at a time: fetching updates from Telegram, say
    "duties",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("owner", sa.Text, nullable=False),
    sa.Column("lease_until", Id, nullable=False),
)
