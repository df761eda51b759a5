"""Blocks and views that the tests of the Slack workspace share."""

from typing import Any


def card(case: str = "AB12") -> list[dict[str, Any]]:
    """A case card: a text and two buttons."""
    return [
        {"type": "section", "block_id": "words", "text": {"type": "mrkdwn", "text": f"*{case}* bins"}},
        {
            "type": "actions",
            "block_id": "deeds",
            "elements": [
                _button("Claim", "claim", case),
                _button("Reply", "reply", case),
            ],
        },
    ]


def _button(text: str, action_id: str, value: str) -> dict[str, Any]:
    return {
        "type": "button",
        "action_id": action_id,
        "value": value,
        "text": {"type": "plain_text", "text": text},
    }


def reply_form(metadata: str = "") -> dict[str, Any]:
    """A modal with one required text."""
    return {
        "type": "modal",
        "callback_id": "reply_form",
        "private_metadata": metadata,
        "title": {"type": "plain_text", "text": "Reply"},
        "submit": {"type": "plain_text", "text": "Send"},
        "blocks": [
            {
                "type": "input",
                "block_id": "words",
                "label": {"type": "plain_text", "text": "Your reply"},
                "element": {"type": "plain_text_input", "action_id": "text", "multiline": True},
            }
        ],
    }
