// Requirements with the keyboard: j and k move from line to line of what is open, e edits, a accepts. A line that was
// saved in place is a new element, so the focus is put back on it.
(() => {
  "use strict";
  const lines = () => [...document.querySelectorAll("article[data-line]")].filter((line) => line.checkVisibility());
  const here = () => document.activeElement?.closest("[data-line]");
  const writing = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;
  const on = () => document.querySelector("[data-keys-switch]")?.checked !== false;

  const move = (step) => {
    const all = lines();
    const at = all.indexOf(here());
    const next = at < 0 ? all[0] : all[at + step];
    next?.querySelector("h3")?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") here()?.querySelector("[data-cancel]")?.click();
    if (!on() || writing(event.target)) return;
    if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (event.key === "e") here()?.querySelector("[data-edit]")?.click();
    else if (event.key === "a") here()?.querySelector('form[action$="/accept"] button')?.click();
    else return;
    event.preventDefault();
  });

  document.addEventListener("translator:placed", (event) => {
    const line = event.target.closest?.("article.req");
    const lost = document.activeElement === document.body || document.activeElement === null;
    if (line && lost) line.querySelector("h3")?.focus({ preventScroll: true });
  });
})();
