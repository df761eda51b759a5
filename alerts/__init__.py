"""Pure: official warnings (`cap/`, the Common Alerting Protocol 1.2) and contingency plans (`playbooks/`)."""
