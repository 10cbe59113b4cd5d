from django.urls import path

from standby.rooms.desk import views
from standby.rooms.desk.pages import chances, joins, licences, needs, pairs, person, promises, registering, site, thanks

app_name = "desk"

urlpatterns = [
    path("", views.today_page, name="today"),
    path("search/", views.search_page, name="search"),
    path("register/", registering.register, name="register"),
    path("register/paper/", registering.paper, name="paper"),
    path("register/next/", registering.next_person, name="next_person"),
    path("chances/", chances.chances, name="chances"),
    path("promises/", promises.promises, name="promises"),
    path("promises/renew/", promises.renew, name="renew_promises"),
    path("promises/by-itself/", promises.by_itself, name="promises_by_itself"),
    path("thanks/", thanks.thanks, name="thanks"),
    path("thanks/end/", thanks.end, name="end_operation"),
    path("thanks/keep/", thanks.keep, name="keep_operation"),
    path("thanks/role/", thanks.thank_role, name="thank_role"),
    path("pairs/", pairs.pairs, name="pairs"),
    path("pairs/waiting/", joins.joins, name="joins"),
    path("pairs/waiting/<str:ref>/", joins.vouch, name="vouch_join"),
    path("pairs/<str:ref>/", pairs.judge, name="judge_pair"),
    path("licences/", licences.licences, name="licences"),
    path("licences/<str:ref>/", licences.judge, name="judge_licence"),
    path("licences/<str:ref>/back/", licences.take_back, name="take_back_licence"),
    path("person/<str:ref>/", person.person, name="person"),
    path("person/<str:ref>/correct/", person.correct, name="correct"),
    path("person/<str:ref>/take/", person.take_registration, name="take_registration"),
    path("person/<str:ref>/give-back/", person.give_registration_back, name="give_registration_back"),
    path("person/<str:ref>/withdraw/", person.withdraw_for, name="withdraw"),
    path("person/<str:ref>/offer-again/", person.offer_again_for, name="offer_again"),
    path("person/<str:ref>/vouch/", person.vouch, name="vouch"),
    path("person/<str:ref>/revoke/", person.revoke, name="revoke"),
    path("person/<str:ref>/receipt/", person.receipt, name="receipt"),
    path("person/<str:ref>/erase/", person.erase_person, name="erase"),
    path("needs/", needs.needs, name="needs"),
    path("site/<str:ref>/", site.site, name="site"),
    path("site/<str:ref>/codes/", site.printed, name="site_codes"),
    path("site/<str:ref>/<str:call>/arrived/", site.arrived, name="arrived"),
    path("site/<str:ref>/<str:call>/arrived/undo/", site.not_arrived, name="take_back_arrival"),
    path("site/<str:ref>/<str:call>/missing/", site.missing, name="missing"),
]
