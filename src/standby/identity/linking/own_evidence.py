"""What is one's own, and what all at home share: on a surname, a phone and a home alone nobody is joined."""

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.comparing import Table
from standby.identity.linking.degrees import FIELDS, Birth, Contact, Father, Given, Home, Match

_GIVEN, _FATHER, _PHONE, _EMAIL, _BIRTH, _LICENCE, _HOME = (
    FIELDS.index(field) for field in ("given", "father", "phone", "email", "birth", "licence", "home")
)

# A slip of the pen and a short form are still the name, unless both are names that others on the lists have.
_NEAR = (Given.SHORT_FORM, Given.SLIP)
_NO_NAME = (Given.UNKNOWN, Given.INITIAL)
_NOT_SAID = (*_NO_NAME, Given.FAR, Given.OTHER)
_OWN_BIRTH = (Birth.SAME, Birth.PARTLY, Birth.SWAPPED, Birth.SLIP)


def may_be_two_at_home(table: Table, *, are_two_names: NDArray[np.bool_], given_names_err: bool) -> NDArray[np.bool_]:
    """Pairs in which nothing but what a household has in common says that they are one person.

    Two given names that two people may have (brothers, twins, an initial that fits a sister as well), and neither a
    birth date nor a licence. A father is shared, a mailbox may be. `are_two_names`: given names that are near, and both
    borne by others: Алекс and Алек are one name, and two brothers. On lists where one person has several given names
    (`given_names_err`), they are two people only where such a thing is shared indeed, a telephone, a mailbox, a father;
    or where there is no given name at all, and no home.
    """
    given = table[:, _GIVEN]
    own_name = ~np.isin(given, _NOT_SAID) & ~(np.isin(given, _NEAR) & are_two_names) & ~_near_and_born_apart(table)
    own_date = np.isin(table[:, _BIRTH], _OWN_BIRTH)
    found = np.asarray(~own_name & ~own_date & (table[:, _LICENCE] != Match.SAME), np.bool_)
    return found & (_share_a_household(table) | _have_neither_name_nor_home(table)) if given_names_err else found


def _near_and_born_apart(table: Table) -> NDArray[np.bool_]:
    """Sisters on one phone may be a letter apart, too: what tells them apart are their birth dates."""
    near = np.isin(table[:, _GIVEN], _NEAR)
    return np.asarray(near & (table[:, _BIRTH] >= Birth.SAME_YEAR), np.bool_)


def _share_a_household(table: Table) -> NDArray[np.bool_]:
    contact = np.isin(table[:, (_PHONE, _EMAIL)], (Contact.SAME, Contact.SLIP)).any(axis=1)
    return np.asarray(contact | np.isin(table[:, _FATHER], (Father.SAME, Father.SLIP)), np.bool_)


def _have_neither_name_nor_home(table: Table) -> NDArray[np.bool_]:
    home = np.isin(table[:, _HOME], (Home.SAME, Home.RARELY))
    return np.asarray(np.isin(table[:, _GIVEN], _NO_NAME) & ~home, np.bool_)
