from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='TariffPack',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=12, verbose_name='pack')),
                ('title', models.CharField(max_length=120, verbose_name='title')),
                ('digest', models.CharField(max_length=64, verbose_name='digest')),
                ('extends', models.CharField(blank=True, max_length=12, verbose_name='extends')),
                ('territories', models.JSONField(default=list, verbose_name='territories')),
                ('checked', models.DateField(verbose_name='checked on')),
                ('valid_from', models.DateField(verbose_name='valid from')),
                ('expires', models.DateField(null=True, verbose_name='expires')),
                ('text', models.TextField(verbose_name='text')),
                ('content', models.JSONField(verbose_name='content')),
                ('active', models.BooleanField(verbose_name='active')),
                ('loaded_at', models.DateTimeField(verbose_name='loaded at')),
            ],
            options={
                'verbose_name': 'tariff pack',
                'verbose_name_plural': 'tariff packs',
                'ordering': ('code', '-loaded_at'),
                'constraints': [
                    models.UniqueConstraint(fields=('code', 'digest'), name='tariff_pack_once'),
                    models.UniqueConstraint(condition=models.Q(('active', True)), fields=('code',), name='tariff_pack_one_active'),
                ],
            },
        ),
    ]
