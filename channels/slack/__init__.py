"""Slack through slack-bolt and slack-sdk.

The pieces, in the order in which the composition root puts them together::

    async with slack_session() as session:                               # client.py: one aiohttp session for all
        client = make_client(bot_token, session, api_url="https://slack.com/api/")
        me = await identify(client)                                      # client.py -> inbound.SlackIdentity
        sender = SlackSender(client, cancel_label="...", files=files)        # outbound.py: Sender and FileSource
        opener = SlackForms(client)                                      # forms.py: domain.ports.FormOpener
        app = make_app(client, me, store=store, form_for=form_for, opener=opener, signing_secret=...)    # intake.py
        socket = SocketListener(app, make_client(app_token, session, api_url=...), connections=2)
                                                                         # socket.py: `await socket.run()`
        route = events_route("/slack/events", app, signing_secret=...)   # http.py: a Route, not Socket Mode
        event = parse(payload, me, received_at=row.received_at)          # inbound.py: stored payload -> domain.inbound
        directory = SlackDirectory(client)                               # directory.py: channels, members, people
        findings = await probe(client, channels=[...])                   # probe.py -> list[channels.finding.Finding]

`store` is `channels.raw.Store`. `form_for(user, data, channel_id, message_id) -> Form | None` is asked at once for
every button whose data begins with "s:form:" and for every slash command (data "s:form:/<command> <text>"); None, or a
form that could not be opened in time, and the press is stored as usual. Residents' buttons carry data beginning with
"r:", staff's with "s:".
"""
