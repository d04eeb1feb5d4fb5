"""The measures panel: tagging a clause with concepts of the taxonomy."""
