"""Block Kit as Slack checks it: which blocks and elements exist, what each needs, and how long and many they may be."""
