"""Failing work is counted and parked, and the rest of a partly captured payment can be let go."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    dependencies = [("payments", "0002_journal_triggers")]

    operations = [
        migrations.AddField(
            model_name="payment",
            name="released_minor",
            field=models.BigIntegerField(default=0, verbose_name="released amount in minor units"),
        ),
        migrations.AddField(
            model_name="payment",
            name="release_asked_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="release asked at"),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.CheckConstraint(
                condition=Q(released_minor__gte=0) & Q(released_minor__lte=F("authorized_minor")),
                name="payment_released_within_authorized",
            ),
        ),
        migrations.CreateModel(
            name="Setback",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                (
                    "work",
                    models.CharField(
                        choices=[
                            ("capture", "Take the money"),
                            ("void", "Let the money go"),
                            ("release", "Let the rest go"),
                            ("refund", "Give the money back"),
                            ("notification", "Act on a message"),
                            ("look", "Ask the gateway"),
                        ],
                        max_length=16,
                        verbose_name="work",
                    ),
                ),
                ("row_id", models.BigIntegerField(verbose_name="number")),
                ("faults", models.PositiveIntegerField(default=0, verbose_name="failures")),
                ("problem", models.CharField(max_length=200, verbose_name="problem")),
                ("since", models.DateTimeField(verbose_name="failing since")),
                ("run_after", models.DateTimeField(verbose_name="next try")),
                (
                    "parked_at",
                    models.DateTimeField(blank=True, db_index=True, null=True, verbose_name="parked at"),
                ),
                (
                    "payment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="setbacks",
                        to="payments.payment",
                        verbose_name="payment",
                    ),
                ),
            ],
            options={
                "verbose_name": "failing work",
                "verbose_name_plural": "failing work",
                "ordering": ("-pk",),
                "constraints": [
                    models.UniqueConstraint(fields=("work", "row_id"), name="setback_once_per_work")
                ],
            },
        ),
    ]
