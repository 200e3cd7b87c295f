"""From typed extracts to indicator rows, results and the list of deadlines."""
