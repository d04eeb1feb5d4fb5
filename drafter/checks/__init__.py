"""The rules of the catalogue: one folder per family, one module per rule or a few near kin, one registry."""
