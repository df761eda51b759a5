"""Coordinators on their own Telegram: broadcasts, approval, override and stop, for the day when Slack is down."""
