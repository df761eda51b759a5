## Moments (adverbs of time: "We answer by …", "Sent …")
when-today = dziś o { $time }
when-tomorrow = jutro o { $time }
when-yesterday = wczoraj o { $time }
when-weekday = { $weekday ->
    [0] w poniedziałek
    [1] we wtorek
    [2] w środę
    [3] w czwartek
    [4] w piątek
    [5] w sobotę
   *[6] w niedzielę
} o { $time }
when-date = { $date } o { $time }
when-day = { $date }

## Ages on cards (short)
when-age-moment = przed chwilą
when-age-minutes = { $count } min
when-age-hours = { $count } godz.
when-age-days = { $count ->
    [one] { $count } dzień
    [few] { $count } dni
    [many] { $count } dni
   *[other] { $count } dnia
}

## From when to when
when-named = { $weekday }, { $date }
when-moment = { $day }, godz. { $time }
when-span = { $day }, godz. { $start }–{ $end }
when-span-days = { $day }, godz. { $start } – { $last }, godz. { $end }
