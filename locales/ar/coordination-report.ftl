### تقرير تسليم رسالة. المتغيرات: $reference و$people و$reached (أشخاص) و$share و$percent (نسبة مئوية) و$outcome (ما آلت إليه
### الرسالة) و$span (ساعة:دقيقة:ثانية) و$group (لغة أو منطقة أو قناة) و$safe و$help و$away (أشخاص) و$date (يوم).

coordination-report-button = تقرير التسليم
coordination-report-lead = تقرير تسليم { $reference }
coordination-report-people = المستلمون: { $people }. وصلت إلى: { $reached } ({ $share }٪).
coordination-report-unreached = لم تصل ({ $outcome }): { $people }
coordination-report-after = وصلت إلى { $percent }٪ منهم خلال { $span } (ساعة:دقيقة:ثانية).
coordination-report-answers = الردود: 🆘 { $help } · ✅ { $safe } · 🚶 { $away }
coordination-report-forgotten = حُذفت قائمة المستلمين الأفراد في { $date }، لأنها تُحفظ لمدة محدودة. وتبقى هذه المجاميع.
coordination-report-forgotten-part = لم يبقَ من بعض جولات الإرسال سوى المجاميع (آخر حذف: { $date })، لأن قائمة المستلمين تُحفظ لمدة محدودة.
coordination-report-by-language = حسب اللغة
coordination-report-by-area = حسب المنطقة
coordination-report-by-channel = حسب القناة
coordination-report-line = { $group }: { $reached } من { $people } ({ $share }٪)
coordination-report-chart = كيف سُلّمت { $reference }
coordination-report-table = جميع مستلمي { $reference }. يُرجى التعامل مع الأسماء بحذر وحذف الملف بعد الاستعمال.
coordination-report-panel-note = وصلت إلى { $reached } من { $people }
coordination-report-panel-speed = إلى كم شخص وصلت ومتى (ساعة:دقيقة:ثانية بعد البداية)
coordination-report-column-number = رقمه لدينا
coordination-report-column-name = الاسم
coordination-report-column-channel = القناة
coordination-report-column-language = اللغة
coordination-report-column-area = المنطقة
coordination-report-column-outcome = النتيجة
coordination-report-column-reason = السبب
coordination-report-column-at = الوقت
coordination-report-column-answer = الرد
