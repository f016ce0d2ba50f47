"""The weights of the alignment model."""

WEIGHTS = {
    "concept_dice": 3.23,
    "concept_overlap": 1.2,
    "concept_mass": 1.18,
    "character_dice": 0.02,
    "around_dice": 2.21,
    "same_predicate": 0.14,
    "names_dice": -1.48,
    "names_disjoint": -0.78,
    "days_shared": 0.77,
    "days_disjoint": -0.4,
    "clocks_shared": 0.19,
    "numbers_agree": 1.31,
    "numbers_differ": -0.53,
    "numbers_same_unit": 0.78,
    "number_alone": 0.12,
    "same_kind": -0.0,
    "bias": -3.57,
}
