/* The button that switches between light and dark; without scripts the pages follow the reader's system. */
(function () {
  "use strict";
  const root = document.documentElement;
  const key = "kallelse-scheme";
  const dark = matchMedia("(prefers-color-scheme: dark)");

  // A browser may refuse storage; the choice then lasts as long as the page.
  function stored() {
    try { return localStorage.getItem(key); } catch (refused) { return null; }
  }
  function store(scheme) {
    try { localStorage.setItem(key, scheme); } catch (refused) { return; }
  }
  function shown() {
    return root.dataset.scheme || (dark.matches ? "dark" : "light");
  }

  const chosen = stored();
  if (chosen === "dark" || chosen === "light") root.dataset.scheme = chosen;

  document.addEventListener("DOMContentLoaded", function () {
    const button = document.getElementById("k_scheme");
    if (!button) return;
    button.hidden = false;
    button.addEventListener("click", function () {
      root.dataset.scheme = shown() === "dark" ? "light" : "dark";
      store(root.dataset.scheme);
    });
  });
})();
