import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('door', '0002_draft'),
        ('operations', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='PublicNumbers',
            fields=[
                ('operation', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, serialize=False, to='operations.operation')),
                ('roles', models.JSONField(default=dict)),
                ('short', models.JSONField(default=dict)),
                ('counted_at', models.DateTimeField()),
            ],
        ),
    ]
