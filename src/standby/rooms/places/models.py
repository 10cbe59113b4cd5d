from django.db import models

from standby.sealing import new_ref


class Region(models.Model):
    """A part of the operation's area with one reception; people know it before they accept, never the site."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    code = models.CharField(max_length=64)
    name = models.CharField(max_length=120)
    # Needs here are approved by two people, and nothing about what is short here is ever public.
    is_risk_zone = models.BooleanField(default=False)
    # Arrivals a day where no row of ReceptionDay says otherwise; empty = no limit.
    arrivals = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["operation", "code"], name="region_code")]

    def __str__(self) -> str:
        return self.name


class Site(models.Model):
    """Where people work. Name, address, meeting point and contact are sealed: coordinates of sites are severe data."""

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    region = models.ForeignKey("places.Region", on_delete=models.PROTECT, related_name="sites")
    code = models.CharField(max_length=64)
    sealed = models.BinaryField(default=b"")
    # Beds on every day without a row of BedDay; empty = no limit.
    beds = models.PositiveIntegerField(null=True, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["operation", "code"], name="site_code")]

    def __str__(self) -> str:
        return self.code


class BedDay(models.Model):
    """Beds at a site on one day, where they differ from the site's usual number."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    site = models.ForeignKey("places.Site", on_delete=models.CASCADE)
    day = models.DateField()
    beds = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["site", "day"], name="bed_day")]

    def __str__(self) -> str:
        return f"{self.site_id} {self.day}"


class ReceptionDay(models.Model):
    """How many people a region can receive on one day."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    region = models.ForeignKey("places.Region", on_delete=models.CASCADE)
    day = models.DateField()
    arrivals = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["region", "day"], name="reception_day")]

    def __str__(self) -> str:
        return f"{self.region_id} {self.day}"


class Home(models.Model):
    """A town that people set out from; `names` holds its name by language code."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    code = models.CharField(max_length=64)
    names = models.JSONField(default=dict)
    country = models.CharField(max_length=2, blank=True)
    # Degrees to a tenth, both or neither: the kilometres from here to a site are reckoned with them.
    lat = models.FloatField(null=True, blank=True)
    lon = models.FloatField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["operation", "code"], name="home_code")]

    def __str__(self) -> str:
        return self.code


class BusSeats(models.Model):
    """Bus seats that leave a home on a day, for one region or for all."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    home = models.ForeignKey("places.Home", on_delete=models.CASCADE)
    region = models.ForeignKey("places.Region", on_delete=models.CASCADE, null=True, blank=True)
    day = models.DateField()
    seats = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["home", "region", "day"], name="bus_seats", nulls_distinct=False)
        ]

    def __str__(self) -> str:
        return f"{self.home_id} {self.day}"


class Route(models.Model):
    """Whole days of travel from a home to a region, each way."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    home = models.ForeignKey("places.Home", on_delete=models.CASCADE)
    region = models.ForeignKey("places.Region", on_delete=models.CASCADE)
    days = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["home", "region"], name="route_once")]

    def __str__(self) -> str:
        return f"{self.home_id} {self.region_id}"


class SiteContact(models.Model):
    """Which sites a site contact speaks for; they see these and no others."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    site = models.ForeignKey("places.Site", on_delete=models.CASCADE)
    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["site", "user"], name="site_contact_once")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.site_id}"
