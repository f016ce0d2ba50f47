"""The attributes a trained CRF knows: what it never saw need not be handed to it, which halves the time it takes."""

from __future__ import annotations

import struct

_ATTRIBUTES_AT = 36
"""Where the header of a CRFsuite model says where its attribute strings begin."""
_BACKWARD_AT = 16
"""Where the header of a constant quark database (CQDB) gives the size and place of its list of strings."""


def vocabulary(model: bytes) -> frozenset[str]:
    """The attribute strings of a CRFsuite model, read from its bytes.

    Raises:
        ValueError: When the bytes are no CRFsuite model.
    """
    if model[:4] != b"lCRF":
        raise ValueError(f"no CRFsuite model: it starts with {model[:4]!r}; b'lCRF' is needed")
    (start,) = struct.unpack_from("<I", model, _ATTRIBUTES_AT)
    count, listed = struct.unpack_from("<2I", model, start + _BACKWARD_AT)
    found = []
    for offset in struct.unpack_from(f"<{count}I", model, start + listed):
        if offset:
            (size,) = struct.unpack_from("<I", model, start + offset + 4)
            first = start + offset + 8
            found.append(model[first : first + size - 1].decode("utf-8"))
    return frozenset(found)
