// Searches, filters and sorts all documents of a large run; without this script its pages are files.
(() => {
  const block = document.getElementById("run");
  if (!block) return;
  const run = JSON.parse(block.textContent);
  const total = run.names.length;
  const table = document.querySelector("table.documents");
  const body = table.tBodies[0];
  const size = body.rows.length;
  const [full, empty] = document.getElementById("samples").content.children;
  const finder = document.querySelector(".finder");
  const said = document.querySelector(".told");
  const steps = [...document.querySelectorAll(".steps")];
  const find = document.getElementById("find");
  const choices = [...finder.querySelectorAll("select")];
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const columns = run.columns.map((own) =>
    own.of
      ? { words: own.of, at: own.at, order: own.at }
      : { cells: own.text.split("\n"), order: own.order },
  );
  const chosen = columns.filter((own) => own.words);
  const given = Array.from({ length: total }, (_, row) => row);
  const path = (of, row) => {
    const start = (of.starts ?? run.links.starts)[row];
    return start && start + of.end;
  };
  let texts;
  let sorted = given;
  let shown = given;
  let page = 1;

  const last = () => Math.max(1, Math.ceil(shown.length / size));
  const element = (cell, filled) => (filled ? full : empty).cells[cell].cloneNode(true);
  const nameCell = (row) => {
    const cell = element(0, true);
    const link = cell.querySelector("a");
    const under = cell.querySelector(".under");
    const href = path(run.links, row);
    link.textContent = run.names[row];
    if (href) link.href = href;
    else link.replaceWith(run.names[row]);
    if (run.titles[row]) under.textContent = run.titles[row];
    else {
      under.previousElementSibling.remove();
      under.remove();
    }
    return cell;
  };
  const figureCell = (own, row, at) => {
    if (own.words) {
      const cell = element(at, true);
      cell.textContent = own.words[own.at[row]];
      return cell;
    }
    const [value, bounds, remark] = own.cells[row].split("\t");
    const cell = element(at, value);
    const parts = [[".value", value], [".range", bounds], [".under", remark]];
    if (value && !cell.querySelector(".value")) cell.textContent = value;
    else if (value)
      parts.forEach(([part, text]) => {
        const found = cell.querySelector(part);
        if (text) found.textContent = text;
        else found?.remove();
      });
    return cell;
  };
  const dataCell = (row, at) => {
    const href = path(run.data, row);
    const cell = element(at, href);
    if (!href) return cell;
    const link = cell.querySelector("a");
    link.href = href;
    const name = link.querySelector(".vh");
    name.textContent = name.textContent.replace("·", () => run.names[row]);
    return cell;
  };
  const rowOf = (row) => {
    const made = full.cloneNode(false);
    made.append(nameCell(row), ...columns.map((own, at) => figureCell(own, row, at + 1)));
    if (full.cells.length > columns.length + 1) made.append(dataCell(row, columns.length + 1));
    return made;
  };
  const tellPage = () =>
    steps.forEach((own) => {
      own.querySelector(".at").textContent = fill(said.dataset.page, {
        page: number.format(page),
        pages: number.format(last()),
      });
      own.querySelectorAll("button").forEach((button) => {
        const to = page + Number(button.dataset.step);
        button.setAttribute("aria-disabled", String(to < 1 || to > last()));
      });
    });
  const show = () => {
    const start = (page - 1) * size;
    body.replaceChildren(...shown.slice(start, start + size).map(rowOf));
    tellPage();
  };
  const choose = () => {
    const words = plain(find.value).split(/\s+/).filter(Boolean);
    if (words.length) texts ??= given.map((row) => plain(`${run.names[row]} ${run.titles[row]}`));
    const wanted = choices.map((own) => (own.value === "" ? -1 : Number(own.value)));
    shown = sorted.filter(
      (row) =>
        wanted.every((word, at) => word < 0 || chosen[at].at[row] === word) &&
        words.every((word) => texts[row].includes(word)),
    );
    page = 1;
    show();
  };
  const count = () => {
    const values = { shown: number.format(shown.length), total: number.format(total) };
    said.textContent = shown.length ? fill(said.dataset.shown, values) : said.dataset.none;
  };

  table.classList.add("sortable");
  const unmark = sortingHeads(table, (column, up) => {
    const order = column ? columns[column - 1].order : run.order;
    const sign = up ? 1 : -1;
    sorted = [...given].sort((a, b) => sign * (order[a] - order[b]));
    choose();
  });
  choices.forEach((own, at) => {
    chosen[at].words.forEach((word, value) => own.add(new Option(word, value)));
    own.addEventListener("change", () => (choose(), count()));
  });
  find.addEventListener("input", () => (choose(), count()));
  finder.querySelector(".reset").addEventListener("click", () => {
    find.value = "";
    choices.forEach((own) => (own.value = ""));
    unmark();
    sorted = given;
    choose();
    count();
  });
  steps.forEach((own, below) => {
    own.hidden = false;
    own.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button || button.getAttribute("aria-disabled") === "true") return;
      page += Number(button.dataset.step);
      show();
      said.textContent = own.querySelector(".at").textContent;
      if (below) {
        table.parentElement.focus({ preventScroll: true });
        table.parentElement.scrollIntoView({ behavior: "instant" });
      }
    });
  });
  finder.hidden = false;
  document.querySelectorAll("nav.pages").forEach((own) => (own.hidden = true));
  tellPage();
  count();
})();
