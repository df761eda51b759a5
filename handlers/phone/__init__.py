"""Coordinators on their own Telegram: alerts from a plan, approval and stop, for the day when Slack is down."""
