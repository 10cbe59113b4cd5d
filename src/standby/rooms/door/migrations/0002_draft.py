import django.db.models.deletion
import standby.sealing.refs
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('door', '0001_initial'),
        ('operations', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('ref', models.CharField(default=standby.sealing.refs.new_ref, editable=False, max_length=32, unique=True)),
                ('token', models.BinaryField(unique=True)),
                ('sealed', models.BinaryField()),
                ('expires_at', models.DateTimeField()),
                ('operation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='operations.operation')),
            ],
            options={
                'indexes': [models.Index(fields=['expires_at'], name='draft_expires')],
            },
        ),
    ]
