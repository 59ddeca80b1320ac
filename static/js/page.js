// Small help on any page: focus on the summary of errors, word counts, copying a link, one open menu at
// a time, moments in the reader's own time.
(() => {
  "use strict";
  const count = (text) => (text.trim() ? text.trim().split(/\s+/).length : 0);

  const showWords = (line) => {
    const field = document.getElementById(line.dataset.words);
    const limit = Number(line.dataset.limit);
    const words = count(field.value);
    const much = words > limit ? ` That is more than enough: about ${limit} will do.` : "";
    line.textContent = words === 0 ? `About ${limit} words are enough.` : `${words} ${words === 1 ? "word" : "words"}.${much}`;
  };

  const copy = async (button) => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Press Ctrl+C to copy";
    }
  };

  const LOOKS = {
    moment: { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
    clock: { hour: "2-digit", minute: "2-digit" },
  };
  const showLocally = (time) => {
    time.textContent = new Intl.DateTimeFormat("en-GB", LOOKS[time.dataset.local]).format(new Date(time.dateTime));
  };

  const prepare = (root) => {
    for (const time of root.querySelectorAll("time[data-local]")) showLocally(time);
    for (const line of root.querySelectorAll("[data-words]")) {
      document.getElementById(line.dataset.words).addEventListener("input", () => showWords(line));
      showWords(line);
    }
    for (const button of root.querySelectorAll("[data-copy]")) {
      button.hidden = false;
      button.addEventListener("click", () => copy(button));
    }
    root.querySelector("[data-focus]")?.focus();
  };

  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const term of document.querySelectorAll(".term:hover, .term:focus-within")) term.classList.add("term--quiet");
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  for (const kind of ["pointerout", "focusout"]) {
    document.addEventListener(kind, (event) => event.target.closest?.(".term")?.classList.remove("term--quiet"));
  }
  // What an address points to may stand in something that is closed; not every browser opens that by itself.
  const reveal = () => {
    const place = document.getElementById(location.hash.slice(1));
    const closed = place?.parentElement?.closest("details:not([open])");
    if (!closed) return;
    for (let fold = closed; fold; fold = fold.parentElement.closest("details")) fold.open = true;
    place.scrollIntoView();
  };
  window.addEventListener("hashchange", reveal);

  document.addEventListener("DOMContentLoaded", () => {
    reveal();
    for (const element of document.querySelectorAll(".only-script")) element.hidden = false;
    prepare(document);
  });

  window.translator = Object.assign(window.translator || {}, { prepare });
})();
