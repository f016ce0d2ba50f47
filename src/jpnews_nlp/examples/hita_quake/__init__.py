"""An earthquake in western Oita, 8 September 2026, told over a day: invented, by four invented outlets."""
