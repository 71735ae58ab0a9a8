// faithful: escapes
host()
