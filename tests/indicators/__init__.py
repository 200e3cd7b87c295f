"""What every indicator counts: drawn tables, results, deadlines, and a second computation beside."""
