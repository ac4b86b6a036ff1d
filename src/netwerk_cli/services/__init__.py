"""Use cases: one function for each thing an organiser can ask. Open, ask the rules, keep, return."""
