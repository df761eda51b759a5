### Ang nababasa ng mga tagapag-ugnay habang sumusulat, umaapruba at namamahala ng mga mensahe. Placeholders: $reference
### (B-K4T-7M2), $kind (coordination-kind-…), $person, $language, $area, $time, $count, $when.

## Forms
coordination-begin-title = Bagong mensahe sa lahat
coordination-next = Susunod
coordination-to-preview = Silipin
coordination-training-on = 🔶 Nakabukas ang pagsasanay: ang isusulat ninyo ngayon ay pagsasanay at mananatiling ganoon.
coordination-go-on = Mabagal ang Slack kaya hindi naipakita ang susunod na hakbang. Walang nawala; pindutin ito para magpatuloy.
coordination-ask-kind = Ano ito?
coordination-ask-areas = Mga lugar
coordination-ask-areas-hint = Kung walang pinili: ang buong bayan. Ang hindi pumili ng lugar ay nakatatanggap tungkol sa lahat.
coordination-ask-playbook = Planong pang-emerhensiya
coordination-ask-playbook-hint = Kung walang pinili: kayo ang susulat ng teksto.
coordination-checklist = Bago ipadala
coordination-ask-gap = { $variable } · { $language }
coordination-ask-gap-hint = Ang mga wikang iiwang blangko ay gagamit nito.
coordination-ask-event = Ano ang nangyari (maikli, para sa talaan)
coordination-ask-severity = Gaano kalubha?
coordination-ask-urgency = Gaano kaapurahan?
coordination-ask-certainty = Gaano kasigurado?
coordination-ask-category = Uri
coordination-ask-onset-day = Inaasahan mula (araw)
coordination-ask-onset-time = Inaasahan mula (oras)
coordination-ask-onset-hint = Iwang walang laman kung nagsimula na o hindi pa alam.
coordination-ask-until-day = May bisa hanggang (araw)
coordination-ask-until-time = May bisa hanggang (oras)
coordination-ask-contact = Kanino puwedeng magtanong
coordination-ask-topic = Paksa
coordination-ask-headline = { $language }: unang linya
coordination-ask-description = { $language }: ano, saan, ano ang ibig sabihin
coordination-ask-instruction = { $language }: ano ang gagawin ngayon
coordination-ask-roles = Ang may isa lamang sa mga papel na ito
coordination-ask-languages = Ang nagbabasa lamang ng isa sa mga wikang ito
coordination-ask-fallback = Ang mga wikang walang teksto ay makatatanggap ng nasa
coordination-ask-fallback-hint = Kung walang pinili: hindi ito ipadadala habang may wikang walang teksto.
coordination-ask-start-day = Ipadala sa (araw)
coordination-ask-start-time = Ipadala nang (oras)
coordination-ask-start-hint = Iwang walang laman para maipadala agad pagkaaprubahan ng ikalawang tao.
coordination-ask-repeat = Gaano kadalas?
coordination-repeat-never = isang beses
coordination-repeat-hourly = kada oras, hanggang ihinto o ideklarang ligtas na
coordination-repeat-daily = araw-araw sa oras na ito
coordination-repeat-weekly = linggo-linggo sa oras na ito
coordination-note-planned = Nakaplano: { $when }, { $repeat }.
coordination-note-next = Susunod: { $when }, { $repeat }.
coordination-call-off = Kanselahin
coordination-call-off-sure = Kakanselahin? Wala pang naipadala.
coordination-field-start = Kailan
coordination-refuse-past = Lumipas na ang oras na iyon. Walang nabago. Pumili po ng mas huli, o iwang walang laman ang araw at oras para maipadala agad.
coordination-timed-missed = { $count ->
    [1] ⚠️ Hindi naipadala ang { $reference } sa takdang oras ({ $when }): hindi tumatakbo ang Liaison o nakahinto ito. Huli na para ipadala pa. Kung kailangan pa po, sumulat ng bago.
    [one] ⚠️ { $count } beses hindi naipadala ang { $reference }, ang una ay { $when }: hindi tumatakbo ang Liaison o nakahinto ito. Huli na para ipadala pa. Kung kailangan pa po, sumulat ng bago.
   *[other] ⚠️ { $count } beses hindi naipadala ang { $reference }, ang una ay { $when }: hindi tumatakbo ang Liaison o nakahinto ito. Huli na para ipadala pa. Kung kailangan pa po, sumulat ng bago.
}
coordination-ask-safety = Pagtiyak ng kaligtasan
coordination-ask-safety-yes = Tanungin ang lahat kung ligtas sila
coordination-ask-safety-hint = Nagdaragdag ng mga button na “Ligtas po ako / Kailangan ko po ng tulong / Wala po ako roon”. May bubuksang agarang kaso para sa nangangailangan ng tulong.
coordination-role-volunteer = Mga boluntaryo
coordination-role-partner = Mga katuwang
coordination-role-staff = Mga kawani

## Values of CAP 1.2
coordination-cap-immediate = Kaagad: kumilos na ngayon
coordination-cap-expected = Inaasahan: sa loob ng isang oras
coordination-cap-future = Hinaharap: malapit na
coordination-cap-past = Nakaraan
coordination-cap-unknown = Hindi alam
coordination-cap-extreme = Sukdulan
coordination-cap-severe = Malubha
coordination-cap-moderate = Katamtaman
coordination-cap-minor = Magaan
coordination-cap-observed = Nakita na
coordination-cap-likely = Malamang
coordination-cap-possible = Posible
coordination-cap-unlikely = Malabong mangyari
coordination-cap-safety = Pangkalahatang kaligtasan
coordination-cap-met = Panahon at baha
coordination-cap-geo = Lupa: pagguho, lindol
coordination-cap-fire = Sunog
coordination-cap-health = Kalusugan
coordination-cap-env = Kapaligiran
coordination-cap-transport = Transportasyon
coordination-cap-infra = Tubig, kuryente, mga linya
coordination-cap-rescue = Pagsagip
coordination-cap-security = Seguridad
coordination-cap-cbrne = Kemikal, radyasyon, pampasabog
coordination-cap-other = Iba pa

## Kinds and states
coordination-kind-alert = Babala
coordination-kind-announcement = Anunsiyo
coordination-kind-update = Bagong balita
coordination-kind-correction = Pagwawasto
coordination-kind-all-clear = Ligtas na
coordination-kind-drill = 🔶 Pagsasanay
coordination-state-draft = burador
coordination-state-submitted = naghihintay ng ikalawang tao
coordination-state-approved = aprubado, naghihintay ng oras
coordination-state-running = ipinadadala
coordination-state-paused = nakahinto muna
coordination-state-stopped = itinigil
coordination-state-done = naipadala na
coordination-state-expired = nag-expire, hindi naipadala
coordination-state-discarded = itinapon
coordination-state-called-off = binawi

## Preview
coordination-preview-title = { $reference } · { $kind } · paunang tingin
coordination-preview-note = Ganito ang magiging itsura. Wala pang naipadala. Pagkatapos ng “Isumite”, ibang tao ang mag-aapruba.
coordination-preview-mend = Wala pang naipadala. Pakibago po ang may marka sa itaas; saka ito maisusumite.
coordination-text-parts = { $language } ({ $count ->
    [one] { $count } bahagi
   *[other] { $count } na bahagi
})
coordination-duration = { $time } para sa { $count ->
    [one] { $count } mensahe
   *[other] { $count } na mensahe
}
coordination-paid = { $time }, kapalit ng { $stars } Stars
coordination-edits = { $count ->
    [one] { $count } naunang mensahe ang babaguhin sa kinalalagyan nito
   *[other] { $count } na naunang mensahe ang babaguhin sa kinalalagyan nila
}
coordination-area-unknown = hindi sinabi ang lugar
coordination-field-people = Mga tao
coordination-field-duration = Aabutin ng
coordination-field-paid = Kung bayad na pagpapadala
coordination-field-languages = Ayon sa wika
coordination-field-areas = Ayon sa tirahan
coordination-field-channels = Ayon sa daluyan
coordination-field-unreachable = Hindi maaabot
coordination-field-where = Saan
coordination-field-responders = Mga tumutulong, saanman nakatira
coordination-field-until = May bisa hanggang
coordination-field-edits = Babaguhin sa kinalalagyan
coordination-gone-blocked = hinarang ang bot
coordination-gone-stopped = nagsabi ng /stop
coordination-gone-unwanted = ayaw sa paksang ito

## The card in the coordinators' channel
coordination-card-title = { $reference } · { $kind }
coordination-field-state = Kalagayan
coordination-field-submitted = Isinumite ni
coordination-field-approved = Inaprubahan ni
coordination-field-stopped = Itinigil ni
coordination-field-progress = Pag-usad
coordination-field-sent = Naipadala
coordination-field-unsent = Hindi naipadala
coordination-field-left = Natitira
coordination-field-public = Mga pampublikong post
coordination-field-rate = Bilis
coordination-field-finish = Matatapos
coordination-rate = { $rate } bawat segundo
coordination-posted = { $sent } sa { $all }
coordination-end-failed = nabigo
coordination-end-blocked = hinarang
coordination-end-doubt = hindi tiyak
coordination-end-stopped = itinigil
coordination-end-expired = nag-expire
coordination-note-type = Isinusulat ng mag-aapruba kung saan ito pupunta: { $area }
coordination-note-voided = Binago ito ni { $person }: burador na ulit at kailangang isumite muli.
coordination-note-override = Ipinadala ito ni { $person } nang mag-isa, bilang opisyal na naka-duty: { $reason }
coordination-note-refers = Tumutukoy sa { $reference }

## Buttons
coordination-submit = Isumite
coordination-change = Baguhin
coordination-discard = Itapon
coordination-discard-sure = Itatapon ba ang buradong ito? Wala pang naipadala.
coordination-approve = Aprubahan at ipadala
coordination-send-back = Ibalik
coordination-override = Opisyal na naka-duty: ipadala nang mag-isa
coordination-pause = Ihinto muna
coordination-resume = Ituloy
coordination-stop = Itigil
coordination-stop-sure = Itigil nang tuluyan? Ang hindi pa naipadadala ay hindi na ipadadala; ang dumating na ay mananatili.
coordination-follow-correction = Iwasto
coordination-follow-update = Magbalita
coordination-follow-all-clear = Ideklarang ligtas na

## The last question
coordination-approve-title = Aprubahan at ipadala
coordination-send-now = Ipadala na
coordination-ask-area = Isulat kung saan ito pupunta: { $area }
coordination-ask-area-hint = Hindi ito pagsasanay. Ipadadala ito sa lahat ng nasa: { $area }
coordination-ask-reason = Bakit walang ibang makapag-aapruba? (Itatala ito at sasabihan ang lahat ng tagapag-ugnay.)

## What is told in private
coordination-submitted = Naghihintay ang { $reference } ng ikalawang tao sa channel ng mga tagapag-ugnay. Wala pang naipadala.
coordination-returned = Ibinalik ang { $reference }: gusto ng isang kasamahan na baguhin ito. Wala pang naipadala.
coordination-discarded = Itinapon na ang { $reference }. Walang naipadala.
coordination-overridden = 🚨 Ipinadala ni { $person } ang { $reference } nang mag-isa, bilang opisyal na naka-duty. Dahilan: { $reason }

## The own page
coordination-home = Mga mensahe sa lahat
coordination-home-none = Walang naghihintay at walang ipinadadala.
coordination-new = Sumulat ng mensahe sa lahat

## Refusals: what happened, what stays, what to do
coordination-refuse-role = Wala po sa inyo ang papel para rito. Walang nabago. Nasa configuration ang mga papel, sa ilalim ng [roles].
coordination-refuse-duty = Ang opisyal na naka-duty lamang ang makapagpapadala nang mag-isa. Walang nabago; maaaring mag-apruba ang ikalawang tao.
coordination-refuse-state = Hindi na ito magagawa sa kasalukuyang kalagayan. Walang nabago. Nasa card ang kalagayan nito.
coordination-refuse-changed = May nagbago nito mula nang makita ninyo. Walang ginawa. Pakitingnan po ang pinakabagong card at magpasya muli.
coordination-refuse-own = Kayo po ang nagsumite kaya ibang tao ang dapat mag-apruba. Walang naipadala.
coordination-refuse-submitter-role = Ang nagsumite ay hindi na tagapag-ugnay. Walang naipadala. Maaari itong isumite muli ng isang tagapag-ugnay.
coordination-refuse-approved-already = Naaprubahan na ang { $reference }, sapat na ang isang beses. Walang dagdag na naipadala.
coordination-refuse-expired = Lumipas na ang oras nito kaya hindi ito ipadadala. Walang nabago. Maglagay po ng mas huling “may bisa hanggang”.
coordination-refuse-reason = Kailangan ng dahilang may sampung titik man lamang: itatala ito. Walang naipadala.
coordination-refuse-nobody = Walang makatatanggap: walang residenteng akma rito. Walang naipadala. Pumili po ng ibang lugar, papel o wika.
coordination-refuse-nobody-drill = Walang akma sa grupo ng pagsasanay. Walang naipadala. Ang pagsasanay ay umaabot lamang sa may papel na “drill”.
coordination-refuse-no-original = Hindi kailanman naipadala ang tinutukoy nito. Walang nabago. Ang pagwawasto, bagong balita o pagdeklarang ligtas ay kasunod ng naipadalang mensahe.
coordination-refuse-forgotten = Hindi na malalaman kung sino ang naabot ng mensaheng iyon, dahil limitado ang panahon ng pag-iingat ng listahan ng mga tatanggap. Walang nabago. Pakisulat po ng bagong mensahe para sa parehong mga lugar o grupo.
coordination-refuse-drill-unmarked = Dapat nakasaad sa bawat mensahe na pagsasanay ito, ngunit wala rito. Walang naipadala. Pakisulat muli.
coordination-refuse-drill-mixed = Hindi maaaring magkasunod ang pagsasanay at ang totoo. Walang nabago. Pakisimulan muli.
coordination-refuse-facts = Dapat sabihin ng babala kung ano ang nangyari at hanggang kailan ito may bisa. Walang naipadala. Pakipunan ang dalawa.
coordination-refuse-order = Nagtatapos ito bago magsimula. Walang nabago. Pakiayos ang mga oras.
coordination-refuse-no-text = Walang teksto sa alinmang wika. Walang nabago. Sumulat po ng kahit isa.
coordination-refuse-no-channel = Walang channel ng mga tagapag-ugnay kaya walang maaaprubahan. Walang nabago. Inilalagay ito sa configuration, sa ilalim ng [broadcasts].
coordination-refuse-unknown = Walang ganoong mensahe. Walang nabago. Ang /alert ay nagsisimula ng bago.
coordination-refuse-when = Hindi dumaraan sa oras na iyon ang orasan. Walang nabago. Pumili po ng iba.
coordination-refuse-no-headline = Walang unang linya ang teksto sa { $language }. Walang nabago. Pakisulat ito.
coordination-refuse-long-headline = Mas mahaba sa { $most } titik ang unang linya sa { $language }. Walang nabago. Pakiiklian.
coordination-refuse-variable = Sa { $language }, hindi napunan ang patlang na { $variable }. Walang naipadala. Pakipunan.
coordination-refuse-gap = Kailangan pa ng plano: { $variable }. Walang naipadala. Pakipunan sa kahit isang wika.
coordination-refuse-fallback = Pinili ang { $language } para sa mga wikang walang teksto, ngunit wala rin itong teksto. Walang nabago. Pumili po ng iba.
coordination-refuse-language = { $count ->
    [one] { $count } tao ang nagbabasa ng { $language } at walang teksto para sa kanila
   *[other] { $count } na tao ang nagbabasa ng { $language } at walang teksto para sa kanila
}. Walang naipadala. Sumulat po ng teksto o piliin kung alin ang matatanggap nila.
coordination-refuse-area = Walang lugar na { $area }. Walang nabago. Nasa configuration ang mga lugar, sa ilalim ng [[areas]].
coordination-refuse-value = Ang { $value } ay hindi kilala sa mga opisyal na babala (CAP 1.2). Walang nabago. Pumili po sa listahan.
coordination-refuse-typed-area = Hindi iyon ang pangalan ng pupuntahan. Walang naipadala. Para maipadala, isulat: { $area }
coordination-refuse-seal = Ang nakatala sa { $reference } ay hindi ang isinumite. Walang naipadala. Pakisumite muli at ipaalam sa namamahala ng sistema.

## On a coordinator's own phone
coordination-phone-code = Ang inyong code: { $code }. Ipadala sa bot sa sarili ninyong Telegram sa loob ng { $minutes } minuto: /coordinate { $code }. Isang beses lamang ito gagana.
coordination-phone-linked = { $person }, may chat sa Telegram na makakikilos na para sa inyo. Kung hindi po kayo iyon: alisin ang inyong papel at sabihan ang tagapangasiwa.
coordination-phone-off = Hindi na kumikilos ang chat na ito para sa isang tagapag-ugnay.
coordination-phone-menu = Pumili ng plano para simulan ang babala, sumulat sa sariling salita, o tingnan ang naghihintay, ipinadadala at naipadala na.
coordination-phone-gap = Pakisulat: { $variable }
coordination-phone-own-alert = ✍️ Babala sa sariling salita
coordination-phone-own-words = ✍️ Sa sariling salita
coordination-phone-plan = Aling plano ang inyong sinasanay?
coordination-phone-hours = Gaano katagal ito may bisa?
coordination-phone-hours-value = { $count ->
    [one] { $count } oras
   *[other] { $count } oras
}
coordination-phone-text = Pakisulat ang mensahe sa { $language }: nasa unang linya ang pamagat, sa ibaba ang nangyari at ang dapat gawin ng mga tao.
coordination-phone-leave-out = Huwag isama ang { $language }
coordination-phone-uses = Walang teksto sa { $languages }. Aling teksto ang matatanggap ng mga mambabasang ito?
coordination-phone-no-text = Wala muna
coordination-phone-cancel = ✖️ Kanselahin
coordination-phone-cancelled = Tapos na. Walang nagawa at walang naipadala. Ipinapakita ng /coordinate ang magagawa ninyo.
coordination-drill-link = Ibigay ito sa mga sasali sa pagsasanay: { $link }
coordination-told = 📢 Ipinadadala na ngayon sa mga residente ang { $reference }: { $headline }

## Audiences with a name
coordination-audience-title = I-save ang mga tatanggap
coordination-audience-submit = I-save
coordination-ask-audience-name = Pangalan nito
coordination-ask-audience = O isang nai-save na
coordination-keep-audience = I-save ang tatanggap
coordination-audience-saved = Nai-save na ang mga tatanggap na “{ $name }”; mapipili na ito sa form.
coordination-refuse-name = Kailangan nito ng pangalan. Walang nabago.
coordination-refuse-audience = Walang tatanggap na may pangalang { $name }. Walang nabago. Pumili po ng iba.

## Whom it is for, beyond area, role and language. Placeholders: $event (code of an event)
coordination-ask-shape = O kung saan, bilang hugis o code
coordination-ask-shape-hint = Mga kanto na “lat,lon lat,lon lat,lon”, bilog na “lat,lon kilometro”, o code na “NAME=value”. Pipiliin ang mga lugar na saklaw nito.
coordination-ask-without-areas = Hindi kasama ang nasa mga lugar na ito
coordination-ask-case-departments = Ang may bukas na kaso lamang sa
coordination-ask-cases = Ang may isa lamang sa mga bukas na kasong ito
coordination-ask-cases-hint = Mga numero ng kaso, may puwang sa pagitan.
coordination-ask-events = Mga tao lamang ng mga kaganapang ito
coordination-ask-events-hint = Ang dumating, kung itinala ang mga bisita sa pinto; kung hindi, ang nagpalista.
coordination-ask-audience-also = At pati ang mga nai-save na tatanggap na ito
coordination-ask-audience-without = Pero hindi ang mga nai-save na tatanggap na ito
coordination-refuse-shape = Hindi po iyon hugis, bilog o code. Walang nabago. Isulat po nang ganito: 54.0,18.0 5 (bilog na 5 km).
coordination-refuse-shape-nowhere = Walang lugar natin ang saklaw ng hugis na iyon. Walang nabago. Pakitingnan po ang mga numero o piliin ang mga lugar ayon sa pangalan.
coordination-refuse-cases = Hindi po lahat ng iyon ay numero ng kaso. Walang nabago. Isulat po nang ganito: K4T-7M2.
coordination-refuse-event = Walang kaganapang may code na { $event }. Walang nabago. Pumili po ng iba.
