/* What scripts add: nothing on these pages needs them. */
"use strict";

document.documentElement.classList.add("scripted");

for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  const label = button.textContent;
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(field.value || field.textContent.trim());
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = label; }, 2000);
  });
}

const story = document.querySelector("article .story");
const toggle = document.querySelector("[data-marks]");
if (story && toggle) {
  toggle.hidden = false;
  toggle.addEventListener("click", () => {
    const plain = story.classList.toggle("story--plain");
    toggle.setAttribute("aria-pressed", String(plain));
  });
}

/* A click on marked words opens their quote, unless the reader is selecting. */
document.addEventListener("click", (event) => {
  const said = event.target.closest(".story .said");
  if (!said || event.target.closest("a") || String(getSelection())) return;
  const cue = document.querySelector(`#quote-${said.dataset.quote} > .cue`);
  if (cue) cue.click();
});

/* Names while typing: a combobox over /search/suggest that leads to a speaker's page. */
for (const field of document.querySelectorAll("[data-suggest]")) {
  const list = document.createElement("ul");
  list.id = `${field.id}-names`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.labels[0].textContent);
  list.hidden = true;
  field.after(list);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-expanded", "false");
  let chosen = -1;
  let asked = 0;

  const close = () => {
    list.hidden = true;
    chosen = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const choose = (number) => {
    const options = [...list.children];
    chosen = (number + options.length) % options.length;
    options.forEach((option, n) => option.setAttribute("aria-selected", String(n === chosen)));
    field.setAttribute("aria-activedescendant", options[chosen].id);
  };
  const show = (suggestions) => {
    list.replaceChildren(...suggestions.map((suggestion, n) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${n}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.url = suggestion.url;
      const name = document.createElement("b");
      name.textContent = suggestion.name;
      const note = document.createElement("span");
      note.textContent = suggestion.note;
      const count = document.createElement("span");
      count.className = "num";
      count.textContent = suggestion.quotes;
      option.append(name, count, note);
      return option;
    }));
    list.hidden = !suggestions.length;
    field.setAttribute("aria-expanded", String(!list.hidden));
    chosen = -1;
  };

  field.addEventListener("input", async () => {
    const turn = ++asked;
    const words = field.value.trim();
    if (words.length < 2) { close(); return; }
    try {
      const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(words)}`);
      const { suggestions } = await answer.json();
      if (turn === asked) show(suggestions);
    } catch { close(); }
  });
  field.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") { event.preventDefault(); choose(chosen + 1); }
    else if (event.key === "ArrowUp") { event.preventDefault(); choose(chosen < 0 ? -1 : chosen - 1); }
    else if (event.key === "Escape") { event.preventDefault(); close(); }
    else if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); location.href = list.children[chosen].dataset.url; }
  });
  list.addEventListener("mousedown", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) { event.preventDefault(); location.href = option.dataset.url; }
  });
  field.addEventListener("blur", close);
}
