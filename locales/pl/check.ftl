### What `liaison check` prints: one line a finding, and what to do about it.

## Files
check-settings-good = Ustawienia są w porządku.
check-setting-unknown = W pliku .env jest { $name }, ale Liaison nie ma takiego ustawienia. Ten wpis nic nie robi.
check-setting-missing = Brakuje { $name }, więc Liaison nie połączy się z platformami. Plik .env.example mówi, skąd to wziąć.
check-configuration-good = { $path } jest w porządku (wydziały: { $departments }, języki: { $languages }).
check-plans-good = Plany kryzysowe są w porządku: { $count }.
check-plans-defects = W planach kryzysowych czegoś brakuje ({ $count }). „liaison playbooks check” mówi czego.
check-no-tokens = W pliku .env nie ma tokenów: „liaison run” uruchomi piaskownicę.

## Telegram
check-telegram-token-valid = Telegram zna bota { $bot } ({ $name }).
check-telegram-token-refused = Telegram odrzuca token. Poproś @BotFather o niego jeszcze raz (/mybots, API Token) i wpisz go do .env jako TELEGRAM_BOT_TOKEN.
check-telegram-unreachable = Nie ma połączenia z Telegramem: { $reason }. Sprawdź sieć i TELEGRAM_API_URL.
check-telegram-webhook-set = Telegram wysyła wiadomości tego bota pod adres { $host }, zamiast czekać na nas. Liaison usunie ten webhook przy starcie; jeśli inny program go potrzebuje, użyj innego bota.
check-telegram-webhook-ours = Telegram wysyła wiadomości bota pod adres { $host }, zgodnie z ustawieniami.
check-telegram-waiting = Wiadomości czekające w Telegramie: { $count }. Liaison odbierze je po starcie.

## Slack
check-slack-token-valid = Slack zna aplikację jako { $user } w { $team }.
check-slack-token-refused = Slack odrzuca token. Skopiuj Bot User OAuth Token ze strony „OAuth & Permissions” do .env jako SLACK_BOT_TOKEN.
check-slack-unreachable = Nie ma połączenia ze Slackiem: { $reason }. Sprawdź sieć i SLACK_API_URL.
check-slack-scopes-complete = Aplikacja ma wszystkie potrzebne uprawnienia.
check-slack-scopes-missing = Aplikacji brakuje uprawnień: { $scopes }. Wklej jeszcze raz config/slack-manifest.yaml w „App Manifest” i zainstaluj aplikację ponownie.
check-slack-scopes-surplus = Aplikacja ma uprawnienia, których Liaison nie używa: { $scopes }. Odbierz je na stronie „OAuth & Permissions”.
check-slack-channel-joined = { $channel }: aplikacja jest w kanale.
check-slack-channel-not-joined = { $channel }: aplikacji nie ma w kanale. Napisz w nim /invite @Liaison.
check-slack-channel-unknown = { $channel }: nie ma takiego kanału albo jest prywatny i nikt nie zaprosił aplikacji. Utwórz go, napisz w nim /invite @Liaison albo popraw konfigurację.
check-slack-app-token-valid = Slack przyjmuje token aplikacji.
check-slack-app-token-refused = Slack odrzuca token aplikacji: { $reason }. Utwórz nowy w „Basic Information” z zakresem connections:write i wpisz go do .env jako SLACK_APP_TOKEN.

## The end
check-all-good = Wszystko w porządku.
check-to-mend = { $count ->
    [one] Do poprawy jest { $count } rzecz.
    [few] Do poprawy są { $count } rzeczy.
    [many] Do poprawy jest { $count } rzeczy.
   *[other] Do poprawy jest { $count } rzeczy.
}
