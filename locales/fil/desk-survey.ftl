### Surveys, as staff make and read them. Placeholders: $number (of the survey, a mark), $title, $state (a desk-survey-state-…
### text), $language, $question (its number), $detail, $count, $share (percent), $answer, $part (a language or area), $most.

## The command and its refusals
desk-survey-help =
    /survey – gumawa ng survey, hakbang-hakbang
    /survey list – mga pinakabagong survey at numero nila
    /survey show 3 – kalagayan ng survey 3
    /survey results 3 – mga resulta, tsart, at talahanayan
    /survey close 3 – tapusin na ngayon
desk-survey-refuse-role = Mga koordineytor lang ang gumagawa ng survey at nakakakita ng resulta. Walang nabago. Humingi ng papel sa admin.
desk-survey-refuse-unknown = Walang survey na may ganoong numero. Ipinapakita ng /survey list ang mga pinakabago.
desk-survey-refuse-draft = Hindi pa nabubuksan ang survey na ito, kaya wala pang resulta.
desk-survey-refuse-open = Bukas na survey lang ang maaaring tapusin. Walang nabago.
desk-survey-refuse-frozen = Nabuksan na ang survey na ito, kaya hindi na nababago ang mga tanong. Gumawa ng bago para sa ibang tanong.
desk-survey-refuse-days = Buong araw po sana, mula 1 hanggang { $most } bago matapos. Walang nabuksan.
desk-survey-refuse-event = Pakipili ang kaganapang pagkatapos nito magtatanong. Walang nabuksan.
desk-survey-refuse-nobody = Walang nasa grupong ito ang maaaring sulatan at may gusto ng survey (paksa sa /settings), kaya walang nabuksan. Pumili ng mas maraming lugar o wika.
desk-survey-list-empty = Wala pang survey. Ang /survey ang gagawa ng una.
desk-survey-list-line = { $number }. { $title } – { $state }
desk-survey-state-draft = burador
desk-survey-state-open = bukas
desk-survey-state-closed = sarado
desk-survey-dropped = Wala na ang burador. Walang nakakita nito.
desk-survey-opened = { $count ->
    [one] Bukas na ang survey. Mapupunta ito sa { $count } tao.
   *[other] Bukas na ang survey. Mapupunta ito sa { $count } tao.
}

## The card
desk-survey-card-head = Survey { $number }: { $title }
desk-survey-field-until = Hanggang
desk-survey-field-answers = Mga sagot
desk-survey-value-anonymous = walang pangalan
desk-survey-value-named = may pangalan, ipinapakitang buod
desk-survey-kind-choice = isang sagot
desk-survey-kind-choices = ilang sagot
desk-survey-kind-scale = iskala
desk-survey-kind-number = numero
desk-survey-kind-text = sariling salita
desk-survey-kind-place = lugar
desk-survey-way = ↳ { $answer }: tungo sa { $to }
desk-survey-way-end = wakas
desk-survey-mend-none = Aayusin: wala pang tanong.
desk-survey-mend-many = Aayusin: mahigit { $detail } ang tanong.
desk-survey-mend-id = Aayusin: hindi magagamit ang pangalan ng tanong { $question }.
desk-survey-mend-twice = Aayusin: dalawang beses nagamit ang pangalan ng tanong { $question }.
desk-survey-mend-text = Aayusin: { $question ->
    [0] walang salita ang pamagat sa “{ $detail }”.
   *[other] walang salita ang tanong { $question } sa “{ $detail }”.
}
desk-survey-mend-long = Aayusin: masyadong mahaba ang nasa “{ $detail }” (tanong { $question }).
desk-survey-mend-options-few = Aayusin: kailangan ng tanong { $question } ng dalawa o higit pang pagpipilian.
desk-survey-mend-options-many = Aayusin: mahigit { $detail } ang sagot sa tanong { $question }, sobra para sa telepono.
desk-survey-mend-option-twice = Aayusin: sa tanong { $question }, naulit ang sagot { $detail } o hindi magagamit ang pangalan nito.
desk-survey-mend-option-text = Aayusin: sa tanong { $question }, walang salita ang sagot { $detail } o mahigit 60 titik ito.
desk-survey-mend-range = Aayusin: hindi tugma ang pinakamababa at pinakamataas sa tanong { $question }. May 2 hanggang 11 hakbang ang iskala, halimbawa 1-5.
desk-survey-mend-branch-kind = Aayusin: salita ang sagot sa tanong { $question }, kaya hindi maaaring magkakaiba ang tutunguhin.
desk-survey-mend-branch-answer = Aayusin: walang sagot na { $detail } ang tanong { $question } na may tutunguhin.
desk-survey-mend-branch-target = Aayusin: tungo sa { $detail } ang tanong { $question }, pero walang ganoong tanong.
desk-survey-mend-circle = Aayusin: mula sa tanong { $question } may daang bumabalik dito.
desk-survey-mend-unreached = Aayusin: walang daang tungo sa tanong { $question }.
desk-survey-button-question = ➕ Magdagdag ng tanong
desk-survey-button-open = 📣 Buksan
desk-survey-button-unask = Alisin ang huling tanong
desk-survey-button-drop = Itapon
desk-survey-button-results = 📊 Mga resulta
desk-survey-button-close = ⏹ Tapusin na
desk-survey-confirm-drop = Itatapon ba ang burador na ito?
desk-survey-confirm-close = Tatapusin na ba ang survey na ito? Wala nang makasasagot pagkatapos.

## Forms
desk-survey-new-title = Bagong survey
desk-survey-new-submit = Magpatuloy
desk-survey-question-title = Bagong tanong
desk-survey-question-submit = Idagdag
desk-survey-open-title = Buksan ang survey
desk-survey-open-submit = Buksan
desk-survey-ask-name = Pamagat ({ $language })
desk-survey-ask-intro = Para saan ito ({ $language })
desk-survey-ask-anonymous = Walang pangalan?
desk-survey-hint-anonymous = Oo: walang makaaalam kung sino ang sumagot ng ano, kahit sa database, at lalabas ang resulta pagkatapos.
desk-survey-ask-kind = Paano sasagutin?
desk-survey-ask-text = Tanong ({ $language })
desk-survey-ask-options = Mga pagpipiliang sagot ({ $language })
desk-survey-hint-options = Isa bawat linya, pareho ang ayos sa bawat wika.
desk-survey-ask-range = Pinakamababa at pinakamataas
desk-survey-hint-range = Para sa iskala o numero, halimbawa 1-5.
desk-survey-ask-ways = Saan tutungo ang mga sagot
desk-survey-hint-ways = Isa bawat linya. “2 > 5”: tungo sa tanong 5 ang ikalawang sagot. Tinatapos ng “1, 3 > end” ang survey. Sa iskala, isulat ang mga numero nito.
desk-survey-ask-optional = Maaari bang laktawan?
desk-survey-hint-optional = Kung oo, may button na “Laktawan” sa ilalim ng tanong.
desk-survey-ask-occasion = Kailan magtatanong?
desk-survey-ask-event = Aling kaganapan? (para sa “pagkatapos ng kaganapan”)
desk-survey-ask-areas = Mga lugar na ito lang
desk-survey-ask-languages = Mga wikang ito lang
desk-survey-ask-role = Mga taong ito lang
desk-survey-ask-days = Ilang araw bukas?
desk-survey-ask-remind = Pagkalipas ng ilang araw ipaaalala nang isang beses sa hindi pa sumagot? (0: hindi na)
desk-survey-yes = Oo
desk-survey-no = Hindi
desk-survey-occasion-audience = Ngayon, lahat ng nasa grupo sa ibaba
desk-survey-occasion-case = Tuwing may residenteng nagmarka ng natapos na usapin
desk-survey-occasion-event = Pagkatapos ng kaganapan, lahat ng dumalo
desk-survey-role-volunteer = Mga boluntaryo
desk-survey-role-partner = Mga katuwang

## Results
desk-survey-turnout = Tinanong: { $asked } · natapos: { $done } · nasa gitna: { $begun } · tumigil o tumanggi: { $left }
desk-survey-results-later = Walang pangalan ang survey: ipapakita ang bilang pagkatapos nito, para walang makapagsabi kung alin ang sagot nino.
desk-survey-too-few = Wala pang { $count } ang sumagot, kaya walang ipinapakita.
desk-survey-people = { $count ->
    [one] { $count } tao
   *[other] { $count } tao
}
desk-survey-line = • { $answer }: { $count } ({ $share } %)
desk-survey-average = Karaniwan: { $number }
desk-survey-part = ▸ { $part } ({ $count }): { $shares }
desk-survey-texts = { $language } ({ $count }):
desk-survey-languages-mixed = Iba't ibang wika
desk-survey-chart-caption = Tsart: { $title }
desk-survey-table-caption = Lahat ng bilang sa talahanayan (CSV): { $title }
desk-survey-column-question = Tanong
desk-survey-column-by = Hati ayon sa
desk-survey-column-part = Grupo
desk-survey-column-answer = Sagot
desk-survey-column-count = Bilang
desk-survey-column-share = Bahagi
desk-survey-by-all = lahat
desk-survey-by-language = wika
desk-survey-by-area = lugar
