"""PostgreSQL: the embedded server, connections, migrations, and one `.sql` file per query."""
