### Partners on the coordinators' desk. Placeholders: $count, $number, $about, $code, $organisation.

desk-partner-help = 
    /partner – magtala ng katuwang o pinuno ng komunidad
    /partner list panaderya – maghanap
    /partner mail CODE – ipadala ang kaganapan sa lahat ng nakakonekta
    /partner remove 3 – alisin ang tala 3
desk-partner-refuse-role = Mga koordineytor lang ang nakakakita ng talaan ng katuwang. Walang nabago. Humingi ng papel sa admin.
desk-partner-refuse-unknown = Walang ganoong tala. Walang nabago. Ipinapakita ito ng /partner list
desk-partner-refuse-event = Walang paparating na kaganapang may ganoong code. Walang naipadala.
desk-partner-refuse-nobody = Wala pang katuwang na nagkonekta ng chat, kaya walang naipadala. Ibigay muna ang mga code nila.
desk-partner-removed = Wala na ang tala.
desk-partner-linked = { $number }. 🔗 { $about }
desk-partner-not-linked = { $number }. { $about } (hindi pa nakakonekta: { $code })
desk-partner-new-title = Bagong katuwang
desk-partner-new-submit = Itala
desk-partner-ask-organisation = Organisasyon
desk-partner-ask-person = Tao
desk-partner-ask-role = Papel
desk-partner-ask-areas = Mga lugar
desk-partner-ask-languages = Mga wika
desk-partner-ask-note = Paalala
desk-partner-entered = 
    { $about }
    Ibigay ito sa tao. Ipapadala niya sa bot natin mula sa sariling telepono: /partner { $code }
desk-partner-has-linked = 🔗 Nagkonekta na ng chat ang { $organisation } at masusulatan na.
desk-partner-found = { $count ->
    [0] Walang ganoong tala.
    [one] { $count } tala:
   *[other] { $count } tala:
}
desk-partner-mailed = { $count ->
    [one] Mapupunta ang kaganapan sa { $count } katuwang.
   *[other] Mapupunta ang kaganapan sa { $count } katuwang.
}
