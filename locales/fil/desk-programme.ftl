### Programmes on the coordinators' desk. Placeholders: $sum, $currency, $goal, $pledged, $received.

desk-programme-help = 
    /programme CODE – resulta ng kaganapan: salita, pahina, at PDF
    /programme CODE cost 1200 PLN – itala ang gastos
    /programme CODE goal 5000 PLN – gawing pangangalap ng pondo
    /programme CODE pledge 100 PLN Panaderya Halimbawa – may nangako
    /programme CODE received 100 PLN Panaderya Halimbawa – may nagbigay
desk-programme-refuse-role = Mga koordineytor lang ang nakakakita at nagtatala ng bilang ng programa. Walang nabago. Humingi ng papel sa admin.
desk-programme-refuse-code = Walang kaganapang may ganoong code. Walang nabago. Nasa card nito ang code.
desk-programme-refuse-sum = Hindi ito halaga ng pera. Isulat nang ganito: 1200 o 1 200.50 PLN. Walang naitala.
desk-programme-refuse-goal = Wala pang target ang kaganapang ito. Itala muna sa “goal”. Walang naitala.
desk-programme-refuse-gift = Isulat muna ang halaga sa { $currency }, saka ang nagbigay, halimbawa: 100 { $currency } Panaderya Halimbawa. Walang naitala.
desk-programme-cost-entered = Naitala. Gastos: { $sum }
desk-programme-goal-entered = Naitala. Target: { $sum }
desk-programme-gift = Naitala. Target: { $goal } · ipinangako: { $pledged } · natanggap: { $received }
desk-programme-file = Ulat ng programa
