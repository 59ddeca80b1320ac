// Judging with the keyboard: j and k move from line to line, y, i and n press the line's verdict. "Yes, if" and "No"
// need a note: without one the keys lead into it, and Ctrl+Enter then saves what was meant.
(() => {
  "use strict";
  const MEANT = "data-meant";
  const lines = () => [...document.querySelectorAll("[data-judge]")];
  const here = () => document.activeElement?.closest("[data-judge]");
  const writing = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;
  const on = () => document.querySelector("[data-keys-switch]")?.checked !== false;
  const button = (line, key) => line.querySelector(`[data-verdict="${key}"]`);

  const move = (step) => {
    const all = lines();
    const at = all.indexOf(here());
    const next = at < 0 ? all.find((line) => line.classList.contains("judge--waits")) || all[0] : all[at + step];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };

  const judge = (line, key) => {
    const note = line.querySelector("textarea");
    if (key !== "y" && note.value.trim() === "") {
      note.setAttribute(MEANT, key);
      note.focus();
    } else {
      button(line, key)?.click();
    }
  };

  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]")) return;
    const line = here();
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter" && line && event.target.matches("textarea")) {
      const pressed = line.querySelector('[aria-pressed="true"]')?.dataset.verdict;
      event.preventDefault();
      event.stopImmediatePropagation();
      button(line, event.target.getAttribute(MEANT) || pressed || "y")?.click();
    } else if (event.key === "Escape" && line && event.target.matches("textarea")) {
      line.focus();
    } else if (on() && !event.ctrlKey && !event.metaKey && !event.altKey && !writing(event.target)) {
      if (event.key === "j") move(1);
      else if (event.key === "k") move(-1);
      else if ("yin".includes(event.key) && line && button(line, event.key)) judge(line, event.key);
      else return;
      event.preventDefault(); // or the letter would land in the note that has the focus now
    }
  }, true);

  // A line that was judged is a new element: the next key must still know where one is.
  document.addEventListener("translator:placed", (event) => {
    const line = event.target.closest?.("[data-judge]");
    const lost = document.activeElement === document.body || document.activeElement === null;
    if (!line || !lost) return;
    const error = line.querySelector('[aria-invalid="true"]');
    (error || line).focus({ preventScroll: true });
  });
})();
