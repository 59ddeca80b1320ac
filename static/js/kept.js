// Keeps what stands in a form of IT's pages in this browser until the server has it, and offers it back. A form says
// with data-kept under which name; a page says with [data-forget] what was saved. Needs autosave.js for its drafts.
(() => {
  "use strict";
  const OWN = ["csrf_token", "version", "seen", "once"];
  let leaving = false;

  const values = (form) => JSON.stringify([...new FormData(form)].filter(([name]) => !OWN.includes(name)));

  // Puts back what was changed, and leaves what stands there now where nothing was: somebody else may have saved since.
  const fill = (form, pairs, base) => {
    const kept = new Map(pairs);
    const before = new Map(base);
    for (const field of form.elements) {
      if (!field.name || OWN.includes(field.name) || !("value" in field)) continue;
      if (kept.get(field.name) === before.get(field.name)) continue;
      if (field.type === "radio" || field.type === "checkbox") field.checked = kept.get(field.name) === field.value;
      else if (field.type !== "hidden" && kept.has(field.name)) field.value = kept.get(field.name);
    }
    form.dispatchEvent(new Event("input", { bubbles: true }));
  };

  // Shows what was kept; `back` puts it back, `drop` forgets it. What was kept first is offered first.
  const offer = (words, back, drop) => {
    const box = document.getElementById("kept");
    if (!box) return;
    box.querySelector("[data-kept-text]").textContent = words;
    box.hidden = false;
    box.addEventListener("click", (event) => {
      const choice = event.target.closest("button")?.dataset.keptDo;
      if (!choice) return;
      box.hidden = true;
      if (choice === "back") back();
      else drop();
    });
  };

  const keep = (form) => {
    const draft = window.translator.draft(form.dataset.kept);
    const served = values(form);
    const kept = draft.found();
    const [typed, base] = kept ? [JSON.parse(kept.values), JSON.parse(kept.version)] : [[], []];
    const mine = typed.filter(([name, value]) => new Map(base).get(name) !== value);
    if (kept && kept.values !== served && mine.length) {
      offer(mine.map(([, value]) => value).join(" · "), () => fill(form, typed, base), draft.forget);
    } else if (kept) draft.forget();
    const refused = document.querySelector(".error-summary") !== null;
    const dirty = () => refused || values(form) !== served;
    const note = () => {
      if (dirty()) draft.keep(values(form), served); // what it was changed from goes with it
      else draft.forget();
    };
    form.addEventListener("input", note);
    form.addEventListener("change", note);
    form.addEventListener("submit", () => { leaving = true; });
    window.addEventListener("beforeunload", (event) => { if (!leaving && dirty()) event.preventDefault(); });
  };

  document.addEventListener("DOMContentLoaded", () => {
    for (const saved of document.querySelectorAll("[data-forget]")) window.translator.draft(saved.dataset.forget).forget();
    for (const form of document.querySelectorAll("form[data-kept]")) keep(form);
    document.querySelector("[data-all-fully]")?.addEventListener("click", (event) => {
      const table = event.target.closest("fieldset").querySelector("table");
      for (const box of table.querySelectorAll('tbody input[value="fully"]')) box.checked = true;
      table.dispatchEvent(new Event("change", { bubbles: true }));
    });
  });

  window.translator = Object.assign(window.translator || {}, { offerKept: offer });
})();
