"use strict";
// Evidence by selecting words, with the mouse or with arrows; the form itself works without this.
(() => {
  const form = document.getElementById("coding");
  const passage = document.getElementById("passage");
  const marked = document.getElementById("marked");
  const codes = [...form.querySelectorAll("fieldset[data-code]")].map((own) => own.dataset.code);
  const text = passage.textContent;
  const words = [];

  // every word in a span of its own, with its place in the text
  passage.replaceChildren();
  let end = 0;
  for (const found of text.matchAll(/\S+/g)) {
    passage.append(text.slice(end, found.index));
    const span = document.createElement("span");
    span.textContent = found[0];
    passage.append(span);
    end = found.index + found[0].length;
    words.push({ span, start: found.index, end });
  }
  passage.append(text.slice(end));

  const box = (code) => document.getElementById(`evidence-${code}`);
  const lines = (code) => box(code).value.split("\n").map((line) => line.trim()).filter(Boolean);
  const bare = (part) => part.replace(/^[\s"‘’“”(]+|[\s"‘’“”).,;:!?]+$/g, "");

  let here = -1;
  let anchor = -1;
  const range = () => [Math.min(here, anchor), Math.max(here, anchor)];

  function paint() {
    const [low, high] = range();
    words.forEach(({ span, start, end: stop }, number) => {
      span.classList.toggle("here", number === here && document.activeElement === passage);
      span.classList.toggle("chosen", here >= 0 && number >= low && number <= high && low !== high);
      const own = codes.filter((code) => lines(code).some((part) => {
        for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) if (at < stop && at + part.length > start) return true;
        return false;
      }));
      span.classList.toggle("ev", own.length > 0);
      if (own.length) span.dataset.k = own.join("");
      else delete span.dataset.k;
    });
    for (const code of codes) {
      const degree = form.querySelector(`input[name="${code}"]:checked`);
      const filled = box(code).value.trim() || form.querySelector(`#axis-${code} input[name="sub"]:checked`);
      document.getElementById(`axis-${code}`).classList.toggle("none", degree?.value === "0" && !filled);
    }
  }

  // what is selected with the mouse goes first; else the words that the arrows chose
  function selected() {
    const picked = getSelection();
    if (picked && !picked.isCollapsed && passage.contains(picked.anchorNode) && passage.contains(picked.focusNode)) {
      const before = document.createRange();
      before.selectNodeContents(passage);
      const chosen = picked.getRangeAt(0);
      before.setEnd(chosen.startContainer, chosen.startOffset);
      const start = before.toString().length;
      picked.removeAllRanges();
      return text.slice(start, start + chosen.toString().length);
    }
    if (here < 0) return "";
    const [low, high] = range();
    return text.slice(words[low].start, words[high].end);
  }

  function add(code) {
    // one fragment a line, so what goes over the end of a paragraph is more than one
    const parts = selected().split("\n").map(bare).filter((part) => part && !lines(code).includes(part));
    if (!parts.length) return;
    box(code).value = [...lines(code), ...parts].join("\n");
    const degree = form.querySelector(`input[name="${code}"]:checked`);
    if (!degree || degree.value === "0") form.querySelector(`input[name="${code}"][value="1"]`).checked = true;
    anchor = here;
    marked.textContent = `${marked.dataset.added} ${code}: ${parts.join(" / ")}`;
    paint();
  }

  passage.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const code = event.key.toUpperCase();
    if (step) {
      here = Math.max(0, Math.min(words.length - 1, here + step));
      if (!event.shiftKey || anchor < 0) anchor = here;
      const [low, high] = range();
      marked.textContent = `${marked.dataset.chosen} ${text.slice(words[low].start, words[high].end)}`;
    } else if (codes.includes(code)) add(code);
    else return;
    event.preventDefault();
    paint();
  });
  passage.addEventListener("click", (event) => {
    const number = words.findIndex(({ span }) => span === event.target);
    if (number >= 0) [here, anchor] = [number, number];
    paint();
  });
  for (const kind of ["focus", "blur"]) passage.addEventListener(kind, paint);
  form.addEventListener("input", paint);
  // also where the focus is on nothing, or on what lacks
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.repeat) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  // A page that nobody serves any more would be replaced by an error, with all that was filled in.
  const gone = document.getElementById("gone");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await fetch(location.href, { method: "HEAD" }).catch(() => null);
    gone.hidden = Boolean(answer?.ok);
    if (gone.hidden) form.submit();
    else gone.focus();
  });
  paint();
  (document.getElementById("lacks") ?? passage).focus();
})();
