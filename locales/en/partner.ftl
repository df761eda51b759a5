### Partners and community leaders, as they read it. Placeholders: $organisation, $when, $place.

partner-code-unknown = We do not know this code, or it was used before. Please ask the person who gave it to you for a new one. Example: /partner K4T-7M2
partner-welcome = Thank you! This chat now belongs to { $organisation } as our partner. We write to you here about events and warnings that concern you. /stop ends that.
partner-event = 
    When: { $when }
    Where: { $place }
partner-event-pass-on = We would be glad if you passed this on to your people.
