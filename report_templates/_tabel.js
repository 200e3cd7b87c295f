(function () {
  "use strict";
  function key(text) {
    var day = /^(\d\d)-(\d\d)-(\d{4})$/.exec(text);
    if (day) { return Number(day[3] + day[2] + day[1]); }
    var figure = /^(-?\d{1,3}(?:\.\d{3})*|-?\d+)(,\d+)?(?=[\s%]|$)/.exec(text);
    return figure ? Number(figure[1].replace(/\./g, "") + (figure[2] || "").replace(",", ".")) : text;
  }
  function value(row, place) {
    var cell = row.cells[place];
    return key(cell.getAttribute("data-orden") || cell.textContent.trim());
  }
  function compare(a, b) {
    if (typeof a === "number" && typeof b === "number") { return a - b; }
    return String(a).localeCompare(String(b), "da", { numeric: true });
  }
  function rowsOf(body) {
    return Array.prototype.filter.call(body.rows, function (row) { return !row.classList.contains("gruppe"); });
  }
  function search(table, bodies) {
    var label = document.createElement("label"), field = document.createElement("input");
    label.className = "soeg";
    label.textContent = "Vis kun rækker med: ";
    field.type = "search";
    label.appendChild(field);
    table.parentNode.insertBefore(label, table);
    field.addEventListener("input", function () {
      var sought = field.value.toLocaleLowerCase("da");
      bodies.forEach(function (body) {
        var left = 0;
        rowsOf(body).forEach(function (row) {
          row.hidden = row.textContent.toLocaleLowerCase("da").indexOf(sought) < 0;
          if (!row.hidden) { left += 1; }
        });
        body.hidden = left === 0;
      });
    });
  }
  function sort(table, bodies) {
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
    heads.forEach(function (head, place) {
      var button = document.createElement("button"), up = true;
      button.type = "button";
      button.className = "sorter";
      button.textContent = head.textContent;
      head.textContent = "";
      head.appendChild(button);
      button.addEventListener("click", function () {
        bodies.forEach(function (body) {
          rowsOf(body).sort(function (a, b) {
            return compare(value(a, place), value(b, place)) * (up ? 1 : -1);
          }).forEach(function (row) { body.appendChild(row); });
        });
        heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        up = !up;
      });
    });
  }
  document.querySelectorAll("table.kan-sorteres").forEach(function (table) {
    var bodies = Array.prototype.slice.call(table.tBodies);
    search(table, bodies);
    sort(table, bodies);
  });
})();
