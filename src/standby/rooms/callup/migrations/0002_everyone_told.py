from django.db import migrations

from standby.rooms.audit.sql import append_only

# "Everyone always has an answer": checked when the announcement's transaction commits, whoever wrote it and however.
# A person is told by this announcement (their newest status carries its reference), or had stopped before it and has
# a status of their own (withdrawn, suspended, injured …) that no announcement may overwrite, or was told something since
# it began to tell: registered while it was being made, or answered it.
_EVERYONE = """
CREATE FUNCTION callup_everyone_told() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    left_out bigint;
    first_word bigint;
BEGIN
    SELECT min(id) INTO first_word FROM people_statuschange
    WHERE operation_id = NEW.operation_id AND occasion = NEW.ref;
    SELECT count(*) INTO left_out
    FROM people_person AS person
    LEFT JOIN people_statuschange AS change ON change.id = person.status_change_id AND change.person_id = person.id
    WHERE person.operation_id = NEW.operation_id AND person.erased_at IS NULL
      AND (change.id IS NULL OR change.status <> person.status OR change.reason <> person.reason OR (
        person.status NOT IN ('duplicate', 'withdrawn', 'not_accepted', 'suspended', 'thanked',
                              'unaccounted', 'injured', 'evacuated', 'died')
        AND (change.next_word_on IS NULL OR (
          change.occasion <> NEW.ref AND change.at <= NEW.at AND (first_word IS NULL OR change.id < first_word)))));
    IF left_out > 0 THEN
        RAISE EXCEPTION 'announcement % leaves % without a told status', NEW.number, left_out
            USING ERRCODE = 'check_violation', CONSTRAINT = 'callup_everyone_told';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER callup_everyone_told AFTER INSERT ON callup_announcement
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION callup_everyone_told();
"""
_NOBODY = "DROP TRIGGER callup_everyone_told ON callup_announcement; DROP FUNCTION callup_everyone_told();"


class Migration(migrations.Migration):
    dependencies = [("callup", "0001_initial"), ("people", "0002_rows_stay")]

    operations = [
        migrations.RunSQL(_EVERYONE, _NOBODY),
        migrations.RunSQL(*append_only("callup_callevent")),
        migrations.RunSQL(*append_only("callup_spokento")),
    ]
