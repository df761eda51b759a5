"""Pure words of the trade. Standard library only: no input or output, no clock, no configuration file."""
