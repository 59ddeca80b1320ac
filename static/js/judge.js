// Judging with the keyboard: j and k move from line to line, y, i and n press the line's verdict; on no line they go to
// the first one that waits and ask again. After y comes the next line. "Yes, if" and "No" need a note: the keys lead into
// it unless one was written just now, and Ctrl+Enter then saves what was meant. Without a verdict, or with one about what
// has changed since, Ctrl+Enter asks which it is.
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
    return next;
  };

  // Nobody judges a line that they may not have seen: the first key only goes there.
  const begin = () => {
    const line = move(1);
    if (line) line.querySelector("[data-ask]").textContent = "The keys are for this line now: y for yes, i for yes if, n for no.";
  };

  // A verdict is only ever what somebody said: without one the buttons have the word.
  const ask = (line) => {
    line.querySelector("[data-ask]").textContent = "Which verdict? y for yes, i for yes if, n for no.";
    button(line, "y").focus();
  };

  const judge = (line, key) => {
    const note = line.querySelector("textarea");
    const written = note.value !== note.defaultValue && note.value.trim() !== "";
    if (key !== "y" && !written) {
      note.setAttribute(MEANT, key);
      note.focus();
      note.setSelectionRange(note.value.length, note.value.length);
      return;
    }
    button(line, key).click();
    if (key === "y") move(1);
  };

  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]")) return;
    const line = here();
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter" && line && event.target.matches("textarea")) {
      const meant = event.target.getAttribute(MEANT) || line.querySelector('[aria-pressed="true"]')?.dataset.verdict;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!meant) {
        ask(line);
        return;
      }
      line.focus({ preventScroll: true }); // or the next key would land in the note
      button(line, meant)?.click();
    } else if (event.key === "Escape" && line && event.target.matches("textarea")) {
      line.focus();
    } else if (on() && !event.ctrlKey && !event.metaKey && !event.altKey && !writing(event.target)) {
      if (event.key === "j") move(1);
      else if (event.key === "k") move(-1);
      else if ("yin".includes(event.key) && line && button(line, event.key)) judge(line, event.key);
      else if ("yin".includes(event.key) && !line && document.querySelector("[data-judge] [data-verdict]")) begin();
      else return;
      event.preventDefault(); // or the letter would land in the note that has the focus now
    }
  }, true);

  // A line that was judged is a new element: the next key must still know where one is.
  document.addEventListener("translator:placed", (event) => {
    const line = event.target.closest?.("[data-judge]");
    for (const keys of document.querySelectorAll("#judged .only-script")) keys.hidden = false;
    const at = document.activeElement;
    const lost = at === document.body || at === null;
    if (!line || !(lost || line.contains(at))) return;
    const error = line.querySelector('[aria-invalid="true"]');
    if (error || lost) (error || line).focus({ preventScroll: true });
  });
})();
