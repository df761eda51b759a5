### Surveys, as staff make and read them. Placeholders: $number (of the survey, a mark), $title, $state (a desk-survey-state-…
### text), $language, $question (its number), $detail, $count, $share (percent), $answer, $part (a language or area), $most.

## The command and its refusals
desk-survey-help =
    ⁦/survey⁩ – إنشاء استبيان خطوة بخطوة
    ⁦/survey list⁩ – أحدث الاستبيانات بأرقامها
    ⁦/survey show 3⁩ – وضع الاستبيان رقم 3
    ⁦/survey results 3⁩ – نتائجه مع رسم بياني وجدول
    ⁦/survey close 3⁩ – إنهاؤه الآن
desk-survey-refuse-role = المنسقون وحدهم ينشئون الاستبيانات ويرون نتائجها. لم يتغير شيء. يمكن طلب الدور من أحد المديرين.
desk-survey-refuse-unknown = لا يوجد استبيان بهذا الرقم. الأمر ⁦/survey list⁩ يعرض أحدثها.
desk-survey-refuse-draft = لم يُفتح هذا الاستبيان بعد، فلا نتائج له.
desk-survey-refuse-open = لا يمكن إنهاء سوى استبيان مفتوح. لم يتغير شيء.
desk-survey-refuse-frozen = فُتح هذا الاستبيان، ولذلك تبقى أسئلته كما هي. أنشئ استبيانًا جديدًا للسؤال عن شيء آخر.
desk-survey-refuse-days = نرجو كتابة أيام كاملة من 1 إلى { $most } حتى الانتهاء. لم يُفتح شيء.
desk-survey-refuse-event = نرجو اختيار الفعالية التي نسأل بعدها. لم يُفتح شيء.
desk-survey-refuse-nobody = لا أحد من هذا الجمهور يمكن مراسلته ويريد الاستبيانات (موضوع في ⁦/settings⁩)، ولذلك لم يُفتح شيء. اختر مناطق أو لغات أكثر.
desk-survey-list-empty = لا استبيانات بعد. الأمر ⁦/survey⁩ ينشئ أولها.
desk-survey-list-line = ‏{ $number }. { $title } – { $state }
desk-survey-state-draft = مسودة
desk-survey-state-open = مفتوح
desk-survey-state-closed = منتهٍ
desk-survey-dropped = حُذفت المسودة. لم يكن أحد قد رآها.
desk-survey-opened = { $count ->
    [zero] فُتح الاستبيان، ولا أحد يصله الآن.
    [one] فُتح الاستبيان، وسيصل إلى شخص واحد.
    [two] فُتح الاستبيان، وسيصل إلى شخصين.
    [few] فُتح الاستبيان، وسيصل إلى { $count } أشخاص.
    [many] فُتح الاستبيان، وسيصل إلى { $count } شخصًا.
   *[other] فُتح الاستبيان، وسيصل إلى { $count } شخص.
}

## The card
desk-survey-card-head = الاستبيان { $number }: { $title }
desk-survey-field-until = حتى
desk-survey-field-answers = الإجابات
desk-survey-value-anonymous = مجهولة الهوية
desk-survey-value-named = بالأسماء، وتُعرض مجمّعة
desk-survey-kind-choice = إجابة واحدة
desk-survey-kind-choices = عدة إجابات
desk-survey-kind-scale = مقياس
desk-survey-kind-number = رقم
desk-survey-kind-text = بكلماتهم
desk-survey-kind-place = مكان
desk-survey-way = ↳ { $answer }: ثم إلى { $to }
desk-survey-way-end = النهاية
desk-survey-mend-none = للتصحيح: لا أسئلة فيه بعد.
desk-survey-mend-many = للتصحيح: فيه أكثر من { $detail } سؤال.
desk-survey-mend-id = للتصحيح: اسم السؤال { $question } لا يمكن استعماله.
desk-survey-mend-twice = للتصحيح: اسم السؤال { $question } مستعمل مرتين.
desk-survey-mend-text = للتصحيح: { $question ->
    [0] العنوان بلا كلمات باللغة «{ $detail }».
   *[other] السؤال { $question } بلا كلمات باللغة «{ $detail }».
}
desk-survey-mend-long = للتصحيح: النص باللغة «{ $detail }» طويل جدًا (السؤال { $question }).
desk-survey-mend-options-few = للتصحيح: يحتاج السؤال { $question } إلى إجابتين على الأقل للاختيار.
desk-survey-mend-options-many = للتصحيح: في السؤال { $question } أكثر من { $detail } إجابة، وهذا كثير على الهاتف.
desk-survey-mend-option-twice = للتصحيح: في السؤال { $question } تكررت الإجابة { $detail } أو لا يمكن استعمال اسمها.
desk-survey-mend-option-text = للتصحيح: في السؤال { $question } الإجابة { $detail } بلا كلمات أو أطول من 60 حرفًا.
desk-survey-mend-range = للتصحيح: أدنى رقم وأعلى رقم في السؤال { $question } غير مناسبين. للمقياس من 2 إلى 11 درجة، مثلًا 1-5.
desk-survey-mend-branch-kind = للتصحيح: يُجاب عن السؤال { $question } بالكلمات، فلا يمكن أن تقود إجاباته إلى أسئلة مختلفة.
desk-survey-mend-branch-answer = للتصحيح: ليس في السؤال { $question } إجابة { $detail } تقود إلى شيء.
desk-survey-mend-branch-target = للتصحيح: السؤال { $question } يقود إلى { $detail }، ولا يوجد سؤال كهذا.
desk-survey-mend-circle = للتصحيح: من السؤال { $question } طريق يعود إليه نفسه.
desk-survey-mend-unreached = للتصحيح: لا طريق يقود إلى السؤال { $question }.
desk-survey-button-question = ➕ أضف سؤالًا
desk-survey-button-open = 📣 افتحه
desk-survey-button-unask = احذف السؤال الأخير
desk-survey-button-drop = احذف المسودة
desk-survey-button-results = 📊 النتائج
desk-survey-button-close = ⏹ أنهِه الآن
desk-survey-confirm-drop = هل نحذف هذه المسودة؟
desk-survey-confirm-close = هل ننهي هذا الاستبيان الآن؟ لن يتمكن أحد من الإجابة بعد ذلك.

## Forms
desk-survey-new-title = استبيان جديد
desk-survey-new-submit = تابع
desk-survey-question-title = سؤال جديد
desk-survey-question-submit = أضف
desk-survey-open-title = فتح الاستبيان
desk-survey-open-submit = افتح
desk-survey-ask-name = العنوان ({ $language })
desk-survey-ask-intro = الغرض منه ({ $language })
desk-survey-ask-anonymous = مجهول الهوية؟
desk-survey-hint-anonymous = نعم: لا يمكن لأحد معرفة من أجاب بماذا، حتى في قاعدة البيانات، وتظهر النتائج بعد الانتهاء.
desk-survey-ask-kind = كيف يُجاب عنه؟
desk-survey-ask-text = السؤال ({ $language })
desk-survey-ask-options = الإجابات المتاحة ({ $language })
desk-survey-hint-options = إجابة في كل سطر، وبالترتيب نفسه في كل لغة.
desk-survey-ask-range = أدنى رقم وأعلى رقم
desk-survey-hint-range = للمقياس أو للرقم، مثلًا 1-5.
desk-survey-ask-ways = إلى أين تقود الإجابات
desk-survey-hint-ways = واحدة في كل سطر. «2 > 5»: الإجابة الثانية تقود إلى السؤال 5. «1, 3 > end» تنهي الاستبيان. وفي المقياس تُكتب أرقامه.
desk-survey-ask-optional = هل يمكن تخطيه؟
desk-survey-hint-optional = «نعم» تضع زر «تخطَّ» تحت السؤال.
desk-survey-ask-occasion = متى نسأل؟
desk-survey-ask-event = أي فعالية؟ (لخيار «بعد فعالية»)
desk-survey-ask-areas = هذه المناطق فقط
desk-survey-ask-languages = هذه اللغات فقط
desk-survey-ask-role = هؤلاء الأشخاص فقط
desk-survey-ask-days = مفتوح كم يومًا؟
desk-survey-ask-remind = بعد كم يوم نذكّر من لم يجب مرة واحدة؟ (0: أبدًا)
desk-survey-yes = نعم
desk-survey-no = لا
desk-survey-occasion-audience = الآن، كل من في الجمهور أدناه
desk-survey-occasion-case = كلما قيّم أحد السكان طلبًا سُوّي
desk-survey-occasion-event = بعد فعالية، كل من حضرها
desk-survey-role-volunteer = المتطوعون
desk-survey-role-partner = الشركاء

## Results
desk-survey-turnout = سُئلوا: { $asked } · أتمّوا: { $done } · لم ينتهوا: { $begun } · توقفوا أو اعتذروا: { $left }
desk-survey-results-later = الاستبيان مجهول الهوية: تظهر النتائج بعد انتهائه، كي لا يميّز أحد إجابة عن التي تليها.
desk-survey-too-few = أجاب أقل من { $count } أشخاص، ولذلك لا يُعرض شيء.
desk-survey-people = { $count ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصًا
   *[other] { $count } شخص
}
desk-survey-line = ‏• { $answer }: { $count } ({ $share } %)
desk-survey-average = المتوسط: { $number }
desk-survey-part = ‏▸ { $part } ({ $count }): { $shares }
desk-survey-texts = ‏{ $language } ({ $count }):
desk-survey-languages-mixed = عدة لغات
desk-survey-chart-caption = رسم بياني: { $title }
desk-survey-table-caption = كل الأرقام في جدول (CSV): { $title }
desk-survey-column-question = السؤال
desk-survey-column-by = التقسيم
desk-survey-column-part = المجموعة
desk-survey-column-answer = الإجابة
desk-survey-column-count = العدد
desk-survey-column-share = النسبة
desk-survey-by-all = الجميع
desk-survey-by-language = اللغة
desk-survey-by-area = المنطقة
