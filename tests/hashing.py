"""Passwords hashed for tests: in the product's own way, at the least it may cost."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class QuickArgon2(Argon2PasswordHasher):
    """Takes no tenth of a second of the processor and no hundred megabytes for each of thousands of invented users."""

    time_cost = 1
    memory_cost = 8
    parallelism = 1
