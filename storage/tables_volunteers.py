"""Tables of volunteers, their shifts and hours, and of partners."""

import sqlalchemy as sa

from storage.tables import Id, Instant, metadata

volunteers = sa.Table(
    "volunteers",
    metadata,
    sa.Column("resident_id", Id, sa.ForeignKey("residents.id"), primary_key=True, autoincrement=False),
    sa.Column("state", sa.Text, nullable=False, server_default="active"),  # active | left
    sa.Column("consented_at", Instant, nullable=False),
    sa.Column("left_at", Instant),
)

volunteer_traits = sa.Table(  # skills, languages, areas and times, one row each
    "volunteer_traits",
    metadata,
    sa.Column("resident_id", Id, sa.ForeignKey("residents.id"), primary_key=True),
    sa.Column("trait", sa.Text, primary_key=True),  # skill | language | area | time
    sa.Column("value", sa.Text, primary_key=True),
)
sa.Index("volunteer_traits_by_value", volunteer_traits.c.trait, volunteer_traits.c.value)

welcome_steps = sa.Table(  # what a new volunteer is told, and when
    "welcome_steps",
    metadata,
    sa.Column("resident_id", Id, sa.ForeignKey("residents.id"), primary_key=True),
    sa.Column("step", sa.Integer, primary_key=True),
    sa.Column("due_at", Instant, nullable=False),
    sa.Column("state", sa.Text, nullable=False, server_default="due"),  # due | done
)
_DUE = welcome_steps.c.state == "due"
sa.Index("welcome_steps_due", welcome_steps.c.due_at, sqlite_where=_DUE, postgresql_where=_DUE)

shifts = sa.Table(
    "shifts",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("occasion_id", Id),  # of an event; null: a shift of its own
    sa.Column("title", sa.JSON, nullable=False),  # language -> words
    sa.Column("place", sa.Text, nullable=False, server_default=""),
    sa.Column("starts_at", Instant, nullable=False),
    sa.Column("ends_at", Instant, nullable=False),
    sa.Column("skill", sa.Text, nullable=False, server_default=""),
    sa.Column("language", sa.Text, nullable=False, server_default=""),
    sa.Column("area", sa.Text, nullable=False, server_default=""),
    sa.Column("needed", sa.Integer, nullable=False),
    sa.Column("taken", sa.Integer, nullable=False, server_default="0"),
    sa.Column("state", sa.Text, nullable=False, server_default="open"),  # open | cancelled | over
    sa.Column("created_by", sa.Text, nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("widen_at", Instant),  # then everybody is asked; null: they have been, or need not be
    sa.Column("remind_at", Instant),
    sa.Column("check_in_at", Instant),
    sa.CheckConstraint("taken >= 0 AND taken <= needed", name="shifts_places"),
)
_OPEN = shifts.c.state == "open"
sa.Index("shifts_open", shifts.c.starts_at, sqlite_where=_OPEN, postgresql_where=_OPEN)

shift_places = sa.Table(
    "shift_places",
    metadata,
    sa.Column("shift_id", Id, sa.ForeignKey("shifts.id"), primary_key=True),
    sa.Column("resident_id", Id, sa.ForeignKey("residents.id"), primary_key=True),
    sa.Column("state", sa.Text, nullable=False, server_default="offered"),  # domain.volunteering.PlaceState
    sa.Column("round", sa.Integer, nullable=False, server_default="1"),  # 1: fits; 2: everybody else
    sa.Column("changed_at", Instant, nullable=False),
    sa.Column("minutes", sa.Integer),  # worked; null: not counted (yet)
)
sa.Index("shift_places_of_resident", shift_places.c.resident_id, shift_places.c.state)

partners = sa.Table(
    "partners",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("organisation", sa.Text, nullable=False),
    sa.Column("person", sa.Text, nullable=False, server_default=""),
    sa.Column("role", sa.Text, nullable=False, server_default=""),
    sa.Column("areas", sa.JSON, nullable=False),
    sa.Column("languages", sa.JSON, nullable=False),
    sa.Column("note", sa.Text, nullable=False, server_default=""),
    sa.Column("code", sa.Text, nullable=False, unique=True),  # with it the person links their own chat
    sa.Column("resident_id", Id, sa.ForeignKey("residents.id")),
    sa.Column("created_by", sa.Text, nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("linked_at", Instant),
)
sa.Index("partners_of_resident", partners.c.resident_id)

fund_goals = sa.Table(  # a fundraiser is an event with a goal
    "fund_goals",
    metadata,
    sa.Column("event_id", Id, sa.ForeignKey("events.id"), primary_key=True, autoincrement=False),
    sa.Column("cents", sa.BigInteger, nullable=False),
    sa.Column("currency", sa.Text, nullable=False),
)

pledges = sa.Table(
    "pledges",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("event_id", Id, sa.ForeignKey("events.id"), nullable=False),
    sa.Column("giver", sa.Text, nullable=False),
    sa.Column("pledged", sa.BigInteger, nullable=False),  # cents
    sa.Column("received", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("noted_by", sa.Text, nullable=False),
    sa.Column("noted_at", Instant, nullable=False),
    sa.CheckConstraint("pledged >= 0 AND received >= 0", name="pledges_sums"),
)
sa.Index("pledges_of_event", pledges.c.event_id)

programme_costs = sa.Table(  # entered by hand for the evaluation
    "programme_costs",
    metadata,
    sa.Column("event_id", Id, sa.ForeignKey("events.id"), primary_key=True, autoincrement=False),
    sa.Column("cents", sa.BigInteger, nullable=False),
    sa.Column("currency", sa.Text, nullable=False),
)
