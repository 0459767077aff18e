/* Files dropped anywhere on the dashed field, and progress without loading the page anew. Without it the form works. */
"use strict";

const drop = document.getElementById("drop");
if (drop) {
  const input = drop.querySelector("input[type=file]");
  const told = document.getElementById("dropped");
  const tell = () => { told.textContent = `${input.files.length} ${told.dataset.many}`; };
  input.addEventListener("change", tell);
  for (const event of ["dragenter", "dragover"]) {
    drop.addEventListener(event, (e) => { e.preventDefault(); drop.classList.add("drop--over"); });
  }
  drop.addEventListener("dragleave", () => drop.classList.remove("drop--over"));
  drop.addEventListener("drop", (e) => {
    e.preventDefault();
    drop.classList.remove("drop--over");
    const all = new DataTransfer();
    for (const file of [...input.files, ...e.dataTransfer.files]) all.items.add(file);
    input.files = all.files;
    tell();
  });
}

async function follow() {
  const shown = document.getElementById("import");
  if (!shown || !("working" in shown.dataset)) return;
  try {
    const answer = await fetch(location.href, { redirect: "error" });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("import");
    if (fresh && fresh.outerHTML !== shown.outerHTML) shown.replaceWith(fresh);
  } catch {
    /* the server may be starting again: asked once more below */
  }
  setTimeout(follow, 1500);
}
setTimeout(follow, 800);
