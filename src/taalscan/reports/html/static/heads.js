"use strict";
// Heads of a table become buttons: `sort` gets the column and the direction. Returns what undoes the sorting marks.
const sortingHeads = (table, sort) => {
  const heads = [...table.tHead.rows[0].cells];
  const said = document.querySelector("[data-up]");
  const unmark = () => heads.forEach((head) => head.removeAttribute("aria-sort"));
  heads.forEach((head, column) => {
    if ("plain" in head.dataset) return;
    const name = head.textContent;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      unmark();
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      sort(column, up);
      if (said) said.textContent = said.dataset[up ? "up" : "down"].replace("{column}", name);
    });
  });
  return unmark;
};
