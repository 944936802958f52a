"""Words for when a scene plays."""

# ruff: noqa: E501 - a table is read by its rows
from __future__ import annotations

TIMES: dict[str, tuple[str, ...]] = {
    "dawn": (
        "dawn", "sunrise", "morning", "daybreak", "early morning", "first light", "rising sun", "at daybreak", "soft morning light",
        "黎明", "日出", "清晨", "早晨", "拂晓", "破晓", "早上", "晨曦", "晨雾", "晨光", "朝阳",
    ),
    "day": (
        "day", "daytime", "noon", "high noon", "midday", "mid-day", "afternoon", "mid afternoon", "late afternoon", "mid-afternoon", "harsh midday sun", "late afternoon sun", "afternoon sun",
        "白天", "中午", "午后", "下午", "正午", "晌午",
    ),
    "sunset": (
        "sunset", "dusk", "twilight", "evening", "golden hour", "sundown", "at dusk", "blue hour", "blue-hour", "blue twilight", "setting sun",
        "蓝调时刻", "蓝色时刻", "日落", "黄昏", "傍晚", "夕阳", "落日", "晚霞", "金色时刻", "暮色", "金色夕阳", "夕阳下", "余晖",
    ),
    "night": (
        "night", "midnight", "nighttime", "night-time", "moonlight", "moonlit", "starry", "starry sky", "starry night", "starlight", "nocturnal", "night sky", "across the night sky", "into the night sky", "full moon",
        "夜", "夜晚", "午夜", "深夜", "月光", "星空", "繁星", "夜空", "星光", "晚上", "夜色", "夜里", "雨夜", "夜景", "夜市", "月色", "月夜", "半夜", "夜间",
    ),
}  # fmt: skip

HINTS: dict[str, tuple[str, ...]] = {
    "day": ("sunny", "sunlit", "daylight", "overcast daylight", "sunlight", "sunshine", "blue sky", "阳光", "阳光明媚", "晴天", "蓝天白云", "烈日", "烈日当空"),
    "night": ("moon", "stars", "月亮", "星星"),
}  # fmt: skip
"""What is said in passing: it counts where nothing says it outright."""
