"""The forms of broadcasts, by name."""

from handlers import broadcast_approving, broadcast_audience, broadcast_begin, broadcast_filling, broadcast_words
from handlers.form_opening import Opening

OPENINGS = {
    broadcast_begin.NAME: Opening(
        draw=broadcast_begin.draw, why_not=broadcast_begin.why_not, fill=broadcast_begin.filled
    ),
    broadcast_words.NAME: Opening(
        draw=broadcast_words.draw, why_not=broadcast_words.why_not, fill=broadcast_words.filled
    ),
    broadcast_filling.NAME: Opening(
        draw=broadcast_words.draw, why_not=broadcast_words.why_not, fill=broadcast_words.filled
    ),
    broadcast_audience.NAME: Opening(
        draw=broadcast_audience.draw, why_not=broadcast_audience.why_not, fill=broadcast_audience.filled
    ),
    broadcast_approving.APPROVE: Opening(
        draw=broadcast_approving.draw_approval,
        why_not=broadcast_approving.why_no_approval,
        fill=broadcast_approving.approved,
    ),
    broadcast_approving.OVERRIDE: Opening(
        draw=broadcast_approving.draw_override,
        why_not=broadcast_approving.why_no_override,
        fill=broadcast_approving.overridden,
    ),
}
