### Raport doręczenia komunikatu. Zmienne: $reference, $people i $reached (osoby), $share i $percent (procenty),
### $outcome (co się stało z wiadomością), $span (godz.:min:s), $group (język, okolica lub kanał), $safe, $help, $away (osoby), $date (dzień).

coordination-report-button = Raport doręczenia
coordination-report-lead = Raport doręczenia { $reference }
coordination-report-people = Odbiorcy: { $people }. Dotarło do: { $reached } ({ $share } %).
coordination-report-unreached = Nie dotarło ({ $outcome }): { $people }
coordination-report-after = Do { $percent } % z nich dotarło w ciągu { $span } (godz.:min:s).
coordination-report-answers = Odpowiedzi: 🆘 { $help } · ✅ { $safe } · 🚶 { $away }
coordination-report-forgotten = Lista pojedynczych odbiorców została usunięta { $date }, bo przechowujemy ją przez ograniczony czas. Te sumy pozostają.
coordination-report-forgotten-part = Z części wysyłek zostały same sumy (ostatnie usunięcie: { $date }), bo listę odbiorców przechowujemy przez ograniczony czas.
coordination-report-by-language = Według języka
coordination-report-by-area = Według okolicy
coordination-report-by-channel = Według kanału
coordination-report-line = { $group }: { $reached } z { $people } ({ $share } %)
coordination-report-chart = Jak doręczono { $reference }
coordination-report-table = Wszyscy odbiorcy { $reference }. Prosimy obchodzić się z nazwiskami ostrożnie i usunąć plik po użyciu.
coordination-report-panel-note = dotarło do { $reached } z { $people }
coordination-report-panel-speed = Do ilu osób i kiedy dotarło (godz.:min:s od początku)
coordination-report-column-number = Nasz numer
coordination-report-column-name = Imię i nazwisko
coordination-report-column-channel = Kanał
coordination-report-column-language = Język
coordination-report-column-area = Okolica
coordination-report-column-outcome = Wynik
coordination-report-column-reason = Powód
coordination-report-column-at = Kiedy
coordination-report-column-answer = Odpowiedź
