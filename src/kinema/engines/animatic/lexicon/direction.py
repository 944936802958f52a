"""Words for how a scene is shot: style, camera and mood."""

# ruff: noqa: E501 - a table is read by its rows
from __future__ import annotations

STYLES: dict[str, tuple[str, ...]] = {
    "cinematic": ("cinematic", "film", "movie", "movie style", "blockbuster", "电影", "电影风格", "电影感", "大片"),
    "realistic": (
        "realistic", "photorealistic", "photo", "photographic", "documentary", "natural",
        "写实", "逼真", "真实", "纪实", "照片", "写实风格",
    ),
    "artistic": ("artistic", "art", "painting", "oil painting", "painterly", "impressionist", "艺术", "油画", "艺术风格", "绘画", "印象派"),
    "anime": ("anime", "manga", "ghibli", "cartoon", "动漫", "动画", "卡通", "日漫", "二次元", "宫崎骏", "动漫风格"),
    "watercolour": ("watercolour", "watercolor", "aquarelle", "ink wash", "水彩", "水彩画", "水墨", "水墨画"),
    "noir": ("noir", "film noir", "black and white", "monochrome", "b&w", "黑白", "黑色电影"),
    "vintage": ("vintage", "vintage film", "retro", "sepia", "old film", "super 8", "8mm", "nostalgic film", "复古", "老电影", "怀旧", "胶片"),
    "neon": ("cyberpunk", "neon", "synthwave", "vaporwave", "赛博朋克", "霓虹", "蒸汽波"),
    "sketch": ("sketch", "pencil", "pencil sketch", "hand drawn", "hand-drawn", "素描", "铅笔", "手绘"),
    "pixel": ("pixel", "pixel art", "8-bit", "8 bit", "16-bit", "像素", "像素风"),
    "minimal": ("minimal", "minimalist", "flat design", "极简", "简约", "扁平"),
}  # fmt: skip

CAMERAS: dict[str, tuple[str, ...]] = {
    "static": ("static", "static shot", "locked off", "locked-off", "tripod", "固定镜头", "静止镜头"),
    "pan": ("pan", "slow pan", "panning", "pans", "camera pans", "pan right", "平移", "摇镜", "横摇", "缓慢平移", "镜头平移"),
    "pan left": ("pan left", "pans left", "向左平移"),
    "tilt up": ("tilt", "tilt up", "tilts up", "camera tilts up", "tilting up", "crane up", "镜头上移", "仰拍", "镜头上摇", "向上摇"),
    "tilt down": ("tilt down", "tilts down", "camera tilts down", "crane down", "镜头下移", "镜头下摇", "俯拍"),
    "dolly in": (
        "dolly", "dolly in", "zoom", "zoom in", "zooms in", "push in", "pushes in", "close up", "close-up", "closeup",
        "推进", "镜头推进", "拉近", "推镜", "特写", "推近",
    ),
    "dolly out": ("dolly out", "zoom out", "zooms out", "pull back", "pulls back", "pull out", "拉远", "镜头拉远", "拉镜"),
    "tracking": ("tracking", "tracking shot", "follow", "following", "follows", "跟拍", "跟随", "追踪镜头", "跟镜头"),
    "handheld": ("handheld", "hand-held", "shaky", "手持", "手持镜头"),
    "orbit": ("orbit shot", "orbiting", "arc shot", "camera circles", "circles around", "环绕", "环绕镜头"),
}  # fmt: skip

MOODS: dict[str, tuple[str, ...]] = {
    "happy": ("happy", "playful", "joyful", "cheerful", "fun", "funny", "cute", "欢乐", "快乐", "开心", "可爱", "欢快"),
    "melancholic": ("sad", "melancholic", "melancholy", "lonely", "gloomy", "somber", "悲伤", "忧郁", "孤独", "伤感"),
    "epic": ("epic", "dramatic", "heroic", "majestic", "grand", "powerful", "史诗", "壮观", "宏伟", "震撼"),
    "calm": ("calm", "peaceful", "serene", "quiet", "tranquil", "relaxing", "gentle", "平静", "宁静", "安静", "祥和"),
    "tense": ("tense", "scary", "dark", "horror", "eerie", "spooky", "mysterious", "恐怖", "神秘", "紧张", "阴森"),
    "dreamy": ("dreamy", "magical", "fantasy", "ethereal", "surreal", "whimsical", "梦幻", "魔法", "奇幻", "唯美"),
}  # fmt: skip

COLOURS: dict[str, tuple[str, ...]] = {
    "red": ("red", "crimson", "scarlet", "红", "红色", "红色的"),
    "orange": ("orange", "ginger", "橙色", "橘色", "橘"),
    "yellow": ("yellow", "golden", "gold", "黄", "黄色", "金色", "金色的"),
    "green": ("green", "emerald", "绿", "绿色", "绿色的"),
    "blue": ("blue", "azure", "蓝", "蓝色", "蓝色的"),
    "purple": ("purple", "violet", "紫", "紫色", "紫色的"),
    "pink": ("pink", "粉", "粉色", "粉红", "粉红色"),
    "white": ("white", "白", "白色", "白色的"),
    "black": ("black", "黑", "黑色", "黑色的"),
    "grey": ("grey", "gray", "silver", "灰", "灰色", "银色"),
    "brown": ("brown", "棕", "棕色", "褐色"),
}  # fmt: skip

COUNTS: dict[int, tuple[str, ...]] = {
    1: ("a", "an", "one", "single", "lone", "一", "一只", "一个", "一条", "一头", "一艘", "一名", "一位", "一匹", "一架", "一辆", "一枚"),
    2: ("two", "pair", "couple", "both", "两", "两只", "两个", "二", "两条", "两头", "两艘", "两名", "两位", "一对", "两匹", "两辆"),
    3: ("three", "trio", "several", "some", "few", "三", "三只", "三个", "三条", "三头", "三匹", "三辆", "几只", "几个"),
    4: ("four", "四", "四只", "四个"),
    5: ("five", "many", "flock", "herd", "group", "school", "五", "五只", "五个", "一群", "许多", "很多", "成群"),
    6: ("six", "swarm", "六", "六只", "六个"),
    7: ("seven", "七", "七只"),
    8: ("eight", "八", "八只"),
}  # fmt: skip

NEGATIONS: tuple[str, ...] = ("no", "without", "not", "never", "nobody", "没有", "无", "不要", "别", "不")
