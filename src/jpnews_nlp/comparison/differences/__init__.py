"""What two aligned claims can differ on, a file for each slot; `relations` asks them in order."""
