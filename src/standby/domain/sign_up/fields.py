"""The names of the answers, the same in the form, in the JSON interface and in the surge lane."""

from enum import StrEnum


class Field(StrEnum):
    LANGUAGE = "language"
    AGE = "age"
    AFFILIATION = "affiliation"
    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"
    NO_CONTACT = "no_contact"
    WORDS = "words"
    ROLES = "roles"
    LEVEL = "level"
    LANGUAGES = "languages"
    LICENCE_FOR = "licence_for"
    LICENCE_NUMBER = "licence_number"
    LICENCE_ISSUER = "licence_issuer"
    LICENCE_EXPIRES = "licence_expires"
    FIRST_DAY = "first_day"
    LAST_DAY = "last_day"
    MAX_STAY_DAYS = "max_stay_days"
    HOME = "home"
    TRAVEL = "travel"
    SEATS = "seats"
    LODGING = "lodging"
    PARTY = "party"
    PARTY_SIZE = "party_size"
    PARTY_CODE = "party_code"
    PARTY_RULE = "party_rule"
    GOODS = "goods"
    GOODS_TEXT = "goods_text"
    MONEY = "money"
    MONEY_TEXT = "money_text"
    FROM_HOME = "from_home"
    FROM_HOME_TEXT = "from_home_text"
    CONSENT = "consent"


FIELDS = frozenset(Field)
YES, NO = "yes", "no"
