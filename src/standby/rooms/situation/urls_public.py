"""What everybody may read, also by machine; these addresses stay."""

from django.urls import path

from standby.rooms.situation.views import documents, public

app_name = "notices"

urlpatterns = [
    path("", public.archive, name="archive"),
    path("verify/", public.verify, name="verify"),
    path("keys/<str:code>.pem", documents.key, name="key"),
    path("<str:code>.atom", documents.feed, name="feed"),
    path("<str:ref>.cap.xml", documents.cap, name="cap"),
    path("<str:ref>.sig", documents.signature, name="signature"),
    path("<str:ref>/", public.notice, name="notice"),
]
