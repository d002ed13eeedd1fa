"""ElderGuard 守护银龄: practice against scams, lived through safely."""

__version__ = "0.1.0"
