// The describe page: autosave, the reading beside the text, rejecting a signal, two people in one text, a kept draft.
(() => {
  "use strict";

  const offerDraft = (form, draft, saver) => {
    const offer = document.getElementById("draft");
    const kept = draft.found();
    if (!kept) return;
    if (JSON.stringify(kept.values) === JSON.stringify(saver.values())) {
      draft.forget();
      return;
    }
    offer.querySelector("[data-draft-text]").textContent = kept.values.narrative || kept.values.title;
    offer.hidden = false;
    offer.addEventListener("click", (event) => {
      const choice = event.target.closest("button")?.dataset.draft;
      if (!choice) return;
      offer.hidden = true;
      if (choice === "drop") draft.forget();
      else for (const [name, value] of Object.entries(kept.values)) form.elements[name].value = value;
      form.elements.narrative.dispatchEvent(new Event("input", { bubbles: true }));
      form.elements.narrative.focus();
    });
  };

  // The server sends the two texts as a form of its own; it takes the place of the page's form.
  const showConflict = (form, html, values, saver) => {
    const place = document.getElementById("conflict");
    place.innerHTML = html;
    for (const [name, value] of Object.entries(values)) {
      const mine = place.querySelector(`[name="${name}"]`);
      if (mine) mine.value = value;
    }
    form.closest("[data-editor]").hidden = true;
    place.querySelector("[data-focus]").focus();
    place.addEventListener("submit", saver.forget);
    place.addEventListener("click", (event) => { if (event.target.closest("a")) saver.forget(); });
  };

  // With a script nothing is sent before all that was typed has been acknowledged.
  const answerClick = async (event, form, saver, reading) => {
    const link = event.target.closest("a[href]");
    const button = event.target.closest("button[name]");
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link && saver.dirty() && !link.getAttribute("href").startsWith("#")) {
      event.preventDefault();
      await saver.save();
      location.assign(link.href); // asks first when something could not be saved
      return;
    }
    if (!button || button.form !== form) return;
    if (button.name === "next" && !form.elements.narrative.value.trim()) {
      saver.forget(); // the server says what is missing
      return;
    }
    event.preventDefault();
    if (!(await saver.save())) return;
    if (button.name === "next") location.assign(button.dataset.to);
    else if (button.name === "signal") await changeSignal(button, form, reading);
  };

  const changeSignal = async (button, form, reading) => {
    const body = new URLSearchParams({ signal: button.value, csrf_token: form.elements.csrf_token.value });
    try {
      const reply = await fetch(button.getAttribute("formaction"), {
        method: "POST", body, redirect: "manual", headers: { "X-Part": "reading", "X-CSRFToken": form.elements.csrf_token.value },
      });
      if (!reply.ok) throw new Error(String(reply.status));
      reading.renew(await reply.text());
      document.querySelector("#reading [data-focus]")?.focus();
    } catch {
      window.translator.say("Not changed: the server could not be reached. Your text is still here; try again.");
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.getElementById("describe");
    if (!form || form.elements.narrative.readOnly) return;
    const draft = window.translator.draft(form.dataset.draft);
    const saver = window.translator.autosave(form, {
      address: form.dataset.address, state: document.getElementById("saved"), draft,
      conflict: (html, values) => showConflict(form, html, values, saver),
    });
    const marks = window.translator.marks(form.elements.narrative);
    const reading = window.translator.reading(document.getElementById("reading"), form, marks);
    document.addEventListener("click", (event) => answerClick(event, form, saver, reading));
    offerDraft(form, draft, saver);
  });
})();
