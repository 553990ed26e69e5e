"""The record under faults: killed programs, full disks, damaged files, several writers.

Loss of power is out of scope here: what the disk itself forgets is not played (reliability.md F20).
"""
