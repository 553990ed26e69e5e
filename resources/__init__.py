"""Files that ship with the product: fonts, icons, translations, calendar, seed, help."""
