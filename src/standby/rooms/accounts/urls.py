from django.urls import path

from standby.rooms.accounts import views

app_name = "accounts"

urlpatterns = [
    path("login/", views.LogIn.as_view(), name="log_in"),
    path("logout/", views.LogOut.as_view(), name="log_out"),
    path("no-duty/", views.no_duty, name="no_duty"),
    path("", views.mine, name="mine"),
    path("password/", views.change_password, name="password"),
    path("operation/", views.change_operation, name="operation"),
    path("staff/", views.staff, name="staff"),
    path("staff/add/", views.add_staff, name="add_staff"),
    path("staff/<str:ref>/duty/", views.change_duty, name="duty"),
    path("staff/<str:ref>/close/", views.close, name="close"),
    path("staff/<str:ref>/open/", views.reopen, name="open"),
]
