"""Telegram through python-telegram-bot.

The pieces, in the order in which the composition root puts them together::

    request = AiohttpRequest(connections=64)                             # transport.py
    bot = make_bot(token, request, api_url="https://api.telegram.org")   # bot.py; then `async with bot:`
    me = await identify(bot)                                             # bot.py -> inbound.BotIdentity
    sender = TelegramSender(bot, request, files=files)                   # outbound.py: Sender and FileSource
    poller = Poller(token, store=store, report=report, api_url=...)      # poller.py: `await poller.run()`
    route = webhook_route("/telegram", secret=..., store=store)          # webhook.py: a starlette Route, not polling
    await announce_webhook(bot, url, secret=...)                         # webhook.py: setWebhook
    event = parse(payload, me, received_at=row.received_at)              # inbound.py: stored payload -> domain.inbound
    await set_menu(bot, menus, default)                                 # menu.py: commands, descriptions per language
    findings = await probe(bot)                                          # probe.py -> list[channels.finding.Finding]

`files` maps a channel to its FileSource and may be filled later: files.update(telegram=sender, slack=slack_sender).
`store` is `channels.raw.Store`: it gets `RawUpdate(channel, dedupe, conversation, payload)` and returns once they are
on disk; only then does the offset move (or the webhook answer 200). `parse` never raises but `channels.raw.Unreadable`,
for an update from which not even the chat can be told: a dead letter.
"""
