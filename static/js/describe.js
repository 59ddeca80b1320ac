// The describe page: autosave, the reading beside the text, rejecting and correcting it, two people in one text, a kept draft.
(() => {
  "use strict";

  // Whoever leaves the page while it saves does not see the answer. The server knows whether the text arrived.
  const arrived = async (form, kept) => {
    const body = new URLSearchParams({ ...kept.values, csrf_token: form.elements.csrf_token.value });
    try {
      const reply = await fetch(`${form.dataset.address}/kept`, { method: "POST", body, redirect: "manual" });
      return reply.ok ? await reply.json() : { saved: false };
    } catch {
      return { saved: false }; // nobody can say, so it is offered
    }
  };

  const offerDraft = async (form, draft, saver) => {
    const offer = document.getElementById("draft");
    const kept = draft.found();
    if (!kept) return;
    const untouched = JSON.stringify(saver.values());
    if (JSON.stringify(kept.values) === untouched) {
      draft.forget();
      return;
    }
    const there = await arrived(form, kept);
    const typing = JSON.stringify(saver.values()) !== untouched;
    if (there.saved) {
      if (!typing) draft.forget();
      if (there.stands && !typing) location.reload(); // this page was made a moment before the text arrived
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

  // The title stands in the navigation and on the tab too, as it is saved.
  const showTitle = ({ title }) => {
    const place = document.querySelector("[data-case-title]");
    const words = title.trim().replace(/\s+/g, " ");
    place.textContent = words || place.dataset.caseTitle;
    document.title = document.title.replace(/Describe .* – /, () => `Describe ${words || "a use case"} – `);
  };

  // With a script nothing is sent before all that was typed has been acknowledged.
  const answerClick = async (event, form, saver, reading, control) => {
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
    if (button.name === "correct") {
      control.correct(button);
      return;
    }
    if (!(await saver.save())) return;
    if (button.name === "mark") await control.send();
    else if (button.name === "next") location.assign(button.dataset.to);
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
      const below = button.closest("#mark-said"); // the way back under the text
      below?.replaceChildren();
      window.translator.land("#reading [data-focus]", below ? "#narrative" : "#reading h2");
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
      saved: showTitle,
    });
    const marks = window.translator.marks(form.elements.narrative);
    const reading = window.translator.reading(document.getElementById("reading"), form, marks);
    const control = window.translator.marking(form, reading);
    document.addEventListener("click", (event) => answerClick(event, form, saver, reading, control));
    // Sent by Ctrl+Enter and by no button: it saves, and whoever writes goes on where they are.
    form.addEventListener("submit", (event) => {
      if (event.submitter) return;
      event.preventDefault();
      saver.save();
    });
    offerDraft(form, draft, saver);
  });
})();
