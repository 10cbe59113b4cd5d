from django.urls import path

from standby.rooms.places.views import homes, overview, regions, sites

app_name = "places"

urlpatterns = [
    path("", overview.places, name="places"),
    path("new-region/", regions.new_region, name="new_region"),
    path("regions/<slug:code>/", regions.region, name="region"),
    path("regions/<slug:code>/reception/", regions.reception, name="reception"),
    path("new-site/", sites.new_site, name="new_site"),
    path("sites/<str:ref>/", sites.site, name="site"),
    path("sites/<str:ref>/beds/", sites.beds, name="beds"),
    path("sites/<str:ref>/contacts/", sites.name_contact, name="contact"),
    path("new-town/", homes.new_home, name="new_home"),
    path("towns/<slug:code>/", homes.home, name="home"),
    path("towns/<slug:code>/routes/", homes.routes, name="routes"),
    path("towns/<slug:code>/seats/", homes.seats, name="seats"),
]
