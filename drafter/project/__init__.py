"""The `.drafter` file: schema, writing, reading."""
