from django.contrib.postgres.fields import ArrayField
from django.db import models


class Asked(models.Model):
    """Who is asked for, and when: of a request as of what is only forecast."""

    role = models.CharField(max_length=4)
    level = models.PositiveSmallIntegerField()
    tags = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    # Each entry is one condition; "hy|ru" means either.
    languages = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    needs_verified = models.BooleanField(default=False)
    first_day = models.DateField()
    last_day = models.DateField()

    class Meta:
        abstract = True
