"""Everything that changes the record, by subject; importing it makes every command known."""

from db.commands import attachments, exceptions, flow, intake, marks
from db.commands.door import Command, Result, batch, execute, known_commands, new_command_id

__all__ = [
    "Command",
    "Result",
    "attachments",
    "batch",
    "exceptions",
    "execute",
    "flow",
    "intake",
    "known_commands",
    "marks",
    "new_command_id",
]
