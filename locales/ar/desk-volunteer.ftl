### Volunteers on the coordinators' desk. Placeholders: $count, $name, $traits, $number, $title, $taken, $needed, $asked, $hours,
### $language, $most, $text, $time, $day, $zone.

desk-volunteer-help = 
    ⁦/volunteer⁩ – البحث عن متطوعين
    ⁦/volunteer shift⁩ – تخطيط مهمة وعرضها
desk-volunteer-refuse-role = المنسقون وحدهم يرون المتطوعين ويخططون المهام. لم يتغير شيء. يمكن طلب الدور من أحد المديرين.
desk-volunteer-search-title = البحث عن متطوعين
desk-volunteer-search-submit = ابحث
desk-volunteer-ask-skill = يجيد
desk-volunteer-ask-language = يتكلم
desk-volunteer-ask-area = يساعد في
desk-volunteer-ask-time = لديه وقت
desk-volunteer-line = ‏• { $name }: { $traits }
desk-volunteer-shift-head = المهمة { $number }: { $title }
desk-volunteer-shift-title = مهمة جديدة
desk-volunteer-shift-submit = خطّط واعرض
desk-volunteer-shift-open = مفتوحة
desk-volunteer-shift-cancelled = ملغاة
desk-volunteer-shift-over = منتهية
desk-volunteer-ask-name = ما المطلوب؟ ({ $language })
desk-volunteer-ask-occasion = لأي فعالية؟
desk-volunteer-occasion = ‏{ $title }، { $when }
desk-volunteer-ask-day = اليوم
desk-volunteer-ask-from = من
desk-volunteer-ask-to = إلى
desk-volunteer-ask-place = المكان
desk-volunteer-ask-needed = كم شخصًا؟
desk-volunteer-refuse-order = يجب أن تنتهي المهمة بعد بدايتها وفي اليوم نفسه. لم يُخطط شيء.
desk-volunteer-refuse-past = ستبدأ المهمة في الماضي. لم يُخطط شيء.
desk-volunteer-refuse-needed = نرجو كتابة عدد أشخاص من 1 إلى { $most }. لم يُخطط شيء.
desk-volunteer-refuse-trait = مهارة أو لغة أو منطقة غير معروفة. لم يُخطط شيء.
desk-volunteer-refuse-time = «{ $text }» ليس يومًا ووقتًا. لم يُخطط شيء.
desk-volunteer-refuse-gap = في { $day } تتخطى الساعة الوقت { $time }. نرجو اختيار وقت آخر. لم يُخطط شيء.
desk-volunteer-refuse-fold = في { $day } تعرض الساعة الوقت { $time } مرتين. نرجو اختيار وقت آخر. لم يُخطط شيء.
desk-volunteer-refuse-zone = المنطقة الزمنية { $zone } غير معروفة. لم يُخطط شيء.
desk-volunteer-refuse-shift = لا توجد مهمة كهذه يمكن فعل ذلك بها. لم يتغير شيء.
desk-volunteer-refuse-hours = نرجو كتابة الساعات رقمًا من 0 إلى 24، مثلًا 2.5. لم يتغير شيء.
desk-volunteer-hours-title = من حضر؟
desk-volunteer-hours-submit = احسب
desk-volunteer-ask-came = من حضر؟
desk-volunteer-hint-came = يُعد الباقون ممن لهم مكان غائبين بعد انتهاء المهمة.
desk-volunteer-ask-hours = ساعات كل شخص
desk-volunteer-field-when = متى
desk-volunteer-field-where = أين
desk-volunteer-field-needs = المطلوب
desk-volunteer-field-places = الأماكن
desk-volunteer-places = { $taken } من { $needed } · سُئل: { $asked }
desk-volunteer-holder-accepted = ‏🕓 { $name }
desk-volunteer-holder-came = ✅ { $name } ({ $hours } ساعة)
desk-volunteer-holder-missed = ‏✖️ { $name }
desk-volunteer-button-hours = من حضر والساعات…
desk-volunteer-button-cancel = إلغاء
desk-volunteer-confirm-cancel = هل نلغي هذه المهمة؟ يُبلّغ كل من له مكان.
desk-volunteer-found = { $count ->
    [zero] لا متطوع مناسب.
    [one] متطوع واحد مناسب:
    [two] متطوعان مناسبان:
    [few] { $count } متطوعين مناسبين:
    [many] { $count } متطوعًا مناسبًا:
   *[other] { $count } متطوع مناسب:
}
desk-volunteer-offered = { $count ->
    [zero] خُططت المهمة { $number }، ولا أحد يُسأل الآن.
    [one] خُططت المهمة { $number }، ويُسأل متطوع واحد.
    [two] خُططت المهمة { $number }، ويُسأل متطوعان.
    [few] خُططت المهمة { $number }، ويُسأل { $count } متطوعين.
    [many] خُططت المهمة { $number }، ويُسأل { $count } متطوعًا.
   *[other] خُططت المهمة { $number }، ويُسأل { $count } متطوع.
}
