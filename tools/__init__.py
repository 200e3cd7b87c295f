"""What makes files that travel with the program; the monthly job never comes here."""
