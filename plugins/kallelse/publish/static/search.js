/* The search page: shows hits and filters, and keeps the question in the address. What asks and what shows a hit is
   fetched when there is something to ask. */
(function () {
  "use strict";
  const SHOWN = 10;
  const LIVE = 3;
  const WAIT = 500;
  const byId = (id) => document.getElementById(id);
  const found = byId("k_found");
  const form = document.querySelector(".k-search");
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
  let engine = null;
  let modules = null;
  const title = document.title;
  let latest = 0;
  let isSettled = Boolean(new URLSearchParams(location.search).get("q"));
  let results = [];

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  // Index

  function load() {
    engine = engine || Promise.all([import("./search-index.js"), import("./search-hit.js")]).then(([index, hits]) => {
      modules = { ...index, ...hits };
      return index.load(bundle);
    });
    return engine;
  }

  /** The filters that are chosen, but for that with the name `but`. */
  function filters(but) {
    const wanted = {};
    for (const [name, values] of chosen) if (values.size && name !== but) wanted[name] = { any: [...values] };
    return wanted;
  }

  const isNarrowed = () => [...chosen.values()].some((values) => values.size);

  // Registry numbers

  function showNumber(number, { is, may }) {
    const rows = number ? is.concat(may) : [];
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
    return rows.length;
  }

  // Search

  /** Keeps the question in the address: other words than those that somebody stayed with are a place to go back to. */
  function remember() {
    const query = new URLSearchParams();
    if (field.value.trim()) query.set("q", field.value.trim());
    for (const [name, values] of chosen) for (const value of values) query.append(name, value);
    if (order.value) query.set(order.name, order.value);
    const before = new URLSearchParams(location.search).get("q");
    const isNew = isSettled && before && query.get("q") && before !== query.get("q");
    const address = query.size ? "?" + query : location.pathname;
    if (isNew) history.pushState(null, "", address);
    else history.replaceState(history.state, "", address);
    if (isNew) isSettled = false;
    document.title = field.value.trim() ? `${field.value.trim()} – ${title}` : title;
  }

  /** Takes the question from the address. */
  function recall() {
    const query = new URLSearchParams(location.search);
    field.value = query.get("q") || "";
    for (const [name, values] of chosen) {
      values.clear();
      for (const value of query.getAll(name)) values.add(value);
    }
    order.value = query.get(order.name) || "";
    if (order.selectedIndex < 0) order.value = "";
    if (isNarrowed()) narrow.open = true;
  }

  /** Shows why there is no search, and the words that were typed in place of the field. */
  function refuse(why) {
    const words = field.value.trim();
    byId("k_asked").hidden = !words;
    byId("k_asked_words").textContent = fill(told.asked, { query: words });
    form.hidden = true;
    byId("k_empty").hidden = true;
    found.hidden = true;
    lists.hidden = false;
    byId(why).hidden = false;
  }

  function fail(reason) {
    console.warn(reason);
    const again = byId("k_again");
    const wasTyping = form.contains(document.activeElement);
    again.href = location.href;
    again.hidden = false;
    refuse("k_failed");
    if (wasTyping) again.focus();
  }

  /** Says after a while that the answer is to come, since nothing else would on a slow net. */
  const waiting = (own) => setTimeout(() => {
    if (own !== latest) return;
    found.setAttribute("aria-busy", "true");
    found.hidden = false;
    byId("k_count").textContent = told.searching;
  }, WAIT);

  async function search(shown = SHOWN) {
    const own = ++latest;
    const words = field.value.trim();
    remember();
    byId("k_empty").hidden = Boolean(words);
    if (!words) {
      found.hidden = true;
      lists.hidden = false;
      return;
    }
    const wait = waiting(own);
    try {
      const pagefind = await load();
      if (narrow.open || isNarrowed()) await pagefind.filters();
      const answer = await modules.ask(pagefind, bundle, words, filters(), SHOWN);
      const counts = narrow.open ? await countsOf(pagefind, answer) : null;
      const { number, rows } = answer;
      const ordered = modules.inOrder(answer.results, order.value || (number ? "newest" : ""));
      const hits = await hitsOf(ordered.slice(0, shown));
      if (own !== latest) return;
      results = ordered;
      list.replaceChildren(...hits);
      more.hidden = hits.length >= results.length;
      if (counts) facets.forEach((facet) => choices(facet, counts[facet.dataset.filter] || {}));
      // Who is told of the hits finds them in place.
      tell(words, number, showNumber(number, rows));
    } catch (reason) {
      if (own === latest) fail(reason);
    } finally {
      clearTimeout(wait);
      if (own === latest) found.removeAttribute("aria-busy");
    }
  }

  function tell(words, number, known) {
    const count = results.length;
    found.hidden = false;
    clear.hidden = !isNarrowed();
    lists.hidden = count > 0 || known > 0;
    byId("k_hits").textContent = number ? told.mentioned : found.dataset.head;
    byId("k_order_row").hidden = count < 2 || Boolean(number);
    byId("k_count").textContent = count
      ? fill(count === 1 ? told.hit : told.hits, { count: count.toLocaleString(language) })
      : fill(number ? told.not_mentioned : isNarrowed() ? told.none_narrowed : told.none, { query: words });
  }

  /** How many hits each value would have beside the values that are chosen of the other filters. */
  async function countsOf(pagefind, { asked, counts: within }) {
    const counts = { ...within };
    for (const [name, values] of chosen) {
      if (values.size) counts[name] = (await pagefind.search(asked, { filters: filters(name) })).filters[name];
    }
    return counts;
  }

  const hitsOf = async (some) => (await Promise.all(some.map((result) => result.data()))).map(hit);

  async function showMore() {
    const own = latest;
    const hits = await hitsOf(results.slice(list.children.length, list.children.length + SHOWN));
    if (own !== latest) return;
    list.append(...hits);
    more.hidden = list.children.length >= results.length;
    hits[0].querySelector("a").focus();
  }

  function hit(page) {
    const item = byId("k_hit").content.firstElementChild.cloneNode(true);
    modules.fillHit(item, page, told, fill);
    return item;
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

  recall();
  if (location.protocol === "file:") {
    refuse("k_disk");
    return;
  }

  let pause = 0;
  function soon() {
    clearTimeout(pause);
    const { length } = field.value.trim();
    if (!length || length >= LIVE) pause = setTimeout(() => search(), 400);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    search();
    isSettled = true;
  });
  field.addEventListener("change", () => { isSettled = true; });
  field.addEventListener("input", soon);
  field.addEventListener("focus", () => load().catch((reason) => console.warn(reason)), { once: true });
  order.addEventListener("change", () => search());
  narrow.addEventListener("toggle", () => { if (narrow.open) search(); });
  more.addEventListener("click", () => showMore().catch(fail));
  clear.addEventListener("click", () => {
    for (const values of chosen.values()) values.clear();
    search();
    narrow.querySelector("summary").focus();
  });

  // Who comes back to a long list finds the place, also where the browser has not kept the page.
  addEventListener("pagehide", () => {
    history.replaceState({ shown: list.children.length, top: scrollY }, "");
  });
  addEventListener("popstate", () => {
    clearTimeout(pause);
    isSettled = true;
    recall();
    search();
  });

  const { shown, top } = history.state || {};
  search(Math.max(SHOWN, shown || 0)).then(() => { if (top) scrollTo(0, top); });
})();
