"""The subjects that have more than artwork: a body that moves, a place they live in, a way they face."""

# ruff: noqa: E501 - a table is read by its rows
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Being:
    """What is known of a subject beyond its picture.

    `rig` names the body that draws it ("sprite" bends its Twemoji artwork); `facing` is the way the artwork
    looks (-1 left, 1 right, 0 at us); `scale` is its height relative to the subject line's usual height;
    `face` is the artwork of its head for an upright body; `home` is the setting it implies.
    """

    emoji: str
    words: tuple[str, ...]
    rig: str = "sprite"
    facing: int = -1
    scale: float = 1.0
    face: str = ""
    home: str = ""
    action: str = "stand"
    afar: bool = False
    """Whether it stands at the horizon."""
    middle: bool = False
    """Whether others are around it."""
    part: str = ""
    """What shows it wherever there is one: "sky" or "water"."""


BEINGS: dict[str, Being] = {
    "cat": Being("🐈", ("cat", "kitten", "kitty", "猫", "小猫", "猫咪"), "quadruped", face="🐱", scale=0.9),
    "fox": Being("🦊", ("fox", "狐狸", "小狐狸"), "quadruped", face="🦊", home="forest"),
    "dog": Being("🐕", ("dog", "puppy", "狗", "小狗", "犬"), "quadruped", face="🐶"),
    "wolf": Being("🐺", ("wolf", "狼"), "quadruped", face="🐺", home="forest"),
    "lion": Being("🦁", ("lion", "lioness", "狮子"), "quadruped", face="🦁", home="meadow", scale=1.1),
    "tiger": Being("🐅", ("tiger", "老虎", "虎"), "quadruped", face="🐯", home="forest", scale=1.1),
    "horse": Being("🐎", ("horse", "stallion", "pony", "马", "骏马", "小马"), face="🐴", home="meadow", scale=1.3, action="run"),
    "bear": Being("🐻", ("bear", "teddy bear", "熊", "小熊"), "biped", 0, face="🐻", home="forest", scale=1.1),
    "polar bear": Being("🐻‍❄️", ("polar bear", "北极熊"), "biped", 0, face="🐻‍❄️", home="snowfield", scale=1.1),
    "panda": Being("🐼", ("panda", "giant panda", "熊猫", "大熊猫"), "biped", 0, face="🐼", home="forest"),
    "rabbit": Being("🐇", ("rabbit", "bunny", "hare", "兔", "兔子", "小兔", "小兔子"), face="🐰", home="meadow", scale=0.7, action="jump"),
    "koala": Being("🐨", ("koala", "考拉"), "biped", 0, face="🐨", home="forest"),
    "monkey": Being("🐒", ("monkey", "猴", "猴子"), face="🐵", home="forest", scale=0.8),
    "pig": Being("🐖", ("pig", "piglet", "猪", "小猪"), face="🐷", home="meadow", scale=0.8),
    "frog": Being("🐸", ("frog", "toad", "青蛙"), "biped", 0, face="🐸", home="meadow", scale=0.7, action="jump"),
    "person": Being("🧑", ("person", "someone", "traveller", "human", "人", "行人", "旅人"), "biped", 0, face="🧑"),
    "man": Being("👨", ("man", "guy", "gentleman", "男人", "男子", "先生"), "biped", 0, face="👨"),
    "woman": Being("👩", ("woman", "lady", "女人", "女子", "女士", "美女"), "biped", 0, face="👩"),
    "girl": Being("👧", ("girl", "daughter", "女孩", "小女孩", "少女", "姑娘"), "biped", 0, face="👧", scale=0.85),
    "boy": Being("👦", ("boy", "kid", "child", "son", "男孩", "小男孩", "孩子", "小孩", "少年"), "biped", 0, face="👦", scale=0.85),
    "old man": Being("👴", ("old man", "grandfather", "grandpa", "老人", "爷爷", "老爷爷"), "biped", 0, face="👴"),
    "old woman": Being("👵", ("old woman", "grandmother", "grandma", "奶奶", "老奶奶"), "biped", 0, face="👵"),
    "robot": Being("🤖", ("robot", "android", "机器人"), "biped", 0, face="🤖"),
    "dancer": Being("💃", ("dancer", "ballerina", "舞者", "舞女"), "biped", 0, face="👩", action="dance"),
    "santa": Being("🎅", ("santa", "santa claus", "圣诞老人"), "biped", 0, face="🎅", home="snowfield"),
    "astronaut": Being("🧑‍🚀", ("astronaut", "cosmonaut", "spaceman", "宇航员", "航天员", "太空人"), "biped", 0, home="space", action="float"),
    "rocket": Being("🚀", ("rocket", "spaceship", "spacecraft", "space shuttle", "火箭", "飞船", "宇宙飞船"), "rocket", 0, 1.05, action="launch", home="desert"),
    "sailboat": Being("⛵", ("sailboat", "sailing boat", "yacht", "sailing ship", "帆船", "帆"), "sailboat", 1, 1.1, home="sea", action="sail"),
    "ship": Being("🚢", ("ship", "cruise ship", "ferry", "轮船", "货轮"), home="sea", scale=1.4, action="sail"),
    "whale": Being("🐋", ("whale", "鲸", "鲸鱼"), "whale", 1, home="underwater", scale=1.0, action="swim"),
    "dolphin": Being("🐬", ("dolphin", "海豚"), home="sea", scale=1.0, action="swim"),
    "fish": Being("🐟", ("fish", "鱼", "小鱼"), "fish", 1, home="underwater", scale=0.5, action="swim"),
    "tropical fish": Being("🐠", ("tropical fish", "clownfish", "goldfish", "热带鱼", "金鱼"), "fish", 1, home="underwater", scale=0.5, action="swim"),
    "shark": Being("🦈", ("shark", "鲨鱼"), home="underwater", scale=1.3, facing=-1, action="swim"),
    "octopus": Being("🐙", ("octopus", "章鱼"), home="underwater", facing=0, action="swim"),
    "jellyfish": Being("🪼", ("jellyfish", "水母"), home="underwater", facing=0, action="float"),
    "turtle": Being("🐢", ("turtle", "tortoise", "sea turtle", "乌龟", "海龟"), scale=0.7, action="walk"),
    "bird": Being("🐦", ("bird", "sparrow", "鸟", "小鸟"), "bird", 1, scale=0.5, action="fly"),
    "dove": Being("🕊️", ("dove", "pigeon", "鸽", "鸽子"), "bird", 1, scale=0.6, action="fly"),
    "eagle": Being("🦅", ("eagle", "hawk", "falcon", "老鹰", "鹰"), "bird", 1, scale=0.7, home="mountains", action="fly"),
    "owl": Being("🦉", ("owl", "猫头鹰"), facing=0, scale=0.7, home="forest"),
    "butterfly": Being("🦋", ("butterfly", "蝴蝶"), facing=0, scale=0.6, home="meadow", action="fly"),
    "bee": Being("🐝", ("bee", "bumblebee", "蜜蜂"), facing=0, scale=0.4, home="meadow", action="fly"),
    "dragon": Being("🐉", ("dragon", "龙", "巨龙"), home="mountains", scale=1.4, action="fly"),
    "unicorn": Being("🦄", ("unicorn", "独角兽"), home="meadow", scale=1.1),
    "car": Being("🚗", ("car", "automobile", "汽车", "轿车", "车", "小汽车"), home="city", scale=0.75, action="drive"),
    "taxi": Being("🚕", ("taxi", "cab", "出租车"), home="city", scale=0.75, action="drive"),
    "bus": Being("🚌", ("bus", "公交车", "巴士"), home="city", scale=1.0, action="drive"),
    "train": Being("🚂", ("train", "locomotive", "steam train", "火车", "列车"), "train", 1, home="mountains", scale=0.62, action="drive"),
    "bicycle": Being("🚲", ("bicycle", "bike", "自行车", "单车"), home="city", scale=0.8, action="drive"),
    "motorcycle": Being("🏍️", ("motorcycle", "motorbike", "摩托车"), home="city", scale=0.8, facing=-1, action="drive"),
    "airplane": Being("✈️", ("airplane", "plane", "aeroplane", "jet", "飞机", "客机"), facing=1, home="sky", scale=0.9, action="fly"),
    "helicopter": Being("🚁", ("helicopter", "直升机"), home="sky", action="fly"),
    "ufo": Being("🛸", ("ufo", "flying saucer", "飞碟"), facing=0, action="fly"),
    "balloon": Being("🎈", ("balloon", "气球"), facing=0, home="sky", scale=0.8, action="float"),
    "hot air balloon": Being("🎈", ("hot air balloon", "hot-air balloon", "hot air ballon", "hot-air ballon", "热气球"), facing=0, home="sky", action="float"),
    "ghost": Being("👻", ("ghost", "幽灵", "鬼"), facing=0, action="float"),
    "elephant": Being("🐘", ("elephant", "大象", "象"), home="meadow", scale=1.4, action="walk"),
    "duck": Being("🦆", ("duck", "鸭子", "小鸭"), home="sea", scale=0.6, action="sail"),
    "swan": Being("🦢", ("swan", "天鹅"), home="lake", scale=0.7, action="sail"),
    "penguin": Being("🐧", ("penguin", "企鹅"), facing=0, home="snowfield", scale=0.8, action="walk"),
    "bench": Being("", ("bench", "park bench", "长椅", "长凳"), "bench", 0, 0.55, home="park"),
    "table": Being("", ("table", "wooden table", "dining table", "kitchen table", "餐桌"), "table", 0, 0.85, home="room"),
    "bowl": Being("", ("bowl", "glass bowl", "fishbowl", "fish bowl", "goldfish bowl", "鱼缸"), "bowl", 0, 0.9, home="room"),
    "lighthouse": Being("", ("lighthouse", "灯塔"), "lighthouse", 0, 1.55, home="beach"),
    "windmill": Being("", ("windmill", "old mill", "风车", "大风车"), "windmill", 0, 1.5, home="farm"),
    "volcano": Being("", ("volcano", "火山"), "volcano", 0, 0.72, home="mountains", afar=True),
    "bridge": Being("", (), "bridge", 0, 0.9),
    "sandcastle": Being("", ("sandcastle", "sand castle", "沙堡", "沙子城堡", "沙雕城堡"), "sandcastle", 0, 0.7, home="beach"),
    "rainbow": Being("🌈", ("rainbow", "rainbows", "double rainbow", "彩虹"), "rainbow", 0, 1.15, afar=True),
    "galleon": Being("⛵", ("galleon", "大帆船"), "galleon", 1, 1.5, home="sea", action="sail"),
    "pirate ship": Being("⛵", ("pirate ship", "pirate galleon", "ghost ship", "海盗船", "幽灵船"), "pirate ship", 1, 1.5, home="sea", action="sail"),
    "crate": Being("", ("crate", "wooden crate", "木箱"), "crate", 0, 0.6),
    "fence": Being("", ("fence", "picket fence", "wooden fence", "garden fence", "栅栏", "篱笆", "篱笆墙", "围栏"), "fence", 0, 0.75),
    "branch": Being("", (), "branch", 0, 1.15, home="forest"),
    "wall": Being("", (), "wall", 0, 0.85),
    "surfboard": Being("🏄", ("surfboard", "surf board", "冲浪板"), "surfboard", 0, 0.9, home="beach"),
    "waterfall": Being("", ("waterfall", "cascade", "瀑布", "大瀑布"), "waterfall", 0, 1.5),
    "cliff": Being("", (), "cliff", 0, 1.1, home="mountains"),
    "rug": Being("", (), "rug", 0, 0.5),
    "curtain": Being("", (), "curtain", 0, 1.3, home="room"),
    "stairs": Being("", (), "stairs", 0, 1.0),
    "pyramid": Being("", ("pyramid", "pyramids", "egyptian pyramid", "金字塔"), "pyramid", 0, 1.5, home="desert"),
    "sun": Being("☀", (), "orb", 0, 0.8, part="sky"),
    "wave": Being("🌊", (), "orb", 0, 0.9, home="sea", part="water"),
    "full moon": Being("🌕", (), "orb", 0, 0.8, part="sky"),
    "fireworks": Being("🎆", ("fireworks", "firework", "firework display", "fireworks display", "pyrotechnics", "firework show", "烟花", "烟火", "焰火", "礼花", "烟花秀"), "fireworks", 0, 1.15, afar=True),
    "treasure": Being("", ("treasure", "gold coins", "a pile of gold", "a heap of gold", "a hoard of gold", "its gold", "piles of gold", "gold hoard", "财宝", "宝藏", "金币", "金币堆"), "treasure", 0, 0.6),
    "campfire": Being("", ("campfire", "camp fire", "bonfire", "篝火", "营火"), "campfire", 0, 0.62, middle=True),
    "street lamp": Being("", ("streetlamp", "street lamp", "lamp post", "lamppost", "streetlight", "street light", "路灯"), "street lamp", 0, 1.5),
}  # fmt: skip

DEFAULT = Being("", (), facing=0)

THINGS = frozenset((
    "rocket", "sailboat", "train", "bench", "table", "bowl", "lighthouse", "windmill", "volcano", "bridge",
    "sandcastle", "treasure", "fireworks", "rainbow", "galleon", "pirate ship", "campfire",
    "street lamp", "orb", "crate", "fence", "wall", "branch", "surfboard", "stairs", "rug", "curtain", "waterfall", "pyramid", "cliff",
))  # fmt: skip
"""The rigs of what is not alive."""

STATURES: dict[str, float] = {
    "tree": 1.9, "evergreen tree": 2.0, "palm tree": 2.0, "house": 1.7, "house with garden": 1.7, "castle": 2.0, "Japanese castle": 2.0, "tent": 1.3, "skateboard": 0.3, "surfboard": 0.35, "sled": 0.5, "piano": 0.9, "rocking chair": 0.9, "chair": 0.8, "couch": 0.8, "snowman": 1.1, "mountain": 2.2,
    "flying disc": 0.25, "ball": 0.36, "basketball": 0.36, "tennis": 0.25, "baseball": 0.25, "mouse": 0.36, "rat": 0.4, "hamster": 0.4, "chick": 0.4, "snail": 0.35, "lady beetle": 0.25, "ant": 0.22, "bug": 0.3, "spider": 0.35,
    "lantern": 0.32, "candle": 0.35, "flower": 0.5, "rose": 0.4, "tulip": 0.4, "mushroom": 0.45, "coffee": 0.3, "books": 0.35, "guitar": 0.6, "apple": 0.25, "bone": 0.3, "umbrella": 0.8, "teddy bear": 0.55,
    "deer": 1.15, "cow": 1.2, "camel": 1.35, "giraffe": 1.45, "t-rex": 1.7, "sauropod": 1.8, "gorilla": 1.15, "rhinoceros": 1.25, "hippopotamus": 1.2, "chicken": 0.5, "rooster": 0.55,
}  # fmt: skip
"""Heights of what has artwork and no more, as `Being.scale`; what is not in it is 1."""


HOMES: dict[str, str] = {
    **dict.fromkeys("🛏🛋🚪🪑🛁🚿🪞🖥💻📺🕯🪟🧸⏰🕰📚", "room"),
    **dict.fromkeys("🧜🦑🦐🦀🪸🐚🦞", "sea"),
    **dict.fromkeys("🛷⛄☃🦌", "snowfield"),
    **dict.fromkeys("🪐🛰☄", "space"),
    **dict.fromkeys("🚜🐄🐖🐑🐔🐓", "meadow"),
    **dict.fromkeys("🌵🐪🐫🦂", "desert"),
}  # fmt: skip
"""Where what has artwork alone is at home."""


def home(name: str, emoji: str) -> str:
    """The setting that a subject implies; "" where it is at home anywhere."""
    return BEINGS[name].home if name in BEINGS else HOMES.get(emoji.rstrip("\ufe0f"), "")


def stature(name: str) -> float:
    """How tall a subject is, in usual heights."""
    return BEINGS[name].scale if name in BEINGS else STATURES.get(name, 1.0)
