"""General helpers for Qt that know nothing of reviews: text offsets, fonts, colours."""
