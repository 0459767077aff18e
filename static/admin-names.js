/* Names for what Django's admin leaves nameless to those who hear it: fields of select2 and of tables, empty headings. */
"use strict";

function nameFields(within) {
  for (const heading of within.querySelectorAll("th:empty")) {
    const corner = document.createElement("td");
    corner.className = heading.className;
    heading.replaceWith(corner);
  }
  for (const field of within.querySelectorAll("td :is(input:not([type=hidden]), select, textarea)")) {
    const column = field.closest("td").cellIndex;
    const heading = field.closest("table").tHead?.rows[0].cells[column];
    if (!field.labels?.length && heading?.innerText) field.setAttribute("aria-label", heading.innerText.trim());
  }
  for (const search of within.querySelectorAll("#searchbar")) {
    search.setAttribute("aria-label", search.form.querySelector("[type=submit]").value);
  }
  for (const shown of within.querySelectorAll(".select2-selection[role=combobox]")) {
    const field = shown.closest(".select2-container").previousElementSibling;
    const inside = shown.querySelector(".select2-selection__rendered");
    const name = field.getAttribute("aria-label") ?? field.labels[0]?.innerText ?? "";
    for (const one of [shown, inside]) {
      one.removeAttribute("aria-labelledby");
      one.setAttribute("aria-label", `${name} ${inside.title}`.trim());
    }
  }
}

/* Select2 makes the field to search in anew at each opening. */
document.addEventListener("focusin", ({ target }) => {
  if (!target.matches(".select2-search__field")) return;
  const owner = document.querySelector(".select2-container--open [role=combobox]");
  target.setAttribute("aria-label", owner?.getAttribute("aria-label") ?? "");
});

/* Whatever adds or changes a field does it before the next moment of rest. */
const later = (target) => setTimeout(nameFields, 0, target);
document.addEventListener("change", () => later(document));
document.addEventListener("formset:added", ({ target }) => later(target));
addEventListener("load", () => later(document));
