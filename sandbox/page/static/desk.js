// The Slack workspace as one member of staff sees it.
import { drawBlocks, text } from "./blocks.js";
import { ask, byId, clock, growing, make, redraw } from "./dom.js";
import { word } from "./words.js";

let me = null;
let channel = null;
let thread = null;
let atHome = false;
let seen = {};
let desk = null;

/** Set the workspace up once. */
export function startDesk() {
  growing(byId("say-words"), byId("say"));
  growing(byId("thread-words"), byId("thread-say"));
  byId("say").onsubmit = (event) => { event.preventDefault(); say(byId("say-words"), null); };
  byId("thread-say").onsubmit = (event) => { event.preventDefault(); say(byId("thread-words"), thread); };
  byId("thread-off").onclick = () => { thread = null; refreshDesk(); };
  byId("open-home").onclick = openHome;
  byId("channel-pick").onchange = (event) => event.target.value === "home" ? openHome() : goTo(event.target.value);
  byId("me").onchange = (event) => { me = event.target.value; thread = null; seen = {}; if (atHome) openHome(); else refreshDesk(); };
}

/** Show who works here; the first one is who we are at the start. */
export function showStaff(town) {
  byId("workspace").textContent = town.workspace;
  for (const id of ["lines", "thread-lines", "modal"]) byId(id).dir = town.staff_dir;
  if (me === null && town.staff.length) me = town.staff[0].id;
  byId("me").replaceChildren(...town.staff.map((person) => new Option(`${person.name} – ${person.title}`, person.id, false, person.id === me)));
}

/** Go to a channel, and to a thread in it. */
export function goTo(id, ts = null) {
  channel = id;
  thread = ts;
  atHome = false;
  return refreshDesk();
}

async function openHome() {
  atHome = true;
  thread = null;
  await ask(`desk/${me}/home`, {});
  await refreshDesk();
}

/** Read the member's view again. */
export async function refreshDesk() {
  if (me === null) return;
  const query = new URLSearchParams({ channel: channel ?? "", thread: thread ?? "" });
  desk = await ask(`desk/${me}?${query}`);
  if (!desk) return;
  if (channel === null && !atHome) { const first = desk.channels.find((c) => c.joined && !c.general) ?? desk.channels[0]; if (first) { await goTo(first.id); return; } }
  drawRail();
  if (atHome) drawHome(); else drawRoom();
  drawThread();
  drawModal();
}

function drawRail() {
  const row = (place) => {
    const fresh = (seen[place.id] ?? 0) < place.count && place.id !== channel;
    return make("li", {}, make("button", {
      class: `place ${place.id === channel && !atHome ? "here" : ""} ${fresh ? "fresh" : ""} ${place.joined ? "" : "away"}`,
      "data-channel": place.name, onclick: () => goTo(place.id),
    }, make("span", {}, place.im ? "✉" : place.private ? "🔒" : "#"), " ", make("b", {}, place.name),
    fresh ? make("i", { class: "count" }, String(place.count - (seen[place.id] ?? 0))) : null));
  };
  if (channel && !atHome) seen[channel] = desk.channels.find((c) => c.id === channel)?.count ?? 0;
  byId("channels").replaceChildren(...desk.channels.filter((c) => !c.im).map(row));
  byId("dms").replaceChildren(...desk.channels.filter((c) => c.im).map(row));
  byId("open-home").classList.toggle("here", atHome);
  byId("channel-pick").replaceChildren(new Option(`⌂ ${word("home")}`, "home", false, atHome),
    ...desk.channels.map((c) => new Option(`${c.im ? "✉" : "#"} ${c.name}`, c.id, false, !atHome && c.id === channel)));
}

function drawRoom() {
  const room = desk.channel;
  byId("room-name").textContent = room ? `${room.im ? "" : "# "}${room.name}` : "";
  byId("room-topic").textContent = room?.topic ?? "";
  byId("say").hidden = !room?.joined;
  byId("say-words").placeholder = room ? `${word("write-in")} ${room.im ? "" : "#"}${room.name}` : "";
  const lines = byId("lines");
  redraw(lines, [desk.messages, channel, me, word("join")], () => {
    if (room && !room.joined) return [make("li", { class: "empty" }, word("not-in"), " ", make("button", { class: "b-button", onclick: () => ask(`desk/${me}/join`, { channel }) }, word("join")))];
    return desk.messages.length ? desk.messages.map((m) => line(m, true)) : [make("li", { class: "empty" }, word("empty"))];
  });
}

function drawHome() {
  byId("room-name").textContent = word("home");
  byId("room-topic").textContent = "";
  byId("say").hidden = true;
  const drawn = redraw(byId("lines"), [desk.home?.blocks, me, "home"], () => desk.home
    ? [make("li", { class: "home" }, drawBlocks(desk.home.blocks, desk.people, use({ home: true })))]
    : [make("li", { class: "empty" }, word("home-empty"))]);
  if (drawn) byId("lines").scrollTop = 0;
}

function drawThread() {
  byId("thread").hidden = thread === null;
  byId("desk").classList.toggle("with-thread", thread !== null);
  if (thread === null) return;
  byId("thread-words").placeholder = `${word("reply")} (${word("internal")})`;
  redraw(byId("thread-lines"), [desk.thread, thread, me], () => (desk.thread ?? []).map((m) => line(m, false)));
}

function line(message, inRoom) {
  const person = desk.people[message.user] ?? { name: message.username ?? "?", hue: 200 };
  const body = message.blocks?.length
    ? drawBlocks(message.blocks, desk.people, use({ channel, ts: message.ts }))
    : [make("div", { class: "b-section", dir: "auto" }, text(message.text ?? "", desk.people))];
  const attached = (message.attachments ?? []).map((a) => make("div", { class: "attached", style: `--bar:${color(a.color)}` }, drawBlocks(a.blocks ?? [], desk.people, use({ channel, ts: message.ts }))));
  return make("li", { class: `line ${message.is_ephemeral ? "ephemeral" : ""}`, "data-ts": message.ts },
    make("span", { class: `avatar ${person.bot ? "bot" : ""}`, style: `--hue:${person.hue}` }, person.bot ? "" : person.name.slice(0, 1)),
    make("div", { class: "line-main" },
      make("div", { class: "line-head" }, make("strong", {}, person.name), person.bot ? make("em", { class: "app" }, word("app")) : null,
        make("time", {}, clock(Number(message.ts))), message.edited ? make("small", {}, `(${word("edited")})`) : null),
      message.is_ephemeral ? make("small", { class: "only" }, "👁 ", word("only-you")) : null,
      body, attached, (message.files ?? []).map(file), reactions(message),
      inRoom && !message.is_ephemeral ? make("button", { class: "replies", onclick: () => goTo(channel, message.ts) },
        message.reply_count ? (message.reply_count === 1 ? word("one-reply") : `${message.reply_count} ${word("replies")}`) : word("open-thread")) : null));
}

function color(value) {
  return /^#?[0-9a-f]{6}$/i.test(value ?? "") ? `#${value.replace("#", "")}` : "#bbb";
}

function file(item) {
  const url = `api/file/${item.id}`;
  if (item.mimetype?.startsWith("image/")) return make("a", { href: url, target: "_blank" }, make("img", { class: "photo", src: url, alt: item.name }));
  if (item.mimetype?.startsWith("audio/")) return make("audio", { controls: true, src: url });
  return make("a", { class: "file", href: url, download: item.name }, "📄 ", item.name ?? item.title);
}

function reactions(message) {
  return (message.reactions ?? []).length ? make("div", { class: "reactions" }, message.reactions.map((r) => make("span", {}, `:${r.name}: ${r.count}`))) : null;
}

/** What happens when an element of a message or of the home page is used. */
function use(where) {
  return (block, item, value) => ask(`desk/${me}/use`, { ...where, block_id: block.block_id, action_id: item.action_id, type: item.type, value });
}

async function say(area, ts) {
  const words = area.value;
  if (!words.trim()) return;
  area.value = "";
  area.style.height = "auto";
  const [head, ...rest] = words.trim().split(" ");
  const answer = words.startsWith("/")
    ? await ask(`desk/${me}/command`, { channel, command: head, text: rest.join(" ") })
    : await ask(`desk/${me}/post`, { channel, text: words, thread: ts });
  if (!answer) area.value = words;
}

let shown = null;
function drawModal() {
  const view = desk.modal;
  byId("veil").hidden = !view;
  if (!view) { shown = null; return; }
  const key = `${view.id}:${view.hash}`;
  if (key !== shown) { shown = key; buildModal(view); }
  for (const label of byId("modal").querySelectorAll(".b-input")) {
    label.querySelector(".b-error").textContent = desk.modal_errors[label.dataset.block] ?? "";
  }
}

function buildModal(view) {
  const values = new Map();
  const keep = (block, item, value) => {
    if (block.type === "input") { values.set(block.block_id, { block_id: block.block_id, action_id: item.action_id, value }); return null; }
    return ask(`desk/${me}/use`, { modal: true, block_id: block.block_id, action_id: item.action_id, type: item.type, value });
  };
  const form = make("form", { onsubmit: async (event) => {
    event.preventDefault();
    await ask(`desk/${me}/submit`, { values: [...values.values()] });
    await refreshDesk();
  } },
  make("div", { class: "modal-bar" }, make("strong", { dir: "auto" }, view.title.text), make("button", { type: "button", class: "quiet", "aria-label": "×", onclick: closeModal }, "×")),
  make("div", { class: "modal-body" }, drawBlocks(view.blocks, desk.people, keep)),
  make("div", { class: "modal-foot" },
    make("button", { type: "button", class: "b-button", onclick: closeModal }, view.close?.text ?? word("cancel")),
    view.submit ? make("button", { class: "b-button primary", id: "modal-submit" }, view.submit.text) : null));
  byId("modal").replaceChildren(form);
  form.querySelector("textarea, input, select")?.focus();
}

async function closeModal() {
  await ask(`desk/${me}/close`, {});
  await refreshDesk();
}
