"""What the screens say of a task: its name, how far it is, how fast, how it ended."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.errors import sentence
from desktop.tasks.order import TaskState
from desktop.tasks.sheets import failed_sheets
from desktop.tasks.task import Task

_MINUTE, _HOUR = 60, 3600


def task_title(task: Task) -> str:
    """Return what is done with what."""
    words = {
        "look": tr("试算 {name}"),
        "import": tr("导入 {name}"),
        "export": tr("导出 {name}"),
        "print": tr("打印 {name}"),
    }
    return words[task.wish.kind].format(name=task.wish.title)


def stage_words(task: Task) -> str:
    """Return which part of the work is done now."""
    if task.state is TaskState.STOPPING:
        return tr("正在停止……")
    names = {
        "reading": tr("正在读取"),
        "writing": tr("正在写入"),
        "reporting": tr("正在整理未导入的行"),
        "printing": tr("正在生成文书"),
    }
    if task.wish.kind == "look" and task.stage == "writing":
        return tr("正在试算")
    return names.get(task.stage, tr("正在准备"))


def progress_words(task: Task) -> str:
    """Return how far a running task is, how fast it goes and how long it still takes."""
    words = stage_words(task)
    if task.state is TaskState.STOPPING or not task.done:
        return words
    if task.total:
        words = tr("{what} {done} / {total}").format(
            what=words, done=f"{task.done:,}", total=f"{task.total:,}"
        )
    else:
        words = tr("{what} {done}").format(what=words, done=f"{task.done:,}")
    speed, left = task.pace.per_second(), task.pace.seconds_left()
    if speed is None or left is None:
        return words
    return tr("{words} · 每秒 {speed} · 还要 {left}").format(
        words=words, speed=_number(speed), left=time_words(left)
    )


def time_words(seconds: float) -> str:
    """Return a span of time as a person says it."""
    whole = max(1, round(seconds))
    if whole < _MINUTE:
        return tr("{n} 秒").format(n=whole)
    if whole < _HOUR:
        return tr("{n} 分 {rest} 秒").format(n=whole // _MINUTE, rest=whole % _MINUTE)
    return tr("{n} 小时 {rest} 分").format(n=whole // _HOUR, rest=whole % _HOUR // _MINUTE)


def share(task: Task) -> float:
    """Return how much of its stage is done, from 0 to 1."""
    return min(1.0, task.done / task.total) if task.total else 0.0


def counts(task: Task) -> tuple[int, int]:
    """Return how many went well and how many did not, as far as that was told."""
    told = task.answer or task.kept
    if task.wish.kind == "look":
        told = told.get("found", {})
    if task.wish.kind == "export":
        return int(told.get("rows", 0)), 0
    if task.wish.kind == "print":
        return int(told.get("printed", 0)), len(failed_sheets(task))
    return int(told.get("imported", 0)), sum(told.get("refused", {}).values())


def result_words(task: Task) -> str:
    """Return how a task ended."""
    good, bad = counts(task)
    if task.state is TaskState.FAILED and task.error is not None:
        words = sentence(task.error)
        if good:
            kept = tr("{words}停止前完成的 {n} 件都在。")
            words = kept.format(words=words, n=f"{good:,}")
        return words
    if task.state is TaskState.STOPPED or _was_stopped(task):
        if good and task.wish.kind != "look":
            return tr("已停止：完成的 {n} 件都在，其余没有改动。").format(n=f"{good:,}")
        return tr("已停止，什么都没有写入。")
    if task.wish.kind == "look":
        words = tr("可以导入 {good}，不能导入 {bad}")
    elif task.wish.kind == "export":
        words = tr("已写出 {good} 件")
    else:
        words = tr("成功 {good}，失败 {bad}")
    return words.format(good=f"{good:,}", bad=f"{bad:,}")


def has_failures(task: Task) -> bool:
    """Tell whether there is a list of failures to save."""
    if task.is_running():
        return False
    if task.wish.kind == "print":
        return bool(failed_sheets(task))
    return task.answer is not None and counts(task)[1] > 0


def tone(task: Task) -> str:
    """Return the tone of how a task ended."""
    if task.state is TaskState.FAILED:
        return "danger"
    if task.state is TaskState.STOPPED or _was_stopped(task) or counts(task)[1]:
        return "warn"
    return "ok" if task.state is TaskState.DONE else "text2"


def tr(source: str) -> str:
    """Return a sentence of this module in the language of the screen."""
    # lupdate files the words of a bare tr() under no context.
    return QCoreApplication.translate("", source)


def _was_stopped(task: Task) -> bool:
    """Tell whether an orderly answer says that the person stopped the work."""
    told = task.answer or {}
    return bool(told.get("cancelled") or told.get("found", {}).get("cancelled"))


def _number(speed: float) -> str:
    return f"{speed:,.0f}" if speed >= 10 else f"{speed:.1f}"
