"""The prices of rows under the names of what they limit."""

from standby.planning.model.build import LimitRows, Model
from standby.planning.model.instance import Ints
from standby.planning.plan import Prices
from standby.planning.relaxation.prices import SCALE


def published(model: Model, price: Ints) -> Prices:
    """Only what costs something; a price stands on the one day of its row that is tightest."""
    rows: LimitRows = model.rows
    need = zip(model.needs, price[: rows.heads].tolist(), strict=True)
    bed = zip(rows.beds.keys, price[rows.first_bed : rows.first_reception].tolist(), strict=True)
    reception = zip(rows.reception.keys, price[rows.first_reception : rows.first_seat].tolist(), strict=True)
    seat = zip(rows.seats.keys, price[rows.first_seat :].tolist(), strict=True)
    return Prices(
        scale=SCALE,
        need={asked.need_id: cost for asked, cost in need if cost},
        bed={key: cost for key, cost in bed if cost},
        reception={key: cost for key, cost in reception if cost},
        seat={key: cost for key, cost in seat if cost},
    )
