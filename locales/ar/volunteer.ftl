### Volunteers, as they read it. Placeholders: $community, $chosen (a list), $choice, $hours, $title (of a shift), $when and
### $other_when (when it is), $other (another shift), $place, $needed (people), $start and $end, $name, $count, $date.

## Joining and the profile
volunteer-title = التطوع
volunteer-invitation =
    هل تودّ المساعدة في { $community }؟ أخبرنا بما تستطيع فعله ومتى، فنعرض عليك مهام تناسبك، ولك أن تقبل أو ترفض في كل مرة.
    بانضمامك توافق على أن يرى المنسقون اسمك وما تختاره هنا، وعلى أن نرسل إليك هذه العروض. يمكنك تغيير ذلك أو المغادرة في أي وقت: ⁦/volunteer⁩
volunteer-button-join = 🙋 أودّ المساعدة
volunteer-line-skill = ما أجيده: { $chosen }
volunteer-line-language = اللغات: { $chosen }
volunteer-line-area = المناطق: { $chosen }
volunteer-line-time = الأوقات: { $chosen }
volunteer-none = لم يُختر شيء بعد
volunteer-any = الكل
volunteer-hours = الساعات حتى الآن: { $hours }
volunteer-mine = ‏📌 { $title }، { $when }
volunteer-button-skill = 🛠 ما أجيده
volunteer-button-language = 🗣 اللغات
volunteer-button-area = 📍 المناطق
volunteer-button-time = 🕓 الأوقات
volunteer-button-certificate = 📄 شهادة بالساعات
volunteer-button-training = 📚 التدريب
volunteer-button-leave = مغادرة
volunteer-ticked = ‏☑️ { $choice }
volunteer-next = التالي ◀️
volunteer-done = ✅ تمّ
volunteer-ask-skill = ماذا تجيد؟ اضغط على كل ما يناسب.
volunteer-ask-language = بأي لغات تستطيع المساعدة؟
volunteer-ask-area = أين تستطيع المساعدة؟ لا تختر شيئًا إن كان المكان لا يهم.
volunteer-ask-time = متى يتوفر لديك وقت عادةً؟ لا تختر شيئًا إن كان الوقت لا يهم.
volunteer-left = لم تعد على القائمة، وأُتيحت مهامك لغيرك. شكرًا لك على كل شيء! تبقى ساعاتك مسجلة من أجل الشهادة. ويمكنك العودة بالأمر ⁦/volunteer⁩
volunteer-leave-ask = هل نحذفك من قائمة المتطوعين؟ ستُتاح المهام القادمة لغيرك.
volunteer-leave-yes = نعم، احذفوني
volunteer-leave-no = لا، سأبقى
volunteer-no-hours = لا ساعات محسوبة بعد. بعد أول مهمة يمكنك الحصول على شهادة من هنا.
volunteer-certificate-caption = شهادة ساعاتك. شكرًا لك!
volunteer-training = هذه مواد مفيدة للقراءة والتعلم:
volunteer-training-none = لا مواد تدريبية لك حاليًا. سنخبرك عندما تتوفر.
volunteer-read = 📖 اقرأ المزيد
volunteer-skill-interpreting = الترجمة الفورية
volunteer-skill-first-aid = الإسعافات الأولية
volunteer-skill-driving = القيادة
volunteer-skill-carrying = الحمل والتجهيز
volunteer-skill-cooking = الطبخ
volunteer-skill-children = رعاية الأطفال
volunteer-skill-seniors = زيارة كبار السن
volunteer-skill-computers = الحاسوب والهاتف
volunteer-time-weekday-morning = صباح أيام العمل
volunteer-time-weekday-afternoon = بعد ظهر أيام العمل
volunteer-time-weekday-evening = مساء أيام العمل
volunteer-time-weekend-morning = صباح نهاية الأسبوع
volunteer-time-weekend-afternoon = بعد ظهر نهاية الأسبوع
volunteer-time-weekend-evening = مساء نهاية الأسبوع
volunteer-span = من { $start } حتى { $end }

## Shifts
volunteer-offer =
    هل تستطيع المساعدة؟ { $title }
    متى: { $when }
    أين: { $place }
    { $needed ->
        [zero] لا حاجة إلى أحد الآن.
        [one] نحتاج إلى شخص واحد.
        [two] نحتاج إلى شخصين.
        [few] نحتاج إلى { $needed } أشخاص.
        [many] نحتاج إلى { $needed } شخصًا.
       *[other] نحتاج إلى { $needed } شخص.
    }
volunteer-offer-freed =
    عاد مكان متاح: { $title }
    متى: { $when }
    أين: { $place }
volunteer-button-accept = ✅ سآتي
volunteer-button-decline = ليس هذه المرة
volunteer-button-cannot = لن أتمكن من الحضور
volunteer-button-here = 👋 أنا في المكان
volunteer-shift-accepted = شكرًا لك، حجزنا مكانك: { $title }، { $when }. سنذكّرك قبل يوم.
volunteer-shift-accepted-soon = شكرًا لك، حجزنا مكانك: { $title }، { $when }. الموعد قريب، ولذلك لن نذكّرك قبل يوم. وقبل البداية بساعة نطلب منك تأكيد وصولك.
volunteer-shift-accepted-now = شكرًا لك، حجزنا مكانك: { $title }، { $when }. نرجو الضغط على الزر عند الوصول كي تُحتسب ساعاتك.
volunteer-shift-yours = هذه المهمة لك من قبل: { $title }، { $when }.
volunteer-shift-over = لم يعد ممكنًا قبول هذه المهمة: { $title }، { $when }. شكرًا لك على أي حال!
volunteer-shift-overlaps = لديك مهمة أخرى في هذا الوقت: { $other }، { $other_when }. لذلك لم نسجلك في { $title } ({ $when }). إن كنت تفضل هذه فتخلَّ عن الأخرى أولًا.
volunteer-shift-full = سبقك آخرون: { $title }، { $when }، اكتمل العدد الآن. شكرًا لك! إذا أُتيح مكان فستعلم قبل غيرك.
volunteer-shift-declined = حسنًا: { $title }، { $when }. ستكون هناك فرص أخرى.
volunteer-shift-left = شكرًا على إخبارنا. أصبح مكانك متاحًا لغيرك: { $title }، { $when }.
volunteer-shift-not-yours = ليس لك مكان في هذه المهمة: { $title }، { $when }. لم يتغير شيء.
volunteer-shift-early = ما زال الوقت مبكرًا لذلك. يعمل الزر قبل الموعد بساعة: { $title }، { $when }.
volunteer-shift-here = 👍 سجّلنا أنك في المكان: { $title }، { $when }. شكرًا لك!
volunteer-shift-cancelled = أُلغيت المهمة: { $title }، { $when }. لا داعي للحضور. شكرًا على استعدادك!
volunteer-reminder =
    تذكير بمهمتك: { $title }
    متى: { $when }
    أين: { $place }
volunteer-check-in =
    يقترب الموعد: { $title }، { $when }
    أين: { $place }
    نرجو الضغط على الزر عند الوصول كي تُحتسب ساعاتك.
volunteer-thanks = 💚 شكرًا على مساعدتك: { $title }، { $when }. احتُسبت ساعاتك، ويعرضها الأمر ⁦/volunteer⁩

## The certificate
volunteer-certificate-title = شهادة تطوع
volunteer-certificate-text = تطوّع { $name } لدى { $community }، ومجموع الساعات { $hours }، { $count ->
    [zero] دون مهام
    [one] في مهمة واحدة
    [two] في مهمتين
    [few] في { $count } مهام
    [many] في { $count } مهمة
   *[other] في { $count } مهمة
}.
volunteer-certificate-date = التاريخ
volunteer-certificate-shift = المهمة
volunteer-certificate-hours = الساعات
volunteer-certificate-total = المجموع
volunteer-certificate-issued = صدرت في { $date } من سجلات { $community }.
