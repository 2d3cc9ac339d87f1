"""What a reader sees and a secretary types, in Swedish and English."""
