"""The terms of the clause that is worked on."""
