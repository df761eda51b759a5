// Small deeds on the page: make elements, ask the server, say that something went wrong.
import { word } from "./words.js";

/** An element: make("button", {class: "x", onclick}, child, "text"). */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

export const byId = (id) => document.getElementById(id);

/** Ask the server. A refusal is shown to the person and returns null. */
export async function ask(path, body) {
  const options = body === undefined ? {} : body instanceof FormData
    ? { method: "POST", body }
    : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  try {
    const answer = await fetch(`api/${path}`, options);
    const data = await answer.json();
    if (answer.ok) return data;
    complain(data.problem);
  } catch (error) {
    complain(String(error.message ?? error));
  }
  return null;
}

let quiet;
/** Show a problem for a few seconds. */
export function complain(problem) {
  const box = byId("problem");
  box.textContent = `${word("trouble")}: ${problem}`;
  box.hidden = false;
  clearTimeout(quiet);
  quiet = setTimeout(() => { box.hidden = true; }, 6000);
}

/** Replace a list's children only when `state` differs from last time; stay at the bottom if one was there. */
export function redraw(list, state, draw) {
  const key = JSON.stringify(state);
  if (list.dataset.key === String(hash(key)) && list.dataset.length === String(key.length)) return false;
  const atBottom = list.scrollHeight - list.scrollTop - list.clientHeight < 60;
  list.dataset.key = hash(key);
  list.dataset.length = key.length;
  list.replaceChildren(...draw());
  const follow = () => { list.scrollTop = list.scrollHeight; };
  if (atBottom) {
    follow();
    for (const picture of list.querySelectorAll("img")) picture.onload = follow; // it grows when it is there
  }
  return true;
}

function hash(text) {
  let value = 7;
  for (let i = 0; i < text.length; i += 1) value = (value * 31 + text.charCodeAt(i)) | 0;
  return value;
}

let zone;
/** Set the town's clocks: everybody in it sees the same hour, wherever the browser is. */
export function setClocks(name) {
  zone = name;
}

/** Hours and minutes of an instant given in seconds. */
export function clock(seconds) {
  return new Date(seconds * 1000).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone });
}

/** How long ago an instant was, in the language of the page. */
export function ago(seconds) {
  const [count, unit] = [[86400, "day"], [3600, "hour"], [60, "minute"]].map(([size, name]) => [Math.floor((Date.now() / 1000 - seconds) / size), name]).find(([number]) => number > 0) ?? [0, "minute"];
  return new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" }).format(-count, unit);
}

/** Let Enter send and Shift+Enter break the line, and let the box grow. */
export function growing(area, form) {
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  area.addEventListener("input", () => {
    area.style.height = "auto";
    area.style.height = `${Math.min(area.scrollHeight, 140)}px`;
  });
}
