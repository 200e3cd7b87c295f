"""Other programs on the same month: a project for dbt, made of our own SQL and definitions, and pandas."""
