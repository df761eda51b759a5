"""Contingency plans: what is said, to whom, by whom, written in calm times. Pure: reading files is the bot's."""
