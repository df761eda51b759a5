"""The Common Alerting Protocol 1.2 (OASIS, 2010): read, judge, write. No network, no clock, no words."""
