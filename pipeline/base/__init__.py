"""What every room stands on; it imports nothing of ours but itself."""
