// The page's own words. What residents and staff read comes from the bot, not from here.
export const WORDS = {
  en: {
    note: "A make-believe town on this computer: nothing leaves it.",
    residents: "Residents", staff: "Town hall", language: "Language of this page", faults: "Disturbances",
    photo: "Photo", document: "Document", voice: "Voice message", place: "My location", contact: "My number", sticker: "Sticker", menu: "Commands",
    home: "App home", channels: "Channels", messages: "Messages", thread: "Thread", internal: "Staff only",
    "you-are": "You are", write: "Write a message", "for-example": "Nothing written yet. For example:", "write-in": "Message", reply: "Reply", edit: "Edit",
    edited: "edited", deleted: "Message deleted", replies: "replies", "one-reply": "1 reply", block: "Block",
    unblock: "Unblock", blocked: "You blocked this bot", online: "bot", "add-resident": "Add a resident",
    name: "Name", "only-you": "Only you can see this", "not-in": "You are not in this channel.", join: "Join",
    empty: "Nothing here yet.", "home-empty": "Open to load your page.", "choose-one": "Choose…",
    cancel: "Cancel", add: "Add", new: "New", down: "Unreachable", "slow-down": "Says “too many requests” (429, 5 s)",
    errors: "Server errors (500)", lost: "Accepts, then loses the answer", twice: "Delivers everything twice",
    telegram: "Telegram", slack: "Slack", clear: "All well again", "trouble": "That did not work", "map": "Open map",
    "confirm-yes": "Yes", "confirm-no": "No", app: "APP", "open-thread": "Open thread",
  },
  pl: {
    note: "Zmyślone miasto na tym komputerze: nic z niego nie wychodzi.",
    residents: "Mieszkańcy", staff: "Urząd", language: "Język strony", faults: "Zakłócenia",
    photo: "Zdjęcie", document: "Dokument", voice: "Wiadomość głosowa", place: "Moja lokalizacja", contact: "Mój numer", sticker: "Naklejka", menu: "Polecenia",
    home: "Strona główna", channels: "Kanały", messages: "Wiadomości", thread: "Wątek", internal: "Tylko dla pracowników",
    "you-are": "Jesteś", write: "Napisz wiadomość", "for-example": "Jeszcze nic nie napisano. Na przykład:", "write-in": "Wiadomość", reply: "Odpowiedz", edit: "Edytuj",
    edited: "zmieniono", deleted: "Wiadomość usunięta", replies: "odp.", "one-reply": "1 odpowiedź", block: "Zablokuj",
    unblock: "Odblokuj", blocked: "Ten bot jest zablokowany", online: "bot", "add-resident": "Dodaj osobę",
    name: "Imię i nazwisko", "only-you": "Widzisz to tylko Ty", "not-in": "Nie ma Cię w tym kanale.", join: "Dołącz",
    empty: "Na razie pusto.", "home-empty": "Otwórz, aby wczytać.", "choose-one": "Wybierz…",
    cancel: "Anuluj", add: "Dodaj", new: "Nowa osoba", down: "Nie odpowiada", "slow-down": "Mówi „za dużo żądań” (429, 5 s)",
    errors: "Błędy serwera (500)", lost: "Przyjmuje, ale gubi odpowiedź", twice: "Doręcza wszystko dwa razy",
    telegram: "Telegram", slack: "Slack", clear: "Wszystko znów działa", "trouble": "To się nie udało", "map": "Otwórz mapę",
    "confirm-yes": "Tak", "confirm-no": "Nie", app: "APLIKACJA", "open-thread": "Otwórz wątek",
  },
  ar: {
    note: "مدينة متخيَّلة على هذا الحاسوب: لا شيء يخرج منها.",
    residents: "السكان", staff: "البلدية", language: "لغة هذه الصفحة", faults: "أعطال للتجربة",
    photo: "صورة", document: "مستند", voice: "رسالة صوتية", place: "موقعي", contact: "رقمي", sticker: "ملصق", menu: "الأوامر",
    home: "الصفحة الرئيسية", channels: "القنوات", messages: "الرسائل", thread: "المحادثة الفرعية", internal: "للموظفين فقط",
    "you-are": "أنت", write: "اكتب رسالة", "for-example": "لم يُكتب شيء بعد. مثلًا:", "write-in": "رسالة إلى", reply: "رد", edit: "تعديل",
    edited: "معدَّلة", deleted: "حُذفت الرسالة", replies: "ردود", "one-reply": "رد واحد", block: "حظر",
    unblock: "إلغاء الحظر", blocked: "لقد حظرت هذا البوت", online: "بوت", "add-resident": "إضافة ساكن",
    name: "الاسم", "only-you": "لا يراها غيرك", "not-in": "لست عضوًا في هذه القناة.", join: "انضمام",
    empty: "لا شيء هنا بعد.", "home-empty": "افتحها لتحميل صفحتك.", "choose-one": "اختر…",
    cancel: "إلغاء", add: "إضافة", new: "إضافة", down: "لا تستجيب", "slow-down": "تقول «طلبات كثيرة» (429، خمس ثوانٍ)",
    errors: "أخطاء في الخادم (500)", lost: "تقبل ثم يضيع الجواب", twice: "تسلّم كل شيء مرتين",
    telegram: "تيليجرام", slack: "سلاك", clear: "عاد كل شيء إلى طبيعته", "trouble": "لم ينجح ذلك", "map": "افتح الخريطة",
    "confirm-yes": "نعم", "confirm-no": "لا", app: "تطبيق", "open-thread": "افتح المحادثة الفرعية",
  },
  fil: {
    note: "Isang kathang-isip na bayan sa kompyuter na ito: walang lumalabas dito.",
    residents: "Mga residente", staff: "Munisipyo", language: "Wika ng pahinang ito", faults: "Mga aberya",
    photo: "Larawan", document: "Dokumento", voice: "Mensaheng boses", place: "Kinaroroonan ko", contact: "Numero ko", sticker: "Sticker", menu: "Mga utos",
    home: "Home ng app", channels: "Mga channel", messages: "Mga mensahe", thread: "Thread", internal: "Para sa kawani lamang",
    "you-are": "Ikaw si", write: "Sumulat ng mensahe", "for-example": "Wala pang isinulat. Halimbawa:", "write-in": "Mensahe sa", reply: "Sumagot", edit: "Baguhin",
    edited: "binago", deleted: "Binura ang mensahe", replies: "mga sagot", "one-reply": "1 sagot", block: "I-block",
    unblock: "I-unblock", blocked: "Na-block mo ang bot na ito", online: "bot", "add-resident": "Magdagdag ng residente",
    name: "Pangalan", "only-you": "Ikaw lamang ang nakakakita nito", "not-in": "Wala ka sa channel na ito.", join: "Sumali",
    empty: "Wala pang laman.", "home-empty": "Buksan upang makita.", "choose-one": "Pumili…",
    cancel: "Kanselahin", add: "Idagdag", new: "Bago", down: "Hindi maabot", "slow-down": "Nagsasabing “masyadong maraming hiling” (429, 5 s)",
    errors: "Mga error ng server (500)", lost: "Tinatanggap, saka nawawala ang sagot", twice: "Dalawang beses naghahatid",
    telegram: "Telegram", slack: "Slack", clear: "Maayos na muli ang lahat", "trouble": "Hindi iyon gumana", "map": "Buksan ang mapa",
    "confirm-yes": "Oo", "confirm-no": "Hindi", app: "APP", "open-thread": "Buksan ang thread",
  },
};
const NAMES = { en: "English", pl: "Polski", ar: "العربية", fil: "Filipino" };

let language = WORDS[localStorage.getItem("language")] ? localStorage.getItem("language") : "en";

/** The page's word for `key` in the chosen language. */
export function word(key) {
  return WORDS[language][key] ?? WORDS.en[key] ?? key;
}

/** The chosen language of the page. */
export function pageLanguage() {
  return language;
}

/** Put the words on everything that carries data-word, and offer the languages in `select`. */
export function dress(select, changed) {
  select.replaceChildren(...Object.entries(NAMES).map(([code, name]) => new Option(name, code, false, code === language)));
  select.onchange = () => {
    language = select.value;
    localStorage.setItem("language", language);
    apply();
    changed();
  };
  apply();
}

function apply() {
  document.documentElement.lang = language;
  document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
}
