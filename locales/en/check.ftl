### What `liaison check` prints: one line a finding, and what to do about it.

## Files
check-settings-good = The settings are in order.
check-setting-unknown = .env sets { $name }, which is not one of Liaison’s settings. It has no effect.
check-setting-missing = { $name } is not set, so Liaison cannot go live. .env.example says where to find it.
check-configuration-good = { $path } is in order ({ $departments } departments, languages: { $languages }).
check-plans-good = The contingency plans are in order: { $count }.
check-plans-defects = The contingency plans lack something ({ $count }). “liaison playbooks check” says what.
check-no-tokens = There are no tokens in .env: “liaison run” starts the sandbox.

## Telegram
check-telegram-token-valid = Telegram knows the bot { $bot } ({ $name }).
check-telegram-token-refused = Telegram refuses the token. Ask @BotFather for it again (/mybots, API Token) and put it into .env as TELEGRAM_BOT_TOKEN.
check-telegram-unreachable = Telegram cannot be reached: { $reason }. Check the network and TELEGRAM_API_URL.
check-telegram-webhook-set = Telegram sends this bot’s messages to { $host } instead of waiting for us. Liaison removes that webhook when it starts; if another program still needs it, use another bot.
check-telegram-webhook-ours = Telegram sends the bot’s messages to { $host }, as configured.
check-telegram-waiting = Messages that wait at Telegram: { $count }. Liaison takes them in when it starts.

## Slack
check-slack-token-valid = Slack knows the app as { $user } in { $team }.
check-slack-token-refused = Slack refuses the token. Copy the Bot User OAuth Token from “OAuth & Permissions” into .env as SLACK_BOT_TOKEN.
check-slack-unreachable = Slack cannot be reached: { $reason }. Check the network and SLACK_API_URL.
check-slack-scopes-complete = The app has every permission that it needs.
check-slack-scopes-missing = The app lacks these permissions: { $scopes }. Paste config/slack-manifest.yaml again under “App Manifest” and reinstall the app.
check-slack-scopes-surplus = The app has permissions that Liaison never uses: { $scopes }. Take them away under “OAuth & Permissions”.
check-slack-channel-joined = { $channel }: the app is a member.
check-slack-channel-not-joined = { $channel }: the app is not a member. Write /invite @Liaison in that channel.
check-slack-channel-unknown = { $channel }: there is no such channel, or it is private and the app was never invited. Create it, write /invite @Liaison there, or correct the configuration.
check-slack-app-token-valid = Slack accepts the app-level token.
check-slack-app-token-refused = Slack refuses the app-level token: { $reason }. Make a new one under “Basic Information” with the scope connections:write and put it into .env as SLACK_APP_TOKEN.

## The end
check-all-good = Everything is in order.
check-to-mend = { $count ->
    [one] One thing needs mending.
   *[other] { $count } things need mending.
}
