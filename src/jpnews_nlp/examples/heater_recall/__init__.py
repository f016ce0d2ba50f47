"""A recall, a loss and a sale at a maker of heaters, February 2026: invented, by four invented outlets."""
