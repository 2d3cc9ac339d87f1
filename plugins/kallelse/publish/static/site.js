/* The button that switches between light and dark; without scripts the pages follow the reader's system. Words that are
   explained show what they mean under the pointer too; without scripts they are pressed. */
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

  // What shows under a pointer stays while the pointer is on it, and goes by Esc as any popover (WCAG 2.2, 1.4.13).
  const HOVERED = "data-hovered";
  let waiting = 0;
  const textOf = ({ target }) => target.closest(".k-term__text") || target.closest(".k-term")?.nextElementSibling;
  function hover(event) {
    const text = event.pointerType === "mouse" ? textOf(event) : null;
    if (!text?.showPopover) return;
    clearTimeout(waiting);
    const enters = event.type === "pointerover";
    waiting = setTimeout(() => {
      const open = text.matches(":popover-open");
      if (enters && !open) text.showPopover({ source: text.previousElementSibling });
      else if (!enters && open && text.hasAttribute(HOVERED)) text.hidePopover();
      else return;
      text.toggleAttribute(HOVERED, enters);
    }, 250);
  }
  document.addEventListener("pointerover", hover);
  document.addEventListener("pointerout", hover);
  // Who presses a word has chosen: nothing shows by itself after that, and what shows already is kept.
  document.addEventListener("click", (event) => {
    const text = event.target.closest(".k-term")?.nextElementSibling;
    if (!text) return;
    clearTimeout(waiting);
    if (!text.hasAttribute(HOVERED)) return;
    text.removeAttribute(HOVERED);
    if (text.matches(":popover-open")) event.preventDefault();
  });
})();
