"""What the platforms allow, as far as others than the engine ask for it."""

FREE_RATE = 30.0  # Bot FAQ: about so many messages a second cost nothing; above it Telegram wants paid broadcast
