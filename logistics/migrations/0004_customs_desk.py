"""Declarations become an aggregate of their own: states, history, questions of customs and its messages."""

from uuid import uuid4

import django.db.models.deletion
from django.db import migrations, models


_PAST_CUSTOMS = (
    *("customs_released", "at_depot", "out_for_delivery", "attempt_failed"),
    *("available_for_pickup", "delivered"),
)


def _settle_old_rows(apps, _schema_editor):
    """Papers that carriers showed to customs before there was a desk: where they stand, their parcels tell."""
    declaration = apps.get_model("logistics", "Declaration")
    for row in declaration.objects.select_related("shipment").iterator():
        state = "released" if row.shipment.state in _PAST_CUSTOMS else "filed"
        row.state = "cancelled" if row.shipment.state == "cancelled" else state
        row.idempotency_key, row.run_after, row.filed_at = uuid4().hex, row.made_at, row.made_at
        row.save(update_fields=["state", "idempotency_key", "run_after", "filed_at"])


class Migration(migrations.Migration):
    dependencies = [
        ("logistics", "0003_parked_work"),
    ]

    operations = [
        migrations.CreateModel(
            name="CustomsNotification",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("office", models.CharField(max_length=32, verbose_name="customs office")),
                ("event_id", models.CharField(max_length=128, verbose_name="event")),
                ("body", models.BinaryField(verbose_name="message body")),
                ("received_at", models.DateTimeField(verbose_name="received at")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("stored", "Stored"),
                            ("applied", "Applied"),
                            ("unmatched", "No such parcel"),
                            ("unreadable", "Not understood"),
                            ("parked", "Given up"),
                        ],
                        default="stored",
                        max_length=16,
                        verbose_name="outcome",
                    ),
                ),
                ("tries", models.PositiveIntegerField(default=0, verbose_name="tries")),
            ],
            options={
                "verbose_name": "message of customs",
                "verbose_name_plural": "messages of customs",
                "ordering": ("-pk",),
            },
        ),
        migrations.CreateModel(
            name="CustomsQuestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sequence", models.PositiveIntegerField(verbose_name="message of customs")),
                ("code", models.CharField(max_length=32, verbose_name="asked for")),
                ("text", models.CharField(blank=True, max_length=500, verbose_name="customs' own words")),
                ("asked_at", models.DateTimeField(verbose_name="asked at")),
                (
                    "idempotency_key",
                    models.CharField(max_length=64, unique=True, verbose_name="idempotency key"),
                ),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note to customs")),
                ("paper_name", models.CharField(blank=True, max_length=100, verbose_name="document")),
                ("paper_type", models.CharField(blank=True, max_length=50, verbose_name="kind of file")),
                ("paper", models.BinaryField(blank=True, null=True, verbose_name="content")),
                ("answered_by", models.CharField(blank=True, max_length=100, verbose_name="answered by")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered at")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="sent at")),
            ],
            options={
                "verbose_name": "question of customs",
                "verbose_name_plural": "questions of customs",
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="DeclarationHistory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("source", models.CharField(max_length=32, verbose_name="previous state")),
                ("target", models.CharField(max_length=32, verbose_name="new state")),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="reason")),
                ("actor", models.CharField(default="system", max_length=100, verbose_name="changed by")),
                ("at", models.DateTimeField(verbose_name="time")),
            ],
            options={
                "verbose_name": "move of a declaration",
                "verbose_name_plural": "moves of a declaration",
                "ordering": ("at", "pk"),
                "abstract": False,
            },
        ),
        migrations.AlterModelOptions(
            name="declaration",
            options={
                "ordering": ("-pk",),
                "verbose_name": "customs declaration",
                "verbose_name_plural": "customs declarations",
            },
        ),
        migrations.AddField(
            model_name="declaration",
            name="attempts",
            field=models.PositiveIntegerField(default=0, verbose_name="tries"),
        ),
        migrations.AddField(
            model_name="declaration",
            name="customs_reference",
            field=models.CharField(blank=True, max_length=100, verbose_name="reference at customs"),
        ),
        migrations.AddField(
            model_name="declaration",
            name="data_set",
            field=models.CharField(blank=True, max_length=16, verbose_name="data set"),
        ),
        migrations.AddField(
            model_name="declaration",
            name="decided_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="decided at"),
        ),
        migrations.AddField(
            model_name="declaration",
            name="faults",
            field=models.PositiveIntegerField(default=0, verbose_name="failures"),
        ),
        migrations.AddField(
            model_name="declaration",
            name="filed_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="filed at"),
        ),
        migrations.AddField(
            model_name="declaration",
            name="idempotency_key",
            field=models.CharField(max_length=64, null=True, verbose_name="idempotency key"),
        ),
        migrations.AddField(
            model_name="declaration",
            name="message",
            field=models.JSONField(blank=True, default=dict, verbose_name="data as filed"),
        ),
        migrations.AddField(
            model_name="declaration",
            name="mrn",
            field=models.CharField(blank=True, max_length=32, verbose_name="movement reference number"),
        ),
        migrations.AddField(
            model_name="declaration",
            name="news_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="latest news at"),
        ),
        migrations.AddField(
            model_name="declaration",
            name="office",
            field=models.CharField(blank=True, max_length=32, verbose_name="customs office"),
        ),
        migrations.AddField(
            model_name="declaration",
            name="parked_at",
            field=models.DateTimeField(blank=True, db_index=True, null=True, verbose_name="parked at"),
        ),
        migrations.AddField(
            model_name="declaration",
            name="polled_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="last asked at"),
        ),
        migrations.AddField(
            model_name="declaration",
            name="problem",
            field=models.CharField(blank=True, max_length=200, verbose_name="problem"),
        ),
        migrations.AddField(
            model_name="declaration",
            name="run_after",
            field=models.DateTimeField(null=True, verbose_name="next try after"),
        ),
        migrations.AddField(
            model_name="declaration",
            name="sequence",
            field=models.PositiveIntegerField(default=0, verbose_name="last message counted"),
        ),
        migrations.AddField(
            model_name="declaration",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "Drawn up"),
                    ("filed", "Filed with customs"),
                    ("accepted", "Accepted by customs"),
                    ("held", "Held by customs"),
                    ("amended", "Customs was answered"),
                    ("released", "Released by customs"),
                    ("refused", "Refused by customs"),
                    ("cancelled", "Cancelled"),
                ],
                default="draft",
                max_length=32,
                verbose_name="state",
            ),
        ),
        migrations.AddField(
            model_name="declaration",
            name="withdraw_asked_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="withdrawal requested at"),
        ),
        migrations.RunPython(_settle_old_rows, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="declaration",
            name="idempotency_key",
            field=models.CharField(max_length=64, unique=True, verbose_name="idempotency key"),
        ),
        migrations.AlterField(
            model_name="declaration",
            name="run_after",
            field=models.DateTimeField(verbose_name="next try after"),
        ),
        migrations.AddIndex(
            model_name="declaration",
            index=models.Index(fields=["state", "run_after"], name="declaration_wishes"),
        ),
        migrations.AddConstraint(
            model_name="declaration",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        ["draft", "filed", "accepted", "held", "amended", "released", "refused", "cancelled"],
                    )
                ),
                name="declaration_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="declaration",
            constraint=models.UniqueConstraint(
                condition=models.Q(("customs_reference", ""), _negated=True),
                fields=("office", "customs_reference"),
                name="declaration_reference_once",
            ),
        ),
        migrations.AddIndex(
            model_name="customsnotification",
            index=models.Index(fields=["outcome", "received_at"], name="customs_notification_open"),
        ),
        migrations.AddConstraint(
            model_name="customsnotification",
            constraint=models.UniqueConstraint(
                fields=("office", "event_id"), name="customs_notification_once"
            ),
        ),
        migrations.AddField(
            model_name="customsquestion",
            name="declaration",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="questions",
                to="logistics.declaration",
                verbose_name="customs declaration",
            ),
        ),
        migrations.AddField(
            model_name="declarationhistory",
            name="declaration",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="history",
                to="logistics.declaration",
                verbose_name="customs declaration",
            ),
        ),
        migrations.AddConstraint(
            model_name="customsquestion",
            constraint=models.UniqueConstraint(
                fields=("declaration", "sequence", "code"), name="customs_question_once"
            ),
        ),
    ]
