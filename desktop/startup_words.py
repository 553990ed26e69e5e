"""What is said before Qt runs, when no translation can be asked for yet."""

OLD_PYTHON = "需要 Python 3.11 或更高版本。请安装后重新启动。"
UNFIT_QT = (
    "PySide6 6.12 与 Python 3.11 不能一起使用，程序会意外退出。"
    "请改装 PySide6 6.8.0.2（重新运行安装命令即可），或使用 Python 3.12。"
)
NO_DISPLAY = (
    "没有可用的显示屏，窗口无法打开。可以在桌面环境中启动，"
    "或者用命令行完成工作：command-room --help"
)
