from django.apps import AppConfig


class EnquiryConfig(AppConfig):
    name = "standby.rooms.enquiry"
    label = "enquiry"
