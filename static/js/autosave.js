// Saves a form while somebody types: 800 ms after the last key, one request at a time, with the version that was seen.
// "Saved" is only said after the server has answered. What the server has not acknowledged stays in this browser.
(() => {
  "use strict";
  const QUIET = 800;
  const WAITS = [3000, 6000, 12000, 30000];
  const GONE = "Not saved: you were signed out. Your text is kept here. Sign in again in another tab, then choose Save.";
  const CUT = "Not saved: the server cannot be reached. Your text is kept in this browser, and we keep trying.";

  const clock = (moment) => new Date(moment).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

  // A field that was refused and has been changed and saved since is no error any more. The focus stays where it is,
  // unless it is in the summary that goes.
  const settle = (form, names) => {
    const summary = document.querySelector(".error-summary");
    if (!summary) return;
    for (const name of names) {
      const field = form.elements[name];
      const sentence = document.getElementById(`${name}-error`);
      if (!sentence || field.value === field.defaultValue) continue;
      const described = (field.getAttribute("aria-describedby") || "").split(" ").filter((id) => id !== sentence.id);
      field.setAttribute("aria-describedby", described.join(" "));
      field.removeAttribute("aria-invalid");
      field.closest(".field--error")?.classList.remove("field--error");
      sentence.remove();
      summary.querySelector(`a[href="#${name}"]`)?.closest("li").remove();
    }
    if (summary.querySelector("li")) return;
    if (summary.contains(document.activeElement)) form.elements[names[0]].focus();
    summary.remove();
    document.title = document.title.replace(/^Error: /, "");
  };

  // options: address, state (element), draft ({keep, forget}), conflict(html, values), saved(values)
  const autosave = (form, options) => {
    const names = form.dataset.fields.split(" ");
    const version = form.elements.version;
    let timer = 0;
    let flight = null;
    let failures = 0;
    let stopped = false;
    const values = () => Object.fromEntries(names.map((name) => [name, form.elements[name].value]));
    const written = () => JSON.stringify(values());
    // What the page was sent with is what the server has, unless it came back refused. Somebody may have typed before
    // this script was there.
    const served = () => JSON.stringify(Object.fromEntries(names.map((name) => [name, form.elements[name].defaultValue])));
    let acknowledged = document.querySelector(".error-summary") ? "" : served();

    const dirty = () => written() !== acknowledged;
    const say = (words, look = "") => {
      options.state.textContent = words;
      options.state.dataset.look = look;
    };
    const later = (wait) => {
      clearTimeout(timer);
      timer = setTimeout(save, wait);
    };

    const accept = (sent, answer) => {
      version.value = answer.version;
      acknowledged = sent;
      failures = 0;
      if (!dirty()) options.draft.forget();
      settle(form, names);
      options.saved?.(JSON.parse(sent));
      say(`Saved ${clock(answer.at)}${answer.note ? `. ${answer.note}` : ""}`, answer.note ? "warn" : "");
      return true;
    };
    const refuse = async (reply, again) => {
      const json = (reply.headers.get("Content-Type") || "").includes("json");
      if (reply.status === 409) {
        stopped = true;
        say("Not saved yet: there is another version of this. Both are above.", "error");
        options.conflict(await reply.text(), values());
      } else if (reply.status === 422 && json) {
        say((await reply.json()).said, "error");
      } else if (reply.status === 400 && reply.headers.get("X-CSRFToken") && !again) {
        window.translator.renewToken(reply.headers.get("X-CSRFToken"));
        return send(true);
      } else if (reply.type === "opaqueredirect" || reply.status === 401 || reply.status === 400) {
        say(GONE, "error");
      } else {
        say(window.translator.sentenceFor(reply.status), "error");
      }
      return false;
    };
    const send = async (again = false) => {
      const sent = written();
      const body = new URLSearchParams(new FormData(form));
      let reply;
      try {
        reply = await fetch(options.address, {
          method: "POST", body, redirect: "manual", keepalive: body.toString().length < 60000,
          headers: {
            Accept: "application/json", "X-CSRFToken": form.elements.csrf_token.value,
            "HX-Request": "true", "HX-Current-URL": location.href, // a conflict comes as a part to put in here
          },
        });
      } catch {
        say(CUT, "error");
        later(WAITS[Math.min(failures++, WAITS.length - 1)]);
        return false;
      }
      return reply.ok && reply.type !== "opaqueredirect" ? accept(sent, await reply.json()) : refuse(reply, again);
    };

    // Resolves to true once everything that stands in the form has been acknowledged.
    const save = async () => {
      clearTimeout(timer);
      while (flight) await flight;
      if (!dirty()) return true;
      if (stopped) return false;
      say("Saving …");
      flight = send().catch(() => {
        say(CUT, "error");
        return false;
      });
      const done = await flight;
      flight = null;
      return done && dirty() ? save() : done;
    };

    form.addEventListener("input", () => {
      options.draft.keep(values(), version.value);
      if (!stopped) later(QUIET);
    });
    document.addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
        event.preventDefault();
        save();
      }
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden" && dirty()) save();
    });
    window.addEventListener("online", () => { if (dirty()) save(); });
    window.addEventListener("beforeunload", (event) => { if (dirty()) event.preventDefault(); });
    if (dirty()) later(QUIET);
    return { save, values, dirty, forget: () => { acknowledged = written(); stopped = true; } };
  };

  // Keeps what was typed in this browser until the server has it, and offers it back on the next visit.
  const draft = (key) => {
    const name = `translator.draft.${key}`;
    const guarded = (work) => {
      try {
        return work();
      } catch {
        return null; // storage is switched off or full: autosave still works
      }
    };
    return {
      keep: (values, version) => guarded(() => localStorage.setItem(name, JSON.stringify({ values, version }))),
      forget: () => guarded(() => localStorage.removeItem(name)),
      found: () => guarded(() => JSON.parse(localStorage.getItem(name) || "null")),
    };
  };

  window.translator = Object.assign(window.translator || {}, { autosave, draft });
})();
