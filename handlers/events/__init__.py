"""Events: coordinators plan them in Slack, residents come to them."""
