"""Starts Drafter: without arguments the window (or the demonstration, where there is no screen), else a command."""

import sys

from drafter.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
