/* The page on which a PDF is checked: its SHA-256 is computed here and looked up in the list of published records. */
(function () {
  "use strict";
  const LINE = /^([0-9a-f]{64}) [ *](.+)$/;
  const byId = (id) => document.getElementById(id);
  const place = byId("k_verify");
  const field = byId("k_file");
  const said = byId("k_said");
  const shown = byId("k_digest");
  let latest = 0;

  function say(...names) {
    said.replaceChildren(...names.map((name) => byId(name).content.cloneNode(true)));
  }

  async function digestOf(file) {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
    return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  async function published() {
    const answer = await fetch(place.dataset.list, { cache: "no-cache" });
    if (!answer.ok) throw new Error(answer.status + " " + answer.url);
    const lines = (await answer.text()).split("\n").map((line) => LINE.exec(line.trim())).filter(Boolean);
    if (!lines.length) throw new Error("empty: " + answer.url);
    return lines.map(([, digest, address]) => ({ digest, address }));
  }

  // Groups have room between them, not blanks, so that what is copied is what stands in the list.
  function show(digest) {
    const groups = digest.match(/.{8}/g).flatMap((group) => {
      const part = document.createElement("span");
      part.textContent = group;
      return [part, document.createElement("wbr")];
    });
    shown.querySelector("code").replaceChildren(...groups);
    shown.hidden = false;
  }

  async function answered(digest) {
    const list = await published();
    const last = list.map((entry) => entry.digest).lastIndexOf(digest);
    if (last < 0) return () => say("k_unknown");
    const { address } = list[last];
    const isLater = list.some((entry, place) => place > last && entry.address === address);
    return () => {
      say("k_published", ...(isLater ? ["k_later"] : []));
      const link = said.querySelector("a");
      link.textContent = address;
      link.href = new URL("./" + address.split("/").map(encodeURIComponent).join("/"), document.baseURI);
    };
  }

  async function check() {
    const own = ++latest;
    const [file] = field.files;
    shown.hidden = true;
    say(...(file ? ["k_working"] : []));
    if (!file) return;
    const told = async (work, failed) => {
      try {
        return await work();
      } catch (reason) {
        console.warn(reason);
        if (own === latest) say(failed);
        return null;
      }
    };
    const digest = await told(() => digestOf(file), "k_unread");
    if (!digest || own !== latest) return;
    show(digest);
    const tell = await told(() => answered(digest), "k_unlisted");
    if (tell && own === latest) tell();
  }

  // Scripts can fetch the list and compute only on pages that come by https, or from this computer (SubtleCrypto).
  if (!location.protocol.startsWith("http") || !globalThis.crypto?.subtle) return;
  byId("k_needs").hidden = true;
  place.hidden = false;
  field.addEventListener("change", check);
  check();
})();
