"""Words for where, when and in what weather a scene plays."""

# ruff: noqa: E501 - a table is read by its rows
from __future__ import annotations

SETTINGS: dict[str, tuple[str, ...]] = {
    "city": (
        "city", "street", "alley", "alleyway", "downtown", "urban", "skyline", "sidewalk", "town", "plaza", "rooftop", "roof", "market", "bazaar", "crosswalk", "intersection", "boulevard", "avenue", "square",
        "station", "train station", "subway station", "subway", "metro station", "parking lot", "skyscraper", "skyscrapers", "traffic", "cityscape", "metropolis",
        "tokyo", "new york", "paris", "london", "shanghai", "beijing", "hong kong", "venice", "los angeles", "marrakech", "las vegas", "chicago", "mumbai", "berlin",
        "城市", "街道", "街头", "街上", "都市", "市中心", "小巷", "巷子", "大街", "马路", "街", "街角", "夜市", "集市", "市场", "广场", "楼顶", "屋顶", "天台", "车站", "火车站", "地铁站", "十字路口", "高楼", "摩天大楼",
        "上海", "北京", "东京", "香港", "纽约", "巴黎", "伦敦", "过马路",
    ),
    "forest": (
        "forest", "woods", "woodland", "jungle", "rainforest", "grove", "bamboo grove", "bamboo forest", "swamp", "undergrowth",
        "森林", "树林", "丛林", "林间", "竹林", "林中", "雪林", "雨林", "山林", "林子", "密林",
    ),
    "mountains": (
        "mountain", "alps", "alpine", "peak", "valley", "canyon", "cliff", "hill", "highlands", "ridge", "summit", "himalayas", "volcano", "gorge", "mountainside", "hillside", "waterfall", "mountain top", "mountaintop", "slope", "himalayan", "plateau", "crag", "glen",
        "山", "高山", "群山", "山脉", "山谷", "山间", "雪山", "峡谷", "山坡", "悬崖", "山顶", "山巅", "火山", "山峰", "高原", "崖边", "瀑布", "远山",
    ),
    "desert": ("desert", "dune", "dunes", "sahara", "mars", "wasteland", "badlands", "oasis", "沙漠", "沙丘", "戈壁", "火星", "荒漠", "荒野", "荒原", "大漠"),
    "sea": (
        "sea", "ocean", "lake", "bay", "harbour", "harbor", "river", "open water", "pond", "lagoon", "pier", "dock", "stream", "port", "lakeside", "riverside", "fjord", "frozen lake",
        "海", "大海", "海洋", "海面", "海上", "湖", "湖面", "湖边", "过河", "江", "江面", "江上", "河", "河边", "河面", "海港", "码头", "池塘", "渔村", "溪", "小溪", "水面", "巨浪",
    ),
    "beach": ("beach", "shore", "seaside", "coast", "coastline", "island", "tropical beach", "seashore", "shoreline", "by the sea", "海滩", "沙滩", "海边", "岸边", "海岸", "海岸公路", "海岛", "岛", "沙堡"),
    "underwater": (
        "underwater", "under water", "coral reef", "reef", "seabed", "deep sea", "under the sea", "aquarium", "beneath the waves", "ocean floor", "under the ocean", "coral", "scuba",
        "水下", "海底", "珊瑚礁", "深海", "水底", "水族馆", "珊瑚", "海里", "深海里",
    ),
    "space": (
        "space", "outer space", "orbit", "galaxy", "cosmos", "universe", "nebula", "above the earth", "milky way galaxy", "asteroid", "asteroid field", "asteroid belt", "on the moon", "lunar surface", "moon surface", "deep space",
        "太空", "太空中", "宇宙", "星系", "银河系", "轨道", "外太空", "地球上空", "星云", "月球", "月球上", "银河", "小行星",
    ),
    "meadow": (
        "meadow", "field", "grassland", "prairie", "garden", "park", "countryside", "farm", "lawn", "spring meadow", "savanna", "savannah", "pasture", "cornfield", "wheat field", "vineyard", "orchard", "country lane", "country road", "village", "clearing", "backyard", "barn", "rice field",
        "草地", "草原", "田野", "花园", "公园", "草坪", "乡间", "农场", "花海", "田间", "麦田", "稻田", "花田", "田里", "田", "向日葵田", "草丛", "院子", "村庄", "果园", "牧场",
    ),
    "snowfield": (
        "snowfield", "snowy field", "arctic", "antarctic", "antarctica", "tundra", "glacier", "north pole", "ice", "iceberg", "ice field", "snowscape",
        "雪地", "雪原", "冰原", "北极", "南极", "冰川", "冰面", "冰上", "雪地里", "冰雪世界", "冰山",
    ),
    "room": (
        "room", "bedroom", "kitchen", "living room", "indoors", "house interior", "office", "cafe", "café", "coffee shop", "library", "classroom", "sofa", "couch", "desk", "workshop", "studio", "restaurant", "restaurant kitchen", "diner", "bookstore", "bookshop", "shop", "supermarket", "garage", "greenhouse", "church", "chapel", "cathedral", "dungeon", "saloon", "tavern", "locker room", "elevator", "spaceship interior",
        "bar", "pub", "museum", "hallway", "corridor", "attic", "basement", "laboratory", "lab", "bathroom", "fireplace", "windowsill", "crypt", "rocking chair", "gym", "hospital", "factory", "bakery", "laundromat", "gallery",
        "房间", "卧室", "厨房", "客厅", "室内", "办公室", "咖啡馆", "咖啡店", "图书馆", "教室", "屋里", "屋内", "沙发", "窗台", "壁炉", "书房", "餐厅", "酒吧", "书店", "商店", "超市", "车库", "温室", "教堂", "博物馆", "实验室", "走廊", "工作室", "浴室", "地下室", "病房", "窗外",
    ),
    "stage": ("stage", "theatre", "theater", "concert", "ballroom", "disco", "nightclub", "circus", "arena", "stadium", "opera house", "舞台", "剧院", "音乐会", "舞厅", "演唱会", "马戏团", "剧场", "体育场"),
    "sky": ("above the clouds", "through the clouds", "through clouds", "among the clouds", "in the clouds", "in the sky", "into the sky", "in the air", "across the sky", "across the night sky", "into the night sky", "天空", "天空中", "云端", "云层", "空中", "云海"),
}  # fmt: skip

TIMES: dict[str, tuple[str, ...]] = {
    "dawn": (
        "dawn", "sunrise", "morning", "daybreak", "early morning", "first light", "sun rises", "rising sun", "at daybreak", "soft morning light",
        "黎明", "日出", "清晨", "早晨", "拂晓", "破晓", "早上", "晨曦", "晨雾", "晨光", "朝阳",
    ),
    "day": (
        "day", "daytime", "noon", "high noon", "midday", "mid-day", "afternoon", "mid afternoon", "late afternoon", "mid-afternoon", "harsh midday sun", "late afternoon sun", "afternoon sun",
        "白天", "中午", "午后", "下午", "正午", "晌午",
    ),
    "sunset": (
        "sunset", "dusk", "twilight", "evening", "golden hour", "sundown", "at dusk", "blue hour", "setting sun", "sun sets", "sun setting",
        "日落", "黄昏", "傍晚", "夕阳", "落日", "晚霞", "金色时刻", "暮色", "金色夕阳", "夕阳下", "余晖",
    ),
    "night": (
        "night", "midnight", "nighttime", "night-time", "moonlight", "moonlit", "starry", "starry sky", "starry night", "starlight", "nocturnal", "night sky", "across the night sky", "into the night sky", "full moon",
        "夜", "夜晚", "午夜", "深夜", "月光", "星空", "繁星", "夜空", "星光", "晚上", "夜色", "夜里", "雨夜", "夜景", "夜市", "月色", "月夜", "半夜", "夜间",
    ),
}  # fmt: skip

WEATHERS: dict[str, tuple[str, ...]] = {
    "rain": (
        "rain", "rainy", "raining", "rains", "drizzle", "downpour", "storm", "stormy", "thunderstorm", "rainstorm", "in the rain", "rainfall", "raindrops", "lightning", "thunder", "hurricane", "monsoon", "rain-soaked", "rain-slicked",
        "雨", "下雨", "雨中", "雨天", "暴雨", "雨夜", "细雨", "雷雨", "下着雨", "大雨", "小雨", "暴风雨", "闪电", "雨水", "避雨", "雨滴",
    ),
    "snow": (
        "snow", "snowy", "snowing", "snows", "snowfall", "blizzard", "snowflakes", "snowflake", "snowstorm", "winter", "snow covered", "snow-covered",
        "雪", "下雪", "雪中", "大雪", "暴风雪", "雪花", "飘雪", "冬天", "冬日", "雪景", "下着雪", "风雪", "冬季", "雪林",
    ),
    "fog": ("fog", "foggy", "mist", "misty", "haze", "hazy", "雾", "薄雾", "大雾", "雾气", "迷雾", "晨雾", "浓雾", "雾中", "云雾"),
    "clear": ("clear sky", "clear skies", "clear day", "clear weather", "cloudless", "sunny", "clear", "晴", "晴朗", "万里无云", "晴天", "阳光明媚", "晴空"),
    "clouds": ("overcast", "cloudy", "gray sky", "grey sky", "阴天", "多云", "乌云", "阴云"),
    "wind": ("wind", "windy", "breeze", "gust", "gusty", "gale", "windswept", "breezy", "风吹", "风中", "微风", "大风", "狂风", "清风", "刮风", "海风"),
    "leaves": (
        "falling leaves", "autumn leaves", "autumn", "autumnal", "leaves falling", "leaves fall", "swirling leaves", "leaves swirling", "leaves drifting", "leaves blowing", "fallen leaves",
        "落叶", "秋叶", "秋天", "秋日", "红叶", "枫叶", "深秋", "落叶纷飞",
    ),
    "petals": ("petal", "cherry blossom", "cherry blossoms", "sakura", "blossom petals", "falling blossoms", "花瓣", "樱花", "桃花", "落花", "花瓣雨"),
    "fireflies": ("firefly", "fireflies", "lightning bugs", "萤火虫"),
    "dust": ("dust", "sandstorm", "dusty", "dust storm", "dust motes", "沙尘", "沙尘暴", "尘土", "尘土飞扬", "扬尘", "风沙"),
    "confetti": ("confetti", "彩纸", "彩带", "五彩纸屑", "礼花"),
    "embers": ("ember", "sparks", "火花", "火星四溅", "火花四溅", "余烬", "火星子"),
    "bubbles": ("bubble", "bubbles", "气泡", "泡泡", "水泡"),
}  # fmt: skip

HINTS: dict[str, dict[str, tuple[str, ...]]] = {
    "setting": {
        "sea": ("wave", "waves", "huge wave", "great wave", "海浪", "波浪"),
        "meadow": ("grass", "草"),
        "mountains": ("cave", "snow-capped peaks", "snow-capped mountains", "snow capped mountains", "mount fuji", "洞穴", "山洞", "富士山"),
        "city": ("neon lights", "traffic lights", "路灯"),
        "room": ("window", "ceiling", "curtains", "indoor", "桌上", "桌子", "床上", "窗前"),
    },
    "time": {
        "day": ("sunny", "sunlit", "daylight", "overcast daylight", "sunlight", "sunshine", "blue sky", "阳光", "阳光明媚", "晴天", "蓝天白云", "烈日", "烈日当空"),
    },
}  # fmt: skip
"""What is said in passing: it counts where nothing says it outright."""
