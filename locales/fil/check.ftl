### What `liaison check` prints: one line a finding, and what to do about it.

## Files
check-settings-good = Maayos ang mga setting.
check-setting-unknown = May { $name } sa .env, pero hindi ito setting ng Liaison. Wala itong epekto.
check-setting-missing = Walang { $name }, kaya hindi makakonekta ang Liaison. Nasa .env.example kung saan ito makukuha.
check-configuration-good = Maayos ang { $path } ({ $departments } departamento, mga wika: { $languages }).
check-plans-good = Maayos ang mga planong pang-emergency: { $count }.
check-plans-defects = May kulang sa mga planong pang-emergency ({ $count }). Sinasabi ng “liaison playbooks check” kung ano.
check-no-tokens = Walang token sa .env: sandbox ang bubuksan ng “liaison run”.

## Telegram
check-telegram-token-valid = Kilala ng Telegram ang bot na { $bot } ({ $name }).
check-telegram-token-refused = Tinanggihan ng Telegram ang token. Hingin itong muli kay @BotFather (/mybots, API Token) at ilagay sa .env bilang TELEGRAM_BOT_TOKEN.
check-telegram-unreachable = Hindi maabot ang Telegram: { $reason }. Suriin ang network at ang TELEGRAM_API_URL.
check-telegram-webhook-set = Sa { $host } ipinapadala ng Telegram ang mga mensahe ng bot na ito sa halip na hintayin tayo. Aalisin ng Liaison ang webhook na iyon sa pagsisimula; kung kailangan pa ito ng ibang programa, gumamit ng ibang bot.
check-telegram-webhook-ours = Sa { $host } ipinapadala ng Telegram ang mga mensahe ng bot, ayon sa setting.
check-telegram-waiting = Mga mensaheng naghihintay sa Telegram: { $count }. Tatanggapin ito ng Liaison sa pagsisimula.

## Slack
check-slack-token-valid = Kilala ng Slack ang app bilang { $user } sa { $team }.
check-slack-token-refused = Tinanggihan ng Slack ang token. Kopyahin ang Bot User OAuth Token mula sa “OAuth & Permissions” at ilagay sa .env bilang SLACK_BOT_TOKEN.
check-slack-unreachable = Hindi maabot ang Slack: { $reason }. Suriin ang network at ang SLACK_API_URL.
check-slack-scopes-complete = Nasa app ang lahat ng pahintulot na kailangan nito.
check-slack-scopes-missing = Kulang ang app ng mga pahintulot na ito: { $scopes }. I-paste muli ang config/slack-manifest.yaml sa “App Manifest” at i-install muli ang app.
check-slack-scopes-surplus = May mga pahintulot ang app na hindi ginagamit ng Liaison: { $scopes }. Alisin ang mga ito sa “OAuth & Permissions”.
check-slack-channel-joined = { $channel }: miyembro ang app.
check-slack-channel-not-joined = { $channel }: hindi miyembro ang app. Isulat ang /invite @Liaison sa channel na iyon.
check-slack-channel-unknown = { $channel }: walang ganitong channel, o pribado ito at hindi naimbitahan ang app. Gawin ito, isulat doon ang /invite @Liaison, o itama ang configuration.
check-slack-app-token-valid = Tinanggap ng Slack ang app-level token.
check-slack-app-token-refused = Tinanggihan ng Slack ang app-level token: { $reason }. Gumawa ng bago sa “Basic Information” na may scope na connections:write at ilagay sa .env bilang SLACK_APP_TOKEN.

## The end
check-all-good = Maayos ang lahat.
check-to-mend = { $count ->
    [one] May { $count } bagay na dapat ayusin.
   *[other] May { $count } bagay na dapat ayusin.
}
