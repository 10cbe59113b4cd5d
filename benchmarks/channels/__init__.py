"""How quickly an announcement is handed over to two gateways, and what a kill in the middle leaves behind."""
