### Partners and community leaders, as they read it. Placeholders: $organisation, $when, $place.

partner-code-unknown = لا نعرف هذا الرمز أو سبق استعماله. نرجو طلب رمز جديد ممن أعطاك إياه. مثال: ⁦/partner K4T-7M2⁩
partner-welcome = شكرًا لك! صارت هذه المحادثة لشريكنا { $organisation }. سنكتب إليكم هنا عن الفعاليات والتحذيرات التي تعنيكم، ويوقف ذلك الأمر ⁦/stop⁩
partner-event = 
    متى: { $when }
    أين: { $place }
partner-event-pass-on = نكون شاكرين لو نقلتم هذا إلى من حولكم.
