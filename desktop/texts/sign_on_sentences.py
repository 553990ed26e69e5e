"""What stands between the office's server and the person who signs on to it."""

from desktop.texts.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "server_host_unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "网络里找不到服务器 {path}，没有登录，数据没有改动。请核对服务器地址，或问管理员。",
    ),
    "server_not_ready": QT_TRANSLATE_NOOP(
        "sentences",
        "服务器 {path} 正在启动或停机，没有登录，数据没有改动。请过一分钟再试。",
    ),
    "server_standby": QT_TRANSLATE_NOOP(
        "sentences",
        "只有备用服务器在运行，它不能登记，没有登录，数据没有改动。请稍后再试，或通知管理员。",
    ),
    "server_full": QT_TRANSLATE_NOOP(
        "sentences",
        "服务器 {path} 的连接已满，没有登录，数据没有改动。请关闭您在别处打开的窗口，稍后再试。",
    ),
    "server_not_let_in": QT_TRANSLATE_NOOP(
        "sentences",
        "服务器 {path} 不接受这台电脑或这个账号，没有登录，数据没有改动。请管理员核对允许的网段和"
        "账号。",
    ),
    "server_database_unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "服务器上没有这个库：{path}。没有登录，数据没有改动；请核对库名，一般是 command_room。",
    ),
    "server_login_wrong": QT_TRANSLATE_NOOP(
        "sentences",
        "登录名或密码不对，没有登录。请再输一次；连续五次输错，账号会锁定半小时。确认无误仍不"
        "行时，账号可能已锁定或过期，请找管理员。",
    ),
    "certificate_name_wrong": QT_TRANSLATE_NOOP(
        "sentences",
        "服务器 {path} 的证书是给另一个名称的，为了安全没有连接，密码没有发出。请按管理员给的地"
        "址填写。",
    ),
    "certificate_foreign": QT_TRANSLATE_NOOP(
        "sentences",
        "服务器 {path} 的证书不是本单位签发的，为了安全没有连接，密码没有发出。请核对地址，并向"
        "管理员要证书文件 ca.crt。",
    ),
    "certificate_expired": QT_TRANSLATE_NOOP(
        "sentences",
        "服务器 {path} 的证书已过期，没有连接，密码没有发出。请核对这台电脑的日期；日期无误时请"
        "管理员换证书。",
    ),
    "certificate_early": QT_TRANSLATE_NOOP(
        "sentences",
        "服务器 {path} 的证书还没有生效，没有连接，密码没有发出。请核对这台电脑的日期和时间。",
    ),
    "certificate_missing": QT_TRANSLATE_NOOP(
        "sentences",
        "没有可用的证书文件，不能确认对方是本单位的服务器，没有连接，密码没有发出。请选择管理员"
        "给的 ca.crt。",
    ),
    "connection_plain": QT_TRANSLATE_NOOP(
        "sentences",
        "服务器 {path} 没有加密连接，为了安全没有登录，密码没有发出。请管理员在服务器上启用证书。",
    ),
    "connection_without_scram": QT_TRANSLATE_NOOP(
        "sentences",
        "服务器 {path} 没有用规定的方式核对密码，为了安全没有登录，密码没有发出。请通知管理员。",
    ),
}
"""Error code → what happened, what was kept, what to do next."""
