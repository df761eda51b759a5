### What `liaison cap` says of official warnings (Common Alerting Protocol 1.2). Names of elements stay as the file has them.

## Where
cap-at-line = السطر { $line }: { $reason }
cap-in-block = كتلة المعلومات { $block }: { $reason }

## The file
cap-unreadable = تعذّر فتح الملف: { $problem }.
cap-empty = الملف فارغ.
cap-too-large = الملف أكبر من { $limit } ميبيبايت، ولم تتم قراءته.
cap-too-many-elements = عدد العناصر في الملف يتجاوز { $limit }، وتوقفت قراءته.
cap-too-deep = العناصر متداخلة أعمق من الحد المسموح به وهو { $limit }، وتوقفت قراءة الملف.
cap-encoding-wrong = بايتات الملف ليست بترميز ⁦UTF-8⁩ كما يذكر. يُرجى طلب ملف صحيح من الناشر.
cap-encoding-refused = الترميز «{ $encoding }» غير مقبول. يُرجى طلب الملف بترميز ⁦UTF-8⁩.
cap-encoding-unusual = الملف مكتوب بترميز { $encoding } بدلًا من ⁦UTF-8⁩. يُرجى التحقق من الحروف بعناية.
cap-doctype = في الملف إعلان ⁦DOCTYPE⁩ الذي قد يخفي فخاخًا. لا يحتاج إليه بروتوكول ⁦CAP⁩، لذلك لم يُستخدم شيء من الملف.
cap-malformed = هذا ليس ملف ⁦XML⁩ سليمًا: { $problem }.
cap-root = العنصر الخارجي هو ⁦<{ $element }>⁩ وليس ⁦<alert>⁩. هذه ليست رسالة ⁦CAP⁩.
cap-no-feed = لا يبدأ ⁦<{ $element }>⁩ مصدر أخبار ⁦(Atom, RSS)⁩ ولا رسالة ⁦CAP⁩.
cap-namespace-old = هذا إصدار ⁦CAP⁩ رقم { $version }. يُقبل الإصدار ⁦1.2⁩ فقط؛ يُرجى طلبه من الناشر.
cap-namespace-none = لا يذكر ⁦<alert>⁩ نطاق أسماء. رسالة ⁦CAP 1.2⁩ تذكر ⁦urn:oasis:names:tc:emergency:cap:1.2⁩.
cap-namespace-other = نطاق الأسماء «{ $namespace }» ليس نطاق ⁦CAP 1.2⁩.
cap-foreign = العنصر { $element } ليس جزءًا من ⁦CAP⁩ وقد تُرك.
cap-message-twice = الرسالة نفسها موجودة في الملف { $file }.

## The schema
cap-attribute = للعنصر ⁦<{ $element }>⁩ سمة «{ $attribute }» لا يعرفها ⁦CAP⁩.
cap-element-unknown = لا يجوز أن يحتوي ⁦<{ $parent }>⁩ على ⁦<{ $element }>⁩.
cap-element-missing = ينقص ⁦<{ $parent }>⁩ العنصر المطلوب ⁦<{ $element }>⁩.
cap-element-twice = لا يجوز أن يرد ⁦<{ $element }>⁩ هنا إلا مرة واحدة.
cap-element-order = جاء ⁦<{ $element }>⁩ بعد ⁦<{ $after }>⁩ ومكانه قبله.
cap-element-empty = العنصر ⁦<{ $element }>⁩ فارغ، فليس للرسالة اسم يُشار إليه.
cap-text-astray = يوجد نص مباشرة داخل ⁦<{ $element }>⁩ حيث لا يجوز إلا وجود عناصر.
cap-not-a-choice = «{ $value }» ليست قيمة للعنصر ⁦<{ $element }>⁩. القيم الممكنة: { $choices }.
cap-value = لا يجوز أن يرد «{ $value }» في ⁦<{ $element }>⁩.
cap-time = «{ $value }» في ⁦<{ $element }>⁩ ليس وقتًا على شكل ⁦2026-03-01T18:00:00+01:00⁩ (لا يقبل ⁦CAP⁩ الحرف ⁦Z⁩).
cap-polygon-pair = «{ $pair }» في ⁦<polygon>⁩ ليست نقطة على شكل «خط العرض,خط الطول».
cap-polygon-short = عدد نقاط ⁦<polygon>⁩ هو { $count } فقط؛ يلزم أربع نقاط، والأخيرة مثل الأولى.
cap-polygon-open = المضلع ⁦<polygon>⁩ غير مغلق: يجب أن تساوي النقطة الأخيرة الأولى.
cap-circle = «{ $text }» ليست دائرة على شكل «خط العرض,خط الطول نصف القطر».

## Sense
cap-status = الحالة هي { $status }: هذه الرسالة ليست للسكان.
cap-scope = النطاق هو { $scope }: هذه الرسالة ليست للعموم.
cap-says-test = الحالة هي ⁦Actual⁩، لكن النص يذكر أن هذا اختبار أو تمرين.
cap-name-unfit = يحتوي ⁦<{ $element }>⁩ على مسافات أو فواصل («{ $name }»)، فلا يمكن للرسائل الأخرى الإشارة إليه بثقة.
cap-reply = هذا رد على رسالة أخرى ({ $type })، وليس تحذيرًا.
cap-no-info = ليس في الرسالة كتلة معلومات، فلا يوجد ما يُقال للسكان.
cap-references-form = «{ $text }» في ⁦<references>⁩ لا يسمّي رسالة على شكل ⁦sender,identifier,sent⁩.
cap-references-none = النوع هو { $type }، لكن لم تُذكر رسالة سابقة.
cap-references-not-held = تشير إلى رسائل ليست موجودة هنا. عددها: { $count }. أولها: { $first }.
cap-references-itself = الرسالة تشير إلى نفسها.
cap-references-later = الرسالة تشير إلى رسالة أُرسلت بعدها.
cap-event-empty = العنصر ⁦<event>⁩ فارغ.
cap-no-text = لا يوجد عنوان ولا وصف.
cap-no-expires = لا تذكر متى تنتهي. يُرجى اختيار وقت الانتهاء.
cap-expires-before-sent = تنتهي قبل إرسالها.
cap-expires-before-onset = تنتهي قبل أن تبدأ.
cap-no-area = لم تُذكر أي منطقة. يُرجى اختيار المناطق.
cap-area-in-words = المنطقة «{ $area }» مذكورة بالكلمات فقط. يُرجى اختيار المناطق.
cap-ceiling-alone = للمنطقة «{ $area }» حد علوي من غير ارتفاع.
cap-embedded-large = في الرسالة ملف مضمّن أكبر من { $limit } كيبيبايت، ولن يُرسل معها.
cap-block-twice = كتلة المعلومات { $number } تكرر كتلة سابقة.

## Import
cap-import-known = قُرئت هذه الرسالة من قبل.
cap-import-status = الحالة هي { $status }، لذلك تُركت الرسالة جانبًا.
cap-import-scope = النطاق هو { $scope } وليس ⁦Public⁩، لذلك تُركت الرسالة جانبًا.
cap-import-reply = هذا رد على رسالة أخرى ({ $type })، لذلك تُرك جانبًا.
cap-import-expired = انتهت صلاحيتها، لذلك تُركت جانبًا.
cap-import-no-info = ليس فيها نص للسكان، لذلك تُركت جانبًا.
cap-import-cancels-nothing = تلغي رسالة لم تصبح بثًا هنا، فلا يلزم فعل شيء.
cap-import-mixed = هذا اختبار أو تمرين يشير إلى بث حقيقي، لذلك تُرك جانبًا.
cap-import-meanwhile = غيّر شخص آخر البث في اللحظة نفسها. لم يُنفّذ شيء؛ استورد الملف من جديد.
cap-import-elsewhere = لا تخص أيًا من مناطقنا، لذلك تُركت جانبًا.
cap-import-areas-unknown = لا يُعرف أي مناطقنا مقصودة ({ $areas }). اخترها قبل التقديم.
cap-import-no-end = لم يُذكر وقت الانتهاء. ينتهي مفعولها بعد { $hours } من الساعات من بدايتها، ويمكن تغيير ذلك.
cap-import-shortened = النص باللغات { $languages } أطول مما ينبغي لرسالة، لذلك قُصّ. التحذير كاملًا لدى الناشر.
cap-import-earlier-unknown = تحدّث رسالة لم تُرسل هنا، لذلك أصبحت تنبيهًا مستقلًا.
cap-import-drafted = كُتبت المسودة { $reference }. وهي تحتاج إلى منسق وإلى من يوافق عليها مثل أي بث آخر.
cap-import-changed = غُيّر البث { $reference } الذي لم يُرسل بعد، ويحتاج إلى موافقة جديدة.
cap-import-called-off = أُلغي البث { $reference } الذي لم يُرسل بعد.
cap-told-drafted = تحذير رسمي من { $sender }: { $headline }. المسودة { $reference } بانتظار المنسقين. لم يُرسل شيء.
cap-told-changed = حدّثت جهة { $sender } تحذيرًا رسميًا: { $headline }. غُيّرت المسودة { $reference } وتحتاج إلى موافقة جديدة. لم يُرسل شيء.
cap-told-called-off = سحبت جهة { $sender } تحذيرًا رسميًا: { $headline }. أُلغي { $reference } قبل إرسال أي شيء.
cap-withdrawn-headline = لم يعد ساريًا: { $headline }
cap-withdrawn-text = سحبت جهة { $sender } هذا التحذير.

## Export
cap-export-unknown = لا يوجد بث برقم { $reference }.
cap-export-not-sent = لم يُرسل { $reference }، فلا يوجد تحذير لتصديره.
cap-export-announcement = البث { $reference } إعلان وليس تحذيرًا.
cap-export-no-sender = لا تذكر الإعدادات اسم المؤسسة في التحذيرات. اضبط ⁦sender⁩ في القسم ⁦[broadcasts]⁩.
cap-not-allowed = لا يحق لـ { $user } إعداد البث. اذكر منسقًا أو ضابط مناوبة من الإعدادات.
