"""PDFs that came from elsewhere, made ready for whoever reads them or lays them into a packet."""
