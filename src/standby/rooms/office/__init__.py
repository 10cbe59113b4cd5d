"""The coordinators' office: an operation is founded and settled here, and its journal is read."""
