// The page: residents' phones beside the town hall's workspace, both live.
import { refreshDesk, showStaff, startDesk } from "./desk.js";
import { ago, ask, byId, make, setClocks } from "./dom.js";
import { refreshPhone, showTown, startPhone } from "./phone.js";
import { dress, word } from "./words.js";

const FAULTS = [["down", "telegram"], ["slow-down", "telegram"], ["errors", "telegram"], ["lost", "telegram"], ["twice", "telegram"],
  ["down", "slack"], ["slow-down", "slack"], ["errors", "slack"]];

async function refreshTown() {
  const town = await ask("town");
  if (!town) return;
  byId("town").textContent = town.name;
  setClocks(town.zone);
  showTown(town);
  showStaff(town);
}

async function drawFaults() {
  const faults = await ask("faults");
  if (!faults) return;
  byId("fault-list").replaceChildren(
    ...FAULTS.map(([kind, platform]) => make("label", {},
      make("input", { type: "checkbox", checked: faults.active.includes(`${platform}:${kind}`), onchange: (event) => switchFault(platform, kind, event.target.checked) }),
      make("b", {}, word(platform)), ` ${word(kind)}`)),
    make("button", { class: "b-button", onclick: () => switchFault("", "clear", false) }, word("clear")));
  byId("faults").classList.toggle("on", faults.active.length > 0);
}

async function switchFault(platform, kind, on) {
  await ask("faults", { platform, kind, on });
  await drawFaults();
}

let running = false;
let again = false;
/** Read everything that is on the screen, one reading at a time. */
async function refresh() {
  if (running) { again = true; return; }
  running = true;
  do {
    again = false;
    await Promise.all([refreshTown(), refreshPhone(), refreshDesk()]);
  } while (again);
  running = false;
}

function listen() {
  const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/api/live`);
  socket.onmessage = refresh;
  socket.onopen = refresh;
  socket.onclose = () => setTimeout(listen, 1000);
}

function show(side) {
  document.body.dataset.side = side;
}

function growAges() {
  for (const element of document.querySelectorAll("[data-since]")) element.textContent = ago(Number(element.dataset.since));
}

byId("show-phone").onclick = () => show("phone");
byId("show-desk").onclick = () => show("desk");
startPhone();
startDesk();
dress(byId("page-language"), () => { drawFaults(); refresh(); });
await refresh();
await drawFaults();
setInterval(growAges, 20000);
listen();
