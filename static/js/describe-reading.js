// The reading that follows the typing, while one goes on typing too: 120 ms after a key the unsaved text is read on the
// server (and not stored), the list beside the text is renewed, and the evidence is marked. One reading is under way at
// a time; keys pressed meanwhile are read after it. Pointing at a chip points at its words.
(() => {
  "use strict";
  const PAUSE = 120;
  const SLOW = 5000; // a reading that takes longer is given up

  // panel: the element that holds the list; form: the page's form; marks: what describe-marks.js gives
  const reading = (panel, form, marks) => {
    const tally = document.querySelector("[data-tally]");
    let timer = 0;
    let asked = false;
    let behind = false;
    let renewed = 0;
    const chips = () => [...panel.querySelectorAll("[data-start]")];
    // A chip that stands for several places in the text names the others in data-also: "12-18 40-46".
    const places = ({ start, end, also }) => [`${start}-${end}`, ...(also || "").trim().split(" ").filter(Boolean)];
    const spans = () => chips().flatMap(({ dataset }) => places(dataset).map((place) => {
      const [start, end] = place.split("-").map(Number);
      return { key: dataset.key, words: dataset.evidence, not: dataset.not === "yes", start, end };
    }));

    // Whoever stands on a chip when the list is renewed stands on it afterwards.
    const keepFocus = () => {
      const standing = document.activeElement;
      const key = panel.contains(standing) ? standing.closest("[data-key]")?.dataset.key : undefined;
      const nth = [...panel.querySelectorAll("summary, a, button")].indexOf(standing);
      return () => {
        if (nth < 0) return;
        const same = key && panel.querySelector(`[data-key="${CSS.escape(key)}"] > summary`);
        (same || panel.querySelectorAll("summary, a, button")[nth] || panel.querySelector("h2")).focus({ preventScroll: true });
      };
    };
    const count = () => {
      const many = chips().length;
      if (tally) tally.textContent = many ? `: ${many} ${many === 1 ? "thing" : "things"}` : "";
    };
    const renew = (html) => {
      renewed += 1;
      const open = new Set([...panel.querySelectorAll("details[open][data-key]")].map((one) => one.dataset.key));
      const refocus = keepFocus();
      panel.innerHTML = html;
      for (const one of panel.querySelectorAll("details[data-key]")) one.open = open.has(one.dataset.key);
      marks.show(spans());
      count();
      refocus();
    };
    const read = async () => {
      timer = 0;
      asked = true;
      behind = false;
      const before = renewed;
      try {
        const reply = await fetch(panel.dataset.address, {
          method: "POST", body: new URLSearchParams(new FormData(form)), signal: AbortSignal.timeout(SLOW),
          redirect: "manual", headers: { "X-CSRFToken": form.elements.csrf_token.value },
        });
        const html = await reply.text();
        if (renewed !== before) behind = true; // something was said of the text meanwhile
        else if (reply.ok) renew(html);
      } catch {
        // No network: the last reading stays, and autosave says what is wrong.
      }
      asked = false;
      if (behind) follow();
    };
    const follow = () => {
      if (asked) behind = true;
      else if (!timer) timer = setTimeout(read, PAUSE);
    };
    const point = (event) => {
      const chip = event.target.closest?.("[data-start]");
      marks.point(chip && panel.contains(chip) ? chip.dataset.key : null);
    };

    // Escape puts away what is said beside the chip that has the focus, until the focus moves.
    const hush = (event) => {
      if (event.key === "Escape") event.target.closest(".signals > li")?.classList.add("is-hushed");
    };
    const speak = () => panel.querySelector(".is-hushed")?.classList.remove("is-hushed");

    form.addEventListener("input", follow);
    panel.addEventListener("keydown", hush);
    panel.addEventListener("mouseover", point);
    panel.addEventListener("mouseleave", () => marks.point(null));
    panel.addEventListener("focusin", point);
    panel.addEventListener("focusout", () => { marks.point(null); speak(); });
    marks.show(spans());
    return { renew };
  };

  window.translator = Object.assign(window.translator || {}, { reading });
})();
