"""What can be done with plans, announcements and calls: one file a deed."""
