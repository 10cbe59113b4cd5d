import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('operations', '0001_initial'),
        ('people', '0004_held'),
    ]

    operations = [
        migrations.CreateModel(
            name='StandingWeek',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('day', models.DateField()),
                ('role', models.CharField(max_length=4)),
                ('standing', models.PositiveIntegerField()),
                ('called', models.PositiveIntegerField()),
                ('operation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='operations.operation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('operation', 'day', 'role'), name='standing_week'), models.CheckConstraint(condition=models.Q(('called__lte', models.F('standing'))), name='standing_week_called')],
            },
        ),
    ]
