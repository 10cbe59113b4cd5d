from django.db import migrations

from standby.rooms.audit.sql import append_only


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial"), ("audit", "0002_chain")]

    operations = [
        migrations.RunSQL(*append_only("people_registration")),
        migrations.RunSQL(*append_only("people_listrow")),
        migrations.RunSQL(*append_only("people_joinevent")),
        migrations.RunSQL(*append_only("people_pairjudgement")),
        migrations.RunSQL(*append_only("people_offerversion")),
        migrations.RunSQL(*append_only("people_statuschange")),
        migrations.RunSQL(*append_only("people_reached")),
        migrations.RunSQL(*append_only("people_credentialjudgement")),
    ]
