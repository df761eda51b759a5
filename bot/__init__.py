"""The composition root: settings, configuration, wiring, the clock, the command line."""
