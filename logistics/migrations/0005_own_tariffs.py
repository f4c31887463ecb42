"""Operators' own tariff packs, and the correlation of editions of the Harmonized System."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """A mark on packs that no reference load may replace, and a table of corresponding codes."""

    dependencies = [("logistics", "0004_customs_desk")]

    operations = [
        migrations.AddField(
            model_name="tariffpack",
            name="own",
            field=models.BooleanField(default=False, verbose_name="operator's own"),
        ),
        migrations.CreateModel(
            name="HsCorrelation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("source_edition", models.CharField(max_length=8, verbose_name="source edition")),
                ("source_code", models.CharField(max_length=6, verbose_name="source code")),
                ("target_edition", models.CharField(max_length=8, verbose_name="target edition")),
                ("target_code", models.CharField(max_length=6, verbose_name="target code")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("source", models.CharField(max_length=300, verbose_name="source")),
            ],
            options={
                "verbose_name": "HS correlation",
                "verbose_name_plural": "HS correlations",
                "ordering": ("source_edition", "source_code", "target_edition", "target_code"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("source_edition", "source_code", "target_edition", "target_code"),
                        name="hs_correlation_once",
                    )
                ],
            },
        ),
    ]
