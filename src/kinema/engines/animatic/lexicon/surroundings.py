"""Words for where, when and in what weather a scene plays."""

# ruff: noqa: E501 - a table is read by its rows
from __future__ import annotations

SETTINGS: dict[str, tuple[str, ...]] = {
    "city": (
        "city", "street", "streets", "alley", "downtown", "urban", "skyline", "sidewalk", "town", "plaza", "rooftop", "cyberpunk", "neon city",
        "城市", "街道", "街头", "街上", "都市", "市中心", "小巷", "巷子", "大街", "马路", "赛博朋克",
    ),
    "forest": (
        "forest", "woods", "woodland", "jungle", "rainforest", "grove", "forests",
        "森林", "树林", "丛林", "林间", "竹林", "林中",
    ),
    "mountains": (
        "mountain", "mountains", "alps", "alpine", "peak", "peaks", "valley", "canyon", "cliff", "hills", "highlands",
        "山", "高山", "群山", "山脉", "山谷", "山间", "雪山", "峡谷",
    ),
    "desert": ("desert", "dune", "dunes", "sahara", "mars", "wasteland", "沙漠", "沙丘", "戈壁", "火星", "荒漠"),
    "sea": (
        "sea", "ocean", "lake", "waves", "wave", "bay", "harbour", "harbor", "river", "open water",
        "海", "大海", "海洋", "海面", "海上", "湖", "湖面", "海浪", "江", "河", "平静的海", "海港",
    ),
    "beach": ("beach", "shore", "seaside", "coast", "island", "tropical", "海滩", "沙滩", "海边", "岸边", "海岸"),
    "underwater": (
        "underwater", "under water", "coral reef", "reef", "seabed", "deep sea", "under the sea", "aquarium", "beneath the waves",
        "水下", "海底", "珊瑚礁", "深海", "水底", "水族馆",
    ),
    "space": (
        "space", "outer space", "orbit", "galaxy", "cosmos", "universe", "nebula", "above the earth", "milky way galaxy",
        "太空", "宇宙", "星系", "银河系", "轨道", "外太空", "地球上空", "星云",
    ),
    "meadow": (
        "meadow", "field", "fields", "grassland", "prairie", "garden", "park", "countryside", "farm", "lawn", "grass", "spring meadow",
        "草地", "草原", "田野", "花园", "公园", "草坪", "乡间", "农场", "花海", "田间",
    ),
    "snowfield": (
        "snowfield", "snowy field", "arctic", "antarctica", "tundra", "glacier", "north pole", "ice",
        "雪地", "雪原", "冰原", "北极", "南极", "冰川", "冰面",
    ),
    "room": (
        "room", "bedroom", "kitchen", "living room", "indoors", "house interior", "office", "cafe", "library", "classroom", "sofa",
        "房间", "卧室", "厨房", "客厅", "室内", "办公室", "咖啡馆", "图书馆", "教室", "屋里", "沙发",
    ),
    "stage": ("stage", "theatre", "theater", "concert", "spotlight", "ballroom", "disco", "舞台", "剧院", "音乐会", "舞厅", "聚光灯"),
    "sky": ("sky", "clouds", "above the clouds", "in the air", "天空", "云端", "云层", "空中", "蓝天"),
}  # fmt: skip

TIMES: dict[str, tuple[str, ...]] = {
    "dawn": (
        "dawn", "sunrise", "morning", "daybreak", "early morning", "first light",
        "黎明", "日出", "清晨", "早晨", "拂晓", "破晓", "早上",
    ),
    "day": ("day", "daytime", "noon", "midday", "afternoon", "sunny", "sunlit", "daylight", "白天", "中午", "午后", "下午", "晴天", "阳光"),
    "sunset": (
        "sunset", "dusk", "twilight", "evening", "golden hour", "sundown", "at dusk",
        "日落", "黄昏", "傍晚", "夕阳", "落日", "晚霞", "金色时刻",
    ),
    "night": (
        "night", "midnight", "nighttime", "moonlight", "moonlit", "starry", "starry sky", "stars", "starlight", "nocturnal", "neon",
        "夜", "夜晚", "午夜", "深夜", "月光", "星空", "繁星", "夜空", "霓虹", "星光", "晚上", "夜色",
    ),
}  # fmt: skip

WEATHERS: dict[str, tuple[str, ...]] = {
    "rain": (
        "rain", "rainy", "raining", "drizzle", "downpour", "storm", "stormy", "thunderstorm", "rainstorm", "in the rain",
        "雨", "下雨", "雨中", "雨天", "暴雨", "雨夜", "细雨", "雷雨",
    ),
    "snow": (
        "snow", "snowy", "snowing", "snowfall", "blizzard", "snowflakes", "winter", "snow covered", "snow-covered",
        "雪", "下雪", "雪中", "大雪", "暴风雪", "雪花", "飘雪", "冬天", "冬日", "雪景",
    ),
    "fog": ("fog", "foggy", "mist", "misty", "haze", "hazy", "雾", "薄雾", "大雾", "雾气", "迷雾"),
    "clear": ("clear", "clear sky", "cloudless", "sunny", "calm", "晴", "晴朗", "万里无云"),
    "leaves": ("falling leaves", "autumn leaves", "autumn", "leaves", "落叶", "秋叶", "秋天", "秋日"),
    "petals": ("petals", "cherry blossoms", "cherry blossom", "sakura", "blossoms", "花瓣", "樱花", "桃花"),
    "fireflies": ("fireflies", "firefly", "lightning bugs", "萤火虫"),
    "dust": ("dust", "sandstorm", "dusty", "沙尘", "沙尘暴", "尘土"),
    "confetti": ("confetti", "celebration", "party", "彩纸", "庆祝", "派对"),
    "embers": ("embers", "sparks", "火花", "火星四溅"),
    "bubbles": ("bubbles", "bubble", "气泡", "泡泡"),
}  # fmt: skip
