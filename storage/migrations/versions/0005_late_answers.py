"""late answers: found without looking through a million queued announcements"""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    waiting = sa.text("state = 'queued' AND entry_id IS NOT NULL")
    op.create_index(
        'outbox_answers', 'outbox', ['channel', 'created_at'], sqlite_where=waiting, postgresql_where=waiting
    )
