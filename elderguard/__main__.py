"""`python -m elderguard` is the same as the command `elderguard`."""

from __future__ import annotations

import sys

from elderguard.cli import main

if __name__ == "__main__":
    sys.exit(main())
