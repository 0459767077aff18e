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
