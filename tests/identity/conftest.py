"""Where these tests keep compiled kernels: by the kernels' own text, so that none is ever stale."""

from standby.cli import kernel_cache  # noqa: F401  says so when it is imported
