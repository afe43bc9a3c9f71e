"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const [stage, panel, search, found] = ["stage", "panel", "search", "found"].map(byId);
  const svg = stage.querySelector("svg");
  const hint = panel.innerHTML;
  svg.setAttribute("role", "group");
  const marks = (kind) => Array.from(svg.querySelectorAll(`[data-${kind}]`));
  const record = (kind, place) => byId(`about-${kind}-${place}`);

  // Moving and zooming change the part of the drawing that is looked at.
  const box = svg.viewBox.baseVal;
  const whole = { x: box.x, y: box.y, width: box.width, height: box.height };
  let view = { ...whole };
  const show = () => svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
  const fit = () => { view = { ...whole }; show(); };
  const inDrawing = (x, y) => new DOMPoint(x, y).matrixTransform(svg.getScreenCTM().inverse());
  const zoom = (factor, centre) => {
    const width = Math.min(Math.max(view.width / factor, whole.width / 40), whole.width * 4);
    const ratio = width / view.width;
    const at = centre ?? { x: view.x + view.width / 2, y: view.y + view.height / 2 };
    view = {
      x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio,
      width, height: view.height * ratio,
    };
    show();
  };
  const move = (right, down) => { view.x += right; view.y += down; show(); };
  const reveal = (mark) => {
    const [it, around] = [mark, stage].map((part) => part.getBoundingClientRect());
    const inside = it.left >= around.left && it.right <= around.right && it.top >= around.top && it.bottom <= around.bottom;
    if (inside) return;
    const [from, to] = [around, it].map((part) => inDrawing(part.x + part.width / 2, part.y + part.height / 2));
    move(to.x - from.x, to.y - from.y);
  };

  stage.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015)), inDrawing(event.clientX, event.clientY));
  }, { passive: false });

  // One pointer drags, two pinch.
  const pointers = new Map();
  let dragged = 0;
  const distance = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  stage.addEventListener("pointerdown", (event) => {
    if (event.button === 0) { pointers.set(event.pointerId, event); dragged = 0; }
  });
  stage.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    dragged += Math.abs(event.clientX - before.clientX) + Math.abs(event.clientY - before.clientY);
    if (dragged < 4) return;
    stage.setPointerCapture(event.pointerId);
    stage.classList.add("moving");
    if (pointers.size === 1) {
      const [from, to] = [before, event].map((it) => inDrawing(it.clientX, it.clientY));
      move(from.x - to.x, from.y - to.y);
      pointers.set(event.pointerId, event);
    } else {
      const apart = distance([...pointers.values()]);
      pointers.set(event.pointerId, event);
      const [a, b] = [...pointers.values()];
      const centre = inDrawing((a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2);
      if (apart > 0) zoom(distance([a, b]) / apart, centre);
    }
  });
  const release = (event) => { pointers.delete(event.pointerId); stage.classList.remove("moving"); };
  for (const name of ["pointerup", "pointercancel"]) stage.addEventListener(name, release);

  // What is chosen is told in the panel.
  const stops = new Map(); // of each node and arrow the mark that Tab stops at and that is brought into sight
  const choose = (kind, place) => {
    svg.querySelectorAll(".chosen").forEach((mark) => mark.classList.remove("chosen"));
    panel.innerHTML = hint;
    const told = kind && record(kind, place);
    if (!told) return;
    svg.querySelectorAll(`[data-${kind}="${place}"]`).forEach((mark) => mark.classList.add("chosen"));
    const copy = told.cloneNode(true);
    copy.removeAttribute("id");
    panel.replaceChildren(copy);
    const ends = kind === "node"
      ? Array.from(document.querySelectorAll(`#records [data-from="${place}"], #records [data-to="${place}"]`))
      : ["from", "to"].map((end) => record("node", told.dataset[end]));
    for (const end of ends.filter(Boolean)) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = end.querySelector("h3").textContent;
      button.addEventListener("click", () => {
        const { about, place } = end.dataset;
        choose(about, place);
        reveal(stops.get(`${about}-${place}`));
        panel.focus(); // the button is gone
      });
      panel.append(button);
    }
    panel.scrollTop = 0;
  };
  for (const kind of ["node", "arrow"]) {
    for (const mark of marks(kind)) {
      const place = mark.dataset[kind];
      mark.addEventListener("click", () => { if (dragged < 4) choose(kind, place); });
      // Labels stand after nodes, so Tab goes through the nodes first.
      if (record(kind, place)) stops.set(`${kind}-${place}`, mark);
    }
  }
  for (const mark of stops.values()) {
    const kind = mark.dataset.node === undefined ? "arrow" : "node";
    const place = mark.dataset[kind];
    mark.setAttribute("tabindex", "0");
    mark.setAttribute("role", "button");
    mark.setAttribute("aria-label", record(kind, place).querySelector("h3").textContent);
    mark.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose(kind, place); }
    });
    mark.addEventListener("focus", () => { if (mark.matches(":focus-visible")) reveal(mark); });
  }

  // Names are searched; where none holds the text, all that is told of the nodes.
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  let hits = [];
  let reached = -1;
  search.addEventListener("input", () => {
    const wanted = plain(search.value.trim());
    const holds = (text) => wanted !== "" && plain(text ?? "").includes(wanted);
    const nodes = marks("node");
    hits = nodes.filter((mark) => holds(mark.dataset.name));
    if (hits.length === 0) hits = nodes.filter((mark) => holds(record("node", mark.dataset.node)?.textContent));
    reached = -1;
    for (const mark of nodes) mark.classList.toggle("hit", hits.includes(mark));
    svg.classList.toggle("search", hits.length > 0);
    found.textContent = wanted === "" ? "" : hits.length === 0 ? "not found" : `${hits.length} found, Enter goes through`;
  });
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || hits.length === 0) return;
    reached = event.shiftKey ? (reached < 1 ? hits.length : reached) - 1 : (reached + 1) % hits.length;
    const hit = hits[reached];
    choose("node", hit.dataset.node);
    reveal(hit);
    found.textContent = `${reached + 1} of ${hits.length}`;
  });

  byId("closer").addEventListener("click", () => zoom(1.3));
  byId("farther").addEventListener("click", () => zoom(1 / 1.3));
  byId("fit").addEventListener("click", fit);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      choose();
      search.value = "";
      search.dispatchEvent(new Event("input"));
      return;
    }
    if (event.target === search) return;
    const step = view.width / 12;
    const keys = {
      "+": () => zoom(1.3), "=": () => zoom(1.3), "-": () => zoom(1 / 1.3), 0: fit, "/": () => search.focus(),
      ArrowLeft: () => move(-step, 0), ArrowRight: () => move(step, 0),
      ArrowUp: () => move(0, -step), ArrowDown: () => move(0, step),
    };
    if (Object.hasOwn(keys, event.key) && !panel.contains(event.target)) { event.preventDefault(); keys[event.key](); }
  });

  // On paper stands the whole drawing.
  let kept = null;
  addEventListener("beforeprint", () => { kept = view; fit(); });
  addEventListener("afterprint", () => { if (kept) { view = kept; kept = null; show(); } });
  document.body.classList.add("scripted");
})();
