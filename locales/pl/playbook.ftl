### What `liaison playbooks` says of contingency plans. Each finding follows "file:line: place:". Names in braces are variables.

## What a plan lacks
playbook-part-missing = Ta część nie jest napisana.
playbook-language-missing = Brakuje tekstu w tym języku.
playbook-untranslated = Tekst jest taki sam jak w języku { $other }: nie został przetłumaczony.
playbook-placeholder-missing = Brakuje { $names }; jest w pozostałych językach.
playbook-placeholder-extra = { $names } tu nie pasuje; nie ma tego w pozostałych językach.
playbook-brace = Nawias klamrowy nie należy do żadnej zmiennej. Zmienne zapisuje się tak: { "{" }place{ "}" }.
playbook-too-long = Tekst jest za długi. Znaków: { $length }, najwyżej { $limit }.
playbook-essential-missing = W wiadomości nie ma { $name }. Ludzie muszą wiedzieć, kto ostrzega, gdzie i do kiedy.
playbook-variable-undeclared = Teksty używają { $name }, ale nie ma tego na tej liście.
playbook-variable-unused = { $name } jest na tej liście, ale żaden tekst tego nie używa.
playbook-owner-missing = Ten plan nie ma właściciela. Trzeba wpisać wydział, który za niego odpowiada.
playbook-department-unknown = W konfiguracji nie ma wydziału „{ $department }”.
playbook-topic-unknown = Nie ma tematu „{ $topic }”, który mieszkańcy mogliby wybrać: nikt z pomagających nie zostałby wezwany.
playbook-nobody-told = Żaden wydział nie dowie się o użyciu tego planu.
playbook-review-missing = Nie ustalono dnia przeglądu planu.
playbook-review-past = Termin przeglądu minął { $day }. Plan trzeba przeczytać ponownie i ustalić nowy dzień.
playbook-expired = Wolno było tego używać tylko do { $day }.
playbook-checklist-missing = Nie ma listy kontrolnej.
playbook-checklist-short = Kroków na liście w tym języku: { $count }, a w innym: { $most }.

## Template files of others
playbook-day-unreadable = Wartość { $name } nie jest datą.
playbook-not-json = Plik nie jest ani planem (.toml), ani JSON-em: { $problem }.
playbook-no-templates = W tym pliku nie ma szablonów.

## The command
playbook-none = W { $folder } nie ma planów.
playbook-all-good = Wszystko w porządku. Sprawdzone plany i szablony: { $count }.
playbook-to-mend = { $count ->
    [one] Jedna rzecz wymaga poprawy.
    [few] { $count } rzeczy wymagają poprawy.
    [many] { $count } rzeczy wymaga poprawy.
   *[other] { $count } rzeczy wymaga poprawy.
}
playbook-imported = { $path }: zapisano jako szkic. Trzeba go uzupełnić, przeczytać i usunąć wiersz „draft = true”.
playbook-kept = { $path }: plik już istnieje i nie został zmieniony.
playbook-state-draft = szkic
playbook-state-overdue = po terminie przeglądu
playbook-state-ready = gotowy
