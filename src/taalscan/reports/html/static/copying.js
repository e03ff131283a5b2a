// Puts buttons at each passage that is told of: they copy a citation, or a link to the passage.
(() => {
  "use strict";
  const made = document.getElementById("copying");
  const said = document.getElementById("copied");
  const words = made.dataset;
  let runs;

  // a passage that lies in several blocks has its number at the first of its runs only
  const quotation = (number) => {
    runs ??= [...document.querySelectorAll(".text .p")];
    const first = runs.findIndex((run) => run.id === `p${number}`);
    const next = runs.findIndex((run, index) => index > first && run.id);
    const own = runs.slice(first, next < 0 ? undefined : next);
    return own.map((run) => run.textContent).join(" ").replace(/\s+/g, " ").trim();
  };
  const asked = {
    citation: (number, place) => filled(words.citation, number, place),
    source: (number, place) => filled(words.source, number, place),
    link: (number) => `${location.href.split("#")[0]}#p${number}`,
  };
  const filled = (citation, number, place) => {
    const gaps = { text: quotation(number), place, name: words.name, file: words.file };
    return citation.replace(/\[(text|place|name|file)\]/g, (_, gap) => gaps[gap]);
  };

  // where the browser does not let a page copy, the reader copies what is selected here
  const select = (button, content) => {
    const where = button.closest(".copies");
    where.querySelector("textarea")?.remove();
    const area = document.createElement("textarea");
    area.readOnly = true;
    area.value = content;
    area.rows = 4;
    area.setAttribute("aria-label", words.select);
    where.append(area);
    area.focus();
    area.select();
    said.textContent = words.select;
  };
  const copy = async (button) => {
    const where = button.closest("[data-p]");
    const place = where.querySelector("a").textContent;
    const content = asked[button.dataset.copy](where.dataset.p, place);
    try {
      await navigator.clipboard.writeText(content);
    } catch {
      select(button, content);
      return;
    }
    const label = button.dataset.label ??= button.textContent;
    button.textContent = words.done;
    said.textContent = `${words.done}: ${label}`;
    setTimeout(() => {
      button.textContent = label;
      said.textContent = "";
    }, 2500);
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button);
  });

  // in the margin only where a note is open: a long document has hundreds of them
  const offer = (where) => {
    if (where && !where.querySelector(".copies")) where.append(" ", made.content.cloneNode(true));
  };
  document.querySelectorAll(".quotes [data-p]").forEach(offer);
  document.querySelector(".text").addEventListener("toggle", (event) => {
    if (event.target.open && event.target.matches(".note")) offer(event.target.querySelector("[data-p]"));
  }, true);
})();
