// One question after the other with as few keys as possible: the field has the focus, and never a button that gives an
// answer, which a word typed blind would press. A number chooses, Enter goes on, Escape leaves a field so that single keys
// work again, d opens "I don't know" at the name of who finds out.
(() => {
  "use strict";
  const start = () => {
    const page = document.querySelector(".question");
    if (!page || document.querySelector(".error-summary")) return;
    const choices = [...page.querySelectorAll('[name="values"]')];
    const field = choices.find((one) => one.checked) || choices[0] || page.querySelector("#number");
    field?.focus({ preventScroll: true });
    if (field?.matches("textarea, [type=text]")) field.setSelectionRange(field.value.length, field.value.length);
  };

  document.addEventListener("keydown", (event) => {
    const field = event.target.closest?.(".question input, .question textarea, .question select");
    if (event.key === "Escape" && field) field.blur();
  });
  document.addEventListener("DOMContentLoaded", () => {
    const unknown = document.querySelector("details.unknown");
    unknown?.addEventListener("toggle", () => { if (unknown.open) unknown.querySelector("#owner").focus(); });
    start();
  });
})();
