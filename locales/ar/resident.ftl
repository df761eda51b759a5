### What residents read. Placeholders: $reference (K4T-7M2), $department and $community (names from the configuration),
### $when (an adverb of time made by format_when), $number (the emergency number), $count, $limit, $days.
### Commands stand between U+2066 and U+2069 (both invisible), or their slash would move to the wrong end.
### Lines without an Arabic letter of their own begin with U+200F, which gives them their direction.

## Languages
resident-language-name = العربية
resident-language-menu = بأي لغة تفضّل أن نكتب إليك؟
resident-language-changed = تمّ. سنكتب إليك من الآن بالعربية.
resident-language-button = 🌐 اللغة

## First contact
resident-greeting =
    مرحبًا! هنا خط الرسائل في { $community }. أنا برنامج آلي: أوصل رسالتك إلى القسم المختص، ويجيبك موظف حقيقي هنا في هذه المحادثة.
    اكتب بكلماتك وبلغتك. يمكنك أيضًا إرسال صور ورسائل صوتية وموقعك.
resident-greeting-privacy = لا يقرأ ما تكتبه إلا الموظفون الذين يتابعون طلبك. للمزيد: ⁦/privacy⁩
resident-greeting-emergency = إذا كان هناك خطر على أحد، فاتصل أولًا بالرقم { $number }.

## Receipts
resident-receipt =
    شكرًا لك، وصلتنا رسالتك. رقم طلبك هو { $reference }
    القسم المختص: { $department }
    تصلك الإجابة في موعد أقصاه: { $when }
resident-receipt-more = إذا أردت إضافة شيء، فما عليك إلا الرد على هذه الرسالة: كتابةً أو بصورة أو برسالة صوتية أو بموقع.
resident-receipt-undecided = شكرًا لك، وصلتنا رسالتك. رقم طلبك هو { $reference }
resident-receipt-urgent =
    شكرًا لك، وصلتنا رسالتك وسجّلناها على أنها عاجلة. رقم طلبك هو { $reference }
    القسم المختص: { $department }
resident-emergency =
    ⚠️ إذا كان هناك خطر على أحد، فاتصل الآن بالرقم { $number }. لا تنتظر الإجابة هنا، فلا يمكن لأي قسم أن يصل بسرعة فرق الإسعاف والإطفاء.

## Which department?
resident-ask-department = إلى أي قسم توجَّه رسالتك؟ اختر قسمًا كي تصل فورًا إلى الأشخاص المعنيين.
resident-ask-department-none = لا شيء مما ذُكر
resident-department-chosen =
    شكرًا لك. الطلب { $reference } الآن لدى: { $department }
    تصلك الإجابة في موعد أقصاه: { $when }
resident-routed-late =
    الطلب { $reference } الآن لدى: { $department }. سيقرؤونه ويحيلونه إلى الأشخاص المعنيين.
    تصلك الإجابة في موعد أقصاه: { $when }

## Which matter?
resident-ask-case = لديك أكثر من طلب مفتوح. أي طلب تخصّه هذه الرسالة؟
resident-ask-case-one = هل تخصّ هذه الرسالة الطلب { $reference } أم هي طلب جديد؟
resident-ask-case-button = ‏{ $reference } · { $department }
resident-ask-case-new = ➕ طلب جديد
resident-added = أُضيفت إلى الطلب { $reference } ({ $department }).

## News of a case
resident-reassigned =
    الطلب { $reference } من اختصاص قسم آخر، لذلك أحلناه إليه. وهو الآن لدى: { $department }
    تصلك الإجابة في موعد أقصاه: { $when }
resident-reassigned-undated = الطلب { $reference } من اختصاص قسم آخر، لذلك أحلناه إليه. وهو الآن لدى: { $department }
resident-claimed = هناك من يتابع الآن الطلب { $reference }. القسم: { $department }
resident-waiting = { $department } · { $reference }: نحتاج إلى إجابة منك كي نتابع. نرجو الرد على هذه الرسالة.
resident-reply-lead = ‏{ $department } · { $reference }
resident-thanks = على الرحب والسعة!
resident-thanks-noted = شكرًا على كلماتك الطيبة. نقلناها إلى: { $department }

## The end of a case
resident-resolved = { $department }: نرى أن الطلب { $reference } قد أُنجز. هل حُلّت المسألة فعلًا؟
resident-solved-yes = ✅ نعم، حُلّت
resident-solved-no = ❌ لا، ليس بعد
resident-rate-ask = يسعدنا ذلك. كيف كانت خدمتنا؟ 1 تعني سيئة و5 تعني ممتازة.
resident-rate-button = ‏{ $stars } ⭐
resident-rate-thanks = شكرًا على تقييمك.
resident-unsolved = شكرًا لإخبارنا. الطلب { $reference } مفتوح من جديد لدى الأشخاص أنفسهم. نرجو أن تكتب هنا ما الذي ما زال ناقصًا.
resident-reopened = الطلب { $reference } مفتوح من جديد، وقد وصلت رسالتك إلى: { $department }

## What we cannot take in
resident-unsupported = { $kind ->
    [sticker] ملصق جميل! لكنني لا أستطيع أن أوصل إلا النصوص والصور والفيديو والرسائل الصوتية والملفات والمواقع.
    [poll] لا أستطيع إيصال استطلاعات الرأي. نرجو كتابة ما تريد.
   *[other] لا أستطيع إيصال هذا النوع من الرسائل. نرجو كتابة ما تريد، أو إرسال صورة أو رسالة صوتية أو ملف أو موقع.
}
resident-file-failed = وصلت رسالتك بشأن الطلب { $reference }، لكن تعذّر إيصال أحد الملفات: إما أنه كبير جدًا أو لم يعد موجودًا. نرجو إرساله مرة أخرى، وبحجم أصغر إن أمكن، أو وصف محتواه كتابةً.
resident-flood = هذه رسائل كثيرة دفعة واحدة. لن تضيع أي منها، فنحن نستلمها واحدة تلو الأخرى. إن أمكن، فاكتب الباقي في رسالة واحدة.
resident-button-expired = لم يعد هذا الزر يعمل. نرجو أن تكتب إلينا بدلًا من ذلك.

## Commands: descriptions in the menu
resident-command-start = البدء، أو استلام الإعلانات من جديد
resident-command-help = ماذا يستطيع هذا البرنامج
resident-command-new = طلب جديد
resident-command-cases = طلباتي المفتوحة
resident-command-status = حالة طلب حسب رقمه
resident-command-idea = أفكار جيرانك وفكرتك
resident-command-volunteer = تطوّع لمساعدة الآخرين
resident-command-events = الفعاليات القادمة قربك وفعالياتك
resident-command-language = تغيير اللغة
resident-command-settings = ما نرسله إليك ومتى
resident-command-privacy = ما نحفظه عنك، نسخة منه، حذفه
resident-command-stop = إيقاف الإعلانات

## Commands: answers
resident-help =
    اكتب ما تريد، وستصل رسالتك إلى القسم المختص في { $community }. وتصلك الإجابة هنا.

    ⁦/new⁩ – طلب جديد
    ⁦/cases⁩ – طلباتك المفتوحة
    ⁦/status⁩ مع رقم الطلب – حالة الطلب
    ⁦/events⁩ – الفعاليات القادمة قربك
    ⁦/idea⁩ – أفكار جيرانك وفكرتك
    ⁦/volunteer⁩ – التطوع لمساعدة الآخرين
    ⁦/language⁩ – تغيير اللغة
    ⁦/settings⁩ – ما نرسله إليك ومتى
    ⁦/privacy⁩ – ما نحفظه عنك
    ⁦/stop⁩ – إيقاف الإعلانات

    في حالات الطوارئ اتصل بالرقم { $number }
resident-help-button-new = ➕ طلب جديد
resident-help-button-cases = 📋 طلباتي
resident-help-button-events = 📅 الفعاليات
resident-help-button-settings = ⚙️ الإعدادات
resident-help-button-privacy = 🔒 الخصوصية
resident-help-button-help = ❓ مساعدة
resident-help-button-idea = 💡 الأفكار
resident-help-button-volunteer = 🤝 التطوّع
resident-help-button-stop = 🔕 إيقاف الإعلانات
resident-help-button-start = 🔔 تشغيل الإعلانات
resident-new = اكتب ما تريد. ستصبح رسالتك التالية طلبًا جديدًا.
resident-cases = { $count ->
    [0] ليس لديك طلبات مفتوحة. إذا احتجت إلى شيء، فاكتب إلينا.
    [zero] ليس لديك طلبات مفتوحة. إذا احتجت إلى شيء، فاكتب إلينا.
    [one] لديك طلب مفتوح واحد:
    [two] لديك طلبان مفتوحان:
    [few] لديك { $count } طلبات مفتوحة:
    [many] لديك { $count } طلبًا مفتوحًا:
   *[other] لديك { $count } طلب مفتوح:
}
resident-case-line = ‏{ $reference } · { $department } · { $state }
resident-case-undecided = لم يُحدَّد القسم بعد
resident-status =
    ‏{ $reference } · { $department }
    ‏{ $state }
    تاريخ الاستلام: { $since }
resident-status-due = تصلك الإجابة في موعد أقصاه: { $when }
resident-status-unknown = لا نجد لك طلبًا بالرقم { $reference }. لعرض طلباتك المفتوحة: ⁦/cases⁩
resident-status-usage = نرجو إضافة رقم الطلب، مثلًا: ⁦/status K4T-7M2⁩
resident-state-new = استلمناه وينتظر من يتولاه
resident-state-claimed = هناك من يتابعه
resident-state-waiting = بانتظار إجابتك
resident-state-resolved = أُنجز، إن وافقت
resident-state-closed = مغلق
resident-state-reopened = مفتوح من جديد
resident-stopped = لن تصلك إعلانات منا بعد الآن. ما زال بإمكانك الكتابة إلينا، وسنجيبك. لتشغيل الإعلانات من جديد: ⁦/start⁩
resident-started-again = أهلًا بعودتك. ستصلك إعلاناتنا من جديد. إذا احتجت إلى شيء، فاكتب إلينا.

## Privacy
resident-privacy =
    ما تحفظه { $community } عنك هنا: الاسم الذي تستخدمه في هذا التطبيق، ولغتك وإعداداتك، وما سجّلت فيه، ورسائلك وملفاتك ومواقعك، وإجاباتنا.
    من يراه: الموظفون الذين يتابعون طلبك، ومنظمو الفعالية التي تسجّل فيها فقط.
    إلى متى: { $days ->
        [zero] فور إغلاق الطلب تُحذف رسائله وملفاته ومواقعه وإجاباته، ويمكنك طلب حذفها قبل ذلك.
        [one] بعد يوم واحد من إغلاق الطلب تُحذف رسائله وملفاته ومواقعه وإجاباته، ويمكنك طلب حذفها قبل ذلك.
        [two] بعد يومين من إغلاق الطلب تُحذف رسائله وملفاته ومواقعه وإجاباته، ويمكنك طلب حذفها قبل ذلك.
        [few] بعد { $days } أيام من إغلاق الطلب تُحذف رسائله وملفاته ومواقعه وإجاباته، ويمكنك طلب حذفها قبل ذلك.
        [many] بعد { $days } يومًا من إغلاق الطلب تُحذف رسائله وملفاته ومواقعه وإجاباته، ويمكنك طلب حذفها قبل ذلك.
       *[other] بعد { $days } يوم من إغلاق الطلب تُحذف رسائله وملفاته ومواقعه وإجاباته، ويمكنك طلب حذفها قبل ذلك.
    }
    حقوقك: يمكنك الاطلاع على بياناتك وتصحيحها وحذفها. الأزرار أدناه تنفّذ ذلك فورًا.
resident-privacy-contact = يجيب عن الأسئلة حول بياناتك: { $contact }
resident-privacy-page = 🔗 إشعار الخصوصية الكامل
resident-privacy-export = 📄 أرسلوا إليّ بياناتي
resident-privacy-erase = 🗑 احذفوا بياناتي
resident-export-ready = هذا كل ما نحفظه عنك. يمكن فتح الملف بأي متصفح أو محرر نصوص.
resident-erase-confirm = هل نحذف كل شيء: اسمك وإعداداتك وتسجيلاتك ورسائلك وملفاتك ومواقعك؟ ستنتهي طلباتك المفتوحة دون إجابة، وتذهب أماكنك إلى غيرك. لا يمكن التراجع عن ذلك.
resident-erase-yes = نعم، احذفوا كل شيء
resident-erase-no = لا، احتفظوا بها
resident-erase-done = حُذف كل ما كنا نحفظه عنك. إذا كتبت إلينا مرة أخرى، فسنبدأ من جديد.
resident-erase-kept = لم يُحذف شيء.

## The bot's profile (limits of the Bot API: description 512 characters, short description 120)
resident-profile-description =
    خط الرسائل في { $community }. اكتب بلغتك ما تحتاج إليه، أو ما تعطّل، أو ما يمكن أن يكون أفضل. تصل رسالتك إلى القسم المختص، ويجيبك موظف حقيقي هنا.

    في حالات الطوارئ اتصل بالرقم { $number }
resident-profile-short = اكتب إلى { $community } بلغتك. يجيبك موظف حقيقي.
