### Partners on the coordinators' desk. Placeholders: $count, $number, $about, $code, $organisation.

desk-partner-help = 
    ⁦/partner⁩ – إدخال شريك أو وجه من وجوه المجتمع
    ⁦/partner list bakery⁩ – البحث في الدليل
    ⁦/partner mail CODE⁩ – إرسال فعالية إلى كل المرتبطين
    ⁦/partner remove 3⁩ – حذف المدخل 3
desk-partner-refuse-role = المنسقون وحدهم يرون دليل الشركاء. لم يتغير شيء. يمكن طلب الدور من أحد المديرين.
desk-partner-refuse-unknown = لا يوجد مدخل كهذا. لم يتغير شيء. الأمر ⁦/partner list⁩ يعرض المداخل.
desk-partner-refuse-event = لا توجد فعالية قادمة بهذا الرمز. لم يُرسل شيء.
desk-partner-refuse-nobody = لم يربط أي شريك محادثته بعد، ولذلك لم يُرسل شيء. سلّموهم رموزهم أولًا.
desk-partner-removed = حُذف المدخل.
desk-partner-linked = ‏{ $number }. 🔗 { $about }
desk-partner-not-linked = ‏{ $number }. { $about } (لم يُربط بعد: { $code })
desk-partner-new-title = شريك جديد
desk-partner-new-submit = أدخل
desk-partner-ask-organisation = المنظمة
desk-partner-ask-person = الشخص
desk-partner-ask-role = الدور
desk-partner-ask-areas = المناطق
desk-partner-ask-languages = اللغات
desk-partner-ask-note = ملاحظة
desk-partner-entered = 
    ‏{ $about }
    نرجو تسليم هذا إلى الشخص ليرسله من هاتفه إلى برنامجنا: ⁦/partner { $code }⁩
desk-partner-has-linked = 🔗 ربطت { $organisation } محادثتها ويمكن مراسلتها.
desk-partner-found = { $count ->
    [0] لا يوجد مدخل كهذا في الدليل.
    [zero] لا مداخل.
    [one] مدخل واحد:
    [two] مدخلان:
    [few] { $count } مداخل:
    [many] { $count } مدخلًا:
   *[other] { $count } مدخل:
}
desk-partner-mailed = { $count ->
    [zero] لا تصل الفعالية إلى أحد.
    [one] ستصل الفعالية إلى شريك واحد.
    [two] ستصل الفعالية إلى شريكين.
    [few] ستصل الفعالية إلى { $count } شركاء.
    [many] ستصل الفعالية إلى { $count } شريكًا.
   *[other] ستصل الفعالية إلى { $count } شريك.
}
