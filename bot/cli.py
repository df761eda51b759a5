"""The `liaison` command."""

import click


@click.group()
def main() -> None:
    """Liaison: a bridge between a community and the organisation that serves it."""
