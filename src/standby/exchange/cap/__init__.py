"""The Common Alerting Protocol 1.2 (OASIS): alerts as values, written as XML and read back.

Only what a public notice needs: no areas with coordinates, no attached files, no private or restricted alerts.
"""

from standby.exchange.cap.alert import Alert, Info, Reference
from standby.exchange.cap.codes import (
    Category,
    Certainty,
    MessageType,
    ResponseType,
    Severity,
    Status,
    Urgency,
)
from standby.exchange.cap.reading import read_alert
from standby.exchange.cap.writing import write_alert

__all__ = [
    "Alert",
    "Category",
    "Certainty",
    "Info",
    "MessageType",
    "Reference",
    "ResponseType",
    "Severity",
    "Status",
    "Urgency",
    "read_alert",
    "write_alert",
]
