"""An entry fee for an old quarter, considered, decided and taken to court in 2026: invented, by four outlets."""
