// Keyboard shortcuts: ? shows them, g then a letter goes to a place, Ctrl+Enter sends the form. Single keys do nothing
// where letters are written and can be switched off (WCAG 2.1.4). A page adds its own with <a data-key="r" href="...">
// after g, or with <button data-press="y"> for one key alone.
(() => {
  "use strict";
  const PLACES = { p: "/projects", q: "/queue" };
  const STORE = "translator.keys";
  let going = false;

  const on = () => {
    try {
      return localStorage.getItem(STORE) !== "off";
    } catch {
      return true;
    }
  };
  // A letter typed on a choice is not written anywhere.
  const FIELDS = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";
  const writing = (element) => element.closest(FIELDS) !== null;

  // Tells whether the key did something, so that it is not typed as well into the field that it went to.
  const single = (key) => {
    if (going) {
      going = false;
      const link = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
      if (link) link.click();
      else if (PLACES[key] && document.querySelector(`.bar a[href="${PLACES[key]}"]`)) location.assign(PLACES[key]);
      return true;
    }
    if (key === "g") {
      going = true;
      setTimeout(() => { going = false; }, 1500);
    } else if (key === "?") {
      document.getElementById("page-keys").showModal();
    } else {
      const pressed = key.length === 1 && document.querySelector(`[data-press="${CSS.escape(key)}"]`);
      if (pressed) pressed.click();
      return Boolean(pressed);
    }
    return true;
  };

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter" && event.target.form) {
      event.preventDefault();
      event.target.form.requestSubmit();
    } else if (on() && !event.ctrlKey && !event.metaKey && !event.altKey && !writing(event.target)) {
      if (!document.querySelector("dialog[open]") && single(event.key)) event.preventDefault();
    }
  });
  document.addEventListener("DOMContentLoaded", () => {
    const box = document.querySelector("[data-keys-switch]");
    box.checked = on();
    box.addEventListener("change", () => {
      try {
        localStorage.setItem(STORE, box.checked ? "on" : "off");
      } catch {
        box.checked = true;
      }
    });
    document.querySelector("[data-keys-open]").addEventListener("click", () => document.getElementById("page-keys").showModal());
  });
})();
