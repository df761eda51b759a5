// Block Kit, drawn. Text arrives as data and leaves as text nodes: nothing of it is ever read as HTML.
import { ago, clock, make } from "./dom.js";
import { word } from "./words.js";

/** Draw blocks. `act(block, element, value)` is called when a person uses an element. */
export function drawBlocks(blocks, people, act) {
  return blocks.map((block) => drawBlock(block, people, act));
}

function drawBlock(block, people, act) {
  switch (block.type) {
    case "header": return make("h3", { class: "b-header", dir: "auto" }, text(block.text, people));
    case "divider": return make("hr", {});
    case "section": return section(block, people, act);
    case "context": return make("div", { class: "b-context" }, block.elements.map((e) => e.type === "image" ? null : make("span", { dir: "auto" }, text(e, people))));
    case "actions": return make("div", { class: "b-actions" }, block.elements.map((e) => element(block, e, people, act)));
    case "rich_text": return make("div", { class: "b-rich" }, block.elements.map((e) => rich(e, people)));
    case "image": return make("img", { class: "b-image", src: block.image_url ?? `api/file/${block.slack_file?.id}`, alt: block.alt_text });
    case "input": return input(block, people, act);
    case "markdown": return make("div", { class: "b-section", dir: "auto" }, block.text);
    default: return make("div", { class: "b-context" }, block.type);
  }
}

function section(block, people, act) {
  return make("div", { class: "b-section" },
    make("div", { class: "b-section-main" },
      block.text ? make("div", { dir: "auto" }, text(block.text, people)) : null,
      block.fields ? make("div", { class: "b-fields" }, block.fields.map((f) => make("div", { dir: "auto" }, text(f, people)))) : null),
    block.accessory ? element(block, block.accessory, people, act) : null);
}

function element(block, item, people, act) {
  const use = (value) => act(block, item, value);
  if (item.type === "button") {
    return make("button", { class: `b-button ${item.style ?? ""}`, "data-action": item.action_id, "data-value": item.value, onclick: async () => {
      if (item.url) { window.open(item.url, "_blank", "noreferrer"); return; }
      if (item.confirm && !window.confirm(`${item.confirm.title?.text ?? ""}\n${item.confirm.text?.text ?? ""}`)) return;
      await use(item.value ?? "");
    } }, item.text.text);
  }
  if (item.type === "overflow") return menu(item, item.options, use);
  if (item.type.endsWith("_select") && !item.type.startsWith("multi")) return menu(item, options(item, people), use);
  return control(item, people, use);
}

function menu(item, entries, use) {
  const select = make("select", { class: "b-select", "data-action": item.action_id },
    make("option", { value: "" }, item.placeholder?.text ?? (item.type === "overflow" ? "⋯" : word("choose-one"))),
    entries.map((o) => make("option", { value: o.value }, o.text.text)));
  if (item.initial_option) select.value = item.initial_option.value;
  select.onchange = () => { if (select.value) use(select.value); };
  return select;
}

function options(item, people) {
  if (item.type === "users_select") return Object.entries(people).map(([value, person]) => ({ value, text: { text: person.name } }));
  return item.options ?? (item.option_groups ?? []).flatMap((group) => group.options);
}

function input(block, people, act) {
  const item = block.element;
  return make("label", { class: "b-input", "data-block": block.block_id },
    make("span", { class: "b-label", dir: "auto" }, block.label.text, block.optional ? "" : " *"),
    control(item, people, (value) => act(block, item, value)),
    block.hint ? make("small", { dir: "auto" }, block.hint.text) : null,
    make("em", { class: "b-error", role: "alert" }));
}

/** A field: tells `use` its value whenever it changes. */
function control(item, people, use) {
  const name = { "data-action": item.action_id };
  const tell = (event) => use(event.target.value);
  switch (item.type) {
    case "plain_text_input": {
      const field = item.multiline ? make("textarea", { ...name, rows: 4, dir: "auto" }) : make("input", { ...name, dir: "auto" });
      field.value = item.initial_value ?? "";
      field.placeholder = item.placeholder?.text ?? "";
      if (item.max_length) field.maxLength = item.max_length;
      field.onchange = tell;
      field.oninput = tell;
      return field;
    }
    case "number_input": return make("input", { ...name, type: "number", value: item.initial_value, oninput: tell });
    case "email_text_input": return make("input", { ...name, type: "email", oninput: tell });
    case "url_text_input": return make("input", { ...name, type: "url", oninput: tell });
    case "datepicker": return make("input", { ...name, type: "date", value: item.initial_date, onchange: tell });
    case "timepicker": return make("input", { ...name, type: "time", value: item.initial_time, onchange: tell });
    case "datetimepicker": return make("input", { ...name, type: "datetime-local", onchange: (e) => use(Math.floor(new Date(e.target.value) / 1000)) });
    case "radio_buttons": return choices(item, item.options, "radio", (chosen) => use(chosen[0]));
    case "checkboxes": return choices(item, item.options, "checkbox", use);
    case "multi_static_select": return choices(item, item.options ?? (item.option_groups ?? []).flatMap((g) => g.options), "checkbox", use);
    default: return item.type.endsWith("_select") ? menu(item, options(item, people), use) : make("span", {}, item.type);
  }
}

function choices(item, entries, type, use) {
  const started = new Set([item.initial_option, ...(item.initial_options ?? [])].filter(Boolean).map((o) => o.value));
  const box = make("div", { class: "b-choices", "data-action": item.action_id });
  const tell = () => use([...box.querySelectorAll("input:checked")].map((i) => i.value));
  box.append(...entries.map((o) => make("label", { dir: "auto" },
    make("input", { type, name: item.action_id, value: o.value, checked: started.has(o.value), onchange: tell }), o.text.text)));
  return box;
}

function rich(part, people) {
  const inline = (elements) => elements.map((e) => richInline(e, people));
  switch (part.type) {
    case "rich_text_section": return make("p", { dir: "auto" }, inline(part.elements));
    case "rich_text_quote": return make("blockquote", { dir: "auto" }, inline(part.elements));
    case "rich_text_preformatted": return make("pre", { dir: "auto" }, inline(part.elements));
    case "rich_text_list": return make(part.style === "ordered" ? "ol" : "ul", {}, part.elements.map((e) => make("li", { dir: "auto" }, inline(e.elements))));
    default: return make("span", {});
  }
}

function richInline(item, people) {
  const style = item.style ?? {};
  let node;
  if (item.type === "text") node = document.createTextNode(item.text);
  else if (item.type === "link") node = link(item.url, item.text ?? item.url);
  else if (item.type === "user") node = make("span", { class: "mention" }, `@${people[item.user_id]?.name ?? item.user_id}`);
  else if (item.type === "channel") node = make("span", { class: "mention" }, `#${item.channel_id}`);
  else if (item.type === "emoji") node = document.createTextNode(emoji(item.name, item.unicode));
  else if (item.type === "broadcast") node = make("span", { class: "mention loud" }, `@${item.range}`);
  else node = document.createTextNode(item.text ?? "");
  for (const [flag, tag] of [["bold", "b"], ["italic", "i"], ["strike", "s"], ["code", "code"]]) if (style[flag]) node = make(tag, {}, node);
  return node;
}

function link(url, label) {
  return /^(https?|mailto):/.test(url) ? make("a", { href: url, target: "_blank", rel: "noreferrer" }, label) : document.createTextNode(label);
}

/** A text object, or plain mrkdwn given as a string. */
export function text(item, people) {
  if (typeof item === "string") return mrkdwn(item, people);
  return item.type === "mrkdwn" ? mrkdwn(item.text, people) : [unescape(item.text)];
}

const unescape = (value) => value.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
const SPANS = /(<[^>\n]+>)|(`[^`\n]+`)|(?<![\p{L}\p{N}])(\*[^*\n]+\*|_[^_\n]+_|~[^~\n]+~)(?![\p{L}\p{N}])|:([a-z0-9_+-]+):/gu;

function mrkdwn(value, people) {
  const nodes = [];
  for (const [i, line] of value.split("\n").entries()) {
    if (i) nodes.push(make("br"));
    const quoted = line.startsWith("&gt; ") || line.startsWith("> ");
    const spans = mrkdwnLine(quoted ? line.replace(/^(&gt;|>) /, "") : line, people);
    nodes.push(...(quoted ? [make("blockquote", {}, spans)] : spans));
  }
  return nodes;
}

function mrkdwnLine(line, people) {
  const nodes = [];
  let at = 0;
  for (const match of line.matchAll(SPANS)) {
    nodes.push(unescape(line.slice(at, match.index)));
    at = match.index + match[0].length;
    if (match[1]) nodes.push(angle(match[1].slice(1, -1), people));
    else if (match[2]) nodes.push(make("code", {}, unescape(match[2].slice(1, -1))));
    else if (match[3]) nodes.push(make({ "*": "b", _: "i", "~": "s" }[match[3][0]], {}, mrkdwnLine(match[3].slice(1, -1), people)));
    else nodes.push(emoji(match[4]));
  }
  nodes.push(unescape(line.slice(at)));
  return nodes;
}

function angle(inner, people) {
  const [target, label] = inner.split("|");
  if (target.startsWith("@")) return make("span", { class: "mention" }, `@${people[target.slice(1)]?.name ?? label ?? target.slice(1)}`);
  if (target.startsWith("#")) return make("span", { class: "mention" }, `#${label ?? target.slice(1)}`);
  if (target.startsWith("!date^")) return moment(target, label);
  if (target.startsWith("!")) return make("span", { class: "mention loud" }, `@${label ?? target.slice(1)}`);
  return link(target, unescape(label ?? target));
}

/** Slack's date markup: !date^seconds^pattern, of which the page knows {ago} (it grows by itself) and {time}. */
function moment(target, label) {
  const [, seconds, pattern] = target.split("^");
  if (pattern === "{ago}") return make("time", { "data-since": seconds }, ago(Number(seconds)));
  return document.createTextNode(pattern === "{time}" ? clock(Number(seconds)) : label ?? "");
}

const EMOJI = { warning: "⚠️", white_check_mark: "✅", rotating_light: "🚨", hourglass: "⏳", hourglass_flowing_sand: "⏳", eyes: "👀", x: "❌", round_pushpin: "📍", paperclip: "📎", speech_balloon: "💬", lock: "🔒", star: "⭐", thumbsup: "👍", "+1": "👍", bell: "🔔", sos: "🆘" };
function emoji(name, unicode) {
  if (unicode) return String.fromCodePoint(...unicode.split("-").map((code) => parseInt(code, 16)));
  return EMOJI[name] ?? `:${name}:`;
}
