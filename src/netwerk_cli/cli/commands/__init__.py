"""The commands: one module a noun, one function a verb; each parses, calls one service and renders."""
