// Improvements only: each page does its work without this file.
"use strict";

// The text of a row, without marks and in one case, so that typing "aram" finds "Արամ" only if the row also says Aram.
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();

function filterByTyping(box) {
  const table = document.getElementById(box.dataset.filter);
  const input = box.querySelector("input");
  if (!table || !input) return;
  box.hidden = false;
  input.addEventListener("input", () => {
    const wanted = folded(input.value).split(/\s+/).filter(Boolean);
    for (const row of table.tBodies[0].rows) {
      const text = folded(row.textContent);
      row.hidden = !wanted.every((word) => text.includes(word));
    }
  });
}

// Fetches the same piece of the page again until it no longer asks for that; then loads the page, to show the outcome.
async function lookAgain(piece) {
  try {
    const answer = await fetch(piece.dataset.poll, { headers: { "X-Piece": "progress" }, cache: "no-store" });
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.querySelector("[role=status].progress");
    if (!next || !next.dataset.poll) return location.reload();
    piece.querySelector("p").textContent = next.querySelector("p").textContent;
    const bar = piece.querySelector("progress");
    for (const name of ["value", "max", "aria-label"]) {
      const value = next.querySelector("progress").getAttribute(name);
      if (value !== null) bar.setAttribute(name, value);
    }
    setTimeout(lookAgain, 1000, piece);
  } catch {
    // The line is bad: keep what is shown, offer the button, and try again more slowly.
    for (const hint of piece.querySelectorAll("[data-without-script]")) hint.hidden = false;
    setTimeout(lookAgain, 5000, piece);
  }
}

const isTyping = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

// Somebody who dictates to the computer, or whose hand shakes, can turn single keys off (WCAG 2.1.4).
const keysAreOff = () => localStorage.getItem("keys") === "off";

function offerKeys(keys) {
  const toggle = keys.querySelector("[data-keys-off]");
  const name = () => {
    toggle.textContent = keysAreOff() ? toggle.dataset.keysOn : toggle.dataset.keysOff;
  };
  toggle.addEventListener("click", () => {
    localStorage.setItem("keys", keysAreOff() ? "on" : "off");
    name();
  });
  name();
  for (const opener of document.querySelectorAll("[data-keys-open]")) {
    opener.hidden = false;
    opener.addEventListener("click", () => keys.showModal());
  }
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || keysAreOff()) return;
  const keys = document.getElementById("keys");
  const places = document.querySelectorAll(".rail a");
  const actions = {
    "?": () => keys?.showModal(),
    "/": () => document.getElementById("search")?.focus(),
    f: () => document.querySelector("[data-filter]:not([hidden]) input")?.focus(),
  };
  // A page's own keys are written on its buttons; a deed of the page goes before a place at the side.
  const own = [...document.querySelectorAll("main [data-key]")].find((it) => it.dataset.key === event.key);
  const place = /^[1-7]$/.test(event.key) ? places[event.key - 1] : null;
  const action = own ? () => own.click() : (actions[event.key] ?? (place ? () => place.click() : null));
  if (!action || keys?.open) return;
  event.preventDefault();
  action();
}

// On a phone the places stand in a row that scrolls: the one that is open is brought into sight.
function showOpenPlace(row) {
  const open = row.querySelector("[aria-current]");
  if (!open) return;
  const place = open.getBoundingClientRect(), seen = row.getBoundingClientRect();
  row.scrollLeft += place.left - seen.left - (seen.width - place.width) / 2;
}

document.querySelectorAll(".rail ul").forEach(showOpenPlace);
document.querySelectorAll("[data-filter]").forEach(filterByTyping);
document.querySelectorAll("[data-poll]").forEach((piece) => {
  for (const hint of piece.querySelectorAll("[data-without-script]")) hint.hidden = true;
  setTimeout(lookAgain, 1000, piece);
});
document.querySelectorAll("#keys").forEach(offerKeys);
document.addEventListener("keydown", onKey);
