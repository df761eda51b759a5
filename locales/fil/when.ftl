## Moments (adverbs of time: "We answer by …", "Sent …")
when-today = ngayong araw, { $time }
when-tomorrow = bukas, { $time }
when-yesterday = kahapon, { $time }
when-weekday = { $weekday ->
    [0] Lunes
    [1] Martes
    [2] Miyerkoles
    [3] Huwebes
    [4] Biyernes
    [5] Sabado
   *[6] Linggo
}, { $time }
when-date = { $date }, { $time }
when-day = { $date }

## Ages on cards (short)
when-age-moment = wala pang isang minuto
when-age-minutes = { $count } min
when-age-hours = { $count } oras
when-age-days = { $count ->
    [one] { $count } araw
   *[other] { $count } araw
}

## From when to when
when-named = { $weekday }, { $date }
when-moment = { $day }, { $time }
when-span = { $day }, { $start }–{ $end }
when-span-days = { $day }, { $start } – { $last }, { $end }
