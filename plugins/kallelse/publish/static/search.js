/* The search page: asks Pagefind's index, shows hits and filters, keeps the question in the address. */
(function () {
  "use strict";
  const SHOWN = 10;
  const byId = (id) => document.getElementById(id);
  const found = byId("k_found");
  const field = byId("k_q");
  const list = byId("k_list");
  const more = byId("k_more");
  const clear = byId("k_clear");
  const lists = document.querySelector(".k-lists");
  const facets = [...document.querySelectorAll("fieldset[data-filter]")];
  const language = document.documentElement.lang;
  const chosen = new Map(facets.map((facet) => [facet.dataset.filter, new Set()]));
  let pagefind = null;
  let latest = 0;
  let results = [];

  function load() {
    pagefind = pagefind || import(new URL(found.dataset.bundle, document.baseURI)).then(async (engine) => {
      await engine.options({ baseUrl: new URL(".", document.baseURI).pathname, excerptLength: 30 });
      await engine.init();
      await engine.filters();
      return engine;
    });
    return pagefind;
  }

  function filters() {
    const wanted = {};
    for (const [name, values] of chosen) if (values.size) wanted[name] = { any: [...values] };
    return wanted;
  }

  function remember() {
    const query = new URLSearchParams();
    if (field.value.trim()) query.set("q", field.value.trim());
    for (const [name, values] of chosen) for (const value of values) query.append(name, value);
    history.replaceState(null, "", query.size ? "?" + query : location.pathname);
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
    let answer;
    try {
      answer = await (await load()).search(words, { filters: filters() });
    } catch (reason) {
      // Where scripts cannot fetch (file://), or the index is missing: the lists remain, and the reason is told.
      console.warn(reason);
      byId("k_failed").hidden = false;
      found.hidden = true;
      return;
    }
    if (own !== latest) return;
    results = answer.results;
    found.hidden = false;
    lists.hidden = results.length > 0;
    byId("k_none").hidden = results.length > 0;
    const noun = results.length === 1 ? found.dataset.one : found.dataset.several;
    byId("k_count").textContent = results.length + " " + noun;
    facets.forEach((facet) => choices(facet, answer.totalFilters[facet.dataset.filter] || {}));
    clear.hidden = ![...chosen.values()].some((values) => values.size);
    list.replaceChildren();
    await show(own);
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
    const { title, kind, committee, date, dnr, pages, packet } = page.meta;
    part(".k-hit__kind").textContent = kind || "";
    part(".k-hit__where").textContent = [committee, date, dnr].filter(Boolean).join(" · ");
    part("h3 a").textContent = title;
    part("h3 a").href = page.url;
    part(".k-hit__text").append(...marked(excerptOf(page)));
    if (packet) {
      part(".k-hit__pages a").textContent = pages;
      part(".k-hit__pages a").href = new URL(packet, document.baseURI);
    } else {
      part(".k-hit__pages").remove();
    }
    return item;
  }

  // Pagefind ends each block with a full stop of its own: one before a small letter goes, unless an abbreviation
  // has it. Where the page has more than the excerpt, three dots say so.
  const SHORT = /(^|[\s(>])(\p{L}|\p{L}+\.\p{L}+|bl|ca|dvs|etc|ev|ex|inkl|exkl|jfr|kl|nr|osv|resp|st|tel)$/iu;
  function excerptOf({ excerpt, content }) {
    const unmarked = (text) => text.replace(/<\/?mark>/g, "").trim();
    const whole = unmarked(content || "");
    const shown = unmarked(excerpt);
    const text = excerpt.trim().replace(/\.(?=(<\/mark>)?\s+(<mark>)?\p{Ll})/gu, (stop, ...found) => {
      const before = found[found.length - 1].slice(0, found[found.length - 2]);
      return SHORT.test(before) ? stop : "";
    });
    return (whole.startsWith(shown) ? "" : "…\u00a0") + text + (whole.endsWith(shown) ? "" : "\u00a0…");
  }

  // The excerpt is HTML: only its text and its marks are taken.
  function marked(excerpt) {
    const read = new DOMParser().parseFromString(excerpt, "text/html").body;
    return [...read.childNodes].map((node) => {
      if (node.nodeName !== "MARK") return document.createTextNode(node.textContent);
      const mark = document.createElement("mark");
      mark.textContent = node.textContent;
      return mark;
    });
  }

  function choices(facet, counts) {
    const name = facet.dataset.filter;
    const values = chosen.get(name);
    const order = name === "year" ? (a, b) => b - a : (a, b) => a.localeCompare(b, language);
    const names = Object.keys(counts).filter((value) => counts[value] || values.has(value)).sort(order);
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
      count.textContent = counts[value];
      return label;
    });
    facet.querySelector("div").replaceChildren(...labels);
    facet.hidden = names.length === 0;
    const again = labels.find((label) => label.firstElementChild.value === focused);
    if (again) again.firstElementChild.focus();
  }

  let pause = 0;
  function soon() {
    clearTimeout(pause);
    pause = setTimeout(search, 200);
  }

  document.querySelector(".k-search").addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  field.addEventListener("input", soon);
  field.addEventListener("focus", () => load().catch((reason) => console.warn(reason)), { once: true });
  more.addEventListener("click", async () => {
    const first = await show(latest);
    if (first) first.querySelector("a").focus();
  });
  clear.addEventListener("click", () => {
    for (const values of chosen.values()) values.clear();
    search();
    field.focus();
  });

  byId("k_facets").open = matchMedia("(min-width: 60rem)").matches;
  const query = new URLSearchParams(location.search);
  field.value = query.get("q") || "";
  for (const [name, values] of chosen) for (const value of query.getAll(name)) values.add(value);
  search();
})();
