"""Partners and community leaders: a directory, a code that links a chat, and what can be sent to them."""
