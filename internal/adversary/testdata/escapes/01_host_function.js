// faithful: escapes
host
