/* A page of the index turned into what a hit shows: its facts, its place, some words around those that were found. */
import { plain } from "./search-index.js";

const LENGTH = 30;

/** Where the words of an excerpt begin, and the first of them that was found, or null. */
function windowOf(locations, count) {
  if (!locations.length) return [0, null];
  const ordered = [...locations].sort((one, other) => one.location - other.location);
  let best = null;
  ordered.forEach((each, place) => {
    const within = ordered.slice(place).filter((other) => other.location < each.location + LENGTH);
    const score = within.reduce((sum, other) => sum + other.balanced_score, 0);
    if (!best || score > best.score) best = { score, first: each.location, last: within[within.length - 1].location };
  });
  const begin = Math.round((best.first + best.last - LENGTH) / 2);
  return [Math.max(0, Math.min(begin, count - LENGTH)), best.first];
}

/** The heading above a word, and the pages that it stands on, as marks in the page tell (publish/pagemarks.py). */
function placeOf(page, word) {
  if (word === null) return {};
  const above = page.anchors.filter((anchor) => anchor.location <= word);
  const last = (isIt) => above.filter(isIt).sort((one, other) => one.location - other.location).pop();
  const heading = last((anchor) => /^h[2-6]$/i.test(anchor.element));
  const mark = last((anchor) => anchor.id.startsWith("k:"));
  const [packet, label, file] = mark ? mark.id.slice(2).split("|") : [];
  return { heading: heading && plain(heading.id), packet, label: label && plain(label), file };
}

// Pagefind ends each block with a full stop of its own: one before a small letter goes, unless an abbreviation
// has it. Where the page has more than the excerpt, three dots say so.
const SHORT = /^\W*(\p{L}|\p{L}+\.\p{L}+|bl|ca|dvs|etc|ev|ex|inkl|exkl|jfr|kl|nr|osv|resp|st|tel)\.$/iu;
function excerpt(words, begin, marked) {
  const end = Math.min(begin + LENGTH, words.length);
  const nodes = [begin > 0 ? "…\u00a0" : ""];
  for (let place = begin; place < end; place++) {
    const next = plain(words[place + 1]);
    const word = plain(words[place]);
    const text = /^\p{Ll}/u.test(next) && !SHORT.test(word) ? word.replace(/\.$/, "") : word;
    if (marked.has(place)) {
      const [, before, core, after] = text.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u);
      const mark = document.createElement("mark");
      mark.textContent = core;
      nodes.push(before, mark, after);
    } else {
      nodes.push(text);
    }
    if (place + 1 < end) nodes.push(" ");
  }
  return [...nodes, end < words.length ? "\u00a0…" : ""];
}

/** Before whom, when and under which numbers; a day and a number are not parted by the end of a line. */
function where(meta) {
  const whole = (text) => {
    const one = document.createElement("span");
    one.className = "k-one";
    one.textContent = text;
    return one;
  };
  const numbers = (meta.dnr || "").split(", ").filter(Boolean);
  const facts = [
    [meta.committee],
    [meta.date && whole(meta.date)],
    numbers.flatMap((number, place) => (place ? [", ", whole(number)] : [whole(number)])),
  ];
  return facts.filter(([first]) => first).flatMap((fact, place) => (place ? [" · ", ...fact] : fact));
}

/** Fills the item of a hit; `told` are the words of its links. */
export function fillHit(item, page, told, fill) {
  const part = (name) => item.querySelector(name);
  const meta = Object.fromEntries(Object.entries(page.meta).map(([name, value]) => [name, plain(value)]));
  const words = page.content.split(/\s+/);
  const [begin, first] = windowOf(page.weighted_locations, words.length);
  const place = placeOf(page, first);
  part(".k-hit__kind").textContent = meta.kind || "";
  part(".k-hit__where").append(...where(meta));
  part("h3 a").textContent = meta.title;
  part("h3 a").href = page.url + (place.heading ? "#" + encodeURIComponent(place.heading) : "");
  part(".k-hit__text").append(...excerpt(words, begin, new Set(page.locations)));
  const pages = part(".k-hit__pages");
  const sample = pages.firstElementChild;
  const links = linksOf(meta, place, told, fill);
  pages.replaceChildren(...links.flatMap(([text, address], number) => {
    const link = sample.cloneNode(true);
    link.textContent = text;
    link.href = new URL(address, document.baseURI);
    return number ? [" ", link] : [link];
  }));
  if (!links.length) pages.remove();
}

function linksOf(meta, place, told, fill) {
  const links = [];
  if (meta.packet && place.packet) {
    const text = fill(told.packet_page, { page: place.label || place.packet });
    links.push([text, meta.packet.replace(/#.*/, "") + "#page=" + place.packet]);
  } else if (meta.packet) {
    links.push([meta.pages, meta.packet]);
  }
  if (meta.file && place.file) links.push([fill(told.file_page, { page: place.file }), meta.file + "#page=" + place.file]);
  return links;
}
