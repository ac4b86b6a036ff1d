"""A report as it leaves: JSON, rows of a table, pictures, a page. What is hidden from others is in none of them."""

FORMATS = ("text", "json", "csv", "xlsx", "html", "svg")
"""What `--format` of a report can be."""
