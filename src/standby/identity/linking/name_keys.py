"""What records are found by in their names, and how they are reached."""

from collections.abc import Iterator

import numpy as np

from standby.identity.linking.block_keys import BlockKind, Keys, Names, Places, Shortened, beside, put_together
from standby.identity.linking.crowd import Crowd
from standby.identity.linking.hashes import Hashes, hashes, mixed
from standby.identity.linking.pair_keys import pair_keys
from standby.identity.linking.wordbook import Words

_VOWELS = str.maketrans("", "", "aeo")
_LONG_SURNAME = 4
_LONG_GIVEN = 3
_SURNAME_START = 3
_EMAIL_START = 5
_FEW_BEARERS = 20


def contact_keys(crowd: Crowd) -> Iterator[Keys]:
    everybody = np.arange(len(crowd))
    owners, phones = crowd.phones.of_rows(everybody)
    yield Keys(kind=BlockKind.PHONE, keys=mixed(phones.astype(np.uint64)), records=owners)
    owners, emails = crowd.emails.of_rows(everybody)
    parts = [
        (email, email.split("@")[0], f"@{email.split('@')[1]}", email[:_EMAIL_START]) for email in crowd.email_texts
    ]
    found = [hashes([email[place] for email in parts])[emails] for place in range(4)]
    yield Keys(kind=BlockKind.EMAIL, keys=np.concatenate(found), records=np.tile(owners, 4))
    owners, licences = crowd.licences.of_rows(everybody)
    yield Keys(kind=BlockKind.LICENCE, keys=mixed(licences.astype(np.uint64)), records=owners)


def left_out_keys(names: Names) -> Iterator[Keys]:
    """With one letter left out of either name."""
    yield put_together(
        BlockKind.NAME,
        [
            _left_out(names, names.given, names.surname, names.texts),
            _left_out(names, names.surname, names.given, names.texts),
        ],
    )


def consonant_keys(names: Names) -> Iterator[Keys]:
    """The consonants alone, with one left out."""
    consonants = tuple(text.translate(_VOWELS) or text for text in names.texts)
    yield put_together(
        BlockKind.CONSONANTS,
        [
            _left_out(names, names.given, names.surname, consonants, longer_than=_LONG_GIVEN - 1),
            _left_out(names, names.surname, names.given, consonants, longer_than=_LONG_SURNAME - 1),
        ],
    )


def name_start_keys(names: Names) -> Iterator[Keys]:
    started = beside(names.whole[names.given], names.starts(_SURNAME_START)[names.surname])
    yield Keys(kind=BlockKind.NAME_START, keys=started, records=names.records)


def rare_name_keys(names: Names) -> Iterator[Keys]:
    """Either name by itself, where hardly anybody bears it in either column."""
    bearers = np.bincount(np.concatenate([folds for _, folds in names.halves]), minlength=len(names.texts))
    parts = [
        (rows[bearers[folds] <= _FEW_BEARERS], folds[bearers[folds] <= _FEW_BEARERS]) for rows, folds in names.halves
    ]
    yield put_together(BlockKind.RARE_NAME, [(names.records[rows], mixed(names.whole[folds])) for rows, folds in parts])


def _left_out(
    names: Names, shorter: Words, other: Words, texts: tuple[str, ...], *, longer_than: int = 0
) -> tuple[Places, Hashes]:
    """The first with one letter left out, beside the whole of the other, as `both`; a short first only as it is."""
    shortened = Shortened.of_texts(texts, longer_than=longer_than)
    room = int(np.diff(shortened.starts)[shorter].sum())
    keys, records = np.empty(room, np.uint64), np.empty(room, np.int64)
    pair_keys(
        names.records, shorter, other, mixed(shortened.values), shortened.starts, mixed(hashes(texts)), keys, records
    )
    return records, keys
