### What `liaison playbooks` says of contingency plans. Each finding follows "file:line: place:". Names in braces are variables.

## What a plan lacks
playbook-part-missing = Hindi pa nakasulat ang bahaging ito.
playbook-language-missing = Walang teksto sa wikang ito.
playbook-untranslated = Kapareho ng teksto sa { $other }: hindi pa ito naisalin.
playbook-placeholder-missing = Kulang ang { $names }; mayroon nito sa ibang wika.
playbook-placeholder-extra = Hindi dapat narito ang { $names }; wala nito sa ibang wika.
playbook-brace = May panaklong na hindi bahagi ng variable. Ganito isulat ang variable: { "{" }place{ "}" }.
playbook-too-long = Masyadong mahaba ang teksto: { $length } titik, hanggang { $limit } lamang.
playbook-essential-missing = Hindi ginagamit sa mensahe ang { $name }. Dapat malaman ng mga tao kung sino ang nagbababala, saan, at hanggang kailan.
playbook-variable-undeclared = Ginagamit sa mga teksto ang { $name } pero wala sa listahang ito.
playbook-variable-unused = Nasa listahang ito ang { $name } pero walang tekstong gumagamit nito.
playbook-owner-missing = Walang may-ari ang planong ito. Ilagay po ang departamentong mananagot dito.
playbook-department-unknown = Walang departamentong “{ $department }” sa configuration.
playbook-topic-unknown = Walang paksang “{ $topic }” na mapipili ng mga residente: walang tutulong na matatawag.
playbook-nobody-told = Walang departamentong aabisuhan kapag ginamit ang plano.
playbook-review-missing = Walang petsa ng muling pagsusuri ng plano.
playbook-review-past = Noong { $day } pa dapat nasuri ang plano. Basahin po itong muli at magtakda ng bagong petsa.
playbook-expired = Magagamit lamang ito hanggang { $day }, na lumipas na.
playbook-checklist-missing = Walang checklist.
playbook-checklist-short = { $count } ang hakbang sa wikang ito at { $most } sa iba.

## Template files of others
playbook-day-unreadable = Hindi petsa ang halaga ng { $name }.
playbook-not-json = Hindi plano (.toml) o JSON ang file: { $problem }.
playbook-no-templates = Walang template sa file na ito.

## The command
playbook-none = Walang plano sa { $folder }.
playbook-all-good = Maayos po ang lahat. Bilang ng sinuring plano at template: { $count }.
playbook-to-mend = { $count ->
    [one] { $count } bagay ang kailangang ayusin.
   *[other] { $count } na bagay ang kailangang ayusin.
}
playbook-imported = { $path }: isinulat bilang burador. Kumpletuhin at basahin po ito, saka alisin ang “draft = true”.
playbook-kept = { $path }: mayroon na nito kaya hindi ginalaw.
playbook-state-draft = burador
playbook-state-overdue = lampas na sa petsa ng pagsusuri
playbook-state-ready = handa
