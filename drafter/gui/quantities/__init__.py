"""The ledger of figures: a table beside the text, filtered and sorted, that leads to each figure."""
