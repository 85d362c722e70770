// Works a report's page from the keyboard and leaves what happened in the page, as JSON.
addEventListener("load", () => {
  const svg = document.getElementById("timeline");
  const nodes = [...svg.querySelectorAll(".node")];
  const press = (key) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  const lit = () => nodes.filter((node) => node.classList.contains("lit")).map((node) => node.dataset.symbol);
  const active = () => document.activeElement.dataset?.symbol ?? null;
  const steps = [];
  const note = (name) =>
    steps.push({
      name, active: active(), lit: lit(), focused: svg.classList.contains("focused"),
      curves: svg.querySelectorAll("path.lit").length,
      pressed: nodes.filter((node) => node.getAttribute("aria-pressed") === "true").map((node) => node.dataset.symbol),
      said: document.querySelector("#line .descent")?.textContent ?? null,
    });
  const stops = nodes.filter((node) => node.tabIndex === 0);
  stops[0].focus();
  note("focus");
  press("ArrowDown");
  note("down");
  press("ArrowLeft");
  note("left");
  press("Enter");
  document.activeElement.blur();
  note("held");
  stops[0].focus();
  press("Escape");
  document.activeElement.blur();
  note("let go");
  const result = {
    errors, steps, attacked: window.attacked ?? false, stops: stops.length,
    nodes: nodes.map((node) => node.dataset.symbol),
    rows: [...document.querySelectorAll("table.ancestors tbody tr")].length,
    requests: performance.getEntriesByType("resource").length,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    title: document.querySelector("header .title").textContent,
  };
  const place = document.createElement("pre");
  place.id = "checked";
  place.textContent = btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(result))));
  document.body.append(place);
});
