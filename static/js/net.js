// How requests without a page load behave: the CSRF token in a header, and a sentence when one fails. What somebody
// typed always stays where it is. All event names of the library are in this file and nowhere else.
(() => {
  "use strict";
  const meta = () => document.querySelector('meta[name="csrf-token"]');

  const say = (sentence) => {
    const box = document.getElementById("page-messages");
    if (!box) return;
    const notice = document.createElement("div");
    notice.className = "notice notice--error";
    const words = document.createElement("p");
    words.textContent = sentence;
    notice.append(words);
    box.replaceChildren(notice);
  };

  const renewToken = (token) => {
    if (!token) return;
    if (meta()) meta().content = token;
    for (const field of document.querySelectorAll('input[name="csrf_token"]')) field.value = token;
  };

  const sentenceFor = (status) => {
    if (status === 400) return "Not saved: the page was too old. It has been renewed; what you typed is still here, so try again.";
    if (status === 401) return "You were signed out. What you typed is still here: sign in again in another tab, then try again.";
    if (status === 403) return "Not saved: you may read this, but not change it.";
    if (status === 404) return "Not saved: this is no longer there. What you typed is still here, so copy it before you leave.";
    if (status === 413) return "Not saved: this is too much at once. Shorten it and try again.";
    if (status === 429) return "Too many attempts. Wait a minute and try again.";
    return "Not saved: the server had a problem. What you typed is still here; try again in a moment.";
  };

  document.addEventListener("htmx:configRequest", (event) => {
    if (meta()) event.detail.headers["X-CSRFToken"] = meta().content;
  });
  document.addEventListener("htmx:responseError", (event) => {
    renewToken(event.detail.xhr.getResponseHeader("X-CSRFToken"));
    say(sentenceFor(event.detail.xhr.status));
  });
  document.addEventListener("htmx:sendError", () => {
    say("Not saved: the server cannot be reached. What you typed is still here; try again in a moment.");
  });

  document.addEventListener("htmx:afterSettle", (event) => {
    event.target.dispatchEvent(new CustomEvent("translator:placed", { bubbles: true }));
  });

  document.addEventListener("htmx:load", (event) => {
    if (event.detail.elt !== document.body) window.translator.prepare(event.detail.elt);
  });

  window.translator = Object.assign(window.translator || {}, { say, renewToken, sentenceFor });
})();
