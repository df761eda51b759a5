### Programmes on the coordinators' desk. Placeholders: $sum, $currency, $goal, $pledged, $received.

desk-programme-help = 
    /programme KOD – co przyniosło wydarzenie: słowa, strona i PDF
    /programme KOD cost 1200 PLN – wpisz koszt
    /programme KOD goal 5000 PLN – zrób z niego zbiórkę
    /programme KOD pledge 100 PLN Piekarnia Przykład – ktoś deklaruje
    /programme KOD received 100 PLN Piekarnia Przykład – ktoś wpłacił
desk-programme-refuse-role = Wyniki programu widzą i wpisują tylko koordynatorzy. Nic się nie zmieniło. O rolę można poprosić administratora.
desk-programme-refuse-code = Nie ma wydarzenia o tym kodzie. Nic się nie zmieniło. Kod jest na jego karcie.
desk-programme-refuse-sum = To nie jest kwota. Proszę pisać tak: 1200 albo 1 200,50 PLN. Nic nie wpisano.
desk-programme-refuse-goal = To wydarzenie nie ma jeszcze celu zbiórki. Najpierw proszę wpisać „goal”. Nic nie wpisano.
desk-programme-refuse-gift = Najpierw proszę podać kwotę w { $currency }, potem darczyńcę, na przykład: 100 { $currency } Piekarnia Przykład. Nic nie wpisano.
desk-programme-cost-entered = Wpisano. Koszt: { $sum }
desk-programme-goal-entered = Wpisano. Cel: { $sum }
desk-programme-gift = Wpisano. Cel: { $goal } · zadeklarowano: { $pledged } · otrzymano: { $received }
desk-programme-file = Sprawozdanie z programu
