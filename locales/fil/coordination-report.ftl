### Ulat ng paghahatid ng isang mensahe. Mga palitan: $reference, $people at $reached (mga tao), $share at $percent (porsyento),
### $outcome (kinalabasan), $span (oras:min:seg), $group (wika, lugar o channel), $safe, $help, $away (mga tao), $date (araw).

coordination-report-button = Ulat ng paghahatid
coordination-report-lead = Ulat ng paghahatid { $reference }
coordination-report-people = Mga tatanggap: { $people }. Naabot: { $reached } ({ $share } %).
coordination-report-unreached = Hindi naabot ({ $outcome }): { $people }
coordination-report-after = Naabot ang { $percent } % sa kanila sa loob ng { $span } (oras:min:seg).
coordination-report-answers = Mga sagot: 🆘 { $help } · ✅ { $safe } · 🚶 { $away }
coordination-report-forgotten = Binura noong { $date } ang listahan ng bawat tatanggap, dahil limitado ang panahon ng pag-iingat nito. Mananatili ang mga kabuuang ito.
coordination-report-forgotten-part = Kabuuan na lang ang natira sa ilang pagpapadala (huling binura: { $date }), dahil limitado ang panahon ng pag-iingat ng listahan ng mga tatanggap.
coordination-report-by-language = Ayon sa wika
coordination-report-by-area = Ayon sa lugar
coordination-report-by-channel = Ayon sa channel
coordination-report-line = { $group }: { $reached } sa { $people } ({ $share } %)
coordination-report-chart = Paano naihatid ang { $reference }
coordination-report-table = Lahat ng tatanggap ng { $reference }. Ingatan po ang mga pangalan at burahin ang file pagkatapos.
coordination-report-panel-note = naabot ang { $reached } sa { $people }
coordination-report-panel-speed = Ilan ang naabot at kailan (oras:min:seg mula sa simula)
coordination-report-column-number = Numero sa amin
coordination-report-column-name = Pangalan
coordination-report-column-channel = Channel
coordination-report-column-language = Wika
coordination-report-column-area = Lugar
coordination-report-column-outcome = Kinalabasan
coordination-report-column-reason = Dahilan
coordination-report-column-at = Kailan
coordination-report-column-answer = Sagot
