"""What the administrator of an office's server is told: steps taken, findings, refusals."""

from desktop.texts.marking import QT_TRANSLATE_NOOP

STEPS: dict[str, str] = {
    "server_found": QT_TRANSLATE_NOOP("sentences", "PostgreSQL {version} 在运行，端口 {port}。"),
    "server_planned": QT_TRANSLATE_NOOP("sentences", "这次的选择记在 {path}。"),
    "server_roles": QT_TRANSLATE_NOOP(
        "sentences", "角色已备好：数据归 {owner}（不能登录），人员都属于 {group}。"
    ),
    "server_database": QT_TRANSLATE_NOOP("sentences", "数据库 {name} 已备好，外人不能连接。"),
    "server_record": QT_TRANSLATE_NOOP("sentences", "表、规则和权限与本程序一致。"),
    "server_lockout": QT_TRANSLATE_NOOP(
        "sentences", "密码连错五次的账号会锁住半小时，由服务器自己数。"
    ),
    "server_keys": QT_TRANSLATE_NOOP(
        "sentences", "本单位的证书颁发机构和服务器证书已备好，证书上的名称：{hosts}。"
    ),
    "server_settings": QT_TRANSLATE_NOOP("sentences", "服务器参数已核对，改了 {count} 项。"),
    "server_lines": QT_TRANSLATE_NOOP(
        "sentences",
        "访问规则（pg_hba.conf）：只有 {networks} 的人员能经加密连接、凭密码进入 {name}，"
        "超级用户不能从网络进入。",
    ),
    "server_timer": QT_TRANSLATE_NOOP(
        "sentences",
        "每晚 2:15 备份到 {path}，逐份验证，保留 14 天、8 周、12 个月；每分钟数一次错误密码。",
    ),
    "server_timer_left_out": QT_TRANSLATE_NOOP(
        "sentences",
        "没有安排夜间备份，也没有安排每分钟数一次错误密码：需要 root 和 systemd。"
        "可把这两行写进服务器用户的 crontab：\n{lines}\n写好后可用 server check 核对。",
    ),
    "server_timer_hidden": QT_TRANSLATE_NOOP(
        "sentences",
        "没有安排夜间备份和数错误密码：服务器用户读不到 {path} 里的程序。"
        "请把程序装到它能读的地方再运行。",
    ),
    "server_carry": QT_TRANSLATE_NOOP("sentences", "请把 {path} 拷到每台工作电脑，登录时要用。"),
    "server_restart": QT_TRANSLATE_NOOP(
        "sentences", "请重启一次 PostgreSQL，这些参数才生效：{settings}。"
    ),
}
"""What `server init` did."""

FINDINGS: dict[str, str] = {
    "server_settings_stand": QT_TRANSLATE_NOOP("sentences", "服务器参数都对，加密连接已打开。"),
    "server_tls_off": QT_TRANSLATE_NOOP(
        "sentences", "加密连接（ssl）没有打开，工作电脑连不上。请再运行 server init。"
    ),
    "server_setting_differs": QT_TRANSLATE_NOOP(
        "sentences", "参数 {name} 现在是“{found}”，应为“{wanted}”。请再运行 server init。"
    ),
    "server_no_checksums": QT_TRANSLATE_NOOP(
        "sentences",
        "数据页没有校验和，磁盘悄悄出错时发现不了。可在停库时用 pg_checksums --enable 打开。",
    ),
    "server_lines_stand": QT_TRANSLATE_NOOP("sentences", "访问规则都对，只向 {networks} 开放。"),
    "server_lines_differ": QT_TRANSLATE_NOOP(
        "sentences", "{detail} 里缺少本系统的访问规则，或被改动过。请再运行 server init。"
    ),
    "server_line_unreadable": QT_TRANSLATE_NOOP(
        "sentences",
        "pg_hba.conf 第 {line} 行有错（{detail}），整个文件都不会生效。请改正后重新加载。",
    ),
    "server_line_weak": QT_TRANSLATE_NOOP(
        "sentences",
        "pg_hba.conf 第 {line} 行用 {detail} 放人进来，密码可能被看到或根本不问。请删去或改用 "
        "scram-sha-256。",
    ),
    "server_line_before": QT_TRANSLATE_NOOP(
        "sentences",
        "pg_hba.conf 第 {line} 行排在本系统的规则前面，会先放人进来。请删去或再运行 server init。",
    ),
    "server_network_wide": QT_TRANSLATE_NOOP(
        "sentences",
        "pg_hba.conf 第 {line} 行开放的网段 {detail} 太宽。请用本单位的网段再运行 server init。",
    ),
    "server_keys_stand": QT_TRANSLATE_NOOP("sentences", "证书都对，名称：{hosts}。"),
    "server_certificate_missing": QT_TRANSLATE_NOOP(
        "sentences", "{detail} 里没有证书。请再运行 server init。"
    ),
    "server_certificate_carried": QT_TRANSLATE_NOOP(
        "sentences",
        "{detail} 不是现在的证书，工作电脑拿它登录不了。请再运行 server init 并重新分发。",
    ),
    "server_certificate_foreign": QT_TRANSLATE_NOOP(
        "sentences", "{detail} 里的服务器证书不是本单位颁发的，或与私钥不配。请再运行 server init。"
    ),
    "server_certificate_name": QT_TRANSLATE_NOOP(
        "sentences", "证书上没有这些名称：{detail}，用它们登录会被拒绝。请再运行 server init。"
    ),
    "server_certificate_ends": QT_TRANSLATE_NOOP(
        "sentences", "证书到 {until} 为止，之后谁也登录不了。请再运行 server init 换新。"
    ),
    "server_certificate_unread": QT_TRANSLATE_NOOP(
        "sentences", "证书换过了，PostgreSQL 还没有读。请重新加载（systemctl reload postgresql）。"
    ),
    "server_roles_stand": QT_TRANSLATE_NOOP("sentences", "人员的角色都没有多余的权力。"),
    "server_role_raised": QT_TRANSLATE_NOOP(
        "sentences", "角色 {name} 有超出工作需要的权力。请查明是谁给的，并收回。"
    ),
    "server_database_missing": QT_TRANSLATE_NOOP(
        "sentences", "没有数据库 {name}。请运行 server init，或用备份恢复（server restore）。"
    ),
    "server_record_stands": QT_TRANSLATE_NOOP(
        "sentences", "数据库 {name} 的表和规则与本程序一致。"
    ),
    "server_record_behind": QT_TRANSLATE_NOOP(
        "sentences",
        "数据库 {name} 的表或规则不是本程序的，可能被改动过或版本较旧。请再运行 server init。",
    ),
    "server_lockout_missing": QT_TRANSLATE_NOOP(
        "sentences", "服务器没有在数错误密码，猜密码的人不会被锁住。请再运行 server init。"
    ),
    "server_backup_stands": QT_TRANSLATE_NOOP(
        "sentences", "最近的备份：{at}，已验证，共存 {count} 份。"
    ),
    "server_backup_none": QT_TRANSLATE_NOOP(
        "sentences", "{path} 里还没有备份。请运行 server backup。"
    ),
    "server_backup_old": QT_TRANSLATE_NOOP(
        "sentences",
        "最近的备份还是 {at} 的，太旧了。请查看夜间备份为什么没有运行，并先手工备份一次。",
    ),
    "server_backup_failed": QT_TRANSLATE_NOOP(
        "sentences", "{at} 的备份没有成功，原因见下一行。请排除后运行 server backup。"
    ),
    "server_timer_stands": QT_TRANSLATE_NOOP("sentences", "夜间备份和数错误密码的定时器都在运行。"),
    "server_timer_off": QT_TRANSLATE_NOOP(
        "sentences", "夜间备份或数错误密码的定时器没有运行。请用 root 再运行 server init。"
    ),
    "server_timer_unseen": QT_TRANSLATE_NOOP(
        "sentences",
        "本机没有 systemd，看不到夜间备份和数错误密码由谁启动。请确认 crontab 里有那两行。",
    ),
    "server_disks_stand": QT_TRANSLATE_NOOP("sentences", "磁盘空间够用。"),
    "server_disk_low": QT_TRANSLATE_NOOP(
        "sentences", "{path} 所在的磁盘只剩 {free} MB，至少要 {needed} MB。请清出空间。"
    ),
}
"""What `server check` finds."""

REFUSALS: dict[str, str] = {
    "server_not_running": QT_TRANSLATE_NOOP(
        "sentences",
        "找不到正在运行的 PostgreSQL（{place}），没有改动。请启动它，或用 --socket、--port 指明。",
    ),
    "server_not_administrator": QT_TRANSLATE_NOOP(
        "sentences",
        "不能以超级用户连上本机的 PostgreSQL，没有改动。请由 root 或 postgres 运行（{detail}）。",
    ),
    "server_program_failed": QT_TRANSLATE_NOOP(
        "sentences", "{program} 没有成功：{detail}。已有的数据和备份都没有动，请排除后再试。"
    ),
    "server_folder": QT_TRANSLATE_NOOP(
        "sentences", "文件夹 {path} 不能使用（{detail}）。请用 root 或 postgres 用户运行。"
    ),
    "server_host_wrong": QT_TRANSLATE_NOOP(
        "sentences", "“{host}”不像服务器的名称或地址，没有改动。请写成 server.office 或 10.1.2.3。"
    ),
    "server_network_wrong": QT_TRANSLATE_NOOP(
        "sentences", "“{network}”不是网段，没有改动。请写成 10.1.0.0/16 的样子。"
    ),
    "server_database_wrong": QT_TRANSLATE_NOOP(
        "sentences", "“{name}”不能作库名，没有改动。请用小写字母、数字和下划线。"
    ),
    "server_not_set_up": QT_TRANSLATE_NOOP(
        "sentences", "{path} 里没有设置过服务器的记录。请先运行 server init，或用 --folder 指明。"
    ),
    "server_version_old": QT_TRANSLATE_NOOP(
        "sentences", "PostgreSQL {version} 太旧，需要 {oldest} 或更新。请先升级 PostgreSQL。"
    ),
    "server_without_tls": QT_TRANSLATE_NOOP(
        "sentences",
        "这个 PostgreSQL {version} 不会加密连接，没有改动。请改用发行版自带的 PostgreSQL。",
    ),
    "server_lines_refused": QT_TRANSLATE_NOOP(
        "sentences", "PostgreSQL 读不懂 {path}（{detail}），文件已恢复原样。请先改正它。"
    ),
    "server_has_data": QT_TRANSLATE_NOOP(
        "sentences",
        "数据库 {name} 里有数据，没有恢复，数据没有动。确实要换请加 --replace，原来的会改名留存。",
    ),
    "backup_running": QT_TRANSLATE_NOOP(
        "sentences", "另一个备份正在进行，没有再做一份。请等它完成：{path}。"
    ),
    "backup_unproven": QT_TRANSLATE_NOOP(
        "sentences",
        "备份 {path} 恢复出来与原来的不同（{detail}），不算备份。原有数据和旧备份都没有动。",
    ),
    "backup_incomplete": QT_TRANSLATE_NOOP(
        "sentences", "备份 {path} 缺少同名的 .json 文件，无法核对，没有恢复，数据没有动。"
    ),
    "backup_damaged": QT_TRANSLATE_NOOP(
        "sentences", "备份 {path} 已损坏（校验值不符），没有恢复，数据没有动。请换一份备份。"
    ),
    "server_restored": QT_TRANSLATE_NOOP(
        "sentences", "已用 {at} 的备份恢复 {name}：{rows} 行，逐表核对一致，补建角色 {roles} 个。"
    ),
    "server_kept_aside": QT_TRANSLATE_NOOP("sentences", "原来的数据库改名为 {name}，还在。"),
    "server_backed_up": QT_TRANSLATE_NOOP(
        "sentences", "已备份并验证：{path}，{rows} 行；按规则删去旧备份 {gone} 份。"
    ),
    "server_watched": QT_TRANSLATE_NOOP("sentences", "错误密码数到现在，锁住的账号有 {count} 个。"),
    "server_fine": QT_TRANSLATE_NOOP("sentences", "一切正常。"),
    "server_faulty": QT_TRANSLATE_NOOP("sentences", "有 {count} 处问题，请按上面的说明处理。"),
    "server_ready": QT_TRANSLATE_NOOP(
        "sentences", "完成。接着建立街道：command-room --database {address} init --street 街道名 。"
    ),
}
"""What stands in the way, and how the other calls end."""

SENTENCES = {**STEPS, **FINDINGS, **REFUSALS}
