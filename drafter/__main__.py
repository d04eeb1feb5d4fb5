"""`python -m drafter` is the same program."""

from drafter.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
