### Ideas of residents, as residents read them. Placeholders: $count, $number (in the list), $text (the idea), $answer, $most.

idea-list = { $count ->
    [0] 💡 Gumaganda ang lugar dahil sa mga mungkahi. Wala pa pong nailathala rito. Baka sa inyo ang una.
    [one] 💡 Narito po ang { $count } mungkahi sa paligid ninyo:
   *[other] 💡 Narito po ang { $count } mungkahi sa paligid ninyo:
}
idea-entry = { $number }. { $text } — { $count ->
    [one] { $count } tao ang sumusuporta
   *[other] { $count } tao ang sumusuporta
}
idea-answer = 💬 Sagot: { $answer }
idea-done = ✅ Hiniling ninyo, ginawa namin: { $answer }
idea-button-back = 👍 Suportahan ang { $number }
idea-button-unback = Huwag nang suportahan ang { $number }
idea-button-new = 💡 Bagong mungkahi
idea-button-send = 💡 Ipadala bilang mungkahi
idea-button-drop = Huwag na lang
idea-ask = Ano po ang magpapabuti sa lugar ninyo? Isulat po sa isang mensahe. Hindi ipapakita ang pangalan ninyo.
idea-confirm = Ipapadala po ba ito bilang mungkahi ninyo? Babasahin muna ng mga kawani; pagkatapos, makikita at masusuportahan ito ng mga kapitbahay nang walang pangalan ninyo.
idea-long = Lampas po ito sa { $most } titik, masyadong mahaba para sa listahan. Pakiiklian at ipadala po ulit.
idea-sent = Salamat po! Nasa mga kawani na ang mungkahi ninyo. Sasabihan namin kayo kapag nailathala na.
idea-dropped = Sige po. Walang naipadala.
idea-published = 🎉 Makikita at masusuportahan na po ang mungkahi ninyo: “{ $text }” Ipinapakita ito ng /idea
idea-declined =
    Salamat po sa mungkahing “{ $text }”. Hindi po ito nailathala.
    { $answer }
idea-backed = { $count ->
    [1] Sinusuportahan na po ninyo ito, kayo ang una: “{ $text }”
    [one] Sinusuportahan na po ninyo ito, { $count } na kayong lahat: “{ $text }”
   *[other] Sinusuportahan na po ninyo ito, { $count } na kayong lahat: “{ $text }”
}
idea-unbacked = { $count ->
    [one] Hindi na po ninyo ito sinusuportahan; { $count } tao pa ang sumusuporta: “{ $text }”
   *[other] Hindi na po ninyo ito sinusuportahan; { $count } tao pa ang sumusuporta: “{ $text }”
}
idea-news-answer =
    May sagot na po sa mungkahing sinusuportahan ninyo: “{ $text }”
    { $answer }
idea-news-done =
    ✅ Hiniling ninyo, ginawa namin! “{ $text }”
    { $answer }
