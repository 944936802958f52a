"""Words for reviewing a prompt: what people say of light, colour, style and camera beyond what is drawn."""

# ruff: noqa: E501 - a table is read by its rows
from __future__ import annotations

ELEMENTS = ("scene", "subject", "action", "style", "lighting", "camera", "colour")
"""What a good prompt says something of, in the order in which it is told."""

KINDS: dict[str, str] = {
    "setting": "scene", "time": "scene", "weather": "scene", "subject": "subject", "action": "action",
    "style": "style", "mood": "style", "camera": "camera", "colour": "colour",
}  # fmt: skip
"""The kinds of the lexicon's meanings, and the element that each speaks of."""

MORE: dict[str, tuple[str, ...]] = {
    "lighting": (
        "light", "lights", "lighting", "lit", "sunlight", "sunlit", "sunny", "sunshine", "daylight", "moonlight", "moonlit", "starlight",
        "candlelight", "candlelit", "lamplight", "lamplit", "firelight", "torchlight", "backlight", "backlit", "rim light", "spotlight",
        "golden hour", "blue hour", "sunset", "sunrise", "neon", "glow", "glowing", "shadow", "shadows", "silhouette", "lens flare",
        "god rays", "sunbeam", "sunbeams", "low key", "high key", "low-key", "high-key", "overcast", "chiaroscuro", "volumetric", "lantern-lit",
        "光线", "光影", "灯光", "阳光", "月光", "星光", "烛光", "火光", "霓虹", "逆光", "侧光", "柔光", "聚光灯", "轮廓光", "夕阳", "晚霞", "金色时刻",
        "日落", "日出", "阴影", "剪影", "明暗", "背光", "光晕", "自然光", "暖光", "冷光", "高光",
    ),
    "colour": (
        "colour", "colours", "color", "colors", "colourful", "colorful", "palette", "pastel", "pastels", "vivid", "vibrant", "saturated", "desaturated", "muted",
        "warm tones", "cool tones", "cold tones", "earth tones", "monochrome", "black and white", "sepia", "teal", "turquoise", "cyan", "magenta",
        "beige", "cream", "ivory", "bronze", "copper", "lavender", "navy", "maroon", "indigo",
        "色彩", "颜色", "色调", "配色", "暖色", "冷色", "暖色调", "冷色调", "鲜艳", "柔和色", "饱和", "低饱和", "五彩", "彩色", "单色", "黑白", "青色", "蓝绿", "米色", "紫红",
    ),
    "camera": (
        "camera", "shot", "wide shot", "wide-angle", "wide angle", "aerial", "aerial view", "drone", "drone shot", "low angle", "low-angle", "high angle", "high-angle",
        "bird's-eye view", "bird's eye view", "eye level", "medium shot", "long shot", "macro", "establishing shot", "time-lapse", "timelapse", "slow motion", "slow-motion",
        "bokeh", "shallow depth of field", "depth of field", "telephoto", "fisheye", "35mm", "50mm", "first-person", "pov", "steadicam",
        "镜头", "机位", "全景", "远景", "中景", "近景", "俯瞰", "航拍", "无人机", "广角", "低角度", "高角度", "微距", "慢镜头", "慢动作", "延时摄影", "景深", "长镜头", "第一人称", "仰视", "俯视",
    ),
    "style": (
        "style", "stylised", "stylized", "3d", "3d render", "claymation", "clay", "stop motion", "stop-motion", "paper cut", "papercut", "origami", "comic", "comic book", "lego", "low poly",
        "low-poly", "surrealist", "art deco", "steampunk", "storybook", "hyperrealistic", "hyper-realistic", "animation", "animated", "illustration",
        "风格", "三维", "黏土", "粘土", "定格动画", "剪纸", "折纸", "漫画", "插画", "蒸汽朋克", "国风", "中国风", "超现实", "皮克斯",
    ),
}  # fmt: skip
"""Phrases that speak of an element and that no engine needs to draw."""

DETERMINERS = frozenset(
    ("the", "my", "your", "his", "her", "its", "our", "their", "this", "that", "some", "another")
)
NO_SUBJECT = frozenset(
    (
        "scene", "video", "film", "clip", "view", "image", "picture", "background", "foreground", "lot", "bit", "way", "style", "camera", "shot",
        "very", "in", "on", "at", "of", "with", "and", "or", "to", "from", "by", "is", "are", "as", "it", "side", "left", "right", "middle", "end",
    )
)  # fmt: skip
"""What stands after "a" or "the" without being what the film is about, or ends such a phrase."""
NO_ACTION = frozenset(
    (
        "morning", "evening", "building", "ceiling", "during", "something", "nothing", "anything", "everything", "lighting", "painting",
        "wedding", "clothing", "feeling", "setting", "string", "spring", "opening", "ending", "amazing", "stunning", "interesting",
        "charming", "glowing", "being", "having", "including", "according", "following", "darling", "sibling", "earring", "sterling",
    )
)  # fmt: skip
HAN_ENDS = frozenset("在正的着把向从和与，是有被")
"""Characters at which a Chinese name that the lexicon does not know ends."""

SUGGESTIONS: dict[str, dict[str, str]] = {
    "en": {
        "scene": 'Say where and when it happens: a place, a time of day, the weather, such as "on a rainy street at dusk".',
        "subject": 'Say who or what the film is about, and how many: "an old fisherman", "two foxes".',
        "action": 'Say what happens, with verbs of movement: for {subject}, "running across the frame, then stopping to look up".',
        "style": 'Name a style: "cinematic", "artistic", "realistic", "anime" or "watercolour".',
        "lighting": 'Say how it is lit: {light}.',
        "camera": 'Say what the camera does: "slow dolly in", "tracking shot", "static wide shot" or "low angle".',
        "colour": 'Name two or three colours, or a palette: "warm orange and deep blue", "muted pastels".',
    },
    "zh": {
        "scene": "写明地点、时间和天气，例如“黄昏时下雨的街道”。",
        "subject": "写明主角是谁或什么、有几个，例如“一位老渔夫”“两只狐狸”。",
        "action": "写明{subject}在做什么、怎样运动，例如“{subject}跑过画面，然后停下来抬头看”。",
        "style": "点明风格，例如“电影感”“艺术”“写实”“动漫”或“水彩”。",
        "lighting": "写明光线，例如{light}。",
        "camera": "写明镜头怎么拍，例如“缓慢推进”“跟拍”“固定全景”或“低角度”。",
        "colour": "点出两三种颜色或整体色调，例如“暖橙与深蓝”“柔和的低饱和色调”。",
    },
}  # fmt: skip

SOMEONE = {"en": "the subject", "zh": "主角"}
LIGHTS: dict[str, dict[bool, str]] = {
    "en": {
        True: '"neon reflections on wet ground", "cold moonlight from behind"',
        False: '"golden hour, sun low from the side", "soft overcast light"',
    },
    "zh": {True: "“湿地上的霓虹倒影”“背后冷冷的月光”", False: "“金色时刻，低角度侧光”“阴天的柔光”"},
}
"""What light to suggest, by whether it is night."""
