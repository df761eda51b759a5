### Partners and community leaders, as they read it. Placeholders: $organisation, $when, $place.

partner-code-unknown = Hindi po namin kilala ang code na ito, o nagamit na. Humingi po ng bago sa nagbigay nito. Halimbawa: /partner K4T-7M2
partner-welcome = Salamat po! Ang chat na ito ay para na sa { $organisation } bilang katuwang namin. Dito kami susulat tungkol sa mga kaganapan at babalang may kinalaman sa inyo. Itinitigil ito ng /stop.
partner-event = 
    Kailan: { $when }
    Saan: { $place }
partner-event-pass-on = Ikatutuwa po namin kung maipapasa ninyo ito sa inyong mga kasama.
