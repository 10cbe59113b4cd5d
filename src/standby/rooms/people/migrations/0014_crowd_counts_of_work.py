from django.db import migrations, models


class Migration(migrations.Migration):
    """What was counted before says nothing of these: it is forgotten, and counted again within the minute."""

    dependencies = [("people", "0013_licence_photos")]

    operations = [
        migrations.RunSQL("DELETE FROM people_crowdcounts", migrations.RunSQL.noop),
        migrations.AddField("crowdcounts", "pairs", models.PositiveIntegerField(), preserve_default=False),
        migrations.AddField("crowdcounts", "licences", models.PositiveIntegerField(), preserve_default=False),
        migrations.CreateModel(
            name="HeldCounts",
            fields=[
                (
                    "operation",
                    models.OneToOneField(
                        on_delete=models.CASCADE, primary_key=True, serialize=False, to="operations.operation"
                    ),
                ),
                ("counted_at", models.DateTimeField()),
                ("in_all", models.PositiveIntegerField()),
                ("groups", models.JSONField()),
            ],
        ),
    ]
