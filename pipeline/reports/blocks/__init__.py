"""Parts of a page, built as frozen plain values: templates and pictures need to know nothing else."""
