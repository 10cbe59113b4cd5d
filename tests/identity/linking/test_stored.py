import json

import numpy as np
import pytest
from tests.identity.linking.cast import crowd

from standby.identity.linking import link, read_trained, stored_trained

TRAINED = link(crowd(families=30, seed=8).records).trained
STORED = stored_trained(TRAINED)


def test_a_model_is_read_as_it_was_kept() -> None:
    read = read_trained(json.loads(json.dumps(STORED)))

    assert np.allclose(read.model.together, TRAINED.model.together, atol=1e-6)
    assert stored_trained(read) == STORED


def test_a_model_of_the_first_format_takes_the_names_of_strangers_as_independent() -> None:
    first = {name: value for name, value in STORED.items() if name != "strangers_names"} | {"format": 1}

    assert not read_trained(first).model.together.any()


@pytest.mark.parametrize(
    "broken",
    [
        {"format": 3},
        {"format": 1},
        {"strangers_names": [[0.0]]},
        {"strangers_names": None},
        {"fields": {}},
    ],
)
def test_what_is_no_model_is_refused(broken: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="model"):
        read_trained(STORED | broken)
