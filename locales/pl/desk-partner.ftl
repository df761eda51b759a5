### Partners on the coordinators' desk. Placeholders: $count, $number, $about, $code, $organisation.

desk-partner-help = 
    /partner – wpisz partnera lub lidera społeczności
    /partner list piekarnia – szukaj wpisów
    /partner mail KOD – wyślij wydarzenie do wszystkich połączonych
    /partner remove 3 – usuń wpis 3
desk-partner-refuse-role = Spis partnerów widzą tylko koordynatorzy. Nic się nie zmieniło. O rolę można poprosić administratora.
desk-partner-refuse-unknown = Nie ma takiego wpisu. Nic się nie zmieniło. Wpisy pokazuje /partner list
desk-partner-refuse-event = Nie ma nadchodzącego wydarzenia o tym kodzie. Nic nie wysłano.
desk-partner-refuse-nobody = Żaden partner nie połączył jeszcze czatu, więc nic nie wysłano. Najpierw proszę przekazać kody.
desk-partner-removed = Wpis usunięty.
desk-partner-linked = { $number }. 🔗 { $about }
desk-partner-not-linked = { $number }. { $about } (jeszcze niepołączony: { $code })
desk-partner-new-title = Nowy partner
desk-partner-new-submit = Wpisz
desk-partner-ask-organisation = Organizacja
desk-partner-ask-person = Osoba
desk-partner-ask-role = Funkcja
desk-partner-ask-areas = Okolice
desk-partner-ask-languages = Języki
desk-partner-ask-note = Uwaga
desk-partner-entered = 
    { $about }
    Proszę przekazać tej osobie. Wysyła ona to do naszego bota z własnego telefonu: /partner { $code }
desk-partner-has-linked = 🔗 Czat połączony, można pisać do partnera: { $organisation }
desk-partner-found = { $count ->
    [0] W spisie nie ma takiego wpisu.
    [one] { $count } wpis:
    [few] { $count } wpisy:
    [many] { $count } wpisów:
   *[other] { $count } wpisu:
}
desk-partner-mailed = { $count ->
    [one] Wydarzenie trafi do jednego partnera.
    [few] Wydarzenie trafi do { $count } partnerów.
    [many] Wydarzenie trafi do { $count } partnerów.
   *[other] Wydarzenie trafi do { $count } partnera.
}
