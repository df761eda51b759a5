"""One folder a platform. Channels translate between a platform and `domain`; they decide nothing.

Shared by both: `raw` (what is stored before it is acknowledged), `checked` (events that hold what they say),
`plain` (text that is safe to carry), `filename` (names that strangers chose), `progress` (sends of several
parts), `network` (what a broken connection means), `secrets` (tokens out of logs), `finding` (what a check found).
"""
