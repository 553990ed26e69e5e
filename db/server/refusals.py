"""Why a server did not let somebody in: the words of the driver, told as our codes.

A connection that fails has no SQLSTATE, only sentences, in English or in the language of the
server; what is looked for here are the parts that PostgreSQL 15 to 18 write in English and Chinese.
"""

from __future__ import annotations

_SIGNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("certificate_name_wrong", ("does not match host name",)),
    ("certificate_expired", ("certificate has expired",)),
    ("certificate_early", ("certificate is not yet valid",)),
    (
        "certificate_foreign",
        ("certificate verify failed", "tlsv1 alert unknown ca", "self-signed certificate"),
    ),
    ("certificate_missing", ("root certificate file", "could not read root certificate")),
    (
        "connection_plain",
        (
            "does not support SSL",
            "SSL error: unexpected eof",
            "no encryption",
            "SSL off",
            "SSL 关闭",
        ),
    ),
    ("server_login_wrong", ("password authentication failed", "Password 认证失败", "28P01")),
    ("account_off", ("is not permitted to log in", "不允许角色")),
    (
        "connection_without_scram",
        ("authentication method requirement", "channel binding required", "channel binding is"),
    ),
    (
        "server_full",
        (
            "too many connections for role",
            "too many clients already",
            "too many connections for database",
            "remaining connection slots are reserved",
            "发起的连接太多了",
            "已经有太多的客户",
            "的连接太多了",
            "已保留的连接位置",
        ),
    ),
    ("server_not_let_in", ("no pg_hba.conf entry", "pg_hba.conf rejects", "pg_hba.conf 记录")),
    (
        "server_not_ready",
        (
            "the database system is",
            "the database system is not accepting",
            "数据库系统启动中",
            "数据库系统停止中",
            "数据库系统处于恢复模式中",
        ),
    ),
    ("server_refused", ("permission denied for database", "访问数据库")),
    ("server_database_unknown", ('FATAL:  database "', '致命错误:  数据库 "', "致命错误: 数据库 ")),
    ("server_standby", ("session is read-only",)),
    ("server_host_unknown", ("could not translate host name", "failed to resolve host")),
)
"""Code → what its sentences contain; the first that is found counts."""


def code_of(message: str) -> str:
    """Return why the connection was not made; ``server_away`` where nobody answered."""
    for code, signs in _SIGNS:
        if any(sign in message for sign in signs):
            return code
    return "server_away"
