"use strict";
(() => {
  const svg = document.getElementById("timeline");
  const line = document.getElementById("line");

  function timeline() {
    const nodes = new Map();
    for (const g of svg.querySelectorAll(".node")) nodes.set(g.dataset.i, g);
    const edges = [...svg.querySelectorAll(".edges path")];
    const hint = line.textContent;
    let held = null;

    // The nodes along one of the two pointers, from `start` outwards.
    function walk(start, pointer) {
      const way = [];
      for (let i = nodes.get(start)?.dataset[pointer]; i !== undefined && !way.includes(i); ) {
        way.push(i);
        const node = nodes.get(i);
        if (!node) break;
        i = node.dataset[pointer];
      }
      return way;
    }

    function show(i) {
      const way = [...walk(i, "backward").reverse(), i, ...walk(i, "onward")];
      const step = new Set(way.slice(1).map((to, k) => way[k] + ">" + to));
      const near = new Set();
      for (const edge of edges) {
        const { a, b } = edge.dataset;
        const lit = step.has(a + ">" + b);
        const touches = a === i || b === i;
        edge.classList.toggle("lit", lit);
        edge.classList.toggle("near", touches && !lit);
        if (touches) near.add(a).add(b);
      }
      for (const [key, node] of nodes) {
        node.classList.toggle("lit", way.includes(key));
        node.classList.toggle("near", near.has(key) && !way.includes(key));
        node.classList.toggle("self", key === i);
      }
      svg.classList.add("focused");
      describe(i, way);
    }

    function describe(i, way) {
      const words = document.createElement("span");
      words.textContent = nodes.get(i).getAttribute("aria-label");
      const descent = document.createElement("span");
      descent.className = "descent";
      const shown = way.filter((key) => nodes.has(key));
      descent.textContent = shown.map((key) => nodes.get(key).dataset.symbol).join(" → ");
      line.replaceChildren(words, descent);
    }

    function clear() {
      for (const item of [...edges, ...nodes.values()]) item.classList.remove("lit", "near", "self");
      svg.classList.remove("focused");
      line.textContent = hint;
    }

    function hold(i) {
      if (held !== null) nodes.get(held).setAttribute("aria-pressed", "false");
      held = i;
      if (held === null) return clear();
      nodes.get(held).setAttribute("aria-pressed", "true");
      show(held);
    }

    const nodeOf = (event) => event.target.closest?.(".node");
    const restore = () => (held === null ? clear() : show(held));

    svg.addEventListener("pointerover", (event) => {
      const node = nodeOf(event);
      if (node) show(node.dataset.i);
    });
    svg.addEventListener("pointerout", (event) => {
      if (nodeOf(event)) restore();
    });
    svg.addEventListener("click", (event) => {
      const node = nodeOf(event);
      if (!node) return hold(null);
      focus(node);
      hold(held === node.dataset.i ? null : node.dataset.i);
    });
    svg.addEventListener("focusin", (event) => {
      const node = nodeOf(event);
      if (node) show(node.dataset.i);
    });
    svg.addEventListener("focusout", restore);

    // One tab stop for the whole picture: the arrow keys go from box to box.
    function focus(node) {
      for (const other of nodes.values()) other.setAttribute("tabindex", "-1");
      node.setAttribute("tabindex", "0");
      node.focus();
    }

    function neighbour(node, key) {
      const at = (other) => [Number(other.dataset.x), Number(other.dataset.y)];
      const [x, y] = at(node);
      const side = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
      let best = null;
      let least = Infinity;
      for (const other of nodes.values()) {
        const [dx, dy] = at(other).map((value, axis) => value - [x, y][axis]);
        const ahead = side[0] * dx + side[1] * dy;
        if (ahead <= 0) continue;
        const aside = Math.abs(side[0] ? dy : dx);
        const distance = ahead + 4 * aside;
        if (distance < least) [best, least] = [other, distance];
      }
      return best;
    }

    svg.addEventListener("keydown", (event) => {
      const node = nodeOf(event);
      if (!node) return;
      if (event.key === "Escape") hold(null);
      else if (event.key === "Enter" || event.key === " ") hold(held === node.dataset.i ? null : node.dataset.i);
      else if (event.key.startsWith("Arrow")) {
        const next = neighbour(node, event.key);
        if (next) focus(next);
      } else return;
      event.preventDefault();
    });

    for (const button of document.querySelectorAll(".legend button")) {
      button.addEventListener("click", () => {
        const isOn = button.getAttribute("aria-pressed") === "true";
        for (const other of document.querySelectorAll(".legend button")) other.setAttribute("aria-pressed", "false");
        button.setAttribute("aria-pressed", String(!isOn));
        if (isOn) svg.removeAttribute("data-only");
        else svg.setAttribute("data-only", button.dataset.r);
      });
    }
  }

  function sortable(table) {
    const body = table.tBodies[0];
    const order = [...body.rows];
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const was = head.getAttribute("aria-sort");
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        const next = was === null ? "descending" : was === "descending" ? "ascending" : null;
        if (next === null) return body.append(...order);
        head.setAttribute("aria-sort", next);
        const sign = next === "ascending" ? 1 : -1;
        const value = (row) => row.cells[column].textContent;
        const compare = new Intl.Collator("en", { numeric: true }).compare;
        body.append(...[...order].sort((a, b) => sign * compare(value(a), value(b))));
      });
    });
  }

  if (svg) timeline();
  document.querySelectorAll("table.sortable").forEach(sortable);
})();
