"""Settings: the office, its units, officials, days, letters and the SOP."""
