"""Everything that reads the record, by subject: frozen rows come out."""
