// Marks evidence under a text area: a layer behind it holds the same text with <mark>s, so that the text area itself,
// its caret and its undo history are never touched. Offsets are UTF-16 units.
(() => {
  "use strict";

  const layered = (area) => {
    const wrap = document.createElement("div");
    const layer = document.createElement("div");
    wrap.className = "layers";
    layer.className = "layers__marks";
    layer.setAttribute("aria-hidden", "true");
    area.dir = "auto";
    layer.dir = "auto";
    area.replaceWith(wrap);
    wrap.append(layer, area);
    area.addEventListener("scroll", () => { layer.scrollTop = area.scrollTop; });
    return layer;
  };

  // How far two texts agree from the start and from the end: what lies between was edited.
  const edited = (before, after) => {
    const most = Math.min(before.length, after.length);
    let head = 0;
    while (head < most && before[head] === after[head]) head += 1;
    let tail = 0;
    while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
    return { head, tail: before.length - tail, by: after.length - before.length };
  };
  const moved = (span, { head, tail, by }) => {
    if (span.end <= head) return span;
    return span.start >= tail ? { ...span, start: span.start + by, end: span.end + by } : null;
  };

  const marks = (area) => {
    const layer = layered(area);
    let text = area.value;
    let spans = [];
    let pointed = null;

    const look = (start, end) => {
      const over = spans.filter((span) => span.start < end && start < span.end);
      if (!over.length) return null;
      const not = over.some((span) => span.not) ? " evidence--not" : "";
      return `evidence${not}${over.some((span) => span.key === pointed) ? " is-pointed" : ""}`;
    };
    const draw = () => {
      const edges = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])];
      edges.sort((a, b) => a - b);
      const parts = [];
      let last = "";
      edges.slice(1).forEach((end, at) => {
        const piece = text.slice(edges[at], end);
        const name = look(edges[at], end);
        if (name && name === last) {
          parts[parts.length - 1].append(piece);
        } else if (name) {
          const mark = document.createElement("mark");
          mark.className = name;
          mark.append(piece);
          parts.push(mark);
        } else {
          parts.push(piece);
        }
        last = name;
      });
      layer.replaceChildren(...parts, "\u200b");
      layer.scrollTop = area.scrollTop;
    };

    area.addEventListener("input", () => {
      const edit = edited(text, area.value);
      text = area.value;
      spans = spans.map((span) => moved(span, edit)).filter(Boolean);
      draw();
    });
    draw();
    return {
      show(found) {
        text = area.value;
        spans = found.filter(({ start, end, words }) => text.slice(start, end).toLowerCase() === words.toLowerCase());
        draw();
      },
      point(key) {
        if (key === pointed) return;
        pointed = key;
        draw();
      },
    };
  };

  window.translator = Object.assign(window.translator || {}, { marks });
})();
