/* The search page: asks Pagefind's index and the list of registry numbers, shows hits and filters, keeps the question
   in the address. How the index spells words is told in publish/searchtext.py. */
(function () {
  "use strict";
  const SHOWN = 10;
  const LENGTH = 30;
  const LIVE = 3;
  const byId = (id) => document.getElementById(id);
  const found = byId("k_found");
  const field = byId("k_q");
  const order = byId("k_order");
  const list = byId("k_list");
  const more = byId("k_more");
  const clear = byId("k_clear");
  const narrow = byId("k_facets");
  const lists = document.querySelector(".k-lists");
  const facets = [...document.querySelectorAll("fieldset[data-filter]")];
  const chosen = new Map(facets.map((facet) => [facet.dataset.filter, new Set()]));
  const told = JSON.parse(found.dataset.told);
  const bundle = new URL(found.dataset.bundle, document.baseURI);
  const language = document.documentElement.lang;
  let pagefind = null;
  let latest = 0;
  let results = [];

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  // Spelling

  const SPELLED = { å: "\u01c0a", Å: "\u01c0A", ä: "\u01c1a", Ä: "\u01c1A", ö: "\u01c1o", Ö: "\u01c1O" };
  const PLAIN = Object.fromEntries(Object.entries(SPELLED).map(([letter, spelling]) => [spelling, letter]));
  const spelled = (text) => text.normalize("NFC").replace(/[åäö]/gi, (letter) => SPELLED[letter]);
  function plain(text) {
    return (text || "")
      .replace(/([\p{L}\p{Pd}])\|(?=[\p{L}\d])/gu, "$1")
      .replace(/[\u01c0\u01c1][ao]/gi, (spelling) => PLAIN[spelling] || spelling)
      .replace(/[\ue000-\ue7ff]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xe000));
  }

  // Index

  function load() {
    pagefind = pagefind || import(bundle).then(async (engine) => {
      const baseUrl = new URL(".", document.baseURI).pathname;
      // A worker would fetch the engine a second time.
      await engine.options({ baseUrl, excerptLength: 1, noWorker: true });
      await engine.init();
      return engine;
    });
    return pagefind;
  }

  /** The filters that are chosen, but for that with the name `but`. */
  function filters(but) {
    const wanted = {};
    for (const [name, values] of chosen) if (values.size && name !== but) wanted[name] = { any: [...values] };
    return wanted;
  }

  const isNarrowed = () => [...chosen.values()].some((values) => values.size);

  // Registry numbers

  const shards = new Map();
  const figures = (text) => text.match(/\d+/g) || [];
  const bare = (figure) => figure.replace(/^0+(?=\d)/, "");
  const letters = (text) => (text.match(/\p{L}+/gu) || []).join("").toUpperCase();
  const YEAR = /^(19|20)\d\d$/;

  /** What the words are as a registry number, null where they cannot be one. */
  function numberOf(words) {
    const text = words.replace(/^(dnr|diarienummer|diarienr|registry number|reg\.? no)(?!\p{L})[.:\s]*/iu, "").trim();
    if (!/^(\p{L}{1,12}[\s./:\p{Pd}]*)?\d{1,8}([\s./:\p{Pd}]+\d{1,8}){1,3}([\s./:\p{Pd}]*\p{L}{1,12})?$/u.test(text)) {
      return null;
    }
    const all = figures(text);
    // Days and spans of years are written alike.
    const isDoubtful = !letters(text) && (all.length === 3 ? YEAR.test(all[0]) : YEAR.test(all[0]) && YEAR.test(all[1]));
    return { text, figures: all, letters: letters(text), isDoubtful };
  }

  function rowsOf(number) {
    const digit = number.figures[1].slice(-1);
    if (!shards.has(digit)) {
      shards.set(digit, fetch(new URL(`numbers-${digit}.json`, bundle)).then((answer) => {
        if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
        return answer.json();
      }));
    }
    return shards.get(digit);
  }

  const sameYear = (one, other) => one === other || (one.length === 2 && other.length === 4 && other.endsWith(one));

  /** The rows that the number is, and those that it may be: without zeros, letters or the century. */
  async function looked(number) {
    const may = (await rowsOf(number)).filter(([value]) => {
      const own = figures(value).map(bare);
      return number.figures.every((figure, place) => place
        ? bare(figure) === own[place]
        : sameYear(bare(figure), own[0]));
    });
    const is = may.filter(([value]) => figures(value).join(" ") === number.figures.join(" ")
      && (!number.letters || number.letters === letters(value)));
    const alone = new Set(is.map(([value]) => value)).size === 1;
    const rows = is.length ? is : may;
    const [value] = new Set(rows.map(([each]) => each)).size === 1 ? rows[0] : [number.figures.join("/")];
    return { is: alone ? is : [], may: alone ? [] : rows, text: value };
  }

  function showNumber(number, { is, may }) {
    const rows = is.length ? is : may;
    const head = is.length ? fill(told.number, { number: is[0][0] }) : told.several;
    byId("k_number").hidden = !number;
    byId("k_number_none").hidden = rows.length > 0 && (is.length > 0 || !number.letters);
    byId("k_number_none").textContent = number ? fill(told.no_number, { number: number.text }) : "";
    byId("k_number_head").textContent = rows.length ? head : "";
    byId("k_number_head").hidden = !rows.length;
    byId("k_number_list").replaceChildren(...rows.map(([value, title, address]) => {
      const item = byId("k_row").content.firstElementChild.cloneNode(true);
      const link = item.querySelector("a");
      link.textContent = title;
      link.href = new URL(address, document.baseURI);
      item.querySelector("span").textContent = title.includes(value) ? "" : value;
      return item;
    }));
    return rows;
  }

  // Search

  function remember() {
    const query = new URLSearchParams();
    if (field.value.trim()) query.set("q", field.value.trim());
    for (const [name, values] of chosen) for (const value of values) query.append(name, value);
    if (order.value) query.set(order.name, order.value);
    history.replaceState(null, "", query.size ? "?" + query : location.pathname);
  }

  function fail(reason) {
    console.warn(reason);
    byId("k_failed").hidden = false;
    found.hidden = true;
    lists.hidden = false;
  }

  async function search() {
    const own = ++latest;
    const words = field.value.trim();
    remember();
    byId("k_empty").hidden = Boolean(words);
    if (!words) {
      found.hidden = true;
      lists.hidden = false;
      return;
    }
    try {
      const engine = await load();
      let number = numberOf(words);
      const rows = number ? await looked(number) : { is: [], may: [] };
      if (number && number.isDoubtful && !rows.is.length) number = null;
      // Of a number, only the very same counts: what is near to it is another case.
      if (narrow.open || isNarrowed()) await engine.filters();
      const asked = number ? `"${rows.text.replace(/^\D+/, "")}"` : await plainForms(engine, spelled(words));
      let answer = await engine.search(asked, { filters: filters() });
      if (answer.results.length < SHOWN && !number) {
        // Words that begin with what was asked may go on in the part of the index after that of the word itself.
        await engine.preload(asked.replace(/[^\p{L}\d\s]+/gu, "").split(/\s+/).map((term) => term + "\u01c2").join(" "));
        answer = await engine.search(asked, { filters: filters() });
      }
      if (!number && !(await isMeant(engine, asked, answer))) answer.results = [];
      const counts = narrow.open ? await countsOf(engine, asked, answer) : null;
      if (own !== latest) return;
      const shown = number ? showNumber(number, rows) : showNumber(null, { is: [], may: [] });
      results = inOrder(answer.results, Boolean(number));
      tell(words, number, shown.length);
      if (counts) facets.forEach((facet) => choices(facet, counts[facet.dataset.filter] || {}));
      list.replaceChildren();
      await show(own);
    } catch (reason) {
      if (own === latest) fail(reason);
    }
  }

  function tell(words, number, known) {
    const count = results.length;
    found.hidden = false;
    byId("k_failed").hidden = true;
    clear.hidden = !isNarrowed();
    lists.hidden = count > 0 || known > 0;
    byId("k_hits").textContent = number ? told.mentioned : found.dataset.head;
    byId("k_order_row").hidden = count < 2 || Boolean(number);
    byId("k_count").textContent = count
      ? fill(count === 1 ? told.hit : told.hits, { count: count.toLocaleString(language) })
      : fill(number ? told.not_mentioned : isNarrowed() ? told.none_narrowed : told.none, { query: words });
  }

  // What stems take from the end of a word (the Snowball project's lists for Swedish, the commonest for English).
  const ENDS = {
    sv: /(heterna|hetens|heten|heter|hetern|anden|arnas|ernas|ornas|andes|arens|andet|arna|erna|orna|ande|arne|aste|aren|ades|erns|ade|are|ern|ens|het|ast|els|lig|ad|en|ar|er|or|as|es|at|ig|a|e|s|t)?$/,
    en: /(ations|ation|ements|ement|ments|ment|ness|ings|ing|ies|ied|ers|ely|er|ed|es|ly|e|s|y)?$/,
  };

  /** The words with `skola` for `skolan`, of which the stem is another; the index has the plain form of it too. */
  async function plainForms(engine, asked) {
    if (language !== "sv" || asked.includes('"')) return asked;
    const forms = asked.split(/\s+/).map(async (term) => {
      const form = term.replace(/(\p{L}{3}a)ns?$/u, "$1");
      return form !== term && (await engine.search(`"${form}"`)).unfilteredResultCount ? form : term;
    });
    return (await Promise.all(forms)).join(" ");
  }

  /** Whether the hits have what was asked: of a word that no page has, Pagefind finds one that it begins with. */
  async function isMeant(engine, asked, answer) {
    if (!answer.results.length || /^\s*".+"\s*$/.test(asked)) return true;
    const terms = asked.toLowerCase().split(/\s+/).map((term) => term.replace(/[^\p{L}\d]/gu, "")).filter(Boolean);
    const unknown = [];
    for (const term of terms) if (!(await engine.search(`"${term}"`)).unfilteredResultCount) unknown.push(term);
    if (!unknown.length) return true;
    const page = await answer.results[0].data();
    const words = page.content.split(/\s+/);
    const texts = page.locations.length ? page.locations.map((place) => words[place]) : page.meta.title.split(/\s+/);
    const pieces = texts.flatMap((text) => {
      const small = text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
      return [...small.split(/[^\p{L}\d]+/u), small.replace(/[^\p{L}\d]/gu, "")];
    });
    return unknown.every((term) => {
      const least = term.normalize("NFD").replace(/\p{M}/gu, "").replace(ENDS[language] || ENDS.en, "");
      return pieces.some((piece) => piece.startsWith(least));
    });
  }

  /** How many hits each value would have beside the values that are chosen of the other filters. */
  async function countsOf(engine, asked, answer) {
    const counts = { ...answer.filters };
    for (const [name, values] of chosen) {
      if (values.size) counts[name] = (await engine.search(asked, { filters: filters(name) })).filters[name];
    }
    return counts;
  }

  // The name of a page in the index begins with its day (publish/searchorder.py).
  const day = (result) => parseInt(result.id, 36);
  function inOrder(hits, isNumber) {
    if (!order.value && !isNumber) return hits;
    const sign = order.value === "oldest" ? 1 : -1;
    return [...hits].sort((one, other) => sign * (day(one) - day(other)));
  }

  async function show(own) {
    const from = list.children.length;
    const pages = await Promise.all(results.slice(from, from + SHOWN).map((result) => result.data()));
    if (own !== latest) return;
    const hits = pages.map(hit);
    list.append(...hits);
    more.hidden = list.children.length >= results.length;
    return hits[0];
  }

  function hit(page) {
    const item = byId("k_hit").content.firstElementChild.cloneNode(true);
    const part = (name) => item.querySelector(name);
    const meta = Object.fromEntries(Object.entries(page.meta).map(([name, value]) => [name, plain(value)]));
    const words = page.content.split(/\s+/);
    const [begin, first] = windowOf(page.weighted_locations, words.length);
    const place = placeOf(page, first);
    part(".k-hit__kind").textContent = meta.kind || "";
    part(".k-hit__where").textContent = [meta.committee, meta.date, meta.dnr].filter(Boolean).join(" · ");
    part("h3 a").textContent = meta.title;
    part("h3 a").href = page.url + (place.heading ? "#" + encodeURIComponent(place.heading) : "");
    part(".k-hit__text").append(...excerpt(words, begin, new Set(page.locations)));
    const links = [
      meta.packet && (place.packet
        ? [fill(told.packet_page, { page: place.label || place.packet }), meta.packet.replace(/#.*/, "") + "#page=" + place.packet]
        : [meta.pages, meta.packet]),
      meta.file && place.file && [fill(told.file_page, { page: place.file }), meta.file + "#page=" + place.file],
    ].filter(Boolean);
    const pages = part(".k-hit__pages");
    const sample = pages.firstElementChild;
    pages.replaceChildren(...links.flatMap(([text, address], place) => {
      const link = sample.cloneNode(true);
      link.textContent = text;
      link.href = new URL(address, document.baseURI);
      return place ? [" ", link] : [link];
    }));
    if (!links.length) pages.remove();
    return item;
  }

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
        const mark = document.createElement("mark");
        mark.textContent = text;
        nodes.push(mark);
      } else {
        nodes.push(text);
      }
      if (place + 1 < end) nodes.push(" ");
    }
    return [...nodes, end < words.length ? "\u00a0…" : ""];
  }

  // Filters

  function choices(facet, counts) {
    const name = facet.dataset.filter;
    const values = chosen.get(name);
    const sorted = name === "year" ? (a, b) => b - a : (a, b) => a.localeCompare(b, language);
    const names = [...new Set([...Object.keys(counts).filter((value) => counts[value]), ...values])].sort(sorted);
    const focused = facet.contains(document.activeElement) ? document.activeElement.value : null;
    const labels = names.map((value) => {
      const label = byId("k_choice").content.firstElementChild.cloneNode(true);
      const [box, text, count] = label.children;
      box.value = value;
      box.checked = values.has(value);
      box.addEventListener("change", () => {
        if (box.checked) values.add(value); else values.delete(value);
        search();
      });
      text.textContent = value;
      count.textContent = (counts[value] || 0).toLocaleString(language);
      return label;
    });
    facet.querySelector("div").replaceChildren(...labels);
    facet.hidden = names.length === 0;
    const again = labels.find((label) => label.firstElementChild.value === focused);
    if (again) again.firstElementChild.focus();
  }

  if (location.protocol === "file:") {
    byId("k_disk").hidden = false;
    byId("k_empty").hidden = true;
    return;
  }

  let pause = 0;
  function soon() {
    clearTimeout(pause);
    const { length } = field.value.trim();
    if (!length || length >= LIVE) pause = setTimeout(search, 400);
  }

  document.querySelector(".k-search").addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    search();
  });
  field.addEventListener("input", soon);
  field.addEventListener("focus", () => load().catch((reason) => console.warn(reason)), { once: true });
  order.addEventListener("change", search);
  narrow.addEventListener("toggle", () => { if (narrow.open) search(); });
  more.addEventListener("click", async () => {
    const first = await show(latest);
    if (first) first.querySelector("a").focus();
  });
  clear.addEventListener("click", () => {
    for (const values of chosen.values()) values.clear();
    search();
    narrow.querySelector("summary").focus();
  });

  const query = new URLSearchParams(location.search);
  field.value = query.get("q") || "";
  for (const [name, values] of chosen) for (const value of query.getAll(name)) values.add(value);
  order.value = query.get(order.name) || "";
  if (order.selectedIndex < 0) order.value = "";
  if (isNarrowed()) narrow.open = true;
  search();
})();
