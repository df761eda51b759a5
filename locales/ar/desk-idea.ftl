### Ideas on the coordinators' desk. Placeholders: $number, $answer, $language.

desk-idea-card = 💡 الفكرة { $number }
desk-idea-state-new = تنتظر القراءة
desk-idea-state-public = منشورة
desk-idea-state-declined = مرفوضة
desk-idea-state-done = أُنجزت
desk-idea-everywhere = المجتمع كله
desk-idea-field-backers = المؤيدون
desk-idea-answered = جوابنا: { $answer }
desk-idea-button-publish = انشر
desk-idea-button-decline = ارفض…
desk-idea-button-answer = أجب علنًا…
desk-idea-button-done = طلبتم فأنجزنا…
desk-idea-decline-title = رفض الفكرة
desk-idea-decline-submit = ارفض
desk-idea-answer-title = جواب علني
desk-idea-answer-submit = أجب
desk-idea-done-title = طلبتم فأنجزنا
desk-idea-done-submit = أخبرهم
desk-idea-ask-words = الكلمات ({ $language })
desk-idea-refuse-role = المنسقون وحدهم ينشرون الأفكار ويجيبون عنها. لم يتغير شيء.
desk-idea-refuse-unknown = لم تعد هذه الفكرة موجودة. لم يتغير شيء.
desk-idea-refuse-state = تغيّرت حالة هذه الفكرة، فقد سبقك أحد. لم يتغير شيء.
