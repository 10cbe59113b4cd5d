import django.db.models.deletion
from django.db import migrations, models

import standby.sealing.refs
from standby.rooms.audit.sql import append_only


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("operations", "0002_switch"),
        ("audit", "0002_chain"),
    ]

    operations = [
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "ref",
                    models.CharField(
                        default=standby.sealing.refs.new_ref, editable=False, max_length=32, unique=True
                    ),
                ),
                ("sent_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("by", models.CharField(max_length=64)),
                ("cap", models.TextField()),
                ("signature", models.CharField(max_length=128)),
                ("key_id", models.CharField(max_length=16)),
                (
                    "operation",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="operations.operation"),
                ),
                (
                    "replaces",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replacements",
                        to="situation.notice",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["operation", "-id"], name="notice_newest")],
                "constraints": [models.UniqueConstraint(fields=("replaces",), name="notice_replaced_once")],
            },
        ),
        migrations.RunSQL(*append_only("situation_notice")),
    ]
