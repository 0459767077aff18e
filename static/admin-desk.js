/* The review by keyboard and by choosing words. Without it the page's forms do the same, one load each. */
"use strict";

document.documentElement.classList.add("scripted");

const review = document.getElementById("review");
const told = document.getElementById("told");
const find = (selector) => review.querySelector(selector);
const findAll = (selector) => [...review.querySelectorAll(selector)];

/* One thing at a time, in the order asked for: a key pressed early acts on what the answer before it shows. */
let last = Promise.resolve();
function inTurn(task) {
  last = last.then(task).catch(() => tell(review.dataset.lost, true));
  return last;
}

function tell(words, wrong = false) {
  told.textContent = words;
  told.classList.toggle("told--wrong", wrong);
}

async function ask(address, fields) {
  const answer = await fetch(address, {
    method: fields ? "POST" : "GET",
    body: fields,
    headers: { Accept: "application/json" },
    redirect: "error",
  });
  const { html, said, address: at } = await answer.json();
  review.innerHTML = html;
  history.replaceState(null, "", at);
  tell(said, !answer.ok);
  settle();
}

function send(fields) {
  const source = find("form.act");
  const form = new FormData(source);
  form.delete("words");
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return ask(source.action, form);
}

/* After each drawing: the current card has the focus, its words and the card are in view. */
function settle() {
  offsets = null;
  document.dispatchEvent(new Event("drawn"));
  const now = find("[data-now]");
  showKeys();
  if (!now) return;
  now.focus({ preventScroll: true });
  const mark = find(`.said[data-quote="${now.dataset.now}"]`);
  const column = find(".desk-cards");
  if (getComputedStyle(column).position === "sticky") {
    if (mark) mark.scrollIntoView({ block: "center" });
    column.scrollTop += now.getBoundingClientRect().top - column.getBoundingClientRect().top - 140;
  } else {
    now.scrollIntoView({ block: "nearest" });
  }
}

review.addEventListener("submit", (event) => {
  event.preventDefault();
  const fields = new FormData(event.target, event.submitter);
  const address = event.target.action;
  inTurn(() => ask(address, fields));
});

review.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="?quote="]');
  const said = event.target.closest(".desk-story .said");
  const focus = event.target.closest("[data-focus]");
  if (link) {
    event.preventDefault();
    inTurn(() => ask(link.href));
  } else if (focus) {
    document.getElementById(focus.dataset.focus).focus();
  } else if (said && getSelection().isCollapsed && !find(`[data-now="${said.dataset.quote}"]`)) {
    inTurn(() => ask(find(`.cue[href^="?quote=${said.dataset.quote}"]`).href));
  }
});

/* Keys: every control names its own; the first one on show is meant. They can be turned off. */
const STORED = "desk-keys";
let keysOn = localStorage.getItem(STORED) !== "off";

function showKeys() {
  const button = find("[data-keys]");
  button.setAttribute("aria-pressed", String(keysOn));
  button.closest(".keys").classList.toggle("keys--off", !keysOn);
}

review.addEventListener("click", (event) => {
  if (!event.target.closest("[data-keys]")) return;
  keysOn = !keysOn;
  localStorage.setItem(STORED, keysOn ? "on" : "off");
  showKeys();
});

const isWriting = (element) => element.matches("input:not([type=radio]), textarea, select");

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (isWriting(event.target)) {
    if (event.key === "Escape") find("[data-now]")?.focus();
    return;
  }
  if (keysOn && /^[a-z0-9]$/i.test(event.key)) {
    event.preventDefault();
    inTurn(() => press(event.key.toLowerCase()));
  }
});

async function press(key) {
  if (key === "s") return splitHere();
  const control = findAll(`[data-key="${key}"]`).find((one) => !one.closest("[hidden]"));
  if (!control) return;
  if (control.dataset.do) return sendChosen(control.dataset.do);
  if (control.matches("input:not([type=radio])")) return control.focus();
  if (control.matches('a[href^="?quote="]')) return ask(control.href);
  if (control.form && control.type === "submit") return ask(control.form.action, new FormData(control.form, control));
  control.click();
}

/* A name or words typed choose their radio button. */
review.addEventListener("input", (event) => {
  const choice = event.target.dataset.chooses;
  if (choice) choose(choice);
  if (event.target.id === "who-name") complete(event.target);
});

review.addEventListener("focusin", (event) => {
  if (event.target.dataset.chooses) choose(event.target.dataset.chooses);
});

function choose(value) {
  find(`[name="who"][value="${value}"]`).checked = true;
}

/* Names are completed from the archive's sources, each with its role. */
let asked = 0;
async function complete(field) {
  const question = ++asked;
  find("[name=source]").value = "";
  const answer = await fetch(`${review.dataset.find}?q=${encodeURIComponent(field.value)}`);
  const { sources } = await answer.json();
  const list = find("#who-list");
  if (question !== asked || !list) return;
  list.replaceChildren(...sources.map(option));
  list.hidden = !sources.length;
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-controls", "who-list");
  field.setAttribute("aria-expanded", String(!list.hidden));
  field.setAttribute("aria-autocomplete", "list");
  field.removeAttribute("aria-activedescendant");
}

function option(source, number) {
  const row = document.createElement("li");
  row.id = `who-${number}`;
  row.setAttribute("role", "option");
  row.setAttribute("aria-selected", "false");
  row.dataset.source = source.id;
  row.dataset.name = source.name;
  const name = document.createElement("b");
  name.textContent = source.name;
  row.append(name, `${source.role ? `, ${source.role}` : ""} · ${source.quotes}`);
  return row;
}

function take(row) {
  find("#who-name").value = row.dataset.name;
  find("[name=source]").value = row.dataset.source;
  closeList();
}

function closeList() {
  asked += 1;
  find("#who-list").hidden = true;
  find("#who-name").setAttribute("aria-expanded", "false");
}

review.addEventListener("mousedown", (event) => {
  const row = event.target.closest("[role=option]");
  if (!row && !event.target.closest("[data-do]")) return;
  event.preventDefault();
  if (row) take(row);
});

review.addEventListener("keydown", (event) => {
  const list = find("#who-list");
  if (event.target.id !== "who-name" || list.hidden) return;
  const rows = [...list.children];
  const at = rows.findIndex((row) => row.getAttribute("aria-selected") === "true");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const step = event.key === "ArrowDown" ? 1 : -1;
    const next = (at + step + rows.length + (at < 0 && step < 0 ? 1 : 0)) % rows.length;
    rows.forEach((row, number) => row.setAttribute("aria-selected", String(number === next)));
    event.target.setAttribute("aria-activedescendant", rows[next].id);
    event.preventDefault();
  } else if (event.key === "Enter" && at >= 0) {
    take(rows[at]);
    event.preventDefault();
  } else if (event.key === "Escape") {
    closeList();
    event.stopPropagation();
  }
});

review.addEventListener("focusout", (event) => {
  if (event.target.id === "who-name") closeList();
});

/* Words chosen in the text, as offsets of the article: characters, not UTF-16 units, without the numbers in the margin. */
let offsets = null;

function lengthTo(paragraph, node, offset) {
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(node, offset);
  const piece = range.cloneContents();
  for (const cue of piece.querySelectorAll(".cue")) cue.remove();
  return [...piece.textContent].length;
}

function spansOf(range) {
  const spans = [];
  for (const paragraph of findAll(".desk-story [data-start]")) {
    if (!range.intersectsNode(paragraph)) continue;
    const start = Number(paragraph.dataset.start);
    const inside = (node) => paragraph.contains(node);
    const from = inside(range.startContainer) ? lengthTo(paragraph, range.startContainer, range.startOffset) : 0;
    const to = inside(range.endContainer)
      ? lengthTo(paragraph, range.endContainer, range.endOffset)
      : lengthTo(paragraph, paragraph, paragraph.childNodes.length);
    if (from < to) spans.push([start + from, start + to]);
  }
  return spans;
}

document.addEventListener("selectionchange", () => {
  const box = find("[data-chosen]");
  const selection = getSelection();
  const story = find(".desk-story");
  if (!box || !selection.rangeCount) return;
  const range = selection.getRangeAt(0);
  const spans = !range.collapsed && range.intersectsNode(story) ? spansOf(range) : [];
  offsets = spans.length ? spans : null;
  box.hidden = !offsets;
  box.querySelector("[data-words]").textContent = offsets ? String(selection).trim().slice(0, 120) : "";
});

function sendChosen(verb) {
  const fields = { do: verb, spans: JSON.stringify(offsets), version: find(".desk-story").dataset.version };
  if (verb === "add") fields.who = "none";
  return send(fields);
}

review.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  if (button && offsets) inTurn(() => sendChosen(button.dataset.do));
});

/* Split where the cursor is, if it is in the current quote; else into the quote's parts. */
function splitHere() {
  const now = find("[data-now]");
  const { anchorNode, anchorOffset, isCollapsed } = getSelection();
  const mark = isCollapsed && anchorNode?.parentElement?.closest(`.said[data-quote="${now?.dataset.now}"]`);
  const paragraph = mark && mark.closest("[data-start]");
  const at = paragraph ? Number(paragraph.dataset.start) + lengthTo(paragraph, anchorNode, anchorOffset) : "";
  return now && send({ do: "split", at });
}

settle();
