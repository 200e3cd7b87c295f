"""What happens in the made-up municipality, day by day, whether or not anybody writes it down."""
