// The reading that follows the typing: 150 ms after a key the unsaved text is read on the server (and not stored), the
// list beside the text is renewed, and the evidence is marked. Pointing at a chip points at its words.
(() => {
  "use strict";
  const QUIET = 150;

  // panel: the element that holds the list; form: the page's form; marks: what describe-marks.js gives
  const reading = (panel, form, marks) => {
    let timer = 0;
    let asked = null;
    const chips = () => [...panel.querySelectorAll("[data-start]")];
    // A chip that stands for several places in the text names the others in data-also: "12-18 40-46".
    const places = ({ start, end, also }) => [`${start}-${end}`, ...(also || "").trim().split(" ").filter(Boolean)];
    const spans = () => chips().flatMap(({ dataset }) => places(dataset).map((place) => {
      const [start, end] = place.split("-").map(Number);
      return { key: dataset.key, words: dataset.evidence, not: dataset.not === "yes", start, end };
    }));

    const renew = (html) => {
      const open = new Set([...panel.querySelectorAll("details[open][data-key]")].map((one) => one.dataset.key));
      panel.innerHTML = html;
      for (const one of panel.querySelectorAll("details[data-key]")) one.open = open.has(one.dataset.key);
      marks.show(spans());
    };
    const read = async () => {
      asked?.abort();
      asked = new AbortController();
      try {
        const reply = await fetch(panel.dataset.address, {
          method: "POST", body: new URLSearchParams(new FormData(form)), signal: asked.signal, redirect: "manual",
          headers: { "X-CSRFToken": form.elements.csrf_token.value },
        });
        if (reply.ok) renew(await reply.text());
      } catch {
        // Superseded by the next key, or no network: the last reading stays, and autosave says what is wrong.
      }
    };
    const point = (event) => {
      const chip = event.target.closest?.("[data-start]");
      marks.point(chip && panel.contains(chip) ? chip.dataset.key : null);
    };

    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(read, QUIET);
    });
    panel.addEventListener("mouseover", point);
    panel.addEventListener("mouseleave", () => marks.point(null));
    panel.addEventListener("focusin", point);
    panel.addEventListener("focusout", () => marks.point(null));
    marks.show(spans());
    return { read, renew };
  };

  window.translator = Object.assign(window.translator || {}, { reading });
})();
