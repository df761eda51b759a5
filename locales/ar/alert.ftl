### ما يقرؤه السكان حول نص التحذير أو الإعلان أو التصحيح … Placeholders: $headline (كلمات المنسقين),
### $when (اليوم والساعة، alert-moment), $day, $time, $contact, $community (اسم المدينة).

## The first line
alert-lead-grave = 🚨 خطر: { $headline }
alert-lead-alert = ⚠️ تحذير: { $headline }
alert-lead-announcement = 📣 إعلان: { $headline }
alert-lead-update = 🔄 مستجدات: { $headline }
alert-lead-correction = ✏️ تصحيح: { $headline }
alert-lead-all-clear = ✅ زال الخطر: { $headline }
alert-drill-mark = 🔶 تدريب

## Below it
alert-moment = { $day }، الساعة { $time }
alert-refers = يتعلق هذا برسالتنا بتاريخ { $when }: «{ $headline }».
alert-refers-changed = هذا تصحيح لرسالتنا بتاريخ { $when }: «{ $headline }». يُرجى اعتماد النص أدناه؛ وقد عدّلنا الرسالة السابقة أيضًا حيثما أمكن.
alert-edited = ✏️ صُحّحت بتاريخ { $when }.
alert-onset = متوقع ابتداءً من { $when }.
alert-until = سارٍ حتى { $when }.
alert-contact = للاستفسار: { $contact }
alert-source = المرسل: { $community }
alert-drill-close = 🔶 كان هذا تدريبًا فقط. لا يوجد أي خطر ولا يلزمكم فعل شيء. شكرًا لمشاركتكم.

## The drill group
alert-drill-joined = أنتم تشاركون الآن في تدريباتنا. تبدأ رسائلها بـ«🔶 تدريب» ولا خطر فيها أبدًا. شكرًا لكم.
alert-drill-leave = مغادرة مجموعة التدريب
alert-drill-left = لم تعودوا تشاركون في التدريبات. التحذيرات الحقيقية ستصلكم كالمعتاد.
