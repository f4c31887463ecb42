"""Letters about a parcel that customs holds or refused."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("orders", "0003_withdrawals"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="ordermail",
            name="order_mail_kind_known",
        ),
        migrations.AlterField(
            model_name="ordermail",
            name="kind",
            field=models.CharField(
                choices=[
                    ("order_confirmed", "Confirmation"),
                    ("order_dispatched", "Dispatch"),
                    ("order_customs_held", "Parcel held by customs"),
                    ("order_customs_refused", "Parcel refused by customs"),
                    ("order_undelivered", "Parcel not delivered"),
                    ("order_refunded", "Refund"),
                    ("order_cancelled", "Cancellation"),
                    ("order_withdrawn", "Receipt of a withdrawal"),
                ],
                max_length=32,
                verbose_name="kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="ordermail",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "order_confirmed",
                            "order_dispatched",
                            "order_customs_held",
                            "order_customs_refused",
                            "order_undelivered",
                            "order_refunded",
                            "order_cancelled",
                            "order_withdrawn",
                        ],
                    )
                ),
                name="order_mail_kind_known",
            ),
        ),
    ]
