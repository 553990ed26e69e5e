"""Where communities and grids lie: their outlines on the ground."""

from sqlalchemy import JSON, BigInteger, Boolean, Column, ForeignKey, Integer, Table, Text

from db.model.base import METADATA, moment, words

unit_outline = Table(
    "unit_outline",
    METADATA,
    Column("unit_id", BigInteger, ForeignKey("unit.id"), primary_key=True),
    Column("street_id", BigInteger, ForeignKey("street.id"), nullable=False),
    Column("parts", JSON, nullable=False),
    Column("points", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("system", Text, nullable=False),
    words("source"),
    Column("is_invented", Boolean, nullable=False, server_default="0"),
    moment("imported_at", nullable=False),
    Column("imported_by", BigInteger, ForeignKey("account.id"), nullable=False),
)
"""``parts`` are polygons of rings of longitude and latitude, always in WGS-84; ``system`` is what
the file was drawn in."""
