// A resident's phone: the chat as they see it.
import { ask, byId, clock, growing, make, redraw } from "./dom.js";
import { word } from "./words.js";

let town = { residents: [], languages: [] };
let who = null;
let phone = null;
let replyTo = null;
let editing = null;

/** Set the phone up once. */
export function startPhone() {
  growing(byId("words"), byId("composer"));
  byId("composer").onsubmit = (event) => { event.preventDefault(); write(); };
  byId("reply-off").onclick = () => pointAt(null, null);
  byId("block").onclick = () => phone && ask(`phone/${who}/block`, { blocked: !phone.blocked });
  byId("file").onchange = sendFile;
  for (const button of document.querySelectorAll("[data-attach]")) button.onclick = () => attach(button.dataset.attach);
}

/** Show the town's residents; pick the first one at the start. */
export function showTown(data) {
  town = data;
  if (who === null && town.residents.length) who = town.residents[0].id;
  byId("bot-name").textContent = town.bot;
  drawPeople();
}

function drawPeople() {
  const people = byId("people");
  people.replaceChildren(
    ...town.residents.map((resident) => make("button", {
      role: "tab", class: "person", "aria-selected": String(resident.id === who), title: resident.name,
      "data-resident": resident.id,
      onclick: () => { who = resident.id; pointAt(null, null); drawPeople(); refreshPhone(); },
    },
    make("span", { class: "avatar", style: `--hue:${resident.hue}` }, initials(resident.name)),
    make("span", { class: "person-name", dir: "auto" }, resident.name.split(" ")[0]),
    make("span", { class: "person-language" }, resident.language),
    resident.unread && resident.id !== who ? make("i", { class: "dot" }) : null)),
    make("button", { class: "person add", title: word("add-resident"), onclick: addResident },
      make("span", { class: "avatar" }, "+"), make("span", { class: "person-name" }, word("new"))),
  );
}

function initials(name) {
  return name.split(/\s+/).map((part) => [...part][0] ?? "").slice(0, 2).join("").toUpperCase();
}

function addResident() {
  const name = make("input", { placeholder: word("name"), dir: "auto", required: true });
  const language = make("select", {}, town.languages.map((l) => make("option", { value: l.code }, l.name)));
  const form = make("form", { class: "adding", onsubmit: async (event) => {
    event.preventDefault();
    const made = await ask("residents", { name: name.value, language: language.value });
    if (made) who = made.id;
    form.remove();
    await refreshPhone();
  } }, name, language, make("button", { class: "primary" }, word("add")),
  make("button", { type: "button", onclick: () => form.remove() }, word("cancel")));
  byId("people").after(form);
  name.focus();
}

/** Read the chosen resident's chat again. */
export async function refreshPhone() {
  if (who === null) return;
  phone = await ask(`phone/${who}`);
  if (!phone) return;
  const frame = byId("phone");
  frame.dir = phone.dir;
  frame.lang = phone.language;
  byId("phone-status").textContent = phone.blocked ? word("blocked") : word("online");
  byId("block").textContent = phone.blocked ? word("unblock") : word("block");
  byId("words").placeholder = word("write");
  byId("typing").hidden = !phone.typing;
  redraw(byId("chat"), [phone.messages, phone.examples, word("reply")], () => phone.messages.length ? phone.messages.map(bubble) : [hint()]);
  redraw(byId("keyboard"), phone.keyboard, () => phone.keyboard.map((row) => make("div", { class: "row" }, row.map(key))));
}

/** What to do with a phone that was never used. */
function hint() {
  return make("li", { class: "hint" }, make("span", { dir: "auto" }, word("for-example")),
    phone.examples.map((words) => make("button", { dir: "auto", onclick: () => { byId("words").value = words; byId("words").focus(); } }, words)));
}

function bubble(message) {
  if (message.deleted) return make("li", { class: "bubble gone" }, word("deleted"));
  return make("li", { class: `bubble ${message.mine ? "mine" : "theirs"}`, "data-message": message.id },
    message.reply ? make("blockquote", { dir: "auto" }, message.reply.text.slice(0, 90)) : null,
    media(message),
    message.text ? make("div", { class: "words", dir: "auto" }, styled(message)) : null,
    make("div", { class: "under" },
      make("button", { class: "quiet tiny", onclick: () => pointAt(message, null) }, word("reply")),
      message.mine && message.text ? make("button", { class: "quiet tiny", onclick: () => pointAt(null, message) }, word("edit")) : null,
      message.edited ? make("span", {}, word("edited")) : null,
      make("time", {}, clock(message.date))),
    message.buttons.length ? make("div", { class: "inline" }, message.buttons.map((row, r) =>
      make("div", { class: "row" }, row.map((button, c) => inlineButton(message, button, r, c))))) : null);
}

function inlineButton(message, button, row, column) {
  if (button.url) return make("a", { class: "inline-button", href: button.url, target: "_blank", rel: "noreferrer", dir: "auto" }, button.label);
  return make("button", { class: "inline-button", dir: "auto", onclick: async (event) => {
    event.currentTarget.disabled = true;
    const answer = await ask(`phone/${who}/press`, { message: message.id, row, column });
    if (answer?.toast) toast(answer.toast);
    event.target.disabled = false;
  } }, button.label);
}

// Entities count UTF-16 units, as JavaScript strings do.
function styled(message) {
  const parts = [];
  let at = 0;
  for (const entity of [...(message.entities ?? [])].sort((a, b) => a.offset - b.offset)) {
    if (entity.offset < at || !["bold", "italic", "url", "text_link", "code", "bot_command"].includes(entity.type)) continue;
    parts.push(message.text.slice(at, entity.offset));
    const inner = message.text.slice(entity.offset, entity.offset + entity.length);
    const tag = { bold: "b", italic: "i", code: "code" }[entity.type];
    if (entity.type === "bot_command") parts.push(make("button", { class: "command", onclick: () => send(inner) }, inner));
    else parts.push(tag ? make(tag, {}, inner) : make("a", { href: entity.url ?? inner, target: "_blank", rel: "noreferrer" }, inner));
    at = entity.offset + entity.length;
  }
  parts.push(message.text.slice(at));
  return parts;
}

function media(message) {
  if (message.place) {
    const { latitude, longitude } = message.place;
    return make("a", { class: "map", href: `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}`, target: "_blank", rel: "noreferrer" },
      "📍 ", `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`);
  }
  const file = message.file;
  if (!file) return null;
  if (file.mime.startsWith("image/")) return make("img", { class: "photo", src: file.url, alt: file.name });
  if (file.mime.startsWith("audio/")) return make("audio", { controls: true, src: file.url });
  if (file.mime.startsWith("video/")) return make("video", { class: "photo", controls: true, src: file.url });
  return make("a", { class: "file", href: file.url, download: file.name, dir: "auto" }, "📄 ", file.name);
}

function key(button) {
  return make("button", { class: "key", dir: "auto", onclick: () => button.location ? sendPlace() : send(button.label) }, button.label);
}

function pointAt(reply, edit) {
  replyTo = reply;
  editing = edit;
  const bar = byId("replying");
  const target = reply ?? edit;
  bar.hidden = !target;
  bar.firstElementChild.textContent = target ? `${word(edit ? "edit" : "reply")}: ${(target.text || "📎").slice(0, 60)}` : "";
  if (edit) byId("words").value = edit.text;
  if (target) byId("words").focus();
}

async function write() {
  const words = byId("words");
  const text = words.value;
  if (!text.trim()) return;
  words.value = "";
  words.style.height = "auto";
  if (editing) await ask(`phone/${who}/edit`, { message: editing.id, text });
  else await send(text);
  pointAt(null, null);
}

async function send(text) {
  await ask(`phone/${who}/write`, { text, reply_to: replyTo?.id });
  const chat = byId("chat");
  chat.scrollTop = chat.scrollHeight;
}

let wanted = "document";
function attach(kind) {
  byId("attach").open = false;
  if (kind === "place") { sendPlace(); return; }
  if (kind === "menu") { showMenu(); return; }
  if (["voice", "contact", "sticker"].includes(kind)) { ask(`phone/${who}/${kind}`, {}); return; }
  wanted = kind;
  byId("file").accept = kind === "photo" ? "image/*" : "";
  byId("file").multiple = kind === "photo"; // several pictures are an album
  byId("file").click();
}

async function sendFile() {
  const form = new FormData();
  form.append("kind", wanted);
  form.append("caption", byId("words").value);
  for (const file of byId("file").files) form.append("file", file);
  byId("file").value = "";
  byId("words").value = "";
  await ask(`phone/${who}/file`, form);
}

function sendPlace() {
  ask(`phone/${who}/place`, { reply_to: replyTo?.id });
  pointAt(null, null);
}

function showMenu() {
  byId("keyboard").replaceChildren(...phone.menu.map((entry) => make("div", { class: "row" },
    make("button", { class: "key wide", onclick: () => { delete byId("keyboard").dataset.key; send(`/${entry.command}`); } },
      make("b", { dir: "ltr" }, `/${entry.command}`), " ", make("span", { dir: "auto" }, entry.description)))));
  delete byId("keyboard").dataset.key;
}

let fade;
function toast(text) {
  const box = byId("toast");
  box.textContent = text;
  box.hidden = false;
  clearTimeout(fade);
  fade = setTimeout(() => { box.hidden = true; }, 4000);
}
