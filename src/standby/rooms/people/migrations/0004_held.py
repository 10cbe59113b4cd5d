from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0003_sign_up")]

    operations = [
        migrations.AddField(
            model_name="receivedsignup",
            name="held",
            field=models.CharField(blank=True, max_length=8, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="receivedsignup",
            name="network",
            field=models.BinaryField(default=b""),
        ),
        migrations.RemoveIndex(model_name="receivedsignup", name="sign_up_waiting"),
        migrations.AddIndex(
            model_name="receivedsignup",
            index=models.Index(
                condition=models.Q(("held", ""), ("settled_at__isnull", True)),
                fields=["operation", "id"],
                name="sign_up_waiting",
            ),
        ),
        migrations.AddIndex(
            model_name="receivedsignup",
            index=models.Index(
                condition=models.Q(("settled_at__isnull", True), models.Q(("held", ""), _negated=True)),
                fields=["operation", "network"],
                name="sign_up_held",
            ),
        ),
    ]
