// Improvements for who works here; each page does its work without this file.
"use strict";

// On a phone a table that is wider than the window shows each row by itself, every cell under its column's words.
// What is to be compared by column, as weeks are, keeps its columns and scrolls.
function stackWhereTooWide(box) {
  const table = box.querySelector("table");
  const heads = [...(table?.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.textContent.trim());
  const rows = [...(table?.tBodies ?? [])].flatMap((body) => [...body.rows]);
  if (!heads.length || !rows.every((row) => row.cells.length === heads.length)) return;
  for (const row of rows) {
    row.role = "row";
    [...row.cells].forEach((cell, at) => {
      cell.role = cell.scope === "row" ? "rowheader" : "cell";
      if (cell.textContent.trim() || cell.querySelector("input, progress, svg")) cell.dataset.column = heads[at];
    });
  }
  // Once it no longer looks like a table, some browsers no longer say that it is one.
  table.role = "table";
  const isPhone = matchMedia("(max-width: 40rem)");
  const fit = () => {
    box.classList.remove("stacked");
    box.classList.toggle("stacked", isPhone.matches && table.scrollWidth > box.clientWidth);
  };
  fit();
  isPhone.addEventListener("change", fit);
}

document.querySelectorAll(".table:not(.weeks, :has(.side-by-side))").forEach(stackWhereTooWide);
