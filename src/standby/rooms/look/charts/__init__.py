"""Charts drawn here, as SVG with text in it: no script, no library, no picture to fetch."""

from standby.rooms.look.charts.bars import Bar, BarChart
from standby.rooms.look.charts.fill import Fill, FillChart
from standby.rooms.look.charts.surge import Hour, SurgeChart

__all__ = ["Bar", "BarChart", "Fill", "FillChart", "Hour", "SurgeChart"]
