"""Tables and shapes that leave the program or come in: JSON, CSV, XLSX; bytes and plain values, never the store."""
