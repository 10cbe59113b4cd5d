import numpy as np
import pytest

from standby.identity.linking.degrees import DEGREES, FIELDS
from standby.identity.linking.usual import usual_classes, usual_counts


@pytest.mark.parametrize("field", FIELDS)
def test_every_degree_of_every_class_has_a_usual_share(field: str) -> None:
    counts = usual_counts(field)

    assert counts.shape == (len(DEGREES[field]), 3)
    assert (counts[1:] > 0).all()
    assert np.allclose(counts.sum(axis=0), usual_classes().sum())
