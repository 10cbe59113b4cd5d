import django.db.models.deletion
from django.db import migrations, models

from standby.rooms.audit.sql import append_only

# An operation that was closed before there was a switch has its door shut, as one that is closed today.
_SHUT = """
INSERT INTO operations_switch (operation_id, role, state, words, "by", at)
SELECT id, '', 'closed', '{}', 'system:migration', now() FROM operations_operation WHERE NOT is_open ORDER BY id;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("operations", "0001_initial"),
        ("audit", "0002_chain"),
    ]

    operations = [
        migrations.CreateModel(
            name="Switch",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("role", models.CharField(blank=True, max_length=4)),
                ("state", models.CharField(max_length=8)),
                ("until", models.DateTimeField(null=True)),
                ("words", models.JSONField(default=dict)),
                ("by", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                ("operation", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="operations.operation")),
            ],
            options={
                "indexes": [models.Index(fields=["operation", "role", "-id"], name="switch_newest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "paused"), ("until__isnull", False)),
                            models.Q(("state__in", ["open", "queue", "closed"]), ("until__isnull", True)),
                            _connector="OR",
                        ),
                        name="switch_pause_ends",
                    )
                ],
            },
        ),
        migrations.RunSQL(_SHUT, migrations.RunSQL.noop),
        migrations.RunSQL(*append_only("operations_switch")),
    ]
