"""What a column of a list may be read for. A column that serves none of these purposes is left out."""

from enum import StrEnum


class Field(StrEnum):
    """One purpose each; the comment says which."""

    GIVEN = "given"  # who it is
    SURNAME = "surname"
    PATRONYMIC = "patronymic"  # a father's name serves here too, and for nothing else
    FULL_NAME = "full_name"
    BIRTH_DATE = "birth_date"  # who it is, and whether of age; a bare year will do
    AGE = "age"
    UNDER_AGE = "under_age"
    PHONE = "phone"  # how they are told
    EMAIL = "email"
    OCCUPATION = "occupation"  # what they can do
    LEVEL = "level"
    LICENCE_KIND = "licence_kind"  # what the verifier checks
    LICENCE_NUMBER = "licence_number"
    LICENCE_ISSUER = "licence_issuer"
    LICENCE_EXPIRY = "licence_expiry"
    DRIVING_CLASS = "driving_class"
    TAGS = "tags"
    LANGUAGES = "languages"
    FIRST_DAY = "first_day"  # when they are free
    LAST_DAY = "last_day"
    DAYS = "days"  # both in one cell, in whatever words
    MAX_STAY = "max_stay"
    HOME = "home"  # where they set out
    HOME_COUNTRY = "home_country"
    VEHICLE = "vehicle"  # how they travel, with whom
    SEATS = "seats"
    OWN_TRAVEL = "own_travel"
    OWN_LODGING = "own_lodging"
    PARTY = "party"
    REGISTERED_AT = "registered_at"  # who has waited longest
    AFFILIATION = "affiliation"  # who counts on them already
    LIST = "list"  # several lists in one file


# These may be read from several columns at once; of any other field there is one column.
REPEATABLE = frozenset(
    {
        Field.PHONE,
        Field.EMAIL,
        Field.OCCUPATION,
        Field.LANGUAGES,
        Field.HOME,
        Field.AFFILIATION,
        Field.DAYS,
        Field.TAGS,
        Field.PATRONYMIC,
    }
)

DATED = frozenset({Field.BIRTH_DATE, Field.LICENCE_EXPIRY, Field.FIRST_DAY, Field.LAST_DAY, Field.REGISTERED_AT})


class LeftOut(StrEnum):
    """Why a column is not read."""

    NO_PURPOSE = "no_purpose"  # nothing in the house may ask for it: belief, blood, documents, money
    THIRD_PERSON = "third_person"  # about somebody who has not offered anything
    SHARED_CONTACT = "shared_contact"  # an office's phone or address, not the person's
    FREE_TEXT = "free_text"  # notes may hold anything about anyone
    REPEATED = "repeated"  # another column serves the same purpose better
    NOT_RECOGNISED = "not_recognised"
    EMPTY = "empty"
