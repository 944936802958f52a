"""Words for how a picture looks beyond its style: light, palette and framing; and for how a subject looks."""

# ruff: noqa: E501 - a table is read by its rows
from __future__ import annotations

LIGHTS: dict[str, tuple[str, ...]] = {
    "sunlight": ("sunlight", "sunlit", "sunny", "sunshine", "natural light", "daylight", "late afternoon sun", "afternoon sun", "morning sun", "sun-drenched", "阳光", "自然光", "日光", "晒", "阳光明媚"),
    "golden": ("golden hour", "golden light", "warm light", "warm lighting", "golden glow", "warm glow", "amber light", "lamp light", "warm sunlight", "golden sunlight", "金色时刻", "暖光", "金色阳光", "金色的阳光", "暖黄", "昏黄", "金色夕阳", "余晖"),
    "blue hour": ("blue hour", "blue-hour", "blue twilight", "蓝调时刻", "蓝色时刻", "蓝调"),
    "moonlight": ("moonlight", "moonlit", "月光", "月色"),
    "neon": ("neon", "neon light", "neon lights", "neon sign", "neon signs", "neon glow", "neon-lit", "neon lit", "霓虹", "霓虹灯"),
    "fire": (
        "candle", "candles", "candlelight", "candlelit", "firelight", "firelit", "torch", "torches", "torchlight", "torchlit", "campfire", "bonfire", "fireplace", "lantern light", "lantern-lit", "lantern glow", "lanterns",
        "烛光", "火光", "火把", "篝火", "壁炉", "蜡烛", "营火",
    ),
    "spotlight": ("spotlight from above", "spotlight", "spotlights", "stage light", "stage lights", "limelight", "聚光灯", "追光", "舞台灯光"),
    "shafts": (
        "light shafts", "shaft of light", "shafts of light", "shaft of sunlight", "shafts of sunlight", "god rays", "godrays", "sunbeam", "sunbeams", "sun rays", "sunrays", "rays of sunlight", "rays of light", "light rays", "beam of light",
        "beams of light", "light beam", "light beams", "volumetric light", "volumetric lighting", "crepuscular rays", "光束", "光柱", "一束光", "丁达尔", "丁达尔光", "体积光", "阳光透过", "光线从上方", "圣光",
    ),
    "backlit": ("backlit", "backlight", "backlighting", "back lit", "back light", "rim light", "rim lighting", "rim-lit", "silhouette", "silhouettes", "silhouetted", "lens flare", "sun behind", "contre-jour", "逆光", "剪影", "轮廓光", "背光", "镜头光晕"),
    "soft": (
        "soft light", "soft lighting", "softly lit", "soft morning light", "soft window light", "window light", "diffused light", "diffuse light", "soft focus", "soft glow", "gentle light", "soft natural light", "overcast light", "overcast daylight",
        "柔光", "柔和的光线", "柔和光线", "漫射光", "散射光", "柔和的光", "柔焦",
    ),
    "hard": ("harsh light", "hard light", "harsh sun", "harsh sunlight", "harsh midday sun", "blazing sun", "scorching sun", "glaring sun", "hard shadows", "harsh shadows", "硬光", "烈日", "强光", "骄阳"),
    "low key": (
        "low-key", "low key", "low-key lighting", "chiaroscuro", "rembrandt lighting", "dim light", "dimly lit", "dim", "moody lighting", "dramatic lighting", "dark lighting", "dark", "shadowy",
        "昏暗", "暗调", "低调光", "明暗对比", "幽暗", "黑暗", "伦勃朗光",
    ),
    "bright": ("bright", "brightly lit", "high-key", "high key", "bright light", "明亮", "高调"),
    "lamps": ("street lamp", "street lamps", "streetlamp", "streetlamps", "streetlight", "streetlights", "street light", "street lights", "lamplight", "lamplit", "city lights", "headlights", "string lights", "fairy lights", "路灯", "灯笼", "灯光", "车灯", "灯火", "万家灯火", "台灯"),
    "glow": ("bioluminescent", "bioluminescence", "screen glow", "glow", "luminous", "light of the screen", "phosphorescent", "荧光", "发光"),
}  # fmt: skip
VAGUE_LIGHTS = ("bright", "low key", "glow")
"""What gives way to a source of light, the vaguest first; otherwise the first that is said counts."""

_HUES: dict[str, tuple[str, ...]] = {
    "warm": (
        "warm", "warm golden", "warm amber", "warm earthy", "warm brown", "warm orange", "golden", "gold", "amber", "orange", "copper", "bronze", "honey", "honeyed", "fiery", "sunset", "autumn", "autumnal", "rust", "rusty", "terracotta", "caramel", "ochre",
        "暖", "橙黄", "暖橘", "暖橙", "暖棕", "暖红", "金黄", "橙红", "琥珀", "橘红", "橘黄", "金橙", "焦糖", "红黄", "温暖",
    ),
    "cool": (
        "cool", "cold", "cool blue", "cold blue", "cool grey", "cool gray", "icy", "ice blue", "icy blue", "teal", "turquoise", "cyan", "steel blue", "silver-blue", "blue-green", "blue-grey", "aqua", "teal and orange", "orange and teal",
        "冷", "灰蓝", "冷灰", "冷蓝", "冷青", "青蓝", "蓝灰", "蓝紫", "蓝绿", "青绿", "幽蓝", "冰蓝", "银蓝", "青",
    ),
    "pastel": (
        "pastel", "soft pastel", "candy", "macaron", "cream", "creamy", "lavender", "blush", "mint", "baby blue", "powder",
        "浅粉", "淡粉", "粉嫩", "粉紫", "粉蓝", "浅", "马卡龙", "糖果", "奶油", "粉彩", "柔和", "清新", "薄荷", "樱花",
    ),
    "blue": ("blue", "deep blue", "dark blue", "light blue", "navy", "indigo", "azure", "cobalt", "sapphire", "蓝", "深蓝", "藏蓝", "湛蓝", "蔚蓝", "天蓝", "宝蓝"),
    "pink": ("pink", "soft pink", "pale pink", "light pink", "hot pink", "rose", "rosy", "magenta", "fuchsia", "粉", "粉红", "玫红", "玫瑰", "桃粉", "桃红", "少女粉"),
    "green": (
        "green", "emerald", "olive", "lime", "lime green", "forest green", "dark green", "deep green", "moss", "mossy", "jade", "sage", "leafy green", "toxic green", "matrix green",
        "绿", "翠绿", "墨绿", "碧绿", "嫩绿", "深绿", "森林绿", "军绿", "橄榄绿",
    ),
    "purple": ("purple", "violet", "lilac", "plum", "deep purple", "dark purple", "royal purple", "ultraviolet", "紫", "紫罗兰", "深紫", "淡紫", "紫红", "梦幻紫"),
    "red": ("red", "crimson", "scarlet", "blood red", "deep red", "dark red", "ruby", "红", "大红", "深红", "血红", "中国红", "暗红", "正红", "朱红"),
    "yellow": ("yellow", "lemon", "mustard", "sunny yellow", "golden yellow", "bright yellow", "黄", "明黄", "柠檬黄", "鹅黄", "土黄"),
    "sepia": ("sepia", "warm sepia", "faded sepia", "old sepia"),
    "muted": (
        "muted", "faded", "subdued", "dull", "drab", "bleak", "gloomy", "sombre", "somber", "washed-out", "washed out", "dusty", "earthy", "earth", "neutral", "beige", "brown", "grey", "gray", "desaturated", "low-saturation", "greyed", "ashen", "soft muted",
        "灰", "灰暗", "暗淡", "黯淡", "沉闷", "暗沉", "低饱和", "低饱和度", "莫兰迪", "大地", "棕", "褐", "灰绿", "灰棕", "中性", "素雅", "阴暗", "褪色",
    ),
    "vivid": (
        "vivid", "vibrant", "bold", "rich", "saturated", "bright", "neon", "jewel", "rainbow", "intense", "brilliant", "electric", "fluorescent", "primary", "psychedelic", "high-contrast", "high contrast", "punchy", "tropical", "lush", "gaudy", "garish",
        "鲜艳", "浓烈", "浓郁", "霓虹", "荧光", "高饱和", "高饱和度", "明亮", "鲜明", "明快", "绚丽", "缤纷", "彩虹", "艳丽", "撞",
    ),
}  # fmt: skip
_TONES = (
    "tones", "hues", "palette", "colour palette", "color palette", "colours", "colors", "tint", "tints", "grade", "grading", "colour grade", "color grade", "colour grading", "color grading", "colour scheme", "color scheme", "-toned", "tonality",
)  # fmt: skip
_HAN_TONES = ("色调", "的色调", "色系", "色彩", "的色彩", "配色", "的配色", "调色", "色滤镜")
_OF_TONES = ("tones of", "hues of", "shades of", "palette of", "a palette of", "palette :", "palette is")


def _tones(hues: tuple[str, ...]) -> tuple[str, ...]:
    """What the colours of a picture are called by hue: "amber tones", "shades of amber", 琥珀色调."""
    phrases: list[str] = []
    for hue in hues:
        if hue.isascii():
            phrases += (hue + ("" if tone[0] == "-" else " ") + tone for tone in _TONES)
            phrases += (f"{before} {noun}" for before in _OF_TONES for noun in (hue, f"{hue}s"))
        else:
            phrases += (hue + tone for tone in _HAN_TONES)
            phrases += (before + hue for before in ("色调", "色彩", "配色", "色调偏"))
    return tuple(phrases)


PALETTES: dict[str, tuple[str, ...]] = {
    "warm": (*_tones(_HUES["warm"]), "暖橘色", "暖橙色", "warm tones", "warm colours", "warm colors", "warm palette", "warm hues", "warm tone", "暖色", "暖色调", "暖调"),
    "cool": (*_tones(_HUES["cool"]), "orange and teal look", "teal and orange look", "cool tones", "cool colours", "cool colors", "cold tones", "cold colours", "cold colors", "cool palette", "teal tones", "cool hues", "冷色", "冷色调", "冷调", "蓝紫色调", "青色调"),
    "pastel": (*_tones(_HUES["pastel"]), "pastel", "pastels", "pastel colours", "pastel colors", "pastel palette", "pastel tones", "粉彩", "粉彩色", "马卡龙色", "柔和色彩"),
    "blue": (*_tones(_HUES["blue"]), "monochrome blue", "all in blue"),
    "pink": (*_tones(_HUES["pink"]), "monochrome pink", "all in pink"),
    **{hue: (*_tones(_HUES[hue]), f"monochrome {hue}", f"all in {hue}") for hue in ("green", "purple", "red", "yellow")},
    "sepia": (*_tones(_HUES["sepia"]), "sepia", "sepia tone", "in sepia", "sepia filter"),
    "muted": (
        *_tones(_HUES["muted"]), "muted", "muted palette", "muted colours", "muted colors", "muted tones", "desaturated", "desaturated colours", "desaturated colors", "faded colours", "faded colors", "washed out", "earth tones", "earthy tones",
        "饱和度低", "低饱和", "低饱和度", "灰调", "莫兰迪", "莫兰迪色", "褪色",
    ),
    "vivid": (*_tones(_HUES["vivid"]), "vivid", "vivid colours", "vivid colors", "vibrant", "vibrant colours", "vibrant colors", "saturated", "colourful", "colorful", "bright colours", "bright colors", "饱和度高", "浓墨重彩", "霓虹色", "荧光色", "鲜艳", "五彩", "五彩缤纷", "色彩鲜艳", "缤纷", "高饱和"),
}  # fmt: skip

SHOTS: dict[str, tuple[str, ...]] = {
    "close-up": ("cu", "怼脸拍", "怼脸", "镜头对准", "贴脸", "close-up", "close up", "closeup", "extreme close-up", "extreme close up", "macro", "macro shot", "tight shot", "特写", "近景", "微距", "大特写", "特写镜头"),
    "medium": ("medium-wide shot", "medium-wide", "half-body", "half-body portrait", "half body portrait", "medium shot", "mid shot", "mid-shot", "waist shot", "中景"),
    "wide": ("cinematic wide", "shot wide", "wide shot", "wide angle", "wide-angle", "establishing shot", "long shot", "extreme wide shot", "ultra wide", "panoramic", "panorama", "全景", "远景", "大远景", "广角", "广角镜头"),
    "aerial": ("seen from a drone", "from a drone", "drone's eye view", "drone's-eye view", "satellite view", "god's eye view", "overhead view", "from high above", "seen from above", "bird's-eye", "fly-over", "flyover", "aerial", "aerial view", "aerial shot", "drone", "drone shot", "drone footage", "drone view", "bird's-eye view", "bird's eye view", "birds eye view", "top-down", "top down", "overhead shot", "from above", "航拍", "鸟瞰", "无人机", "空中俯瞰", "无人机航拍", "俯视图"),
    "low angle": ("low angle", "low-angle", "low angle shot", "worm's-eye view", "worm's eye view", "from below", "低角度", "仰视", "低机位"),
    "high angle": ("high angle", "high-angle", "high angle shot", "俯拍", "俯瞰", "高角度", "俯视"),
    "point of view": ("pov", "point of view", "point-of-view", "first person", "first-person", "第一人称", "主观视角", "第一视角", "第一人称视角"),
}  # fmt: skip

BARE_SHOTS: dict[str, tuple[str, ...]] = {
    "wide": ("wide", "very wide", "ls", "ws", "els", "ews"),
    "close-up": ("close",),
    "medium": ("medium", "ms"),
}
"""Words for framing that count only where they stand alone between two stops."""

SIZES: dict[str, tuple[str, ...]] = {
    "small": ("small", "little", "tiny", "miniature", "wee", "minuscule", "mini", "micro", "baby-sized", "小小的", "微小", "迷你", "小小", "微型", "小"),
    "large": ("big", "large", "huge", "giant", "enormous", "gigantic", "massive", "colossal", "towering", "巨大", "巨大的", "庞大", "巨型", "大"),
}  # fmt: skip

PATTERNS: dict[str, tuple[str, ...]] = {
    "striped": ("striped", "stripy", "stripey", "pinstriped", "条纹"),
    "checked": ("checked", "checkered", "chequered", "plaid", "tartan", "gingham", "格子", "格纹"),
    "dotted": ("dotted", "polka-dot", "polka dot", "spotted", "波点", "圆点"),
    "floral": ("floral", "flowery", "flower-print", "flowered", "碎花", "印花", "花纹"),
}
"""What cloth may have on it."""
