"""Words for how a scene is shot: camera and mood; and colours."""

# ruff: noqa: E501 - a table is read by its rows
from __future__ import annotations

CAMERAS: dict[str, tuple[str, ...]] = {
    "static": (
        "static", "static shot", "static camera", "locked off", "locked-off", "tripod", "fixed camera", "still camera", "camera holds still", "camera stays still", "camera does not move", "no camera movement", "no camera motion",
        "固定镜头", "静止镜头", "固定机位", "镜头固定", "镜头静止", "镜头不动",
    ),
    "pan": ("pan", "slow pan", "panning", "pans", "pan right", "pans right", "pans to the right", "whip pan", "平移", "摇镜", "横摇", "缓慢平移", "镜头平移", "向右平移", "右摇"),
    "pan left": ("pan left", "pans left", "panning left", "pan to the left", "pans to the left", "向左平移", "左摇", "向左摇"),
    "tilt up": ("tilt", "tilt up", "tilts up", "tilting up", "crane up", "cranes up", "crane shot", "pedestal up", "镜头上移", "镜头上摇", "向上摇", "上摇", "镜头上升"),
    "tilt down": ("tilt down", "tilts down", "tilting down", "crane down", "cranes down", "镜头下移", "镜头下摇", "向下摇", "下摇", "镜头下降"),
    "dolly in": (
        "dolly", "dolly in", "dolly shot", "zoom", "zoom in", "zooms in", "zooming in", "push in", "pushes in", "push-in", "moves closer",
        "推进", "镜头推进", "拉近", "推镜", "推近", "镜头推近",
    ),
    "dolly out": ("dolly out", "zoom out", "zooms out", "zooming out", "pull back", "pulls back", "pulling back", "pull out", "pulls out", "拉远", "镜头拉远", "拉镜", "镜头后退"),
    "tracking": ("tracking", "tracking shot", "tracking camera", "follow shot", "camera follows", "camera following", "camera tracks", "follow cam", "steadicam", "跟拍", "镜头跟随", "追踪镜头", "跟镜头", "跟踪镜头", "跟随镜头"),
    "handheld": ("handheld", "hand-held", "hand held", "shaky", "shaky cam", "shaky camera", "手持镜头", "手持摄影", "手持拍摄", "手持跟拍", "晃动镜头"),
    "orbit": ("orbit shot", "orbiting", "orbiting camera", "orbiting shot", "camera orbits", "camera rotate", "camera rotate clockwise", "camera rotate anticlockwise", "camera rotate counterclockwise", "rotating camera", "arc shot", "camera circles", "circles around", "orbit around", "orbits around", "360", "环绕", "环绕镜头", "环绕拍摄"),
}  # fmt: skip

MOODS: dict[str, tuple[str, ...]] = {
    "happy": (
        "happy", "playful", "joyful", "joyous", "cheerful", "fun", "funny", "cute", "adorable", "uplifting", "upbeat", "lively", "hilarious", "comedic", "lighthearted", "silly", "hopeful", "energetic", "exhilarating",
        "欢乐", "快乐", "开心", "可爱", "欢快", "有趣", "搞笑", "热闹", "活泼", "幽默", "愉快", "喜庆", "温暖治愈", "欢声笑语", "欢笑",
    ),
    "melancholic": (
        "sad", "melancholic", "melancholy", "lonely", "gloomy", "somber", "sombre", "bittersweet", "heartbreaking", "nostalgic", "nostalgia", "wistful", "sorrowful", "desolate", "loneliness", "moody",
        "悲伤", "忧郁", "孤独", "伤感", "寂寞", "凄凉", "压抑", "忧伤", "惆怅", "孤单",
    ),
    "epic": ("epic", "dramatic", "heroic", "majestic", "grand", "powerful", "awe-inspiring", "breathtaking", "grandiose", "monumental", "史诗", "史诗感", "壮观", "宏伟", "震撼", "壮丽", "磅礴", "气势磅礴", "宏大"),
    "calm": (
        "calm", "peaceful", "serene", "quiet", "tranquil", "relaxing", "gentle", "cozy", "cosy", "soothing", "contemplative", "meditative", "heartwarming", "tender",
        "平静", "宁静", "安静", "祥和", "温馨", "静谧", "治愈", "恬静", "安宁", "温柔", "悠闲",
    ),
    "tense": (
        "tense", "tension", "scary", "horror", "eerie", "spooky", "mysterious", "ominous", "creepy", "suspense", "suspenseful", "menacing", "haunting", "sinister", "unsettling", "thriller", "dark mood",
        "恐怖", "神秘", "紧张", "阴森", "诡异", "惊悚", "悬疑", "可怕", "恐惧",
    ),
    "dreamy": (
        "dreamy", "dreamlike", "magical", "ethereal", "surreal", "whimsical", "romantic", "enchanted", "enchanting", "fairytale", "fairy tale", "mystical", "otherworldly",
        "梦幻", "幻想", "魔法", "唯美", "浪漫", "童话", "仙境", "超现实", "如梦", "诗意",
    ),
}  # fmt: skip

GENRES: dict[str, tuple[str, ...]] = {"dreamy": ("fantasy", "奇幻")}
"""Genres, whose mood counts where no other is named."""

COLOURS: dict[str, tuple[str, ...]] = {
    "red": ("red", "crimson", "scarlet", "红", "红色", "红色的"),
    "orange": ("orange", "ginger", "橙色", "橘色", "橘"),
    "yellow": ("yellow", "yellow lab", "golden", "黄", "黄色", "金色", "金色的"),
    "green": ("green", "emerald", "绿", "绿色", "绿色的"),
    "blue": ("blue", "azure", "蓝", "蓝色", "蓝色的"),
    "purple": ("purple", "violet", "紫", "紫色", "紫色的"),
    "pink": ("pink", "粉", "粉色", "粉红", "粉红色"),
    "white": ("white", "白", "白色", "白色的"),
    "black": ("black", "black lab", "黑", "黑色", "黑色的", "漆黑"),
    "grey": ("grey", "gray", "silver", "灰", "灰色", "银色"),
    "brown": ("brown", "chocolate lab", "棕", "棕色", "褐色", "褐"),
}  # fmt: skip
