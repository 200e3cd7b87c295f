"""From a folder of CSV files to typed, accounted-for extracts: nothing is lost, nobody is named."""
