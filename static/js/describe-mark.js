// Says what words of the text are. Selecting words, with the mouse or with Shift and the arrows, names them on the
// control below the text; a chip fills it to be corrected. The selection and the caret are only ever read.
(() => {
  "use strict";
  const LONGEST = 200;
  const SHOWN = 40;
  const LETTER = /[\p{L}\p{N}]/u;

  const short = (words) => (words.length > SHOWN ? `${words.slice(0, SHOWN).trimEnd()} …` : words);
  const land = (...places) => places.map((one) => document.querySelector(one)).find(Boolean)?.focus();

  // The selected words, the first and last of them whole.
  const selected = (area) => {
    let { selectionStart: start, selectionEnd: end } = area;
    const text = area.value;
    while (start < end && /\s/.test(text[start])) start += 1;
    while (end > start && /\s/.test(text[end - 1])) end -= 1;
    if (start === end) return "";
    while (start > 0 && LETTER.test(text[start - 1]) && LETTER.test(text[start])) start -= 1;
    while (end < text.length && LETTER.test(text[end - 1]) && LETTER.test(text[end])) end += 1;
    const words = text.slice(start, end).replace(/\s+/g, " ");
    return words.length > LONGEST ? "" : words;
  };

  const marking = (form, reading) => {
    const control = document.getElementById("mark");
    const summary = control.querySelector("summary");
    const said = document.getElementById("mark-said");
    const area = form.elements.narrative;
    const field = (name) => form.elements[`mark-${name}`];
    let from = null; // the token of the chip that is being corrected

    // Only what belongs to the chosen meaning is asked.
    const ask = () => {
      const [kind, role] = field("means").value.split(":");
      for (const part of control.querySelectorAll("[data-for]")) {
        part.hidden = part.dataset.for !== kind || role === "trigger";
      }
    };
    const describe = (one) => {
      const ids = [`${one.id}-hint`, `${one.id}-error`].filter((id) => document.getElementById(id));
      if (ids.length) one.setAttribute("aria-describedby", ids.join(" "));
      else one.removeAttribute("aria-describedby");
    };
    const forgive = () => {
      for (const one of control.querySelectorAll(".field__error")) one.remove();
      for (const one of control.querySelectorAll(".field--error")) one.classList.remove("field--error");
      for (const one of control.querySelectorAll("[aria-invalid]")) {
        one.removeAttribute("aria-invalid");
        describe(one);
      }
    };
    const fill = (values) => {
      for (const name of ["words", "means", "channel", "when", "instead"]) field(name).value = values[name] || "";
      field("not").checked = Boolean(values.not);
      forgive();
      ask();
    };
    const name = (words, about) => {
      summary.textContent = words ? `Say what “${short(words)}” ${about}` : summary.dataset.plain;
    };
    const follow = () => {
      if (document.activeElement !== area || from) return;
      const words = selected(area);
      if (control.open && !words) return;
      name(words, "is");
      field("words").value = words;
    };
    const reset = () => {
      from = null;
      fill({});
      name("");
      control.open = false;
    };
    const refuse = (errors) => {
      forgive();
      for (const [id, sentence] of Object.entries(errors)) {
        const wrong = document.getElementById(id);
        const error = document.createElement("p");
        error.className = "field__error";
        error.id = `${id}-error`;
        error.textContent = sentence;
        wrong.before(error);
        wrong.closest(".field").classList.add("field--error");
        wrong.setAttribute("aria-invalid", "true");
        describe(wrong);
      }
      control.querySelector("[aria-invalid]")?.focus();
    };
    // The way back stands where the person is: under the text.
    const offer = () => {
      const notice = document.querySelector("#reading [data-said]");
      said.replaceChildren(...(notice ? [notice] : []));
    };
    const leave = () => {
      const back = from;
      reset();
      if (back) land(`#reading [data-key="${CSS.escape(back)}"] summary`, "#narrative");
      else area.focus({ preventScroll: true });
    };

    const send = async () => {
      const body = new URLSearchParams({ csrf_token: form.elements.csrf_token.value });
      for (const [key, value] of new FormData(form)) if (key.startsWith("mark-")) body.append(key, value);
      let reply;
      try {
        reply = await fetch(control.querySelector("[name=mark]").getAttribute("formaction"), {
          method: "POST", body, redirect: "manual",
          headers: { "X-Part": "reading", "X-CSRFToken": form.elements.csrf_token.value },
        });
        if (reply.status === 422) return refuse((await reply.json()).errors);
        if (!reply.ok) throw new Error(String(reply.status));
      } catch {
        return window.translator.say("Not changed: the server could not be reached. Your text is still here; try again.");
      }
      const corrected = Boolean(from);
      reading.renew(await reply.text());
      offer();
      reset();
      if (corrected) land("#mark-said [data-focus]", "#narrative");
      else area.focus({ preventScroll: true });
      return undefined;
    };
    const correct = (button) => {
      const chip = button.closest("[data-key]");
      const { evidence, means, value, not, key } = chip.dataset;
      fill({ words: evidence, means, channel: value, when: value, instead: key, not: not === "yes" });
      from = key;
      name(evidence, "means instead");
      control.open = true;
      field("means").focus();
    };

    document.addEventListener("selectionchange", follow);
    for (const event of ["select", "keyup", "mouseup", "focus"]) area.addEventListener(event, follow);
    field("means").addEventListener("change", ask);
    control.addEventListener("input", (event) => event.stopPropagation()); // it is no part of the text
    control.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && control.open) leave();
      if (event.key === "Enter" && event.target === field("words")) {
        event.preventDefault();
        control.querySelector("[name=mark]").click();
      }
    });
    control.addEventListener("toggle", () => { if (!control.open && from) reset(); });
    form.addEventListener("input", () => said.replaceChildren());
    if (field("instead").value) from = field("instead").value;
    for (const plain of control.querySelectorAll("[data-plain]:not(summary)")) plain.hidden = true;
    ask();
    return { send, correct };
  };

  window.translator = Object.assign(window.translator || {}, { marking, land });
})();
