"""What can happen to the process of a task."""

from desktop.texts.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "task_not_started": QT_TRANSLATE_NOOP(
        "sentences",
        "任务没有启动（{detail}），什么都没有改动。请关闭一些程序后再试。",
    ),
    "task_died": QT_TRANSLATE_NOOP(
        "sentences",
        "任务中途停了：处理它的程序被系统结束。写到一半的已撤销，没有留下半个文件。请再试一次；"
        "同一份文件再次导入不会重复。",
    ),
    "task_out_of_memory": QT_TRANSLATE_NOOP(
        "sentences",
        "内存不够，任务停了：写到一半的已撤销，没有留下半个文件。请把文件分成几份，或重新导出一份"
        "后再试。",
    ),
    "task_too_slow": QT_TRANSLATE_NOOP(
        "sentences",
        "{seconds} 秒还没有处理完，任务停了：写到一半的已撤销，没有留下半个文件。请把文件分成几份"
        "，或重新导出一份后再试。",
    ),
}
"""Error code → what happened, what was kept, what to do next."""
