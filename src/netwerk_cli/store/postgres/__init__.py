"""The same documents in a PostgreSQL database, for several offices at once; the only place that knows psycopg2."""
