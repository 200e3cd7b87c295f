(function () {
  "use strict";
  document.querySelectorAll("table.kan-sorteres").forEach(function (table) {
    var body = table.tBodies[0], heads = table.tHead.rows[0].cells;
    var label = document.createElement("label"), field = document.createElement("input");
    label.className = "soeg";
    label.textContent = "Vis kun rækker med: ";
    field.type = "search";
    label.appendChild(field);
    table.parentNode.insertBefore(label, table);
    field.addEventListener("input", function () {
      var sought = field.value.toLocaleLowerCase("da");
      Array.prototype.forEach.call(body.rows, function (row) {
        row.hidden = row.textContent.toLocaleLowerCase("da").indexOf(sought) < 0;
      });
    });
    function value(row, place) {
      var cell = row.cells[place];
      return cell.getAttribute("data-orden") || cell.textContent.trim();
    }
    Array.prototype.forEach.call(heads, function (head, place) {
      var button = document.createElement("button"), up = true;
      button.type = "button";
      button.className = "sorter";
      button.textContent = head.textContent;
      head.textContent = "";
      head.appendChild(button);
      button.addEventListener("click", function () {
        var rows = Array.prototype.slice.call(body.rows);
        rows.sort(function (a, b) {
          return value(a, place).localeCompare(value(b, place), "da", { numeric: true }) * (up ? 1 : -1);
        });
        rows.forEach(function (row) { body.appendChild(row); });
        Array.prototype.forEach.call(heads, function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        up = !up;
      });
    });
  });
})();
