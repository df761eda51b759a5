### What a resident wants to hear of, and when. Placeholders: $areas and $topics (lists of names), $hours (a settings-span),
### $city (a time zone's city), $name (what a button offers), $start and $end and $time (clock times).

## The overview
settings-title = ما نرسله إليك ومتى
settings-areas = المناطق: { $areas }
settings-topics = المواضيع: { $topics }
settings-quiet = ساعات الهدوء: { $hours }
settings-zone = توقيتك: { $city }
settings-all = كلها
settings-no = لا شيء
settings-span = من { $start } إلى { $end }
settings-button-areas = 📍 المناطق
settings-button-topics = 📰 المواضيع
settings-button-quiet = 🌙 ساعات الهدوء
settings-button-zone = 🕐 المنطقة الزمنية

## The pages
settings-ask-areas = عن أي المناطق تودّ أن تصلك أخبار؟ يمكنك اختيار أكثر من منطقة. إن لم تختر شيئًا، وصلتك أخبارها كلها.
settings-ask-topics = عمّ تودّ أن تصلك أخبار؟ يمكنك اختيار أكثر من موضوع.
settings-ask-quiet = متى تفضّل ألا نزعجك؟ ما يأتي في هذا الوقت ينتظر حتى نهاية ساعات الهدوء. أما التحذيرات الخطيرة، كالطقس الخطر، والإجابات عن طلباتك فتصلك فورًا.
settings-ask-zone = كم الساعة الآن حيث تسكن؟ وفق هذا التوقيت نحسب ساعات الهدوء والتذكيرات.
settings-on = ‏✅ { $name }
settings-back = ↩️ رجوع
settings-quiet-off = بلا ساعات هدوء
settings-clock = ‏{ $city } · { $time }

## An area by its place
settings-place = 📍 حسب موقعي
settings-place-send = إرسال موقعي
settings-place-ask = نرجو إرسال موقعك بالزر أدناه. لا نحفظ منه إلا المنطقة التي يقع فيها.
settings-place-found = شكرًا لك. من الآن تصلك أخبار هذه المنطقة: { $area }
settings-place-unknown = لا يقع هذا المكان في أي من مناطقنا. لم يتغير شيء. يمكنك اختيار المناطق بالاسم: ⁦/settings⁩

## Topics that the organisation did not name itself
settings-topic-alerts = التحذيرات
settings-topic-events = الفعاليات
settings-topic-news = الأخبار
settings-topic-volunteering = التطوع
settings-topic-surveys = الاستبيانات
