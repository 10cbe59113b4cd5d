import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import standby.sealing.refs


class Migration(migrations.Migration):
    dependencies = [
        ("operations", "0001_initial"),
        ("people", "0002_rows_stay"),
    ]

    operations = [
        migrations.AddField(
            model_name="person",
            name="contact_confirmed_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="person",
            name="gives_only",
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name="personalcode",
            name="kind",
            field=models.CharField(
                choices=[("link", "link"), ("receipt", "receipt"), ("confirm", "confirm")], max_length=8
            ),
        ),
        migrations.CreateModel(
            name="ContactClaim",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("kind", models.CharField(choices=[("phone", "phone"), ("email", "email")], max_length=8)),
                ("blind", models.BinaryField()),
                ("made_at", models.DateTimeField()),
                ("asked_at", models.DateTimeField(null=True)),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("how", models.CharField(blank=True, max_length=8)),
                ("by", models.CharField(blank=True, max_length=64)),
                (
                    "operation",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="operations.operation"),
                ),
                (
                    "registration",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contact_claims",
                        to="people.registration",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["operation", "blind"], name="contact_claim_blind")],
            },
        ),
        migrations.CreateModel(
            name="Party",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "ref",
                    models.CharField(default=standby.sealing.refs.new_ref, editable=False, max_length=32, unique=True),
                ),
                ("label", models.CharField(max_length=64)),
                ("code", models.BinaryField()),
                ("size", models.PositiveSmallIntegerField()),
                ("made_at", models.DateTimeField()),
                (
                    "operation",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="operations.operation"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("operation", "label"), name="party_label"),
                    models.UniqueConstraint(fields=("operation", "code"), name="party_code"),
                    models.CheckConstraint(condition=models.Q(("size__gte", 1), ("size__lte", 30)), name="party_size"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pledge",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "ref",
                    models.CharField(default=standby.sealing.refs.new_ref, editable=False, max_length=32, unique=True),
                ),
                ("kind", models.CharField(max_length=10)),
                (
                    "what",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=16), default=list, size=None
                    ),
                ),
                ("sealed", models.BinaryField(default=b"")),
                ("answer", models.CharField(max_length=12)),
                ("answered_at", models.DateTimeField()),
                ("next_word_on", models.DateField(null=True)),
                (
                    "operation",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="operations.operation"),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="pledges", to="people.person"
                    ),
                ),
                (
                    "registration",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="pledges", to="people.registration"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["operation", "kind", "answer"], name="pledge_kind")],
            },
        ),
        migrations.CreateModel(
            name="ReceivedSignUp",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("key", models.BinaryField()),
                ("content", models.BinaryField()),
                ("receipt", models.BinaryField(unique=True)),
                ("sealed", models.BinaryField()),
                ("sealed_under", models.CharField(max_length=64)),
                ("status", models.CharField(max_length=16)),
                ("reason", models.CharField(max_length=32)),
                ("next_word_on", models.DateField(null=True)),
                ("received_at", models.DateTimeField()),
                ("settled_at", models.DateTimeField(null=True)),
                (
                    "operation",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="operations.operation"),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("settled_at__isnull", True)),
                        fields=["operation", "id"],
                        name="sign_up_waiting",
                    )
                ],
                "constraints": [models.UniqueConstraint(fields=("operation", "key"), name="sign_up_once")],
            },
        ),
        migrations.CreateModel(
            name="RefusedOffers",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("day", models.DateField()),
                ("number", models.PositiveIntegerField()),
                (
                    "operation",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="operations.operation"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("operation", "day"), name="refused_day")],
            },
        ),
        # Whoever is here came by a list or a desk: somebody has vouched for them.
        migrations.RunSQL("UPDATE people_person SET contact_confirmed_at = created_at", migrations.RunSQL.noop),
    ]
