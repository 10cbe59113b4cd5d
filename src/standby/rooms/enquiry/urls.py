from django.urls import path

from standby.rooms.enquiry.views import papers, queues, tickets

app_name = "enquiry"

urlpatterns = [
    path("", queues.queues, name="queues"),
    path("queue/<str:ref>/", queues.queue, name="queue"),
    path("queue/<str:ref>/give/", tickets.give, name="give"),
    path("queue/<str:ref>/call/", tickets.call, name="call"),
    path("queue/<str:ref>/<str:kind>/", queues.open_or_shut, name="open_or_shut"),
    path("ticket/<str:ref>/", tickets.slip, name="slip"),
    path("ticket/<str:ref>/<str:kind>/", tickets.deed, name="deed"),
    path("forms/", papers.papers, name="papers"),
    path("forms/<str:ref>/", papers.sheets, name="sheets"),
]
