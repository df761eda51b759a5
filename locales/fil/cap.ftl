### What `liaison cap` says of official warnings (Common Alerting Protocol 1.2). Names of elements stay as the file has them.

## Where
cap-at-line = Linya { $line }: { $reason }
cap-in-block = Bloke ng info { $block }: { $reason }

## The file
cap-unreadable = Hindi mabuksan ang file: { $problem }.
cap-empty = Walang laman ang file.
cap-too-large = Mas malaki sa { $limit } MiB ang file. Hindi ito binasa.
cap-too-many-elements = Mahigit { $limit } ang elemento ng file. Hindi na itinuloy ang pagbasa.
cap-too-deep = Lampas sa { $limit } antas ang pagkakapatong ng mga elemento. Hindi na itinuloy ang pagbasa.
cap-encoding-wrong = Hindi UTF-8 ang mga byte kahit iyon ang sinasabi ng file. Humingi po ng tamang file sa naglathala.
cap-encoding-refused = Hindi tinatanggap ang encoding na “{ $encoding }”. Humingi po ng file na UTF-8.
cap-encoding-unusual = Nakasulat ang file sa { $encoding } sa halip na UTF-8. Suriin pong mabuti ang mga titik na may tuldik.
cap-doctype = May DOCTYPE ang file na maaaring pagtaguan ng bitag. Hindi ito kailangan ng CAP, kaya walang ginamit mula sa file.
cap-malformed = Hindi ito maayos na XML: { $problem }.
cap-root = <{ $element }> ang pinakalabas na elemento, hindi <alert>. Hindi ito mensaheng CAP.
cap-no-feed = Hindi nagsisimula ang <{ $element }> ng feed (Atom, RSS) o ng mensaheng CAP.
cap-namespace-old = CAP { $version } ito. CAP 1.2 lamang ang tinatanggap; hingin po ito sa naglathala.
cap-namespace-none = Walang namespace ang <alert>. Ang mensaheng CAP 1.2 ay may urn:oasis:names:tc:emergency:cap:1.2.
cap-namespace-other = Hindi sa CAP 1.2 ang namespace na “{ $namespace }”.
cap-foreign = Hindi bahagi ng CAP ang { $element } kaya hindi ito isinama.
cap-message-twice = Nasa { $file } din ang mensaheng ito.

## The schema
cap-attribute = May attribute na “{ $attribute }” ang <{ $element }> na hindi kilala ng CAP.
cap-element-unknown = Hindi maaaring may <{ $element }> sa loob ng <{ $parent }>.
cap-element-missing = Walang <{ $element }> ang <{ $parent }> kahit kailangan ito.
cap-element-twice = Isang beses lamang maaaring lumabas dito ang <{ $element }>.
cap-element-order = Nasa likod ng <{ $after }> ang <{ $element }> pero dapat ay nasa unahan nito.
cap-element-empty = Walang laman ang <{ $element }>, kaya walang pangalang maituturo ang mensahe.
cap-text-astray = May teksto sa mismong loob ng <{ $element }> kung saan mga elemento lamang ang maaari.
cap-not-a-choice = Hindi halaga ng <{ $element }> ang “{ $value }”. Maaari ang: { $choices }.
cap-value = Hindi maaaring nasa <{ $element }> ang “{ $value }”.
cap-time = Hindi oras na tulad ng 2026-03-01T18:00:00+01:00 ang “{ $value }” sa <{ $element }> (hindi maaari ang Z sa CAP).
cap-polygon-pair = Hindi punto na “latitude,longitude” ang “{ $pair }” sa <polygon>.
cap-polygon-short = { $count } lamang ang punto ng <polygon>; apat ang kailangan, at ang huli ay katulad ng una.
cap-polygon-open = Hindi nakasara ang <polygon>: dapat katulad ng unang punto ang huli.
cap-circle = Hindi bilog na “latitude,longitude radius” ang “{ $text }”.

## Sense
cap-status = { $status } ang status: hindi ito para sa mga residente.
cap-scope = { $scope } ang saklaw: hindi ito para sa publiko.
cap-says-test = Actual ang status, pero sinasabi ng teksto na pagsubok o pagsasanay ito.
cap-name-unfit = May puwang o kuwit ang <{ $element }> (“{ $name }”), kaya hindi ito maaasahang maituro ng ibang mensahe.
cap-reply = Sagot ito sa ibang mensahe ({ $type }), hindi babala.
cap-no-info = Walang bloke ng info ang mensahe, kaya walang masasabi sa mga residente.
cap-references-form = Hindi pangalan ng mensahe na “sender,identifier,sent” ang “{ $text }” sa <references>.
cap-references-none = { $type } ang uri, pero walang itinurong naunang mensahe.
cap-references-not-held = May itinuturong mga mensahe na wala rito. Ilan: { $count }. Ang una: { $first }.
cap-references-itself = Itinuturo ng mensahe ang sarili nito.
cap-references-later = Itinuturo ng mensahe ang isang mas huling mensahe.
cap-event-empty = Walang laman ang <event>.
cap-no-text = Walang pamagat at walang paglalarawan.
cap-no-expires = Hindi sinasabi kung hanggang kailan ito. Pumili po ng katapusan.
cap-expires-before-sent = Nagtatapos ito bago pa naipadala.
cap-expires-before-onset = Nagtatapos ito bago pa magsimula.
cap-no-area = Walang binanggit na lugar. Pumili po ng mga lugar.
cap-area-in-words = Sa salita lamang ibinigay ang lugar na “{ $area }”. Pumili po ng mga lugar.
cap-ceiling-alone = May pinakamataas na taas ang lugar na “{ $area }” pero walang pinakamababa.
cap-embedded-large = May nakapaloob na file na mahigit { $limit } KiB. Hindi ito isasama sa ipapadala.
cap-block-twice = Inuulit ng bloke ng info { $number } ang nauna.

## Import
cap-import-known = Nabasa na dati ang mensaheng ito.
cap-import-status = { $status } ang status: isinantabi ito.
cap-import-scope = { $scope } ang saklaw at hindi Public: isinantabi ito.
cap-import-reply = Sagot ito sa ibang mensahe ({ $type }): isinantabi ito.
cap-import-expired = Lipas na ito: isinantabi ito.
cap-import-no-info = Walang teksto para sa mga residente: isinantabi ito.
cap-import-cancels-nothing = Binabawi nito ang mensaheng hindi naging broadcast dito: walang kailangang gawin.
cap-import-mixed = Pagsubok o pagsasanay ito na tumuturo sa tunay na broadcast: isinantabi ito.
cap-import-meanwhile = May sabay na nagbago ng broadcast. Walang nagawa; i-import pong muli ang file.
cap-import-elsewhere = Wala itong saklaw sa mga lugar natin: isinantabi ito.
cap-import-areas-unknown = Hindi alam kung alin sa mga lugar natin ang tinutukoy ({ $areas }). Pumili po bago ito isumite.
cap-import-no-end = Walang nakasaad na katapusan. Lilipas ito { $hours } oras matapos magsimula; palitan kung kailangan.
cap-import-shortened = Masyadong mahaba para sa isang mensahe ang teksto sa { $languages } kaya pinaikli ito. Nasa naglathala ang buong babala.
cap-import-earlier-unknown = Ina-update nito ang mensaheng hindi ipinadala rito, kaya naging hiwalay na alerto.
cap-import-drafted = Ginawa ang burador na { $reference }. Kailangan nito ng coordinator at ng mag-aapruba tulad ng ibang broadcast.
cap-import-changed = Binago ang { $reference } na hindi pa naipapadala, at kailangan itong muling aprubahan.
cap-import-called-off = Kinansela ang { $reference } na hindi pa naipapadala.
cap-told-drafted = Opisyal na babala mula sa { $sender }: { $headline }. Naghihintay sa inyo ang burador na { $reference }. Wala pang ipinadala.
cap-told-changed = In-update ng { $sender } ang opisyal na babala: { $headline }. Binago ang burador na { $reference } at kailangan itong muling aprubahan. Wala pang ipinadala.
cap-told-called-off = Binawi ng { $sender } ang opisyal na babala: { $headline }. Kinansela ang { $reference } bago pa may naipadala.
cap-withdrawn-headline = Wala nang bisa: { $headline }
cap-withdrawn-text = Binawi ng { $sender } ang babalang ito.

## Export
cap-export-unknown = Walang broadcast na { $reference }.
cap-export-not-sent = Hindi pa naipapadala ang { $reference }, kaya walang babalang mailalabas.
cap-export-announcement = Anunsiyo ang { $reference }, hindi babala.
cap-export-no-sender = Hindi sinasabi ng configuration ang pangalan ng organisasyon sa mga babala. Itakda po ang “sender” sa [broadcasts].
cap-not-allowed = Hindi maaaring gumawa ng broadcast si { $user }. Magbigay po ng coordinator o duty officer mula sa configuration.
