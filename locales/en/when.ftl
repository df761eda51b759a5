## Moments (adverbs of time: "We answer by …", "Sent …")
when-today = today at { $time }
when-tomorrow = tomorrow at { $time }
when-yesterday = yesterday at { $time }
when-weekday = { $weekday ->
    [0] Monday
    [1] Tuesday
    [2] Wednesday
    [3] Thursday
    [4] Friday
    [5] Saturday
   *[6] Sunday
} at { $time }
when-date = { $date } at { $time }
when-day = { $date }

## Ages on cards (short)
when-age-moment = under a minute
when-age-minutes = { $count } min
when-age-hours = { $count } h
when-age-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}

## From when to when
when-named = { $weekday }, { $date }
when-moment = { $day }, { $time }
when-span = { $day }, { $start }–{ $end }
when-span-days = { $day }, { $start } – { $last }, { $end }
