"use strict";
// The page is complete without this script; it adds a card at each mark, a filter and steps.
(() => {
  const text = document.querySelector(".text");
  const tools = document.querySelector(".tools");
  const card = document.querySelector(".card");
  const told = tools.querySelector(".told");
  const keys = document.getElementById("keys");
  const choices = tools.querySelector(".choose");

  // what was found: words of the lexicon, and passages that only the model marked
  const found = new Map([...text.querySelectorAll(".note [data-s]")].map((told) => [told.id, {
    told,
    note: told.closest(".note"),
    axis: told.dataset.a,
    facet: told.dataset.f ?? "",
    status: told.dataset.s,
  }]));
  const passageOf = (one) => Number(one.note.id.slice(1));
  const idsOf = (link) => link.dataset.h?.split(" ").map((number) => `u${number}`)
    ?? [link.getAttribute("href").slice(1)];
  const marks = [...text.querySelectorAll("a.h, a.seen")].map((link) => ({
    link,
    found: idsOf(link).map((id) => found.get(id)),
  }));
  let shown = marks;
  let at = -1;

  // --- the card: what we see, the question, other words, when to leave it, what really changes, how it was counted ---
  const copyOf = (element) => {
    const copy = element.cloneNode(true);
    copy.removeAttribute("id");
    copy.querySelectorAll("[id]").forEach((inner) => inner.removeAttribute("id"));
    return copy;
  };
  // what its author calls deliberate goes first; the question and other wordings step back
  const reasonsFor = (one) => [...one.note.querySelectorAll(".reason")]
    .filter((reason) => ["", one.axis].includes(reason.dataset.a));
  const folded = (nodes) => {
    const details = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = card.dataset.back;
    details.append(summary, ...nodes);
    return details;
  };
  const heads = document.getElementById("card-words").content.children;
  const head = (number) => heads[number].cloneNode(true);
  const copyOfId = (id) => copyOf(document.getElementById(id));
  const explain = (one) => {
    const seen = document.createElement("div");
    seen.className = "found";
    const words = document.createElement("p");
    words.append(...copyOf(one.told).childNodes);
    const link = words.querySelector('a[href^="#e"]');
    seen.append(head(0), words);
    const means = document.querySelector(one.facet
      ? `#facets [data-f="${CSS.escape(one.facet)}"] .definition`
      : `.axes > div:nth-child(${Number(one.axis) + 1}) dd`);
    if (means) {
      const line = document.createElement("p");
      line.className = "definition";
      line.textContent = means.textContent;
      words.after(line);
    }
    const lines = [...one.note.querySelectorAll(`[data-of="${one.axis}"]`)].map(copyOf);
    if (!link) {
      seen.append(...lines);
      return { told: [seen], more: [] };
    }
    // who writes wants the question: how the scan came to it can wait
    const late = lines.filter((line) => "late" in line.dataset);
    seen.append(...lines.filter((line) => !late.includes(line)));
    const adds = words.querySelector(".adds");
    if (adds) {
      const line = document.createElement("p");
      line.append(adds);
      late.unshift(line);
    }
    const entry = document.querySelector(link.getAttribute("href"));
    link.remove();
    const parts = (selector) => [...entry.querySelectorAll(selector)].map(copyOf);
    const origin = document.createElement("p");
    origin.className = "source";
    origin.textContent = ["h3", ".count", ".source"]
      .map((selector) => entry.querySelector(selector)?.textContent).filter(Boolean).join(" · ");
    const more = [...late, ...parts(".remark"), origin];
    const asks = parts(".question, .could, ul");
    if (!asks.length) return { told: [seen], more };
    asks[0].querySelector("span")?.remove();
    const asked = [head(1), ...asks];
    return { told: [seen, ...(reasonsFor(one).length ? [folded(asked)] : asked)], more };
  };
  // what closes the advice is said once, also where words of several entries overlap
  const advice = (told) => (told.some((part) => part.matches(".question, .could"))
    ? [head(2), copyOfId("leave-it"), head(3), copyOfId("swap-words")] : []);
  const open = (mark) => {
    const reasons = [...new Set(mark.found.flatMap(reasonsFor))].map(copyOf);
    const explained = mark.found.map(explain);
    const told = explained.flatMap((own) => own.told);
    const more = explained.flatMap((own) => own.more);
    if (more.length) more.unshift(head(4));
    card.querySelector("div").replaceChildren(...reasons, ...told, ...advice(told), ...more);
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
    if (card.open && !event.target.closest(".card, .tools, a.h, a.seen")) card.close();
  });

  // --- stepping ---
  const choose = (index) => {
    if (shown[at]) shown[at].link.classList.remove("now");
    at = index;
    shown[at].link.classList.add("now");
    told.textContent = told.dataset.at.replace("[n]", at + 1).replace("[t]", shown.length);
  };
  const step = (by) => {
    if (!shown.length) {
      told.textContent = told.dataset.none;
      return;
    }
    choices.open = false;
    choose(at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length);
    const { link } = shown[at];
    link.scrollIntoView({ block: "center", behavior: "instant" });
    if (card.open) open(shown[at]);
    else link.focus({ preventScroll: true });
  };
  tools.querySelectorAll("[data-step]").forEach((button) =>
    button.addEventListener("click", () => step(Number(button.dataset.step))));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && choices.open) {
      choices.open = false;
      choices.firstElementChild.focus();
    } else if (event.key === "Escape" && card.open) close();
    if (!keys.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input:not([type=checkbox]), textarea, select")) return;
    const key = event.key.toLowerCase();
    if (key === "n") step(1);
    if (key === "p") step(-1);
  });
  text.addEventListener("click", (event) => {
    const link = event.target.closest("a.h, a.seen");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const index = shown.findIndex((mark) => mark.link === link);
    if (index < 0) return;
    event.preventDefault();
    choose(index);
    open(shown[index]);
  });

  // --- the filter ---
  // It is not kept in the address: that holds the place, and who gets a link must see all marks.
  const boxes = [...choices.querySelectorAll("[data-axis], [data-status]")];
  const picks = [...choices.querySelectorAll("select")];
  const wordOf = choices.querySelector(".set");
  const filter = () => {
    const off = new Set(boxes.filter((box) => !box.checked)
      .map((box) => box.dataset.axis ?? box.dataset.status));
    const facet = document.getElementById("by-facet").value;
    const chapter = document.getElementById("by-chapter")?.value ?? "";
    const [first, last] = chapter ? chapter.split("-").map(Number) : [0, Infinity];
    const passes = (one) => !off.has(one.axis) && !off.has(one.status)
      && (!facet || one.facet === facet) && passageOf(one) >= first && passageOf(one) <= last;
    const set = off.size > 0 || facet !== "" || chapter !== "";
    if (shown[at]) shown[at].link.classList.remove("now");
    at = -1;
    const notes = new Map();
    shown = marks.filter((mark) => {
      const on = mark.found.some(passes);
      mark.link.classList.toggle("off", !on);
      mark.found.forEach((one) => notes.set(one.note, notes.get(one.note) || on));
      return on;
    });
    notes.forEach((on, note) => note.classList.toggle("off", !on));
    wordOf.textContent = set ? wordOf.dataset.word : "";
    const { none, one, many } = told.dataset;
    const words = shown.length === 0 ? none : shown.length === 1 ? one : many;
    told.textContent = set ? words.replace("[n]", shown.length) : "";
  };
  [...boxes, ...picks].forEach((choice) => choice.addEventListener("change", filter));
  document.getElementById("clear").addEventListener("click", () => {
    boxes.forEach((box) => { box.checked = true; });
    picks.forEach((pick) => { pick.value = ""; });
    filter();
    told.textContent = told.dataset.many.replace("[n]", shown.length);
  });
  // the choices lie over the text: they close when the reader goes on
  const leave = (event) => {
    if (choices.open && !choices.contains(event.target)) choices.open = false;
  };
  choices.addEventListener("toggle", () => {
    if (choices.open && card.open) card.close();
  });
  document.addEventListener("click", leave);
  document.addEventListener("focusin", leave);
  // a browser may keep choices as they were before a reload
  if (boxes.some((box) => !box.checked) || picks.some((pick) => pick.value)) filter();
  tools.hidden = false;

  // --- links to what is folded away, or filtered out ---
  const unfold = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    target.closest(".note")?.classList.remove("off");
    const folded = target.closest("details");
    if (folded && !folded.open) {
      folded.open = true;
      target.scrollIntoView({ block: "center" });
    }
  };
  window.addEventListener("hashchange", unfold);
  unfold();
})();
