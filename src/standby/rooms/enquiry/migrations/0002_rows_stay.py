from django.db import migrations

from standby.rooms.audit.sql import append_only


class Migration(migrations.Migration):
    dependencies = [("enquiry", "0001_initial"), ("audit", "0002_chain")]

    operations = [migrations.RunSQL(*append_only("enquiry_ticketevent"))]
