"""Messages and wishes that keep failing are counted and parked."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("logistics", "0002_shipments")]

    operations = [
        migrations.AddField(
            model_name="shipment",
            name="faults",
            field=models.PositiveIntegerField(default=0, verbose_name="failures"),
        ),
        migrations.AddField(
            model_name="shipment",
            name="parked_at",
            field=models.DateTimeField(blank=True, db_index=True, null=True, verbose_name="parked at"),
        ),
        migrations.AddField(
            model_name="trackingnotification",
            name="tries",
            field=models.PositiveIntegerField(default=0, verbose_name="tries"),
        ),
        migrations.AlterField(
            model_name="trackingnotification",
            name="outcome",
            field=models.CharField(
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
    ]
