"""A Telegram Bot API server on loopback: the sandbox's stand-in for Telegram, and the test bench of its clients.

    from sandbox.telegram.server import running
    from sandbox.telegram.options import Options
    from sandbox.telegram.faults import Fault

    async with running(Options(seed=7)) as telegram:
        telegram.token, telegram.base_url, telegram.base_file_url     # what a client needs
        anna = telegram.resident("Anna", language_code="pl")           # residents.Resident
        anna.write("Nie działa latarnia")
        telegram.faults.add(Fault(kind="too_many_requests", retry_after=3, count=1))
        telegram.journal                                               # what was accepted, journal.Journal
        telegram.network.changes.subscribe()                           # live changes for a page

Parts: network/bots/chats/identity hold the state, updates the queue, entities the parse modes, methods/ one file a
family of methods, faults and limits what goes wrong, app the HTTP face, residents and incoming the people's side.
"""
