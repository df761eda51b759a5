### Programmes on the coordinators' desk. Placeholders: $sum, $currency, $goal, $pledged, $received.

desk-programme-help = 
    /programme CODE – what came of the event, as words, page and PDF
    /programme CODE cost 1200 PLN – enter what it cost
    /programme CODE goal 5000 PLN – make it a fundraiser
    /programme CODE pledge 100 PLN Bakery Example – somebody promises
    /programme CODE received 100 PLN Bakery Example – somebody gave
desk-programme-refuse-role = Only coordinators see and enter the figures of a programme. Nothing was changed. Ask an admin for the role.
desk-programme-refuse-code = There is no event of that code. Nothing was changed. The code stands on its card.
desk-programme-refuse-sum = That is no sum of money. Please write it like 1200 or 1 200.50 PLN. Nothing was entered.
desk-programme-refuse-goal = This event has no goal yet. Enter one first with “goal”. Nothing was entered.
desk-programme-refuse-gift = Please write the sum in { $currency } first, then the giver, for example: 100 { $currency } Bakery Example. Nothing was entered.
desk-programme-cost-entered = Entered. Cost: { $sum }
desk-programme-goal-entered = Entered. Goal: { $sum }
desk-programme-gift = Entered. Goal: { $goal } · pledged: { $pledged } · received: { $received }
desk-programme-file = Report of the programme
