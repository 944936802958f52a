"""Words for what a subject does. Each action has a motion of the same name in `motion.py`."""

# ruff: noqa: E501 - a table is read by its rows
from __future__ import annotations

ACTIONS: dict[str, tuple[str, ...]] = {
    "dance": (
        "dance", "dances", "dancing", "danced", "ballet", "waltz", "twirl", "twirling", "waving", "celebrating", "celebrate",
        "跳舞", "舞蹈", "起舞", "舞动", "翩翩起舞", "跳着舞", "蹦迪",
    ),
    "run": (
        "run", "runs", "running", "sprint", "sprinting", "race", "racing", "gallop", "galloping", "chase", "chasing", "dash", "jog", "jogging", "bounding",
        "跑", "奔跑", "跑步", "飞奔", "追逐", "疾驰", "奔驰", "跑过", "穿过",
    ),
    "walk": (
        "walk", "walks", "walking", "stroll", "strolling", "wander", "wandering", "crawl", "crawling", "hiking", "marching", "exploring",
        "走", "行走", "散步", "漫步", "走路", "徘徊", "走过", "爬行",
    ),
    "jump": ("jump", "jumps", "jumping", "hop", "hopping", "leap", "leaping", "bounce", "bouncing", "playing", "plays", "跳", "跳跃", "蹦", "跃起", "玩耍", "嬉戏"),
    "fly": (
        "fly", "flies", "flying", "soar", "soaring", "glide", "gliding", "hover", "hovering", "flutter", "fluttering",
        "飞", "飞翔", "飞行", "翱翔", "飞舞", "盘旋", "飞过",
    ),
    "swim": ("swim", "swims", "swimming", "dive", "diving", "游", "游泳", "潜水", "游动", "遨游", "游过"),
    "float": (
        "float", "floats", "floating", "drift", "drifting", "levitate", "weightless", "spacewalk",
        "漂浮", "飘浮", "漂", "飘", "悬浮", "失重", "漂流",
    ),
    "sail": ("sail", "sails", "sailing", "crossing", "surf", "surfing", "rowing", "航行", "驶过", "扬帆", "冲浪", "划船"),
    "drive": ("drive", "drives", "driving", "riding", "ride", "cruising", "speeding", "passing", "开车", "行驶", "驾驶", "驶", "骑"),
    "launch": (
        "launch", "launches", "launching", "take off", "taking off", "lift off", "liftoff", "lifting off", "blast off", "takes off", "rise", "rises", "rising",
        "发射", "升空", "起飞", "升起", "腾空",
    ),
    "sleep": ("sleep", "sleeps", "sleeping", "nap", "napping", "resting", "lying", "睡", "睡觉", "睡着", "打盹", "休息", "躺"),
    "spin": ("spin", "spins", "spinning", "rotate", "rotating", "rolling", "旋转", "转圈", "滚动"),
    "fall": ("fall", "falls", "falling", "drop", "dropping", "tumbling", "落下", "坠落", "掉落", "飘落"),
    "stand": (
        "stand", "stands", "standing", "sit", "sits", "sitting", "waiting", "looking", "watching", "eating", "reading", "singing", "smiling", "cooking",
        "站", "站着", "坐", "坐着", "看", "望", "吃", "唱歌", "看着", "等待", "站立", "看书",
    ),
}  # fmt: skip
