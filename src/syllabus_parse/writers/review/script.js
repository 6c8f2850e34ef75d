"use strict";
(() => {
  const root = document.documentElement;
  const find = (id) => document.getElementById(id);
  const panes = { source: find("source"), record: find("record") };
  const inspector = find("inspector");
  const rules = Array.from(find("rules").children, (rule) => rule.textContent);
  const narrow = matchMedia("(max-width: 56rem)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  // Places: which pieces of the source and which values each number stands for; made when first asked for.
  let index = null;
  const places = (element) => (element.dataset.p ? element.dataset.p.split(" ") : []);
  function lookUp(place) {
    if (index === null) {
      index = new Map();
      const enter = (selector, kind) => {
        for (const element of document.querySelectorAll(selector)) {
          for (const place of places(element)) {
            if (!index.has(place)) index.set(place, { pieces: [], values: [] });
            index.get(place)[kind].push(element);
          }
        }
      };
      enter(".s", "pieces");
      enter(".v", "values");
    }
    return index.get(place) || { pieces: [], values: [] };
  }

  if ("requestIdleCallback" in window) requestIdleCallback(() => lookUp("0"));

  // The light: what is pointed at, else what has the focus.
  let lit = [];
  let pinned = null;
  function putOut() {
    for (const element of lit) element.classList.remove("lit", "near");
    lit = [];
  }
  function mark(element, name) {
    element.classList.add(name);
    lit.push(element);
  }
  function light(element, reveals) {
    putOut();
    if (element === null) return;
    if (element.classList.contains("chip")) {
      for (const chip of document.querySelectorAll(`.chip[data-session="${element.dataset.session}"]`)) mark(chip, "lit");
      const card = find(`session-${element.dataset.session}`);
      if (card !== null) {
        mark(card, "lit");
        if (reveals) reveal(card);
      }
      inspect([element.getAttribute("aria-label")], null);
      return;
    }
    const inSource = panes.source.contains(element);
    const [own, ...around] = places(element);
    mark(element, "lit");
    for (const place of around) for (const value of lookUp(place).values) if (inSource) mark(value, "near");
    const there = lookUp(own);
    for (const piece of there.pieces) mark(piece, "lit");
    for (const value of there.values) mark(value, "lit");
    for (const value of inSource ? there.values : [element]) {
      const card = value.closest(".card[id]");
      if (card === null) continue;
      for (const chip of document.querySelectorAll(`.chip[data-session="${card.id.slice(8)}"]`)) mark(chip, "lit");
    }
    const across = inSource ? there.values.filter(isShown) : there.pieces;
    if (reveals && across.length > 0 && !across.some(isInSight)) reveal(across[0]);
    // What was read comes before what was said of it.
    const read = there.values.filter((value) => !value.classList.contains("doubt"));
    const said = there.values.filter((value) => value.classList.contains("doubt"));
    inspect(there.values.length > 0 ? [...read, ...said] : [element], own);
  }
  function isShown(element) {
    return element.checkVisibility();
  }
  function isInSight(element) {
    const pane = panes.source.contains(element) ? panes.source : panes.record;
    const around = pane.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    const roof = narrow.matches && pane === panes.record ? panes.source.getBoundingClientRect().bottom : 0;
    return box.top >= Math.max(around.top + 30, roof) && box.bottom <= Math.min(around.bottom, innerHeight);
  }
  function reveal(element) {
    element.scrollIntoView({ block: "center", behavior: still.matches ? "instant" : "smooth" });
  }

  // The foot: what is in the light, in words; only what document nodes can say, never markup.
  function pathOf(element) {
    const entry = element.closest("[data-at]");
    const path = (entry === null ? "" : entry.dataset.at) + (element.dataset.n || "");
    return path.replace(/^\./, "");
  }
  function say(name, words) {
    const part = document.createElement("span");
    part.className = name;
    part.textContent = words;
    inspector.append(part);
  }
  function cut(words) {
    return words.length > 160 ? `${words.slice(0, 160)}…` : words;
  }
  function inspect(values, place) {
    inspector.replaceChildren();
    for (const value of values.slice(0, 3)) {
      if (typeof value === "string") {
        say("value", value);
        continue;
      }
      say("path", pathOf(value));
      const words = value.querySelector(".message") || value;
      say("value", cut(words.textContent));
    }
    if (values.length > 3) say("where", `and ${values.length - 3} more`);
    const [first] = values;
    if (typeof first === "string" || first === undefined) return;
    if (first.dataset.w) {
      const [line, column] = first.dataset.w.split(":");
      say("where", `line ${line}, column ${column}`);
    } else if (first.classList.contains("placeless")) {
      say("where", "no place of its own");
    }
    for (const name of ["inferred", "guessed"]) if (first.classList.contains(`c-${name}`)) say(name, name);
    if (place !== undefined && place !== null) {
      const raw = lookUp(place).pieces.map((piece) => piece.textContent).join("");
      if (raw && raw !== first.textContent) say("raw", cut(raw));
    }
    for (const number of (first.dataset.r || "").split(" ").filter(Boolean)) say("rule", cut(rules[number]));
  }

  const POINTS = ".s, .v, .flag, .chip";
  let waiting = 0;
  document.addEventListener("mouseover", (event) => {
    const element = event.target.closest(POINTS);
    clearTimeout(waiting);
    inspector.setAttribute("aria-live", "off");
    if (element === null) {
      waiting = setTimeout(() => light(pinned, false), 120);
      return;
    }
    light(element, false);
    // On one column the page itself would move below the pointer.
    if (!(narrow.matches && panes.source.contains(element))) waiting = setTimeout(() => light(element, true), 150);
  });
  document.addEventListener("focusin", (event) => {
    const element = event.target.closest(POINTS);
    if (element === null) return;
    pinned = element;
    inspector.setAttribute("aria-live", "polite");
    const group = groupOf(element);
    if (group !== null) rove(group, element);
    light(element, true);
  });
  document.addEventListener("click", (event) => {
    const element = event.target.closest(POINTS);
    if (element === null || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    // A click without a pointer is Enter: it goes across.
    if (event.detail === 0 || element.matches(".flag, .chip")) cross(element);
    else element.focus({ preventScroll: true });
  });
  function cross(element) {
    let goal = null;
    if (element.classList.contains("chip")) {
      const card = find(`session-${element.dataset.session}`);
      goal = card === null ? null : card.querySelector(".v");
    } else {
      const [own] = places(element);
      const there = lookUp(own);
      goal = panes.source.contains(element) ? there.values.find(isShown) : there.pieces[0];
    }
    if (goal === null || goal === undefined) return;
    goal.focus({ preventScroll: true });
    if (!isInSight(goal)) reveal(goal);
  }

  // Walking: one stop for the Tab key in each group, arrows between its elements.
  const GROUPS = [
    { pane: document.querySelector(".time .scroll"), selector: ".chip" },
    { pane: panes.source, selector: ".s[class*='g-'], .s.residue, .flag" },
    { pane: panes.record, selector: ".v, .out" },
    { pane: document.querySelector(".course [data-at]"), selector: ".v, .out" },
  ].filter((group) => group.pane !== null);
  for (const group of GROUPS) {
    group.all = null;
    group.stop = group.pane.querySelector(group.selector);
    if (group.stop !== null) group.stop.tabIndex = 0;
  }
  function groupOf(element) {
    return GROUPS.find((group) => group.pane.contains(element)) || null;
  }
  function rove(group, element) {
    if (group.stop !== null) group.stop.tabIndex = -1;
    group.stop = element;
    element.tabIndex = 0;
  }
  function list(group) {
    if (group.all === null) {
      group.all = Array.from(group.pane.querySelectorAll(group.selector));
      if (group.selector === ".chip") group.all.sort((a, b) => a.dataset.session - b.dataset.session);
    }
    return group.all;
  }
  function walk(group, from, step) {
    const all = list(group);
    let at = from === null ? (step > 0 ? -1 : all.length) : all.indexOf(from);
    for (at += step; at >= 0 && at < all.length; at += step) {
      const element = all[at];
      if (isShown(element) && !element.classList.contains("muted")) {
        element.focus({ preventScroll: true });
        if (!isInSight(element)) reveal(element);
        return;
      }
    }
  }
  function walkDoubts(step) {
    const all = Array.from(document.querySelectorAll(".doubt")).filter(isShown);
    if (all.length === 0) return;
    const now = all.findIndex((element) => element.classList.contains("lit"));
    const next = now < 0 ? (step > 0 ? 0 : all.length - 1) : (now + step + all.length) % all.length;
    all[next].focus({ preventScroll: true });
    if (!isInSight(all[next])) reveal(all[next]);
  }

  const letters = find("letters");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || find("help").open) return;
    const at = document.activeElement;
    if (at.matches("input")) {
      if (event.key === "Escape") at.blur();
      return;
    }
    const group = groupOf(at);
    const from = group !== null && at.matches(group.selector) ? at : null;
    const inTime = group !== null && group.selector === ".chip";
    const key = letters.checked || event.key.length > 1 ? event.key : "";
    const inSource = group !== null && group.pane === panes.source;
    const acts = {
      ArrowDown: () => group && walk(group, from, 1),
      ArrowUp: () => group && walk(group, from, -1),
      j: () => group && walk(group, from, 1),
      k: () => group && walk(group, from, -1),
      Home: () => group && walk(group, null, 1),
      End: () => group && walk(group, null, -1),
      ArrowRight: () => from && (inTime ? walk(group, from, 1) : inSource && cross(from)),
      ArrowLeft: () => from && (inTime ? walk(group, from, -1) : !inSource && cross(from)),
      n: () => walkDoubts(1),
      p: () => walkDoubts(-1),
      t: turnTheme,
      "/": () => find("find").focus(),
      "?": openHelp,
      Escape: () => {
        pinned = null;
        putOut();
        if (from !== null) group.pane.focus({ preventScroll: true });
      },
    };
    if (!Object.hasOwn(acts, key)) return;
    // A pane without the focus on one of its values scrolls as ever, but for the first step into it.
    event.preventDefault();
    acts[key]();
  });

  // Filters.
  const filters = Array.from(document.querySelectorAll(".filter[data-group]"));
  function applyFilters() {
    const off = filters.filter((one) => one.getAttribute("aria-pressed") === "false").map((one) => one.dataset.group);
    root.dataset.off = off.join(" ");
    const hidden = new Set(off);
    for (const piece of document.querySelectorAll(".s")) {
      const groups = (piece.dataset.g || Array.from(piece.classList).filter((name) => name.startsWith("g-"))
        .map((name) => name.slice(2)).join(" ")).split(" ").filter(Boolean);
      if (!piece.dataset.g) piece.dataset.g = groups.join(" ");
      const shown = groups.find((name) => !hidden.has(name));
      for (const name of groups) piece.classList.toggle(`g-${name}`, name === (shown || groups[0]));
      const residue = piece.classList.contains("residue") && !hidden.has("residue");
      const said = piece.className.includes("said-") && !hidden.has("said");
      piece.classList.toggle("muted", shown === undefined && !residue && !said);
    }
    for (const row of document.querySelectorAll(".rows > div")) {
      const left = Array.from(row.querySelectorAll(".v")).some((value) => !off.some((name) => value.classList.contains(`g-${name}`)));
      row.classList.toggle("empty", !left);
    }
  }
  for (const filter of filters) {
    filter.addEventListener("click", (event) => {
      if (event.shiftKey) for (const one of filters) one.setAttribute("aria-pressed", String(one === filter));
      else filter.setAttribute("aria-pressed", String(filter.getAttribute("aria-pressed") === "false"));
      applyFilters();
    });
  }
  find("all").addEventListener("click", () => {
    for (const one of filters) one.setAttribute("aria-pressed", "true");
    applyFilters();
  });

  // Finding.
  const cards = Array.from(panes.record.querySelectorAll(".card"));
  let words = null;
  function search() {
    if (words === null) words = cards.map((card) => card.textContent.toLowerCase());
    const wanted = find("find").value.trim().toLowerCase();
    root.toggleAttribute("data-doubtful", find("doubtful").checked);
    let count = 0;
    cards.forEach((card, at) => {
      const found = words[at].includes(wanted);
      card.classList.toggle("unfound", !found);
      if (found && (!find("doubtful").checked || card.hasAttribute("data-doubt"))) count += 1;
    });
    find("found").textContent = wanted || find("doubtful").checked ? `${count} of ${cards.length}` : "";
  }
  let typing = 0;
  find("find").addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(search, 100);
  });
  find("doubtful").addEventListener("change", search);

  // Theme: as the system says, light, dark. Some browsers keep nothing for a page in a file.
  const THEMES = ["auto", "light", "dark"];
  function setTheme(name) {
    if (name === "auto") delete root.dataset.theme;
    else root.dataset.theme = name;
    find("theme").querySelector("span").textContent = name;
  }
  function turnTheme() {
    const name = THEMES[(THEMES.indexOf(root.dataset.theme || "auto") + 1) % THEMES.length];
    setTheme(name);
    try {
      localStorage.setItem("syllabus-review-theme", name);
    } catch {
      // It holds for this visit.
    }
  }
  try {
    const kept = localStorage.getItem("syllabus-review-theme");
    if (THEMES.includes(kept)) setTheme(kept);
  } catch {
    // As the system says.
  }
  find("theme").addEventListener("click", turnTheme);

  function openHelp() {
    find("help").showModal();
  }
  find("keys").addEventListener("click", openHelp);
  find("close").addEventListener("click", () => find("help").close());

  // On a small screen the boards would fill the first sight.
  if (narrow.matches) document.querySelector(".overview").open = false;
  root.dataset.ready = "";
})();
