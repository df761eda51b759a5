### The report of a programme, for staff and for those who paid. Placeholders: $what, $value, $number, $best, $community, $date, $title.

programme-occasions = عدد المواعيد
programme-invited = عدد من أُبلغوا
programme-signed-up = عدد المسجلين
programme-came = عدد الحاضرين
programme-turned-up = نسبة من حضر من المسجلين
programme-volunteers = المتطوعون
programme-hours = ساعات التطوع
programme-answers = إجابات الاستبيان
programme-satisfaction = الرضا
programme-cost = التكلفة
programme-cost-per-person = التكلفة لكل مشارك
programme-goal = الهدف
programme-pledged = المتعهد به
programme-received = المستلم
programme-of-best = { $number } من { $best }
programme-line = ‏{ $what }: { $value }
programme-what = المؤشر
programme-value = القيمة
programme-of = ‏{ $community }، { $date }
programme-comments = ما قاله المشاركون
programme-comment = ‏«{ $text }»
programme-small-groups = لا تُعرض أرقام ولا أقوال لمجموعات تقل عن خمسة أشخاص.
programme-report = تقرير: { $title }
