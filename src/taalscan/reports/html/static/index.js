// The table is complete without this script; it makes the heads of the columns sort.
(() => {
  const order = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.order === undefined ? cell.textContent.trim() : Number(cell.dataset.order);
  };
  const compare = (a, b) =>
    typeof a === "number" ? a - b : a.localeCompare(b, document.documentElement.lang, { numeric: true });
  document.querySelectorAll("table.sortable").forEach((table) => {
    sortingHeads(table, (column, up) => {
      const rows = [...table.tBodies[0].rows].map((row) => [order(row, column), row]);
      rows.sort(([a], [b]) => (up ? compare(a, b) : compare(b, a)));
      table.tBodies[0].append(...rows.map(([, row]) => row));
    });
  });
})();
