### What staff read. Placeholders: $reference, $department, $from and $to (names of departments), $person (a mention or
### name that the channel made), $when (adverb of time), $age (short span), $reason (a desk-reason-… text), $language.
### Lengths: titles of forms and their buttons at most 24 characters, buttons of cards at most 75 (Slack's Block Kit).
### Commands stand between U+2066 and U+2069 (both invisible), or their slash would move to the wrong end.
### Lines without an Arabic letter of their own begin with U+200F, which gives them their direction.

## Cards
desk-card-title = ‏{ $reference } · { $kind }
desk-field-resident = صاحب الطلب
desk-field-language = اللغة
desk-field-area = المنطقة
desk-field-age = العمر
desk-field-state = الحالة
desk-field-priority = الأولوية
desk-field-owner = المسؤول
desk-field-due = الإجابة قبل
desk-field-rating = التقييم
desk-value-nobody = لا أحد بعد
desk-value-unknown = غير معروفة
desk-value-rating = { $stars } من 5
desk-card-sensitive = 🔒 طلب حساس: لا يُقتبس منه خارج هذه القناة
desk-card-more-messages = { $count ->
    [zero] لا رسائل أخرى في السلسلة
    [one] رسالة أخرى في السلسلة
    [two] رسالتان أخريان في السلسلة
    [few] { $count } رسائل أخرى في السلسلة
    [many] { $count } رسالة أخرى في السلسلة
   *[other] { $count } رسالة أخرى في السلسلة
}
desk-card-moved = أُحيل إلى: { $department }

## States, kinds, priorities
desk-state-new = جديد
desk-state-claimed = قيد المتابعة
desk-state-waiting = بانتظار صاحب الطلب
desk-state-resolved = مُنجز
desk-state-closed = مغلق
desk-state-reopened = فُتح من جديد
desk-kind-question = سؤال
desk-kind-complaint = شكوى
desk-kind-suggestion = اقتراح
desk-kind-thanks = شكر
desk-kind-report = بلاغ
desk-priority-low = منخفضة
desk-priority-normal = عادية
desk-priority-high = مرتفعة
desk-priority-urgent = عاجلة

## Buttons
desk-button-claim = ✋ أتولاه
desk-button-reply = 💬 رد
desk-button-reassign = ↪️ إحالة
desk-button-priority = ⚑ الأولوية
desk-button-wait = ⏳ انتظار
desk-button-resolve = ✅ إنجاز
desk-button-release = إعادة إلى القائمة

## Forms
desk-form-cancel = إلغاء
desk-reply-title = الرد على صاحب الطلب
desk-reply-submit = إرسال
desk-reply-about = { $reference } · لغة صاحب الطلب: { $language }. يُرسل نصّك كما تكتبه تمامًا.
desk-reply-last = كتب صاحب الطلب: { $text }
desk-reply-label = ردّك
desk-reply-hint = يرى صاحب الطلب اسم القسم، لا اسمك.
desk-reassign-title = إحالة الطلب
desk-reassign-submit = إحالة
desk-reassign-department = إلى أي قسم؟
desk-reassign-note = ملاحظة للزملاء هناك
desk-reassign-note-hint = تبقى داخلية. لا يُبلَّغ صاحب الطلب إلا بالقسم الذي يتولى طلبه الآن.
desk-wait-title = انتظار صاحب الطلب
desk-wait-submit = اسأل وانتظر
desk-wait-label = ماذا تحتاج أن تعرف؟
desk-wait-hint = يُرسل هذا إلى صاحب الطلب، ويبقى الطلب منتظرًا حتى يجيب.
desk-resolve-title = إنجاز الطلب
desk-resolve-submit = إرسال وإنجاز
desk-resolve-label = رسالة ختامية إلى صاحب الطلب
desk-resolve-hint = يُسأل صاحب الطلب بعدها هل حُلّت المسألة فعلًا.
desk-priority-title = الأولوية
desk-priority-submit = حفظ
desk-priority-label = متى يجب أن ينظر فيه أحد؟

## Lines in the thread
desk-thread-resident-wrote = رسالة من { $name }:
desk-thread-resident-edited = ✏️ عُدّلت رسالة من { $name }. نصّها الآن:
desk-thread-earlier-reply = رد سابق على صاحب الطلب:
desk-thread-earlier-note = ملاحظة داخلية سابقة:
desk-thread-urgent = 🚨 أصبح عاجلًا: في رسالة صاحب الطلب «{ $word }».
desk-thread-flood = يكتب صاحب الطلب رسائل كثيرة دفعة واحدة. { $count ->
    [zero] لم تُحفظ رسائل أخرى
    [one] حُفظت رسالة أخرى
    [two] حُفظت رسالتان أخريان
    [few] حُفظت { $count } رسائل أخرى
    [many] حُفظت { $count } رسالة أخرى
   *[other] حُفظت { $count } رسالة أخرى
} في السجل دون عرضها هنا.
desk-thread-split = يقول صاحب الطلب إن هذه الرسالة مسألة مستقلة: { $reference }
desk-thread-place-unnamed = موقع
desk-thread-place = ‏📍 { $label } { $url }
desk-thread-contact = 👤 جهة اتصال من صاحب الطلب: { $name }، { $phone }
desk-thread-contact-own = 👤 رقم صاحب الطلب نفسه: { $name }، { $phone }
desk-thread-claimed = ✋ هذا الطلب الآن لدى: { $person }
desk-thread-released = أُعيد الطلب إلى القائمة: { $person }
desk-thread-reassigned = ↪️ أُحيل الطلب من { $from } إلى { $to }: { $person }
desk-thread-reassigned-note = ملاحظة: { $note }
desk-thread-waiting = ⏳ بانتظار إجابة صاحب الطلب: { $person }
desk-thread-priority = ⚑ الأولوية الآن { $priority }: { $person }
desk-thread-resolved = ✅ أُنجز الطلب: { $person }
desk-thread-confirmed = 🎉 صاحب الطلب يؤكد: حُلّت.
desk-thread-rejected = ❌ صاحب الطلب يقول: لم تُحلّ. الطلب مفتوح من جديد.
desk-thread-rated = ⭐ تقييم صاحب الطلب: { $stars } من 5
desk-thread-reopened = 🔁 كتب صاحب الطلب مرة أخرى: الطلب مفتوح من جديد.
desk-thread-closed-unanswered = لم يعترض أحد في الوقت المحدد: أُغلق الطلب.
desk-thread-blocked = حظر صاحب الطلب البوت، ولا يمكن الوصول إليه.

## Replies and what became of them
desk-reply-line = 💬 من { $person } إلى صاحب الطلب:
desk-reply-queued = 🕓 في الانتظار
desk-reply-sent = ✅ أُرسل، { $when }
desk-reply-failed = ❌ لم يُرسل: { $reason }
desk-reply-waiting-until = 🕓 لم يُرسل بعد: { $reason }. المحاولة التالية { $when }
desk-reply-doubt = ❔ ربما أُرسل: { $reason }
desk-reply-stopped = ⏹ أُوقف قبل إرساله
desk-reply-expired = ⌛ لم يعد يُرسل: انقضى وقته
desk-reason-refused = المنصة ترفض هذه الرسالة
desk-reason-rate-limited = المنصة تطلب منا الانتظار
desk-reason-network = لا يوجد اتصال
desk-reason-platform-down = عطل في المنصة
desk-reason-no-answer = انقطع الاتصال قبل أن تجيب المنصة
desk-reason-blocked = صاحب الطلب حظر البوت أو حذف حسابه
desk-reason-moved = انتقلت المحادثة إلى عنوان جديد
desk-reason-token-revoked = لم تعد المنصة تقبل رمز الدخول الخاص بنا
desk-reason-gone = لم تعد الرسالة موجودة
desk-reason-erased = حُذفت بياناته
desk-reason-other = خطأ ({ $code })

## Reply form: how it will look, and what happens next
desk-reply-looks = كيف سيظهر الرد
desk-reply-your-words = (نصّك)
desk-reply-rtl = يُكتب النص من اليمين إلى اليسار.
desk-reply-then = ما الخطوة التالية؟
desk-reply-then-send = إرساله فورًا
desk-reply-then-preview = عرضه في السلسلة أولًا
desk-reply-files = { $count ->
    [zero] بلا ملفات
    [one] ملف واحد
    [two] ملفان
    [few] { $count } ملفات
    [many] { $count } ملفًا
   *[other] { $count } ملف
}

## After a reply that did not arrive: what staff can do
desk-advice-blocked = ما يمكنك فعله: لن يصل شيء إلى صاحب الطلب حتى يكتب إلى البوت من جديد. إن كان الأمر لا يحتمل الانتظار فاتصل به أو أرسل إليه رسالة بريدية. نصّك محفوظ في الطلب.
desk-advice-doubt = ما يمكنك فعله: قبل إرساله مرة أخرى انتظر ردًا من صاحب الطلب أو اتصل به، فربما وصله بالفعل.
desk-advice-failed = ما يمكنك فعله: اضغط «رد» وأرسله مرة أخرى، أو تواصل مع صاحب الطلب بطريقة أخرى.
desk-thread-file-failed = تعذّر عرض ملف من صاحب الطلب هنا: { $reason }. اطلب منه إرساله مرة أخرى.

## Asking before a mention goes out
desk-mention-ask = هل يُرسل هذا إلى صاحب الطلب { $reference } باسم { $department }؟
desk-mention-send = إرسال إلى صاحب الطلب
desk-mention-cancel = إبقاؤه داخليًا
desk-mention-sent = في انتظار الإرسال إلى صاحب الطلب.
desk-mention-cancelled = بقي داخليًا. لم يُرسل شيء.
desk-mention-empty = اكتب ردّك بعد الإشارة إلى البوت، في الرسالة نفسها.
desk-mention-no-case = الرد يحتاج إلى طلب: اكتبه في سلسلة إحدى البطاقات.
desk-mention-already-sent = أُرسلت هذه الرسالة إلى صاحب الطلب بالفعل. يبقى تعديلك هنا فقط؛ للتصحيح أرسل ردًا آخر.
desk-mention-withdrawn = حُذفت الرسالة قبل أن يرسلها أحد.
desk-mention-changed = عُدّلت الرسالة. النسخة الجديدة أدناه.

## Refusals (only the person who acted sees them)
desk-refuse-member = لا يستطيع التصرف في هذا الطلب إلا أعضاء قناة { $channel }. انضم إلى القناة أو اسأل فيها.
desk-refuse-claimed = سبقك غيرك: الطلب { $reference } لدى { $person }.
desk-refuse-state = هذا لا يناسب حالة الطلب { $reference }: { $state }
desk-refuse-unknown = هذا الزر من نسخة قديمة من البطاقة. استخدم أحدث بطاقة.
desk-refuse-no-case = لم يعد هذا الطلب موجودًا.
desk-refuse-same-department = الطلب لدى هذا القسم أصلًا: { $department }
desk-refuse-empty = اكتب شيئًا أولًا.
desk-refuse-unreachable = لا يمكن الوصول إلى صاحب الطلب: { $reason }
desk-refuse-your-words = هذا نصّك كي لا يضيع:
desk-refuse-decided = سبق أن قرر أحدهم بشأن هذه الرسالة.
desk-refuse-form = تعذّر فتح النموذج. اضغط الزر مرة أخرى.
desk-done-claimed = الطلب { $reference } لديك الآن.

## App Home
desk-home-title = طلباتك
desk-home-mine = الطلبات التي أتابعها
desk-home-mine-empty = ليس لديك طلبات مفتوحة. يمكنك تولي أحد الطلبات أدناه.
desk-home-queue = { $department } · المفتوح: { $count }
desk-home-queue-empty = لا شيء ينتظر هنا. 🎉
desk-home-quiet = لا شيء ينتظر هنا 🎉
desk-home-more = { $count ->
    [zero] ولا شيء آخر
    [one] وطلب آخر
    [two] وطلبان آخران
    [few] و{ $count } طلبات أخرى
    [many] و{ $count } طلبًا آخر
   *[other] و{ $count } طلب آخر
}
desk-home-none = لست عضوًا بعد في قناة أي قسم.
desk-home-filter-all = الكل
desk-home-filter-unclaimed = بلا مسؤول
desk-home-filter-urgent = عاجل
desk-home-filter-overdue = متأخر
desk-home-filter-mine = طلباتي

## The /liaison command
desk-help =
    ⁦/liaison find K4T-7M2⁩ – البحث عن طلب برقمه
    ⁦/liaison queue⁩ – الطلبات المفتوحة في الأقسام
    ⁦/liaison phone⁩ – رمز لاعتماد التحذيرات وإيقافها من تيليغرام الخاص بك
    ⁦/liaison drill⁩ – كيف ينضم أحد إلى المجموعة التي تصلها التدريبات
    ⁦/liaison help⁩ – هذه القائمة
    ⁦/alert⁩ – تحذير أو إعلان أو تدريب
    ⁦/event⁩ – التخطيط لفعالية
    ⁦/survey⁩ – سؤال السكان
    ⁦/volunteer⁩ – البحث عن متطوعين والتخطيط لنوبة
    ⁦/partner⁩ – دليل الشركاء
    ⁦/programme⁩ – نتائج فعالية

    كل ما تكتبه في السلسلة يبقى داخليًا. للرد على صاحب الطلب استخدم زر «رد»، أو ابدأ رسالتك بالإشارة إليّ ثم أكّد.
desk-find-usage = أضف رقم الطلب، مثلًا: ⁦/liaison find K4T-7M2⁩
desk-find-none = لا يوجد طلب بالرقم { $reference }.
desk-find-elsewhere = { $reference } لدى { $department }، الحالة: { $state }. لا يرى المزيد إلا أعضاء تلك القناة.
desk-queue-title = الطلبات المفتوحة
desk-queue-line = { $department }: { $count ->
    [0] لا شيء
   *[other] { $count }، عمر أقدمها: { $age }
}
desk-command-unknown = لا أعرف «{ $text }». قائمة الأوامر: ⁦/liaison help⁩

## Why the router chose this department (one key a kind of reason)
desk-why-keyword = كلمات مطابقة: { $text }
desk-why-similar = يشبه { $text }
desk-why-learned = كما في طلبات سابقة: { $text }
desk-why-area = الموقع: { $text }

## Alarms for administrators ($channel: Telegram or Slack)
desk-alarm-dead-letter = ⚠️ تعذّرت معالجة رسالة فوُضعت جانبًا بالرقم { $number }. الأمر ⁦“liaison dead-letters”⁩ يعرضها ويعيد معالجتها.
desk-alarm-channel-revoked = 🛑 لم تعد { $channel } تقبل رمز الدخول الخاص بنا. كل ما يخص { $channel } ينتظر. أدخل رمزًا جديدًا في الملف ⁦.env⁩ ثم أعد التشغيل.
desk-alarm-channel-down = ⚠️ لا تستجيب { $channel }. الرسائل تنتظر وستُرسل بالترتيب فور عودتها.
desk-alarm-channel-back = ✅ عادت { $channel } إلى الاستجابة. يُرسل الآن ما كان منتظرًا، بالترتيب.
desk-alarm-telegram-conflict = 🛑 برنامج آخر يستلم رسائل هذا البوت من Telegram، فلا يصلنا شيء. أوقف البرنامج الآخر أو احذف الـ webhook الخاص به.
desk-alarm-telegram-revoked = 🛑 لم تعد Telegram تقبل رمز البوت، فلا تصل الرسائل. أدخل رمزًا جديدًا في الملف ⁦.env⁩ ثم أعد التشغيل.
desk-alarm-forged = ⚠️ رُفضت طلبات كثيرة تدّعي أنها من { $channel }، فالسر أو التوقيع فيها غير صحيح. لم يُحفظ منها شيء، والرسائل تصل كالمعتاد. إذا غُيّر السر للتو، فيُرجى مقارنة الملف ⁦.env⁩ بالإعدادات في { $channel }.
desk-alarm-storage = ⚠️ تعذّرت الكتابة في قاعدة البيانات لبعض الوقت، وهي تعمل الآن من جديد. لم يضِع شيء: انتظرت الرسائل لدى المنصات وتجري معالجتها الآن. يُرجى التحقق من المساحة الفارغة على قرصها.
desk-alarm-feed = ⚠️ تعذّرت قراءة مصدر التحذيرات الرسمية { $address } ({ $reason }). لن تصلنا تحذيراته حتى يعمل من جديد. يُرجى التحقق من العنوان في الإعدادات ومتابعة صفحة الناشر في هذه الأثناء.
desk-plan-overdue = 📋 كان موعد مراجعة خطة «{ $plan }» في { $day }. يُرجى قراءتها وتصحيح ما تغيّر وكتابة يوم جديد في { $file }. ويمكن استخدامها حتى ذلك الحين.
