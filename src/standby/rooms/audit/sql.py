"""SQL that several rooms' migrations need: tables to which rows are only ever added."""

_FUNCTION = """
CREATE OR REPLACE FUNCTION standby_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
"""


def append_only(table: str) -> tuple[str, str]:
    """The statements, forward and back, that make `table` refuse UPDATE, DELETE and TRUNCATE."""
    forward = f"""{_FUNCTION}
    CREATE TRIGGER {table}_rows_stay BEFORE UPDATE OR DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION standby_refuse_change();
    CREATE TRIGGER {table}_stays BEFORE TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION standby_refuse_change();
    """
    backward = f"DROP TRIGGER {table}_rows_stay ON {table}; DROP TRIGGER {table}_stays ON {table};"
    return forward, backward
