"""Rules of the family `spacing`."""
