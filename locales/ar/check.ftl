### What `liaison check` prints: one line a finding, and what to do about it.
### Commands and file names stand between U+2066 and U+2069 (both invisible), or their punctuation would move.

## Files
check-settings-good = الإعدادات سليمة.
check-setting-unknown = في الملف ⁦.env⁩ الاسم { $name }، وهو ليس من إعدادات Liaison، فلا أثر له.
check-setting-missing = لم يُضبط { $name }، فلا يستطيع Liaison الاتصال بالمنصات. الملف ⁦.env.example⁩ يبيّن من أين تحصل عليه.
check-configuration-good = الملف { $path } سليم (عدد الأقسام: { $departments }، اللغات: { $languages }).
check-plans-good = خطط الطوارئ سليمة: { $count }.
check-plans-defects = في خطط الطوارئ نواقص ({ $count }). يذكرها الأمر ⁦liaison playbooks check⁩.
check-no-tokens = لا رموز دخول في الملف ⁦.env⁩: الأمر ⁦“liaison run”⁩ يشغّل بيئة التجربة.

## Telegram
check-telegram-token-valid = تعرف Telegram البوت { $bot } ({ $name }).
check-telegram-token-refused = ترفض Telegram الرمز. اطلبه مجددًا من ⁦@BotFather⁩ (⁦/mybots⁩ ثم API Token) وضعه في الملف ⁦.env⁩ باسم TELEGRAM_BOT_TOKEN
check-telegram-unreachable = لا يمكن الوصول إلى Telegram: { $reason }. تحقق من الشبكة ومن TELEGRAM_API_URL
check-telegram-webhook-set = ترسل Telegram رسائل هذا البوت إلى { $host } بدلًا من انتظارنا. يحذف Liaison ذلك الـ webhook عند بدئه؛ وإذا كان برنامج آخر يحتاج إليه فاستخدم بوتًا آخر.
check-telegram-webhook-ours = ترسل Telegram رسائل البوت إلى { $host } كما ضُبط.
check-telegram-waiting = عدد الرسائل المنتظرة لدى Telegram: { $count }. يستلمها Liaison عند بدئه.

## Slack
check-slack-token-valid = تعرف Slack التطبيق باسم { $user } في { $team }.
check-slack-token-refused = ترفض Slack الرمز. انسخ Bot User OAuth Token من صفحة ⁦“OAuth & Permissions”⁩ إلى الملف ⁦.env⁩ باسم SLACK_BOT_TOKEN
check-slack-unreachable = لا يمكن الوصول إلى Slack: { $reason }. تحقق من الشبكة ومن SLACK_API_URL
check-slack-scopes-complete = لدى التطبيق كل الصلاحيات التي يحتاج إليها.
check-slack-scopes-missing = تنقص التطبيق هذه الصلاحيات: { $scopes }. ألصق ⁦config/slack-manifest.yaml⁩ من جديد في صفحة ⁦“App Manifest”⁩ وأعد تثبيت التطبيق.
check-slack-scopes-surplus = لدى التطبيق صلاحيات لا يستخدمها Liaison: { $scopes }. احذفها من صفحة ⁦“OAuth & Permissions”⁩.
check-slack-channel-joined = { $channel }: التطبيق عضو فيها.
check-slack-channel-not-joined = { $channel }: التطبيق ليس عضوًا فيها. اكتب في تلك القناة ⁦/invite @Liaison⁩
check-slack-channel-unknown = { $channel }: لا توجد قناة كهذه، أو أنها خاصة ولم يُدعَ التطبيق إليها. أنشئها واكتب فيها ⁦/invite @Liaison⁩ أو صحّح ملف الإعداد.
check-slack-app-token-valid = تقبل Slack رمز التطبيق.
check-slack-app-token-refused = ترفض Slack رمز التطبيق: { $reason }. أنشئ رمزًا جديدًا في صفحة ⁦“Basic Information”⁩ بالصلاحية ⁦connections:write⁩ وضعه في الملف ⁦.env⁩ باسم SLACK_APP_TOKEN

## The end
check-all-good = كل شيء سليم.
check-to-mend = { $count ->
    [zero] لا شيء يحتاج إلى إصلاح.
    [one] أمر واحد يحتاج إلى إصلاح.
    [two] أمران يحتاجان إلى إصلاح.
    [few] { $count } أمور تحتاج إلى إصلاح.
    [many] { $count } أمرًا يحتاج إلى إصلاح.
   *[other] { $count } أمر يحتاج إلى إصلاح.
}
