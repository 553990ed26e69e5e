"""Files, the database file and what stands in the way."""

from desktop.texts.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "file_missing": QT_TRANSLATE_NOOP(
        "sentences",
        "找不到文件 {path}，没有改动。请检查文件名和位置；第一次使用请先建立街道。",
    ),
    "file_unreadable": QT_TRANSLATE_NOOP(
        "sentences",
        "文件不能读取，没有导入。请检查权限，或关闭正在使用它的程序后再试。",
    ),
    "file_empty": QT_TRANSLATE_NOOP("sentences", "文件{name}是空的，没有保存。请换一个文件。"),
    "file_too_large": QT_TRANSLATE_NOOP(
        "sentences",
        "文件太大，没有保存。请选不超过{limit}的文件。",
    ),
    "unknown_format": QT_TRANSLATE_NOOP(
        "sentences",
        "这不是表格文件，没有导入。请用 xlsx、xls、ods 或 csv。",
    ),
    "web_page": QT_TRANSLATE_NOOP(
        "sentences",
        "这个文件其实是网页，没有导入。请在表格软件中打开，另存为 xlsx 后再试。",
    ),
    "encrypted": QT_TRANSLATE_NOOP(
        "sentences",
        "表格有密码，没有导入。请在表格软件中去掉密码后再试。",
    ),
    "damaged": QT_TRANSLATE_NOOP("sentences", "表格文件已损坏，没有导入。请重新导出一份后再试。"),
    "unsafe_archive": QT_TRANSLATE_NOOP(
        "sentences",
        "表格的内部结构异常，为了安全没有打开。请重新导出，或在表格软件中另存一份。",
    ),
    "too_many_rows": QT_TRANSLATE_NOOP("sentences", "行数超过{limit}，没有导入。请分成几个文件。"),
    "too_many_columns": QT_TRANSLATE_NOOP(
        "sentences",
        "列数超过{limit}，没有导入。请删去多余的列。",
    ),
    "bad_encoding": QT_TRANSLATE_NOOP(
        "sentences",
        "认不出文件的编码，没有导入。请另存为 UTF-8 或 GB 18030 的 csv，或 xlsx。",
    ),
    "bad_quotes": QT_TRANSLATE_NOOP(
        "sentences",
        "第{line}行附近的引号没有成对，没有导入。请改正后再试，或另存为 xlsx。",
    ),
    "no_header": QT_TRANSLATE_NOOP(
        "sentences",
        "没有找到表头，没有导入。请保留写有“上报时间、事件内容、事项”等列名的一行。",
    ),
    "missing_columns": QT_TRANSLATE_NOOP(
        "sentences",
        "表头缺少：{fields}，没有导入。请补上这些列后再试。",
    ),
    "cannot_write": QT_TRANSLATE_NOOP(
        "sentences",
        "文件{path}写不进去（{reason}），原来的文件没有动。请检查磁盘空间和权限，或换一个位置。",
    ),
    "cancelled": QT_TRANSLATE_NOOP(
        "sentences",
        "已按您的要求停止。已完成的部分都在，其余没有改动。",
    ),
    "file_on_network": QT_TRANSLATE_NOOP(
        "sentences",
        "数据库文件在网络文件夹里，锁不可靠，没有打开。请放到本机硬盘上。",
    ),
    "file_damaged": QT_TRANSLATE_NOOP(
        "sentences",
        "数据库文件已损坏，没有打开，原文件没有动。请用最近的备份恢复（restore）。",
    ),
    "file_newer": QT_TRANSLATE_NOOP(
        "sentences",
        "数据库由更新版本的程序建立，没有打开，文件没有动。请升级程序。",
    ),
    "file_foreign": QT_TRANSLATE_NOOP(
        "sentences",
        "{path}不是本程序的数据库，没有打开，文件没有动。请选另一个文件。",
    ),
    "file_in_use": QT_TRANSLATE_NOOP(
        "sentences",
        "这份数据已在{host}的另一个窗口中打开（进程{process}），没有再打开。请切换到那个窗口，"
        "或先把它关闭。",
    ),
    "file_locked": QT_TRANSLATE_NOOP(
        "sentences",
        "数据库正被另一个程序占用，没有打开。请关闭它，或稍后再试。",
    ),
    "not_a_file": QT_TRANSLATE_NOOP(
        "sentences",
        "{path}是文件夹，不是文件，没有打开。请写出文件名。",
    ),
    "folder_missing": QT_TRANSLATE_NOOP(
        "sentences",
        "文件夹不存在：{path}，没有改动。请先建立文件夹。",
    ),
    "folder_not_writable": QT_TRANSLATE_NOOP(
        "sentences",
        "文件夹不能写入：{path}，没有改动。请检查权限，或换一个位置。",
    ),
    "wrong_key": QT_TRANSLATE_NOOP(
        "sentences",
        "数据库的密钥不对，或文件开头已损坏，没有打开，文件没有动。请在原来的电脑上打开，或用最"
        "近的备份恢复（restore）。",
    ),
    "setting_refused": QT_TRANSLATE_NOOP(
        "sentences",
        "数据库组件不支持安全设置，没有打开，文件没有动。请重新安装程序。",
    ),
    "backup_failed": QT_TRANSLATE_NOOP(
        "sentences",
        "备份没有成功，原来的备份和数据都没有动。请检查磁盘空间和位置：{path}。",
    ),
    "migration_failed": QT_TRANSLATE_NOOP(
        "sentences",
        "数据库没有升级成功，数据保持升级前的样子，升级前的备份也在。请把详情复制给管理员。",
    ),
    "tables_differ": QT_TRANSLATE_NOOP(
        "sentences",
        "{path}由另一版程序建立，数据表与这一版不同，没有打开，文件没有动。请用建立它的那一版打开；"
        "要换到这一版，请把文件复制一份，连同详情交给管理员。",
    ),
    "server_address": QT_TRANSLATE_NOOP(
        "sentences", "服务器地址看不懂：{address}。应形如 postgresql://服务器/库名，请核对后重试。"
    ),
    "server_away": QT_TRANSLATE_NOOP(
        "sentences",
        "连不上数据库服务器（{path}）。没有改动任何数据；请核对地址、库名和账号，检查网络后重试。",
    ),
    "server_empty": QT_TRANSLATE_NOOP(
        "sentences", "服务器 {address} 上还没有本系统的数据库。请管理员先建库，再登录。"
    ),
    "server_newer": QT_TRANSLATE_NOOP(
        "sentences",
        "服务器 {address} 的数据来自更新的版本（{revision}）。请升级本程序后再登录，数据没有改动。",
    ),
    "server_older": QT_TRANSLATE_NOOP(
        "sentences", "服务器 {address} 的数据还是旧版本。请管理员先升级服务器，数据没有改动。"
    ),
    "server_refused": QT_TRANSLATE_NOOP(
        "sentences", "数据库服务器拒绝了这项操作：您的账号没有这个权限。没有改动任何数据。"
    ),
    "server_lost": QT_TRANSLATE_NOOP(
        "sentences",
        "服务器没有应答，程序正在自动重连；这一步是否已保存还不知道，已填的内容都在。"
        "重新连上后请先看结果，没有保存再做一次。",
    ),
    "server_still_away": QT_TRANSLATE_NOOP(
        "sentences",
        "服务器还没有连上，没有保存，已填的内容都在。连上以后请再提交一次。",
    ),
    "program_too_old": QT_TRANSLATE_NOOP(
        "sentences",
        "数据库已由更新的版本升级，本程序不能再读写，没有保存，已填的内容都在。"
        "请退出，安装新版本后再登录。",
    ),
    "server_for_file_only": QT_TRANSLATE_NOOP(
        "sentences",
        "这项操作只用于本机的数据库文件，没有改动。服务器的备份和恢复由管理员在服务器上进行。",
    ),
    "read_only": QT_TRANSLATE_NOOP(
        "sentences",
        "数据库是只读的，可以查看，没有保存，已填的内容都在。请检查文件的权限。",
    ),
    "disk_full": QT_TRANSLATE_NOOP(
        "sentences",
        "磁盘已满，没有保存，已填的内容都在。请清出空间后再提交一次。",
    ),
    "busy": QT_TRANSLATE_NOOP(
        "sentences",
        "数据库正忙，没有保存，已填的内容都在。请稍等片刻再提交一次。",
    ),
    "io_error": QT_TRANSLATE_NOOP(
        "sentences",
        "磁盘读写出错，没有保存，已填的内容都在。请检查磁盘，并尽快备份。",
    ),
    "interrupted": QT_TRANSLATE_NOOP(
        "sentences",
        "操作被中断，没有保存，已填的内容都在。请再提交一次。",
    ),
    "database_error": QT_TRANSLATE_NOOP(
        "sentences",
        "数据库出错，没有保存，已填的内容都在。请再试一次，仍不行时把详情复制给管理员。",
    ),
    "database_open_elsewhere": QT_TRANSLATE_NOOP(
        "sentences",
        "数据库已在{where}打开，没有再打开。请使用已打开的窗口。",
    ),
    "verify_findings": QT_TRANSLATE_NOOP(
        "sentences",
        "核查发现{count}处问题，数据没有改动。请停止使用，把清单交给管理员，必要时用备份恢复。",
    ),
    "target_exists": QT_TRANSLATE_NOOP("sentences", "{path}已经存在，没有覆盖。请换一个文件名。"),
    "our_mistake": QT_TRANSLATE_NOOP(
        "sentences",
        "程序出错，没有保存，已填的内容都在。请再试一次，仍不行时把详情复制给管理员。",
    ),
    "internal_rule": QT_TRANSLATE_NOOP(
        "sentences",
        "数据库的安全规则拒绝了这次改动，没有保存，已填的内容都在。请刷新后再试，仍不行时把详"
        "情复制给管理员。",
    ),
    "line_bad": QT_TRANSLATE_NOOP(
        "sentences",
        "第{line}行不能执行：{why}。前面的行已经完成，后面的行没有执行。",
    ),
    "unknown_ending": QT_TRANSLATE_NOOP(
        "sentences",
        "文件名“{name}”的结尾不对，没有写出。请用 {known} 结尾。",
    ),
    "key_missing": QT_TRANSLATE_NOOP(
        "sentences",
        "数据库已加密，本机的凭据库没有给出密钥，没有打开，文件没有动。请解锁凭据库，或在原来"
        "的电脑上打开。",
    ),
    "file_not_readable": QT_TRANSLATE_NOOP(
        "sentences",
        "数据库文件不能读取，没有打开，文件没有动。请检查文件和文件夹的权限。",
    ),
    "file_unfinished": QT_TRANSLATE_NOOP(
        "sentences",
        "数据库上次没有正常关闭，而这里不能写入，没有打开，文件没有动。请连同旁边的日志文件一起"
        "复制到可以写入的文件夹，再打开。",
    ),
    "file_older": QT_TRANSLATE_NOOP(
        "sentences",
        "数据库由较早版本的程序建立，而文件是只读的，不能升级，没有打开，文件没有动。请检查文件"
        "的权限。",
    ),
    "file_replaced": QT_TRANSLATE_NOOP(
        "sentences",
        "数据库文件被移走或换成了另一个，没有保存，已填的内容都在。请关闭程序后重新打开。",
    ),
    "record_damaged": QT_TRANSLATE_NOOP(
        "sentences",
        "数据库文件已损坏，没有保存，已填的内容都在。请停止使用，用最近的备份恢复（restore）。",
    ),
    "restore_failed": QT_TRANSLATE_NOOP(
        "sentences",
        "恢复没有成功，备份没有动，原来的文件也都留着。请检查磁盘空间和权限：{path}。",
    ),
}
"""Error code → what happened, what was kept, what to do next."""
