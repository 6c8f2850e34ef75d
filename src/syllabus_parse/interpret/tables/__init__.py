"""Tables to sessions and works: header, roles of columns, then row by row."""
