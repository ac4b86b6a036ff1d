"""The data file: locking, reading, writing in one step, generations; the only place that knows TinyDB."""
