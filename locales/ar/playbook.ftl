### What `liaison playbooks` says of contingency plans. Each finding follows "file:line: place:". Names in braces are variables.

## What a plan lacks
playbook-part-missing = هذا الجزء غير مكتوب.
playbook-language-missing = لا يوجد نص بهذه اللغة.
playbook-untranslated = النص مطابق للنص باللغة { $other }: لم يُترجم.
playbook-placeholder-missing = ينقص { $names } وهو موجود في اللغات الأخرى.
playbook-placeholder-extra = لا مكان هنا لـ { $names } فهو غير موجود في اللغات الأخرى.
playbook-brace = يوجد قوس لا ينتمي إلى أي متغير. تُكتب المتغيرات هكذا: ⁦{ "{" }place{ "}" }⁩.
playbook-too-long = النص طويل جدًا. عدد الأحرف { $length } والحد الأقصى { $limit }.
playbook-essential-missing = لا تستخدم الرسالة { $name }. يحتاج الناس إلى معرفة من يحذّرهم وأين وحتى متى.
playbook-variable-undeclared = تستخدم النصوص { $name } وهو غير مذكور في هذه القائمة.
playbook-variable-unused = { $name } مذكور في هذه القائمة ولا يستخدمه أي نص.
playbook-owner-missing = لا أحد مسؤول عن هذه الخطة. اذكر القسم المسؤول عنها.
playbook-department-unknown = لا يوجد قسم «{ $department }» في إعدادات المجتمع.
playbook-topic-unknown = لا يوجد موضوع «{ $topic }» يمكن للسكان اختياره: لن يُستدعى أحد ممن يساعدون.
playbook-nobody-told = لا يُبلَّغ أي قسم عند استخدام الخطة.
playbook-review-missing = لم يُحدد يوم لمراجعة الخطة.
playbook-review-past = كان موعد المراجعة { $day }. اقرأ الخطة من جديد وحدّد يومًا جديدًا.
playbook-expired = كان يجوز استخدامها حتى { $day } فقط.
playbook-checklist-missing = لا توجد قائمة تحقق.
playbook-checklist-short = عدد خطوات القائمة بهذه اللغة { $count } وبلغة أخرى { $most }.

## Template files of others
playbook-day-unreadable = قيمة { $name } ليست تاريخًا.
playbook-not-json = الملف ليس خطة ⁦(.toml)⁩ ولا ملف ⁦JSON⁩: { $problem }.
playbook-no-templates = لا توجد قوالب في هذا الملف.

## The command
playbook-none = لا توجد خطط في { $folder }.
playbook-all-good = كل شيء على ما يرام. عدد الخطط والقوالب التي فُحصت: { $count }.
playbook-to-mend = { $count ->
    [zero] لا شيء يحتاج إلى إصلاح.
    [one] أمر واحد يحتاج إلى إصلاح.
    [two] أمران يحتاجان إلى إصلاح.
    [few] { $count } أمور تحتاج إلى إصلاح.
    [many] { $count } أمرًا يحتاج إلى إصلاح.
   *[other] { $count } أمر يحتاج إلى إصلاح.
}
playbook-imported = كُتب الملف { $path } كمسودة. أكملها واقرأها ثم احذف السطر ⁦draft = true⁩.
playbook-kept = الملف { $path } موجود من قبل ولم يُمسّ.
playbook-state-draft = مسودة
playbook-state-overdue = تأخرت مراجعتها
playbook-state-ready = جاهزة
