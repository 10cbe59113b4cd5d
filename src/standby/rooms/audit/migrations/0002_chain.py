from django.db import migrations

from standby.rooms.audit.sql import append_only

# The digest is computed where the row is stored, so that no way of writing can leave a link out. One writer at a time
# for each operation: the advisory lock is held until the writer's commit. Python recomputes the same rule in
# queries.digest_of; both are tested on the same entries.
_CHAIN = """
CREATE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    last record;
    field text;
    raw bytea := ''::bytea;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('journal ' || NEW.operation, 0));
    SELECT sequence, digest INTO last FROM audit_journalentry
        WHERE operation = NEW.operation ORDER BY sequence DESC LIMIT 1;
    NEW.sequence := coalesce(last.sequence, 0) + 1;
    NEW.previous := coalesce(last.digest, ''::bytea);
    FOREACH field IN ARRAY ARRAY[NEW.operation, NEW.sequence::text,
        to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
        NEW.actor, NEW.action, NEW.subject, NEW.detail]
    LOOP
        raw := raw || convert_to(octet_length(convert_to(field, 'UTF8'))::text || ':', 'UTF8')
            || convert_to(field, 'UTF8');
    END LOOP;
    NEW.digest := sha256(NEW.previous || raw);
    RETURN NEW;
END $$;
CREATE TRIGGER audit_journalentry_chain BEFORE INSERT ON audit_journalentry
    FOR EACH ROW EXECUTE FUNCTION audit_chain();
"""
_UNCHAIN = "DROP TRIGGER audit_journalentry_chain ON audit_journalentry; DROP FUNCTION audit_chain();"


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [
        migrations.RunSQL(_CHAIN, _UNCHAIN),
        migrations.RunSQL(*append_only("audit_journalentry")),
    ]
