"""Out of the house: the published database, and mails."""
