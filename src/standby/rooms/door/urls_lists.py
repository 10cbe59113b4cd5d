from django.urls import path

from standby.rooms.door.views import corrections, lists, uploads

app_name = "lists"

urlpatterns = [
    path("", lists.lists, name="lists"),
    path("bring/", lists.bring, name="bring"),
    path("of/<str:ref>/", lists.one_list, name="list"),
    path("upload/<str:ref>/", uploads.upload, name="upload"),
    path("upload/<str:ref>/progress/", uploads.progress, name="progress"),
    path("upload/<str:ref>/columns/", corrections.columns, name="columns"),
    path("upload/<str:ref>/occupations/", corrections.occupations, name="occupations"),
    path("upload/<str:ref>/towns/", corrections.towns, name="towns"),
    path("upload/<str:ref>/preview/", uploads.preview, name="preview"),
    path("upload/<str:ref>/report.csv", uploads.report, name="report"),
    path("upload/<str:ref>/confirm/", uploads.confirm, name="confirm"),
    path("upload/<str:ref>/cancel/", uploads.cancel, name="cancel"),
]
