### ما يقرؤه المنسقون عند كتابة الرسائل واعتمادها ومتابعتها. Placeholders: $reference (B-K4T-7M2), $kind
### (coordination-kind-…), $person, $language, $area, $time, $count, $when.

## Forms
coordination-begin-title = رسالة جديدة للسكان
coordination-next = التالي
coordination-to-preview = معاينة
coordination-training-on = 🔶 وضع التدريب مفعّل: كل ما يُكتب الآن تدريب ويبقى تدريبًا.
coordination-go-on = لم يتمكن Slack من عرض الخطوة التالية في الوقت المناسب. لم يضِع شيء، وهذا الزر يتابع.
coordination-ask-kind = ما نوع الرسالة؟
coordination-ask-areas = المناطق
coordination-ask-areas-hint = دون اختيار: المدينة كلها. من لم يختر منطقة تصله أخبار كل المناطق.
coordination-ask-playbook = خطة الطوارئ
coordination-ask-playbook-hint = دون اختيار: تكتب النص بنفسك.
coordination-checklist = قبل الإرسال
coordination-ask-gap = الفراغ { $variable } · { $language }
coordination-ask-gap-hint = اللغات المتروكة فارغة تأخذ هذا النص.
coordination-ask-event = ماذا حدث (باختصار، للسجل)
coordination-ask-severity = ما مدى الخطورة؟
coordination-ask-urgency = ما مدى الاستعجال؟
coordination-ask-certainty = ما مدى التأكد؟
coordination-ask-category = الفئة
coordination-ask-onset-day = متوقع ابتداءً من (اليوم)
coordination-ask-onset-time = متوقع ابتداءً من (الساعة)
coordination-ask-onset-hint = يُترك فارغًا إن كان قد بدأ أو لم يُعرف موعده.
coordination-ask-until-day = سارٍ حتى (اليوم)
coordination-ask-until-time = سارٍ حتى (الساعة)
coordination-ask-contact = جهة الاستفسار
coordination-ask-topic = الموضوع
coordination-ask-headline = { $language }: السطر الأول
coordination-ask-description = { $language }: ماذا وأين وما معناه
coordination-ask-instruction = { $language }: ما العمل الآن
coordination-ask-roles = فقط من لهم أحد هذه الأدوار
coordination-ask-languages = فقط من يقرؤون إحدى هذه اللغات
coordination-ask-fallback = اللغات التي لا نص لها تتلقى النص بلغة
coordination-ask-fallback-hint = دون اختيار: لا يُرسل شيء ما دامت لغة بلا نص.
coordination-ask-start-day = الإرسال في يوم
coordination-ask-start-time = الإرسال في الساعة
coordination-ask-start-hint = يُترك فارغًا للإرسال فور موافقة شخص ثانٍ.
coordination-ask-repeat = كم مرة؟
coordination-repeat-never = مرة واحدة
coordination-repeat-hourly = كل ساعة حتى الإيقاف أو إعلان زوال الخطر
coordination-repeat-daily = كل يوم في هذا الوقت
coordination-repeat-weekly = كل أسبوع في هذا الوقت
coordination-note-planned = الموعد المقرر: { $when }، { $repeat }.
coordination-note-next = الإرسال التالي: { $when }، { $repeat }.
coordination-call-off = إلغاء
coordination-call-off-sure = هل تُلغى؟ لم يُرسل شيء بعد.
coordination-field-start = الموعد
coordination-refuse-past = لقد مضى هذا الوقت. لم يتغير شيء. يُرجى اختيار وقت لاحق، أو ترك اليوم والساعة فارغين للإرسال فورًا.
coordination-timed-missed = { $count ->
    [zero] ⚠️ لم تُرسل { $reference } في موعدها ({ $when }): لم يكن Liaison يعمل أو كان الإرسال موقوفًا مؤقتًا، وفات أوان إرسالها. إذا بقيت لازمة فيُرجى كتابتها من جديد.
    [one] ⚠️ لم تُرسل { $reference } في موعدها ({ $when }): لم يكن Liaison يعمل أو كان الإرسال موقوفًا مؤقتًا، وفات أوان إرسالها. إذا بقيت لازمة فيُرجى كتابتها من جديد.
    [two] ⚠️ لم تُرسل { $reference } مرتين، أولاهما { $when }: لم يكن Liaison يعمل أو كان الإرسال موقوفًا مؤقتًا، وفات أوان إرسالها. إذا بقيت لازمة فيُرجى كتابتها من جديد.
    [few] ⚠️ لم تُرسل { $reference } { $count } مرات، أولاها { $when }: لم يكن Liaison يعمل أو كان الإرسال موقوفًا مؤقتًا، وفات أوان إرسالها. إذا بقيت لازمة فيُرجى كتابتها من جديد.
    [many] ⚠️ لم تُرسل { $reference } { $count } مرة، أولاها { $when }: لم يكن Liaison يعمل أو كان الإرسال موقوفًا مؤقتًا، وفات أوان إرسالها. إذا بقيت لازمة فيُرجى كتابتها من جديد.
   *[other] ⚠️ لم تُرسل { $reference } { $count } مرة، أولاها { $when }: لم يكن Liaison يعمل أو كان الإرسال موقوفًا مؤقتًا، وفات أوان إرسالها. إذا بقيت لازمة فيُرجى كتابتها من جديد.
}
coordination-ask-safety = الاطمئنان على السلامة
coordination-ask-safety-yes = اسأل الجميع هل هم بأمان
coordination-ask-safety-hint = يضيف الأزرار «أنا بأمان / أحتاج إلى مساعدة / لستُ في المكان». ومن يحتاج إلى مساعدة تُفتح له حالة عاجلة.
coordination-role-volunteer = المتطوعون
coordination-role-partner = الشركاء
coordination-role-staff = الموظفون

## Values of CAP 1.2
coordination-cap-immediate = فوري: التصرف الآن
coordination-cap-expected = متوقع: خلال ساعة
coordination-cap-future = لاحقًا: قريبًا
coordination-cap-past = انتهى
coordination-cap-unknown = غير معروف
coordination-cap-extreme = شديد للغاية
coordination-cap-severe = شديد
coordination-cap-moderate = متوسط
coordination-cap-minor = طفيف
coordination-cap-observed = مرصود
coordination-cap-likely = مرجّح
coordination-cap-possible = ممكن
coordination-cap-unlikely = مستبعد
coordination-cap-safety = السلامة العامة
coordination-cap-met = الطقس والفيضانات
coordination-cap-geo = الأرض: انهيارات وزلازل
coordination-cap-fire = حريق
coordination-cap-health = الصحة
coordination-cap-env = البيئة
coordination-cap-transport = النقل
coordination-cap-infra = المياه والكهرباء والشبكات
coordination-cap-rescue = الإنقاذ
coordination-cap-security = الأمن
coordination-cap-cbrne = مواد كيميائية وإشعاع ومتفجرات
coordination-cap-other = أخرى

## Kinds and states
coordination-kind-alert = تحذير
coordination-kind-announcement = إعلان
coordination-kind-update = مستجدات
coordination-kind-correction = تصحيح
coordination-kind-all-clear = زوال الخطر
coordination-kind-drill = 🔶 تدريب
coordination-state-draft = مسودة
coordination-state-submitted = بانتظار شخص ثانٍ
coordination-state-approved = معتمدة وتنتظر موعدها
coordination-state-running = قيد الإرسال
coordination-state-paused = متوقفة مؤقتًا
coordination-state-stopped = أُوقفت
coordination-state-done = أُرسلت
coordination-state-expired = انتهت صلاحيتها ولم تُرسل
coordination-state-discarded = أُلغيت
coordination-state-called-off = سُحبت

## Preview
coordination-preview-title = { $reference } · { $kind } · معاينة
coordination-preview-note = هكذا ستظهر. لم يُرسل شيء بعد. بعد «تقديم» يعتمدها شخص آخر.
coordination-preview-mend = لم يُرسل شيء. يُرجى تعديل المشار إليه أعلاه، ثم يمكن تقديمها.
coordination-text-parts = { $language } ({ $count ->
    [zero] { $count } جزء
    [one] جزء واحد: { $count }
    [two] جزآن: { $count }
    [few] { $count } أجزاء
    [many] { $count } جزءًا
   *[other] { $count } جزء
})
coordination-duration = { $time } لإرسال { $count ->
    [zero] { $count } رسالة
    [one] رسالة واحدة: { $count }
    [two] رسالتين: { $count }
    [few] { $count } رسائل
    [many] { $count } رسالة
   *[other] { $count } رسالة
}
coordination-paid = { $time } مقابل { $stars } Stars
coordination-edits = { $count ->
    [zero] تُعدَّل { $count } رسالة سابقة في مكانها
    [one] تُعدَّل رسالة سابقة واحدة في مكانها ({ $count })
    [two] تُعدَّل رسالتان سابقتان في مكانهما ({ $count })
    [few] تُعدَّل { $count } رسائل سابقة في مكانها
    [many] تُعدَّل { $count } رسالة سابقة في مكانها
   *[other] تُعدَّل { $count } رسالة سابقة في مكانها
}
coordination-area-unknown = منطقة غير مذكورة
coordination-field-people = الأشخاص
coordination-field-duration = المدة
coordination-field-paid = كإرسال مدفوع
coordination-field-languages = حسب اللغة
coordination-field-areas = حسب منطقة السكن
coordination-field-channels = حسب القناة
coordination-field-unreachable = لن تصلهم
coordination-field-where = أين
coordination-field-responders = من يساعدون، أينما سكنوا
coordination-field-until = سارٍ حتى
coordination-field-edits = تُعدَّل في مكانها
coordination-gone-blocked = حظروا البوت
coordination-gone-stopped = كتبوا ⁦/stop⁩
coordination-gone-unwanted = لا يريدون هذا الموضوع

## The card in the coordinators' channel
coordination-card-title = الرسالة { $reference } · { $kind }
coordination-field-state = الحالة
coordination-field-submitted = قدّمها
coordination-field-approved = اعتمدها
coordination-field-stopped = أوقفها
coordination-field-progress = التقدم
coordination-field-sent = أُرسلت
coordination-field-unsent = لم تُرسل
coordination-field-left = المتبقي
coordination-field-public = المنشورات العامة
coordination-field-rate = السرعة
coordination-field-finish = تنتهي
coordination-rate = { $rate } في الثانية
coordination-posted = { $sent } من { $all }
coordination-end-failed = فشلت
coordination-end-blocked = محظورة
coordination-end-doubt = غير مؤكدة
coordination-end-stopped = أُوقفت
coordination-end-expired = انتهت صلاحيتها
coordination-note-type = من يعتمدها يكتب وجهتها: { $area }
coordination-note-voided = عدّلها { $person }: عادت مسودة ويجب تقديمها من جديد.
coordination-note-override = أرسلها { $person } بمفرده كضابط مناوب: { $reason }
coordination-note-refers = تشير إلى { $reference }

## Buttons
coordination-submit = تقديم
coordination-change = تعديل
coordination-discard = إلغاء المسودة
coordination-discard-sure = هل تُلغى هذه المسودة؟ لم يُرسل شيء.
coordination-approve = اعتماد وإرسال
coordination-send-back = إعادة
coordination-override = الضابط المناوب: إرسال منفرد
coordination-pause = إيقاف مؤقت
coordination-resume = استئناف
coordination-stop = إيقاف
coordination-stop-sure = هل توقفها نهائيًا؟ ما لم يُرسل لن يُرسل، وما وصل يبقى.
coordination-follow-correction = تصحيح
coordination-follow-update = تحديث
coordination-follow-all-clear = زوال الخطر

## The last question
coordination-approve-title = اعتماد وإرسال
coordination-send-now = إرسال الآن
coordination-ask-area = اكتب وجهتها: { $area }
coordination-ask-area-hint = هذا ليس تدريبًا. ستصل إلى الجميع في: { $area }
coordination-ask-reason = لماذا لا يمكن لأحد غيرك اعتمادها؟ (يُسجَّل ذلك ويُبلَّغ كل المنسقين.)

## What is told in private
coordination-submitted = { $reference } بانتظار شخص ثانٍ في قناة المنسقين. لم يُرسل شيء بعد.
coordination-returned = عادت { $reference }: يطلب زميل تعديلها. لم يُرسل شيء.
coordination-discarded = أُلغيت { $reference }. لم يُرسل شيء.
coordination-overridden = 🚨 أرسل { $person } الرسالة { $reference } بمفرده كضابط مناوب. السبب: { $reason }

## The own page
coordination-home = الرسائل العامة
coordination-home-none = لا شيء ينتظر ولا شيء قيد الإرسال.
coordination-new = كتابة رسالة عامة

## Refusals: what happened, what stays, what to do
coordination-refuse-role = ليس لديك الدور المطلوب لذلك. لم يتغير شيء. الأدوار مذكورة في الإعدادات تحت [roles].
coordination-refuse-duty = لا يرسل منفردًا إلا الضابط المناوب. لم يتغير شيء، ويمكن لشخص ثانٍ اعتمادها.
coordination-refuse-state = لم يعد ذلك ممكنًا في حالتها الحالية. لم يتغير شيء. بطاقتها تبيّن حالتها.
coordination-refuse-changed = عدّلها شخص ما منذ أن رأيتها. لم يُنفَّذ شيء. يُرجى مراجعة أحدث بطاقة ثم اتخاذ القرار.
coordination-refuse-own = أنت من قدّمها، لذا يجب أن يعتمدها شخص آخر. لم يُرسل شيء.
coordination-refuse-submitter-role = من قدّمها لم يعد منسقًا. لم يُرسل شيء. يمكن لأحد المنسقين تقديمها من جديد.
coordination-refuse-approved-already = سبق اعتماد { $reference } ومرة واحدة تكفي. لم يُرسل شيء إضافي.
coordination-refuse-expired = انتهى وقتها فلا تُرسل. لم يتغير شيء. يُرجى تحديد وقت لاحق في «سارٍ حتى».
coordination-refuse-reason = يلزم سبب من عشرة أحرف على الأقل لأنه يُسجَّل. لم يُرسل شيء.
coordination-refuse-nobody = لن تصل إلى أحد: لا ساكن يطابق هذا الجمهور. لم يُرسل شيء. يُرجى اختيار مناطق أو أدوار أو لغات أخرى.
coordination-refuse-nobody-drill = لا أحد من مجموعة التدريب يطابق. لم يُرسل شيء. لا يصل التدريب إلا إلى من لهم دور «drill».
coordination-refuse-no-original = ما تشير إليه لم يُرسل قط. لم يتغير شيء. التصحيح أو التحديث أو زوال الخطر يتبع رسالة أُرسلت.
coordination-refuse-forgotten = لم يعد ممكنًا معرفة من وصلتهم تلك الرسالة، لأن قائمة المستلمين تُحفظ لمدة محدودة. لم يتغير شيء. يُرجى كتابة رسالة جديدة إلى المناطق أو المجموعات نفسها.
coordination-refuse-drill-unmarked = يجب أن تُذكر كلمة تدريب في كل رسالة، وليست هنا. لم يُرسل شيء. يُرجى كتابتها من جديد.
coordination-refuse-drill-mixed = لا يجوز أن يتبع التدريب حدثًا حقيقيًا ولا العكس. لم يتغير شيء. يُرجى البدء من جديد.
coordination-refuse-facts = يجب أن يذكر التحذير ما حدث وحتى متى يسري. لم يُرسل شيء. يُرجى تعبئة الاثنين.
coordination-refuse-order = تنتهي قبل أن تبدأ. لم يتغير شيء. يُرجى تصحيح الأوقات.
coordination-refuse-no-text = لا نص بأي لغة. لم يتغير شيء. يُرجى كتابة نص واحد على الأقل.
coordination-refuse-no-channel = لا توجد قناة للمنسقين فلا يمكن اعتماد شيء. لم يتغير شيء. تُسمّى في الإعدادات تحت [broadcasts].
coordination-refuse-unknown = لا توجد رسالة كهذه. لم يتغير شيء. ⁦/alert⁩ يبدأ رسالة جديدة.
coordination-refuse-when = لا تمر الساعة بهذا الوقت. لم يتغير شيء. يُرجى اختيار وقت آخر.
coordination-refuse-no-headline = النص بلغة { $language } بلا سطر أول. لم يتغير شيء. يُرجى كتابته.
coordination-refuse-long-headline = السطر الأول بلغة { $language } أطول من { $most } حرفًا. لم يتغير شيء. يُرجى تقصيره.
coordination-refuse-variable = بلغة { $language } لم يُملأ الفراغ { $variable }. لم يُرسل شيء. يُرجى ملؤه.
coordination-refuse-gap = ما زالت الخطة تحتاج إلى: { $variable }. لم يُرسل شيء. يُرجى ملؤه بلغة واحدة على الأقل.
coordination-refuse-fallback = اختيرت { $language } للغات التي لا نص لها، لكنها بلا نص أيضًا. لم يتغير شيء. يُرجى اختيار لغة أخرى.
coordination-refuse-language = { $count ->
    [zero] { $count } شخص يقرأ { $language } ولا نص لهم
    [one] شخص واحد ({ $count }) يقرأ { $language } ولا نص له
    [two] شخصان ({ $count }) يقرآن { $language } ولا نص لهما
    [few] { $count } أشخاص يقرؤون { $language } ولا نص لهم
    [many] { $count } شخصًا يقرؤون { $language } ولا نص لهم
   *[other] { $count } شخص يقرؤون { $language } ولا نص لهم
}. لم يُرسل شيء. يُرجى كتابة نص أو اختيار النص الذي يصلهم بالاسم.
coordination-refuse-area = لا توجد منطقة باسم { $area }. لم يتغير شيء. المناطق مذكورة في الإعدادات تحت [[areas]].
coordination-refuse-value = { $value } ليست قيمة معروفة في التحذيرات الرسمية (CAP 1.2). لم يتغير شيء. يُرجى الاختيار من القائمة.
coordination-refuse-typed-area = لم يكن هذا اسم الوجهة. لم يُرسل شيء. للإرسال اكتب: { $area }
coordination-refuse-seal = ما حُفظ تحت { $reference } ليس ما قُدِّم. لم يُرسل شيء. يُرجى تقديمه من جديد وإبلاغ مشغّل النظام.

## On a coordinator's own phone
coordination-phone-code = رمزك: { $code }. أرسل خلال { $minutes } دقيقة إلى البوت في محادثتك على تيليغرام: ⁦/coordinate { $code }⁩. يعمل مرة واحدة.
coordination-phone-linked = يا { $person }، يمكن الآن لمحادثة على تيليغرام أن تتصرف باسمك. إن لم تكن أنت: اسحب دورك وأبلغ المسؤول.
coordination-phone-off = لم تعد هذه المحادثة تتصرف باسم منسق.
coordination-phone-menu = اختر خطة لبدء تحذير، أو اكتب بكلماتك، أو اطّلع على ما ينتظر وما يُرسل وما أُرسل.
coordination-phone-gap = يُرجى كتابة: { $variable }
coordination-phone-own-alert = ‏✍️ تحذير بكلماتك
coordination-phone-own-words = ‏✍️ بكلماتك
coordination-phone-plan = على أي خطة تتدرب؟
coordination-phone-hours = إلى متى يسري؟
coordination-phone-hours-value = { $count ->
    [zero] { $count } ساعة
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
}
coordination-phone-text = اكتب الرسالة باللغة: { $language }. العنوان في السطر الأول، وتحته ما حدث وما على الناس فعله.
coordination-phone-leave-out = بدون { $language }
coordination-phone-uses = لا يوجد نص باللغات: { $languages }. أي نص يصل إلى قرائها؟
coordination-phone-no-text = لا شيء الآن
coordination-phone-cancel = ‏✖️ إلغاء
coordination-phone-cancelled = انتهى. لم يُنشأ شيء ولم يُرسل شيء. يعرض ⁦/coordinate⁩ ما يمكنك فعله.
coordination-drill-link = أعطِ هذا لمن يشاركون في التدريبات: { $link }
coordination-told = 📢 تُرسل { $reference } الآن إلى السكان: { $headline }

## Audiences with a name
coordination-audience-title = حفظ هذا الجمهور
coordination-audience-submit = حفظ
coordination-ask-audience-name = اسمه
coordination-ask-audience = أو جمهور محفوظ
coordination-keep-audience = حفظ الجمهور
coordination-audience-saved = حُفظ الجمهور «{ $name }»، ويعرضه النموذج من الآن.
coordination-refuse-name = يلزم اسم. لم يتغير شيء.
coordination-refuse-audience = لا جمهور باسم { $name }. لم يتغير شيء. يُرجى اختيار غيره.

## Whom it is for, beyond area, role and language. Placeholders: $event (code of an event)
coordination-ask-shape = أو المكان كشكل أو رمز
coordination-ask-shape-hint = زوايا «خط العرض,خط الطول» تفصل بينها مسافات، أو دائرة «خط العرض,خط الطول كيلومترات»، أو رمز «NAME=value». تُختار المناطق التي يشملها.
coordination-ask-without-areas = دون من هم في هذه المناطق
coordination-ask-case-departments = فقط من لهم حالة مفتوحة لدى
coordination-ask-cases = فقط من لهم إحدى هذه الحالات المفتوحة
coordination-ask-cases-hint = أرقام الحالات، تفصل بينها مسافات.
coordination-ask-events = فقط أشخاص هذه الفعاليات
coordination-ask-events-hint = من حضروا إن سُجّل دخول الضيوف، وإلا من سجّلوا أسماءهم.
coordination-ask-audience-also = وكذلك هذه الجماهير المحفوظة
coordination-ask-audience-without = ولكن دون هذه الجماهير المحفوظة
coordination-refuse-shape = هذا ليس شكلًا ولا دائرة ولا رمزًا. لم يتغير شيء. يُرجى كتابته هكذا: ⁦54.0,18.0 5⁩ (دائرة نصف قطرها 5 كم).
coordination-refuse-shape-nowhere = هذا الشكل لا يشمل أيًّا من مناطقنا. لم يتغير شيء. يُرجى مراجعة الأرقام أو اختيار المناطق بأسمائها.
coordination-refuse-cases = ليس كل ما كُتب أرقام حالات. لم يتغير شيء. يُرجى كتابتها هكذا: ⁦K4T-7M2⁩.
coordination-refuse-event = لا فعالية بالرمز { $event }. لم يتغير شيء. يُرجى اختيار غيرها.
