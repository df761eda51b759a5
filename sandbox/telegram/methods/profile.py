"""getMe, and what a bot tells about itself: name, descriptions, default rights, menu button."""

from sandbox.telegram.calls import Call, method
from sandbox.telegram.identity import Json


@method("getMe")
def get_me(call: Call) -> Json:
    """The bot as a User, with what only getMe shows."""
    return {
        **call.bot.user.shown(),
        "can_join_groups": True,
        "can_read_all_group_messages": call.bot.reads_all_group_messages,
        "supports_guest_queries": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
        "supports_join_request_queries": False,
    }
