"use strict";
// The page is complete without this script; it adds a card at each highlight, filters and steps.
(() => {
  const text = document.querySelector(".text");
  const tools = document.querySelector(".tools");
  const card = document.querySelector(".card");
  const told = tools.querySelector(".told");
  const keys = document.getElementById("keys");
  const hits = new Map([...text.querySelectorAll("li[data-a]")].map((note) => [note.id.slice(1), {
    note,
    axis: note.getAttribute("data-a"),
    counted: note.getAttribute("data-s") === "counted",
  }]));
  const numbers = (link) => link.getAttribute("data-h") ?? link.getAttribute("href").slice(2);
  const marks = [...text.querySelectorAll("a.h")].map((link) => ({
    link,
    hits: numbers(link).split(" ").map((number) => hits.get(number)),
  }));
  let shown = marks;
  let at = -1;

  // --- the card ---
  const copyOf = (element) => {
    const copy = element.cloneNode(true);
    copy.removeAttribute("id");
    copy.querySelectorAll("[id]").forEach((inner) => inner.removeAttribute("id"));
    return copy;
  };
  // what its author calls deliberate goes first; the question and other wordings step back
  const reasonsFor = (hit) => [...hit.note.closest(".note").querySelectorAll(".reason")]
    .filter((reason) => ["", hit.axis].includes(reason.dataset.a));
  const folded = (nodes) => {
    const details = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = card.dataset.back;
    details.append(summary, ...nodes);
    return details;
  };
  const explain = (hit) => {
    const found = document.createElement("div");
    found.className = "found";
    found.append(...copyOf(hit.note).childNodes);
    const link = found.querySelector('a[href^="#e"]');
    const entry = copyOf(document.querySelector(link.getAttribute("href")));
    link.remove();
    entry.querySelector(".places").remove();
    return [found, ...(reasonsFor(hit).length ? [folded(entry.childNodes)] : entry.childNodes)];
  };
  const open = (mark) => {
    const reasons = [...new Set(mark.hits.flatMap(reasonsFor))].map(copyOf);
    card.querySelector("div").replaceChildren(...reasons, ...mark.hits.flatMap(explain));
    // not modal: the text stays readable, and a long page need not be made inert
    if (!card.open) card.show();
    card.scrollTop = 0;
  };
  const close = () => {
    card.close();
    if (shown[at]) shown[at].link.focus({ preventScroll: true });
  };
  card.querySelector("button").addEventListener("click", close);
  document.addEventListener("click", (event) => {
    if (card.open && !event.target.closest(".card, .tools, a.h")) card.close();
  });

  // --- stepping ---
  const choose = (index) => {
    if (shown[at]) shown[at].link.classList.remove("now");
    at = index;
    shown[at].link.classList.add("now");
    told.textContent = told.dataset.words.replace("[n]", at + 1).replace("[t]", shown.length);
  };
  const step = (by) => {
    if (!shown.length) return;
    choose(at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length);
    const { link } = shown[at];
    link.scrollIntoView({ block: "center", behavior: "instant" });
    if (card.open) open(shown[at]);
    else link.focus({ preventScroll: true });
  };
  tools.querySelectorAll("[data-step]").forEach((button) =>
    button.addEventListener("click", () => step(Number(button.dataset.step))));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && card.open) close();
    if (!keys.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input:not([type=checkbox]), textarea, select")) return;
    const key = event.key.toLowerCase();
    if (key === "n") step(1);
    if (key === "p") step(-1);
  });
  text.addEventListener("click", (event) => {
    const link = event.target.closest("a.h");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const index = shown.findIndex((mark) => mark.link === link);
    if (index < 0) return;
    event.preventDefault();
    choose(index);
    open(shown[index]);
  });

  // --- filtering ---
  const boxes = [...tools.querySelectorAll("[data-axis], [data-status]")];
  const filter = () => {
    const off = new Set(boxes.filter((box) => !box.checked)
      .map((box) => box.dataset.axis ?? box.dataset.status));
    const passes = (hit) => !off.has(hit.axis) && !off.has(hit.counted ? "counted" : "rest");
    if (shown[at]) shown[at].link.classList.remove("now");
    at = -1;
    told.textContent = "";
    shown = marks.filter((mark) => {
      const on = mark.hits.some(passes);
      mark.link.classList.toggle("off", !on);
      return on;
    });
  };
  boxes.forEach((box) => box.addEventListener("change", filter));
  // a browser may keep boxes as they were before a reload
  if (boxes.some((box) => !box.checked)) filter();
  tools.hidden = false;

  // --- copying, and links to what is folded away ---
  if (navigator.clipboard) {
    document.querySelectorAll(".copy").forEach((button) => {
      button.hidden = false;
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(button.dataset.citation);
        button.classList.add("done");
      });
    });
  }
  const unfold = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = target && target.closest("details");
    if (folded && !folded.open) {
      folded.open = true;
      target.scrollIntoView({ block: "center" });
    }
  };
  window.addEventListener("hashchange", unfold);
  unfold();
})();
