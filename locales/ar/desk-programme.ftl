### Programmes on the coordinators' desk. Placeholders: $sum, $currency, $goal, $pledged, $received.

desk-programme-help = 
    ⁦/programme CODE⁩ – نتائج الفعالية بالكلمات وصفحة وملف PDF
    ⁦/programme CODE cost 1200 PLN⁩ – إدخال التكلفة
    ⁦/programme CODE goal 5000 PLN⁩ – جعلها حملة تبرعات
    ⁦/programme CODE pledge 100 PLN Bakery⁩ – تعهّد من جهة
    ⁦/programme CODE received 100 PLN Bakery⁩ – تبرّع وصل
desk-programme-refuse-role = المنسقون وحدهم يرون أرقام البرنامج ويدخلونها. لم يتغير شيء. يمكن طلب الدور من أحد المديرين.
desk-programme-refuse-code = لا توجد فعالية بهذا الرمز. لم يتغير شيء. الرمز مكتوب على بطاقتها.
desk-programme-refuse-sum = هذا ليس مبلغًا. نرجو كتابته مثل 1200 أو 1 200.50 PLN. لم يُدخل شيء.
desk-programme-refuse-goal = ليس لهذه الفعالية هدف بعد. أدخله أولًا بكلمة «goal». لم يُدخل شيء.
desk-programme-refuse-gift = نرجو كتابة المبلغ بعملة { $currency } أولًا ثم اسم المتبرع، مثلًا: 100 { $currency } مخبز المثال. لم يُدخل شيء.
desk-programme-cost-entered = أُدخلت التكلفة: { $sum }
desk-programme-goal-entered = أُدخل الهدف: { $sum }
desk-programme-gift = أُدخل. الهدف: { $goal } · المتعهد به: { $pledged } · المستلم: { $received }
desk-programme-file = تقرير البرنامج
