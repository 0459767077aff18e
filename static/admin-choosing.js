/* Words chosen by keys: those of a quote moved at their ends, those of a missed one found word by word. */
"use strict";

/* What is being chosen: for which verb, in which stretches, which of their ends moves. `loose` is a caret, one word
   wide, that has not been set down yet. Offsets count the article's characters. */
let choosing = null;
let story = null;

/* The text as drawn: its pieces with their offsets, and where words, sentences and paragraphs begin and end. */
function readStory() {
  const read = { version: find(".desk-story").dataset.version, pieces: [], words: [], sentences: [], paragraphs: [] };
  const sentences = new Intl.Segmenter(document.documentElement.lang, { granularity: "sentence" });
  for (const paragraph of findAll(".desk-story [data-start]")) {
    const start = Number(paragraph.dataset.start);
    const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest(".cue") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    let text = "";
    while (texts.nextNode()) {
      read.pieces.push({ node: texts.currentNode, start: start + [...text].length });
      text += texts.currentNode.data;
    }
    const at = (index) => start + [...text.slice(0, index)].length;
    const place = (index, piece) => [at(index), at(index + piece.trimEnd().length)];
    read.paragraphs.push(place(0, text));
    for (const match of text.matchAll(/[^\s—–]+|[—–]+/gu)) read.words.push(place(match.index, match[0]));
    for (const { index, segment } of sentences.segment(text)) read.sentences.push(place(index, segment));
  }
  return read;
}

function position(offset) {
  const piece = story.pieces.findLast((one) => one.start <= offset) ?? story.pieces[0];
  const before = [...piece.node.data].slice(0, offset - piece.start).join("");
  return [piece.node, before.length];
}

function rangeOf([start, end]) {
  const range = document.createRange();
  range.setStart(...position(start));
  range.setEnd(...position(end - 1));
  range.setEnd(range.endContainer, range.endOffset + String.fromCodePoint(range.endContainer.data.codePointAt(range.endOffset)).length);
  return range;
}

function wordsOf(range) {
  const piece = range.cloneContents();
  for (const cue of piece.querySelectorAll(".cue")) cue.remove();
  return piece.textContent.trim();
}

function startChoosing(verb) {
  const now = find("[data-now]");
  const spans = JSON.parse(now?.dataset.spans ?? "[]");
  story = readStory();
  if (!story.words.length) return;
  const mends = verb === "mend" && spans.length > 0;
  const after = spans.length ? spans.at(-1)[1] : 0;
  const next = story.words.find(([start]) => start >= after) ?? story.words[0];
  choosing = mends ? { verb, spans, end: spans.length * 2 - 1 } : { verb, spans: [[...next]], end: 1, loose: true };
  const panel = find("[data-choosing]");
  panel.hidden = false;
  show();
  panel.focus({ preventScroll: true });
}

function stopChoosing() {
  choosing = null;
  CSS.highlights?.clear();
}

document.addEventListener("drawn", stopChoosing);

/* The stretches in the text, the word at the end that moves, and the same in words, said to those who hear it. */
function show() {
  const panel = find("[data-choosing]");
  const ranges = choosing.spans.map(rangeOf);
  const words = ranges.map(wordsOf).join(" … ");
  const span = choosing.spans[choosing.end >> 1];
  const first = choosing.end % 2 === 0;
  const inside = story.words.filter(([start, end]) => start < span[1] && end > span[0]);
  const edge = (first ? inside[0] : inside.at(-1)) ?? span;
  const moving = rangeOf([Math.max(edge[0], span[0]), Math.min(edge[1], span[1])]);
  if (CSS.highlights) {
    CSS.highlights.set("chosen-words", new Highlight(...ranges));
    CSS.highlights.set("chosen-end", new Highlight(moving));
  }
  const near = words && (choosing.loose ? words : wordsOf(rangeOf(nearEnd(span, first))));
  panel.querySelector("[data-chosen-words]").textContent = words;
  const said = choosing.loose ? panel.dataset.at : first ? panel.dataset.begins : panel.dataset.ends;
  panel.querySelector("[data-said]").textContent = said.replace("%s", near);
  const { top, bottom } = moving.getBoundingClientRect();
  if (top < 90 || bottom > innerHeight - 90) scrollBy(0, top - innerHeight / 2);
}

/* Up to four words at one end of a stretch, to be said. */
function nearEnd([start, end], first) {
  const inside = story.words.filter((word) => word[0] < end && word[1] > start);
  const some = first ? inside.slice(0, 4) : inside.slice(-4);
  return some.length ? [Math.max(some[0][0], start), Math.min(some.at(-1)[1], end)] : [start, end];
}

/* Move the end to the next bound of a word or sentence in that direction; a stretch stays at least a word. */
function moveEnd(units, step) {
  const { spans, end } = choosing;
  const side = end % 2;
  const span = spans[end >> 1];
  const bounds = units.map((unit) => unit[side]);
  const to = step > 0 ? bounds.find((bound) => bound > span[side]) : bounds.findLast((bound) => bound < span[side]);
  const least = side ? span[0] + 1 : (spans[(end >> 1) - 1]?.[1] ?? 0);
  const most = side ? (spans[(end >> 1) + 1]?.[0] ?? Infinity) : span[1] - 1;
  if (to !== undefined && to >= least && to <= most) span[side] = to;
}

function moveCaret(units, step) {
  const [[start]] = choosing.spans;
  const begins = units.map((unit) => unit[0]);
  const to = step > 0 ? begins.find((one) => one > start) : begins.findLast((one) => one < start);
  const word = story.words.find(([one]) => one === to) ?? story.words.find(([, end]) => end > to);
  if (to !== undefined && word) choosing.spans = [[...word]];
}

function store() {
  const cut = choosing.spans.flatMap(([start, end]) =>
    story.paragraphs.filter(([from, to]) => from < end && to > start).map(([from, to]) => [Math.max(from, start), Math.min(to, end)]));
  const fields = { do: choosing.verb, spans: JSON.stringify(cut), version: story.version };
  if (choosing.verb === "add") fields.who = "none";
  stopChoosing();
  inTurn(() => send(fields));
}

function leave() {
  stopChoosing();
  find("[data-choosing]").hidden = true;
  find("[data-now]")?.focus();
}

function typeInstead() {
  const field = find(choosing.verb === "add" ? "#missed" : "#words");
  leave();
  field.closest("details").open = true;
  field.focus();
}

const UNITS = { ArrowLeft: "words", ArrowRight: "words", ArrowUp: "sentences", ArrowDown: "sentences" };

function keyed(key, shifted) {
  const last = choosing.spans.length * 2 - 1;
  if (key in UNITS) {
    if (shifted) choosing.loose = false;
    const move = choosing.loose ? moveCaret : moveEnd;
    move(story[UNITS[key]], key === "ArrowRight" || key === "ArrowDown" ? 1 : -1);
  } else if (key === " ") choosing.loose = false;
  else if (key === "Home") choosing.end = Math.max(0, choosing.end - 1);
  else if (key === "End") choosing.end = Math.min(last, choosing.end + 1);
  else if (key === "Delete" && last > 1) {
    choosing.spans.splice(choosing.end >> 1, 1);
    choosing.end = Math.min(choosing.end, last - 2);
  } else return false;
  return true;
}

function pressed(key, shifted) {
  if (!choosing) return;
  if (key === "Enter") store();
  else if (key === "Escape") leave();
  else if (key.toLowerCase() === "t") typeInstead();
  else if (keyed(key, shifted)) show();
}

const plain = (event) => !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== "Tab" && event.key !== "Shift";

review.addEventListener("keydown", (event) => {
  if (!choosing || !event.target.matches("[data-choosing]") || !plain(event)) return;
  event.preventDefault();
  event.stopPropagation();
  pressed(event.key, event.shiftKey);
});

/* Keys pressed before the words to choose from are drawn wait for them. */
let opening = 0;
document.addEventListener("keydown", (event) => {
  if (isWriting(event.target) || !plain(event) || choosing || !keysOn) return;
  const { key, shiftKey } = event;
  if (/^[map]$/i.test(key)) {
    opening += 1;
    inTurn(() => { opening -= 1; });
  } else if (opening && (key === " " || key.length > 1)) {
    event.preventDefault();
    inTurn(() => pressed(key, shiftKey));
  }
});

review.addEventListener("click", (event) => {
  const starts = event.target.closest("[data-choose]");
  if (starts) startChoosing(starts.dataset.choose);
  else if (choosing && event.target.closest("[data-store]")) store();
  else if (choosing && event.target.closest("[data-leave]")) leave();
});
