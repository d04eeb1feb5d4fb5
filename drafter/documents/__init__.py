"""Files in: one reader per format, each giving a `Document`."""
