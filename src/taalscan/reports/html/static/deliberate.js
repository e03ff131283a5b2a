"use strict";
// The page is complete without this script; it lets an author mark passages and save the marks.
(() => {
  const section = document.getElementById("deliberate");
  const text = document.querySelector(".text");
  const card = document.querySelector(".card");
  const form = section.querySelector(".mark-form");
  const axes = [...form.querySelectorAll("input[type=radio]")];
  const why = form.querySelector("textarea");
  const who = form.querySelector("input[name=by]");
  const panel = section.querySelector(".save");
  const told = panel.querySelector(".told");
  const words = section.dataset;
  const made = (name) => section.querySelector(`template.${name}`).content.firstElementChild.cloneNode(true);
  const signature = ({ text: passage, axis, reason, by }) => JSON.stringify([passage, axis, reason, by]);

  // --- the marks of the scan, those that were added here, and those that will go ---
  const lines = [...section.querySelectorAll("li.mark")].map((line) => {
    const { text: passage, axis, reason, by } = line.dataset;
    return { line, mark: { text: passage, axis, reason, by } };
  });
  const added = new Map();
  const dropped = new Set();
  const place = `taalscan ${words.key}`;
  let kept = false;
  const keep = () => {
    try {
      const marks = [...added.values()].map(({ mark, number }) => ({ ...mark, number }));
      if (marks.length || dropped.size) {
        localStorage.setItem(place, JSON.stringify({ marks, dropped: [...dropped] }));
      } else localStorage.removeItem(place);
      kept = true;
    } catch {
      kept = false; // a browser may refuse; the marks last as long as the page
    }
  };
  const changed = () => {
    keep();
    const counts = { "[n]": added.size, "[d]": dropped.size };
    told.textContent = added.size || dropped.size
      ? told.dataset.changed.replace(/\[[nd]\]/g, (gap) => counts[gap]) : "";
    const none = section.querySelector(".none");
    if (none) none.hidden = added.size > 0;
  };
  window.addEventListener("beforeunload", (event) => {
    if (!kept && (added.size || dropped.size)) event.preventDefault();
  });

  // --- the text of a passage: its runs, a block a line, without the labels of ours ---
  let known = null; // made when it is first needed: a long text has thousands of runs
  const runsOf = (number) => {
    if (!known) {
      known = new Map();
      let own = [];
      text.querySelectorAll(".p").forEach((run) => {
        if (run.id) known.set(run.id, (own = []));
        own.push(run);
      });
    }
    return known.get(`p${number}`) ?? [];
  };
  const plain = (run) => {
    const copy = run.cloneNode(true);
    copy.querySelectorAll(".tag").forEach((tag) => tag.remove());
    return copy.textContent.replace(/\s+/g, " ").trim();
  };
  const textOf = (number) => runsOf(number).map(plain).filter(Boolean).join("\n");

  // --- what a mark shows, in the text and in the list ---
  const chipOf = (axis) => {
    const radio = axes.find((one) => one.value === axis);
    const label = radio && radio.closest("label");
    const chip = label && label.querySelector(".chip");
    return { number: label ? label.dataset.a : "?", chip: chip && chip.cloneNode(true) };
  };
  const fill = (reason, mark) => {
    const { number, chip } = chipOf(mark.axis);
    reason.dataset.a = number;
    if (chip) reason.querySelector(".on").replaceChildren(chip);
    reason.querySelector(".because").textContent = mark.reason;
    reason.querySelector(".by").textContent = mark.by && words.by.replace("[b]", () => mark.by);
    return reason;
  };
  const listed = (mark, number, note) => {
    const line = made("new-mark");
    const axis = chipOf(mark.axis).number;
    if (axis) line.classList.add(`a${axis}`);
    line.querySelector("blockquote").textContent = mark.text;
    fill(line.querySelector(".reason"), mark);
    if (note) line.querySelector(".at").append(note.querySelector(".where a").cloneNode(true));
    const badge = line.querySelector(".badge");
    badge.textContent = words.new;
    section.querySelector(".found").append(line);
    return line;
  };
  // one label in the text and one at its note, as long as there is a reason
  const label = (number, note) => {
    const summary = note.querySelector("summary");
    const run = runsOf(number).at(-1);
    const given = note.querySelector(".reason") !== null;
    const labels = [summary.querySelector(".tag"), run.querySelector(".tag")];
    if (given && !labels[1]) {
      const tag = made("new-tag");
      tag.href = `#n${number}`;
      const copy = document.createElement("span");
      copy.className = "tag";
      copy.textContent = tag.textContent;
      summary.append(" ", copy);
      run.append(" ", tag);
    } else if (!given) labels.forEach((one) => one?.remove());
  };
  const noted = (mark, number, note) => {
    const reason = fill(made("new-mark").querySelector(".reason"), mark);
    const saving = made("new-added");
    note.querySelector("summary").after(reason, saving);
    label(number, note);
    return [reason, saving];
  };
  const add = (mark, number) => {
    const own = signature(mark);
    if (added.has(own) || lines.some((one) => signature(one.mark) === own)) return;
    const note = document.getElementById(`n${number}`);
    const here = note && textOf(number) === mark.text;
    const line = listed(mark, number, here ? note : null);
    const shown = [line, ...(here ? noted(mark, number, note) : [])];
    added.set(own, { mark, number });
    const drop = line.querySelector(".drop");
    drop.hidden = false;
    drop.addEventListener("click", () => {
      added.delete(own);
      shown.forEach((element) => element.remove());
      if (here) label(number, note);
      changed();
      section.querySelector("h2").setAttribute("tabindex", "-1");
      section.querySelector("h2").focus();
    });
    changed();
  };

  // --- taking away what the scan has ---
  const toggle = ({ line, mark }, off) => {
    if (off) dropped.add(signature(mark));
    else dropped.delete(signature(mark));
    line.querySelector(".badge").textContent = off ? words.dropped : "";
    line.classList.toggle("dropped", off);
    line.querySelector(".drop").textContent = off ? words.undo : words.drop;
    changed();
  };
  lines.forEach((one) => {
    const drop = one.line.querySelector(".drop");
    drop.hidden = false;
    drop.addEventListener("click", () => toggle(one, !dropped.has(signature(one.mark))));
  });

  // --- the form, which moves to the passage that is marked ---
  let asked = null;
  const close = () => {
    form.hidden = true;
    if (asked) asked.button.hidden = false;
  };
  const ask = (note, button) => {
    close();
    why.value = ""; // who says so is often the same
    asked = { number: Number(note.id.slice(1)), button };
    const seen = new Set([...note.querySelectorAll("summary .chip")]
      .map((chip) => /\ba(\d+)\b/.exec(chip.className)[1]));
    form.querySelectorAll("label[data-a]").forEach((label) => {
      label.hidden = label.dataset.a !== "" && !seen.has(label.dataset.a);
    });
    button.hidden = true;
    // above the explanation, so that the passage is in sight
    note.querySelector("summary").after(...note.querySelectorAll(".reason, .added"), form);
    form.hidden = false;
    const first = form.querySelector("label[data-a]:not([hidden]) input");
    first.checked = true;
    first.focus({ preventScroll: true });
    form.scrollIntoView({ block: "center", behavior: "instant" });
  };
  const cancel = () => {
    close();
    asked.button.focus();
  };
  const accept = () => {
    const { number } = asked;
    const reason = why.value.trim();
    if (!/[\p{L}\p{N}]/u.test(reason)) {
      why.value = "";
      why.reportValidity(); // it is required: the browser says so in its own words
      return;
    }
    const axis = axes.find((one) => one.checked).value;
    add({ text: textOf(number), axis, reason, by: who.value.trim() }, number);
    close();
    const saving = document.querySelector(`#n${number} .added a`);
    if (saving) saving.focus();
  };
  form.querySelector(".yes").addEventListener("click", accept);
  form.querySelector(".no").addEventListener("click", cancel);
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.stopPropagation(); // it closes this, not the card
      cancel();
    }
    if (event.key === "Enter" && event.target.matches("input")) accept();
  });

  // --- a button in each explanation, made when it opens: a long text has thousands ---
  const offer = (note) => {
    if (note.querySelector(".add")) return;
    const line = made("new-add");
    note.append(line);
    line.querySelector("button").addEventListener("click", (event) => ask(note, event.target));
  };
  text.addEventListener("toggle", (event) => {
    if (event.target.matches(".note") && event.target.open) offer(event.target);
  }, true);
  text.querySelectorAll(".note[open]").forEach(offer);
  const fromCard = made("new-add");
  fromCard.querySelector("button").addEventListener("click", () => {
    const now = text.querySelector("a.h.now");
    const note = now && document.querySelector(now.getAttribute("href")).closest(".note");
    if (!note) return;
    card.close();
    note.open = true;
    offer(note);
    ask(note, note.querySelector(".add button"));
  });
  card.append(fromCard);

  // --- the file: YAML whose texts are strings of JSON, without what YAML reads otherwise ---
  const quoted = (value) => JSON.stringify(value.replace(
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\u0000-\u0008\u000b-\u001f\u007f]/g, "\ufffd",
  )).replace(/[\u0080-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const keysOf = ({ text: passage, axis, reason, by }) => [
    ["passage", passage], ["as", axis], ["reden", reason], ["door", by],
  ].filter(([, value]) => value);
  const written = (mark) => keysOf(mark)
    .map(([name, value], at) => `${at ? "    " : "  - "}${name}: ${quoted(value)}\n`).join("");
  const file = () => {
    const marks = [
      ...lines.map(({ mark }) => mark).filter((mark) => !dropped.has(signature(mark))),
      ...[...added.values()].map(({ mark }) => mark),
    ];
    const list = marks.length ? `\n${marks.map(written).join("")}` : " []\n";
    return `# ${words.comment}\nformat: 1\nbewust-zo:${list}`;
  };
  panel.querySelector(".download").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([file()], { type: "application/yaml" }));
    link.download = words.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    told.textContent = told.dataset.made;
  });
  if (navigator.clipboard) {
    const copy = panel.querySelector(".copy-marks");
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(file());
      told.textContent = told.dataset.copied;
    });
  }

  // --- what was left here before; a scan that holds it by now needs it no more ---
  const isText = (value) => typeof value === "string";
  try {
    const before = JSON.parse(localStorage.getItem(place)) ?? {};
    lines.filter(({ mark }) => (before.dropped ?? []).includes(signature(mark)))
      .forEach((one) => toggle(one, true));
    (before.marks ?? []).forEach(({ number, text: passage, axis, reason, by }) => {
      if ([passage, axis, reason, by].every(isText)) add({ text: passage, axis, reason, by }, Number(number));
    });
    keep();
  } catch {
    kept = false; // no storage, or something else stood there
  }
  panel.hidden = false;
})();
