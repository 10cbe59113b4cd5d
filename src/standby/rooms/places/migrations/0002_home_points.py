from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("places", "0001_initial")]

    operations = [
        migrations.AddField(model_name="home", name="lat", field=models.FloatField(blank=True, null=True)),
        migrations.AddField(model_name="home", name="lon", field=models.FloatField(blank=True, null=True)),
    ]
