"""The only room that knows SQL. Everything else works through a `Tx` and the repositories, one file a noun."""
