"""Records and rules: pure functions over frozen records; no files, clock, randomness or printing."""
