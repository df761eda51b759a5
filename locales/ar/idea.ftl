### Ideas of residents, as residents read them. Placeholders: $count, $number (in the list), $text (the idea), $answer, $most.

idea-list = { $count ->
    [0] 💡 الأفكار الجيدة تحسّن الحي. لم ينشر أحد فكرة هنا بعد، وقد تكون فكرتك الأولى.
    [zero] 💡 لا أفكار من حولك بعد.
    [one] 💡 هذه فكرة من حولك:
    [two] 💡 هاتان فكرتان من حولك:
    [few] 💡 هذه { $count } أفكار من حولك:
    [many] 💡 هذه { $count } فكرة من حولك:
   *[other] 💡 هذه { $count } فكرة من حولك:
}
idea-entry = ‏{ $number }. { $text } — { $count ->
    [zero] لا يؤيدها أحد
    [one] يؤيدها شخص واحد
    [two] يؤيدها شخصان
    [few] يؤيدها { $count } أشخاص
    [many] يؤيدها { $count } شخصًا
   *[other] يؤيدها { $count } شخص
}
idea-answer = 💬 الجواب: { $answer }
idea-done = ✅ طلبتم فأنجزنا: { $answer }
idea-button-back = 👍 أؤيد رقم { $number }
idea-button-unback = لم أعد أؤيد رقم { $number }
idea-button-new = 💡 فكرة جديدة
idea-button-send = 💡 أرسلها كفكرة
idea-button-drop = لا داعي
idea-ask = ما الذي يحسّن الأمور هنا؟ اكتبه في رسالة واحدة. لن يظهر اسمك.
idea-confirm = هل نرسل هذا على أنه فكرتك؟ يقرؤها الموظفون أولًا، ثم يراها جيرانك دون اسمك ويمكنهم تأييدها.
idea-long = هذا أكثر من { $most } حرف، وهو طويل لقائمة أفكار. نرجو اختصاره وإرساله من جديد.
idea-sent = شكرًا لك! وصلت فكرتك إلى الموظفين، وسنخبرك عند نشرها.
idea-dropped = حسنًا. لم يُرسل شيء.
idea-published = 🎉 صارت فكرتك ظاهرة ويمكن تأييدها: «{ $text }» تجدها بالأمر ⁦/idea⁩
idea-declined =
    شكرًا لك على فكرتك «{ $text }». لم تُنشر.
    ‏{ $answer }
idea-backed = { $count ->
    [zero] تؤيد هذه الفكرة: «{ $text }»
    [one] تؤيد هذه الفكرة وأنت أول من أيدها: «{ $text }»
    [two] تؤيد هذه الفكرة، ويؤيدها شخصان معًا: «{ $text }»
    [few] تؤيد هذه الفكرة، ويؤيدها { $count } أشخاص معًا: «{ $text }»
    [many] تؤيد هذه الفكرة، ويؤيدها { $count } شخصًا معًا: «{ $text }»
   *[other] تؤيد هذه الفكرة، ويؤيدها { $count } شخص معًا: «{ $text }»
}
idea-unbacked = { $count ->
    [zero] لم تعد تؤيد هذه الفكرة، ولا يؤيدها أحد الآن: «{ $text }»
    [one] لم تعد تؤيد هذه الفكرة، ويؤيدها شخص واحد: «{ $text }»
    [two] لم تعد تؤيد هذه الفكرة، ويؤيدها شخصان: «{ $text }»
    [few] لم تعد تؤيد هذه الفكرة، ويؤيدها { $count } أشخاص: «{ $text }»
    [many] لم تعد تؤيد هذه الفكرة، ويؤيدها { $count } شخصًا: «{ $text }»
   *[other] لم تعد تؤيد هذه الفكرة، ويؤيدها { $count } شخص: «{ $text }»
}
idea-news-answer =
    هناك جواب على فكرة تؤيدها: «{ $text }»
    ‏{ $answer }
idea-news-done =
    ✅ طلبتم فأنجزنا! «{ $text }»
    ‏{ $answer }
