// Notes that are typed and not saved: kept in this browser, offered back, and left out when the rest is marked as yes.
// Needs autosave.js for its drafts and kept.js for the offer.
(() => {
  "use strict";
  const AGAIN = "translator.notes.again";
  const notes = () => [...document.querySelectorAll("[data-judge] textarea")];
  const unsaved = (note) => note.value !== note.defaultValue || (note.value !== "" && note.getAttribute("aria-invalid") === "true");
  const row = (note) => note.closest("[data-judge]").id.slice(1);
  const name = (note) => note.closest("[data-judge]").querySelector("h3").textContent;

  const remember = (draft) => {
    const open = notes().filter(unsaved);
    if (open.length) draft.keep(Object.fromEntries(open.map((note) => [row(note), note.value])));
    else draft.forget();
  };

  // How many "the rest" are, without those in which a note stands that is not saved.
  const showRest = () => {
    const rest = document.querySelector("[data-rest]");
    if (!rest) return;
    const rows = rest.querySelector('[name="rows"]').value.split(" ");
    const left = notes().filter((note) => unsaved(note) && rows.includes(row(note)));
    for (const old of rest.querySelectorAll('[name="leave"]')) old.remove();
    for (const note of left) {
      const field = Object.assign(document.createElement("input"), { type: "hidden", name: "leave", value: row(note) });
      rest.querySelector("form").append(field);
    }
    for (const count of rest.querySelectorAll("[data-rest-count]")) count.textContent = rows.length - left.length;
    const words = rest.querySelector("[data-rest-left]");
    words.hidden = left.length === 0;
    words.textContent = `Left out, because a note stands there that is not saved: ${left.map(name).join(", ")}.`;
    rest.querySelector("button").disabled = left.length === rows.length;
  };

  const putBack = (kept) => {
    for (const note of notes()) if (kept[row(note)] !== undefined) note.value = kept[row(note)];
  };

  // Whoever sent another form of this page meant to keep the notes.
  const sentOn = () => {
    try {
      const again = sessionStorage.getItem(AGAIN) === location.pathname;
      sessionStorage.removeItem(AGAIN);
      return again;
    } catch {
      return false;
    }
  };

  const bringBack = (draft) => {
    const kept = draft.found()?.values;
    const lost = kept ? notes().filter((note) => kept[row(note)] !== undefined && kept[row(note)] !== note.value) : [];
    if (lost.length === 0) draft.forget();
    else if (sentOn()) putBack(kept);
    else {
      const words = lost.map((note) => `${name(note)}: ${kept[row(note)]}`).join(" · ");
      window.translator.offerKept(words, () => {
        putBack(kept);
        showRest();
        lost[0].focus();
      }, () => remember(draft));
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    const place = document.querySelector("[data-notes]");
    if (!place) return;
    const draft = window.translator.draft(place.dataset.notes);
    let leaving = false;
    bringBack(draft);
    showRest();
    const renew = () => {
      remember(draft);
      showRest();
    };
    place.addEventListener("input", renew);
    document.addEventListener("translator:placed", renew);
    document.addEventListener("submit", (event) => {
      if (event.target.hasAttribute("hx-post")) return;
      leaving = true;
      try {
        sessionStorage.setItem(AGAIN, location.pathname);
      } catch {
        leaving = false; // then the browser asks, as nothing brings the notes back by itself
      }
    });
    window.addEventListener("beforeunload", (event) => {
      if (!leaving && notes().some(unsaved)) event.preventDefault();
    });
  });
})();
