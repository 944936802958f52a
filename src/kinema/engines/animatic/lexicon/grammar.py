"""The small words: how many, not, beside what; and how a sentence is divided."""

# ruff: noqa: E501 - a table is read by its rows
from __future__ import annotations

_NUMBERS: dict[int, tuple[str, str]] = {
    1: ("one", "一"), 2: ("two", "两二"), 3: ("three", "三"), 4: ("four", "四"), 5: ("five", "五"), 6: ("six", "六"),
    7: ("seven", "七"), 8: ("eight", "八"), 9: ("nine", "九"), 10: ("ten", "十"),
}  # fmt: skip

MEASURES: dict[str, str] = {
    "只": "", "个": "", "条": "", "头": "", "匹": "", "群": "", "对": "", "枚": "", "座": "", "团": "", "幅": "", "把": "", "叶": "", "片": "", "棵": "deciduous tree", "朵": "blossom",
    "位": "person", "名": "person", "辆": "car", "艘": "sailboat", "架": "airplane", "尾": "fish",
}  # fmt: skip
"""Chinese measure words, and who plays an unknown thing that is counted with one."""

FEW, MANY, MOST = 3, 5, 12
"""How many "some" and "many" are, and the most of one kind that are shown."""

_AMOUNTS: dict[int, tuple[str, ...]] = {
    1: ("a", "an", "single", "lone", "another", "solitary"),
    2: ("pair", "couple", "elderly couple", "old couple", "grandparents", "老夫妻", "老两口", "老夫妇", "老年夫妇", "couple of", "both", "twin", "情侣", "夫妻", "恋人", "夫妇", "一对", "一双", "两人", "俩", "夫妻俩", "双胞胎", "兄妹", "姐弟", "姐妹", "父子", "母子", "母女", "父女", "祖孙", "newlyweds", "twins", "a couple of", "a pair of", "duo", "a duo of", "两三只", "一两只"),
    FEW: ("一家三口", "三口之家", "一家人", "两三个", "三四只", "三五个", "三五只", "若干", "数位", "数名", "数个", "几辆", "几架", "几棵", "几朵", "几片", "a trio of", "triplets", "trio", "several", "some", "few", "a few", "几只", "几个", "几条", "几头", "几匹", "几位", "几名", "几艘", "数只", "三两"),
    MANY: (
        "many", "flock", "herd", "group", "school", "pack", "crowd", "family", "team", "crew", "pile", "stack", "bouquet of", "fleet", "colony", "litter", "人群", "人们", "dozens", "numerous", "lots", "a lot", "bunch", "line of", "row of", "parade of",
        "一群", "许多", "千军万马", "观众", "车流", "车队", "船队", "舰队", "马队", "驼队", "骆驼商队", "商队", "骆驼队", "乐队", "乐团", "合唱团", "军乐队", "鸟群", "鱼群", "蜂群", "雁群", "雁阵", "群鸟", "一窝", "一队", "一列列", "一串", "一筐", "数十", "几十只", "三五成群", "成千上万", "大批", "满天", "遍地", "marching band", "brass band", "orchestra", "choir", "troupe", "platoon", "a handful of", "handful", "a bunch of", "a row of", "a line of", "a pile of", "a group of", "scores of", "tons of", "plenty of", "multiple", "various", "countless", "endless", "a swarm of", "a host of", "cluster", "clusters", "a sea of", "rows of", "camel caravan", "caravan of", "convoy of", "procession of", "gang", "army", "很多", "成群", "成群的", "无数", "众多", "一大群", "一排", "好多",
    ),
    6: ("swarm", "half a dozen"),
    11: ("eleven",),
    MOST: ("twelve", "dozen", "twenty", "fifty", "a hundred", "hundred", "hundreds", "thousand", "thousands", "十几只", "成百上千", "上百"),
}  # fmt: skip

COUNTS: dict[int, tuple[str, ...]] = {
    count: (
        *((_NUMBERS[count][0], *_NUMBERS[count][1]) if count in _NUMBERS else ()),
        *(numeral + measure for numeral in _NUMBERS.get(count, ("", ""))[1] for measure in MEASURES if measure not in "群对"),
        *_AMOUNTS.get(count, ()),
    )
    for count in sorted({*_NUMBERS, *_AMOUNTS})
}  # fmt: skip

GROUPS = frozenset(
    (
        "family",
        "pack",
        "herd",
        "flock",
        "crowd",
        "team",
        "crew",
        "pair",
        "couple",
        "colony",
        "swarm",
        "choir",
        "band",
        "gang",
        "army",
        "twins",
        "duo",
        "trio",
    )
)
"""Words that make many of the noun before them: "a wolf pack"."""
PLURAL_ENDS = frozenset("群们")
"""Chinese characters that make many of the word before them."""

NEGATIONS: tuple[str, ...] = (
    "no",
    "without",
    "not",
    "never",
    "isn't",
    "aren't",
    "don't",
    "doesn't",
    "avoid",
    "exclude",
    "excluding",
    "omit",
    "free of",
    "devoid of",
    "empty of",
    "void of",
    "zero",
    "don't show",
    "do not show",
    "don't include",
    "do not include",
    "don't add",
    "do not add",
    "leave out",
    "没有",
    "没有任何",
    "没有出现",
    "不要出现",
    "不要有",
    "不要任何",
    "不要显示",
    "不要加",
    "不出现",
    "不能出现",
    "不含",
    "不包含",
    "别出现",
    "避免",
    "避免出现",
    "去掉",
    "去除",
    "请勿",
    "无任何",
    "没了",
    "没",
    "无",
    "不要",
    "别",
    "不",
    "不是",
    "毫无",
    "不带",
    "禁止",
)
NOBODY: tuple[str, ...] = (
    "nobody", "no one", "deserted", "no-one", "unpopulated", "uninhabited", "without anyone", "without anybody", "not a soul", "not a single person", "no one else",
    "空荡荡", "空荡荡的", "空空荡荡", "四下无人", "无人", "没人", "空无一人", "无人区", "一个人也没有", "一个人都没有", "没有一个人", "没有任何人", "杳无人烟", "荒无人烟", "渺无人烟", "不见人影", "没有人影", "不见一人",
)  # fmt: skip
"""Words that exclude people by themselves."""

ABSENT: dict[str, tuple[str, ...]] = {
    "text": ("text", "texts", "subtitle", "subtitles", "caption", "captions", "watermark", "watermarks", "logo", "logos", "lettering", "words on screen", "on-screen text", "typography", "文字", "文本", "任何文字", "字幕", "水印", "标志", "字"),
    "music": ("music", "soundtrack", "音乐", "配乐", "背景音乐"),
    "speech": ("dialogue", "dialog", "speech", "voice", "voiceover", "voice-over", "narration", "spoken words", "talking", "对话", "旁白", "对白", "人声", "台词", "说话声", "解说"),
    "sound": ("sound", "audio", "声音", "音效"),
    "animal": ("animal", "animals", "动物"),
    "building": ("建筑", "楼房"),
    "blood": ("blood", "gore", "血", "血腥"),
    "audience": ("audience", "spectators", "观众"),
    "blur": ("blur", "motion blur", "模糊"),
    "cloud": ("cloud", "clouds", "云", "云彩"),
}  # fmt: skip
"""What people ask to leave out and nobody would draw by itself."""

RELATIONS: dict[str, tuple[str, ...]] = {
    "on": ("on", "on top of", "atop", "onto", "upon", "on the back of", "on the shoulder of"),
    "in": ("in", "inside", "within", "into", "aboard", "on board", "in the cockpit of", "from the cockpit of", "in the back of", "in the seat of"),
    "under": ("under", "beneath", "below", "underneath", "at the bottom of", "at the foot of"),
    "over": ("over", "above"),
    "behind": ("behind",),
    "before": ("in front of", "before"),
    "beside": ("beside", "next to", "alongside", "near", "by", "around"),
    "left of": ("on the left of", "to the left of", "at the left of", "left of", "on the left side of", "to the left side of", "on the left-hand side of"),
    "right of": ("on the right of", "to the right of", "at the right of", "right of", "on the right side of", "to the right side of", "on the right-hand side of"),
    "with": ("with",),
    "mutual": ("next to each other", "side by side", "together", "holding hands", "hand in hand", "hold hands", "holds hands", "arm in arm", "shoulder to shoulder", "back to back", "face to face", "手拉手", "手挽手", "牵手", "牵着手", "肩并肩", "背靠背", "面对面", "一起", "并排", "手牵手", "并肩"),
}  # fmt: skip
"""How two subjects stand to each other. "With" is beside somebody, and
holding something; "mutual" is beside each other."""

AFTERWARDS: dict[str, tuple[str, ...]] = {
    "on": ("上", "上面", "背上", "顶上", "肩上", "肩头", "肩膀上", "身上", "头上", "头顶", "头顶上", "腿上", "膝上", "膝盖上", "手上", "手掌上", "掌心", "手心里", "之上", "顶端"),
    "in": ("里", "里面", "中", "内", "之中"),
    "under": ("下", "下面", "底下", "下方", "脚下", "之下", "下边"),
    "over": ("上方", "上空", "正上方"),
    "behind": ("后面", "背后", "身后", "后方", "后", "后边", "之后", "后头"),
    "before": ("前面", "身前", "面前", "前方", "前", "跟前", "前边", "之前", "正前方"),
    "beside": ("旁边", "旁", "身边", "身旁", "边上", "一旁", "一侧", "两旁", "两侧", "之间", "中间", "周围", "四周"),
    "left of": ("左边", "左侧", "左面", "左手边", "左方"),
    "right of": ("右边", "右侧", "右面", "右手边", "右方"),
    "held": ("手里", "手中", "嘴里", "口中", "爪中", "怀里", "怀中", "臂弯里", "手上"),
}  # fmt: skip
"""The same in Chinese, where it stands after the second of the two; what is "held" the second is holding."""

THERE: tuple[str, ...] = ("放着", "放有", "放在", "摆着", "摆在", "摆放着", "摆放", "搁着", "挂着", "铺着")
"""Chinese verbs that only say that something is somewhere."""

DEEDS_THAT_RELATE: dict[str, tuple[str, ...]] = {
    "chasing": ("chase", "chases", "chasing", "chased", "pursue", "pursues", "pursuing", "追", "追上", "追赶", "追逐", "追着", "追赶着", "追逐着", "追击", "追捕", "追踪"),
    "riding": ("ride", "rides", "riding", "骑", "骑着", "骑上", "骑在", "乘", "乘着", "乘坐"),
    "behind": ("follow", "follows", "following", "跟着", "尾随", "尾随着", "跟在", "跟随", "紧跟", "紧跟着"),
    "beside": ("surrounded", "flanked", "accompanied", "包围", "围住", "簇拥", "簇拥着", "挽着", "陪着", "陪伴", "陪伴着", "搀扶着"),
    "before": ("facing", "confronting", "面对", "面对着"),
    "over": ("飞越", "飞过", "跃过", "跳过", "跨过", "掠过", "越过"),
    "holding": (
        "hold", "holds", "holding", "carry", "carries", "carrying", "catch", "catches", "catching", "grabs", "grabbing", "clutching", "hug", "hugs", "hugging", "cuddling", "lifting", "in hand",
        "抱", "抱着", "抱出", "抱起", "抱走", "背着", "背起", "牵着", "牵起", "举着", "举起", "捧着", "握着", "提着", "扛着", "撑着", "打着", "端着", "叼着", "叼", "衔着", "搂着", "抓着", "抓住", "手捧", "手握", "手拿", "手提", "怀抱", "怀抱着", "拿", "拿着", "手持", "撑", "握", "扛", "举", "捧", "提", "牵", "拥抱", "抓",
    ),
}  # fmt: skip

PLAIN: frozenset[str] = frozenset(
    (
        "with a straw", "with two straws", "with straws", "through a straw", "drinking straw", "in his palm", "in her palm", "in its palm", "in the palm of", "a jet of", "jet of", "jets of", "a flurry of", "flurry of", "gourmet kitchen", "prayer flags", "the tip of", "the edge of", "the side of", "the back of", "the hood of", "the corner of", "the end of", "the rim of", "bicycle kick", "bicycle kicks", "heat haze", "heat shimmer", "thunders down", "thundering down", "light rays from above", "rays from above", "falls from above", "falling from above", "无人机表演", "lily pads", "latte art", "martial arts", "martial art", "olive oil", "coconut oil", "sunflower oil", "peanut oil", "fish oil", "tomato sauce", "fish sauce", "fish tank", "bird bath", "horse trailer", "orange juice", "apple juice", "lemon juice", "tomato juice", "carrot juice", "coconut water", "coconut milk", "parallel bars", "monkey bars", "a slice of", "slice of", "slices of", "a piece of", "lighting", "rings out", "goes on", "go on", "going on", "keeps going", "washing machine", "sewing machine", "swimming pool", "walking stick", "sleeping bag", "diving board", "running water", "parking meter", "in the making", "hour drive", "shaving cream", "drawing room", "waiting room", "dressing room", "changing room", "flying debris", "flying sparks", "running shoes", "dancing shoes",
        "梅花桩", "烟火气", "排成长龙", "长龙", "端上桌", "激光笔", "灯光秀", "桌游", "shower of petals", "a shower of", "画面", "画质", "画风", "画展", "画布", "画框", "画室", "画作", "画像", "如画", "画中", "图画", "字画", "写真", "写意", "描写", "芦苇", "竹海", "筋斗云", "人字形", "厨师帽", "扫一扫", "看起来像", "长发", "长长的", "长城",
        "snow-capped", "snow capped", "snowcapped", "ice cream", "no longer", "not only", "no matter", "nothing but", "non-stop", "rain boots", "not just",
        "fire truck siren", "in the middle of", "in the distance", "in the background", "in the foreground", "in slow motion", "slow motion", "slow-motion", "time-lapse", "time lapse", "a bit",
        "as if", "each other", "depth of field", "shallow depth of field", "field of view", "evening wear", "evening dress", "evening gown", "storm trooper", "face each other", "on its own", "by itself", "in place", "of course", "in style", "on fire", "in flight", "heart shape",
        "不停", "不断", "一动不动", "飞盘", "龙卷风", "牛仔裤", "鼠标", "车轮", "车窗", "鱼竿", "树枝", "树干", "树荫", "树影", "花丛", "猫眼", "马尾", "人行道", "人生", "小心", "大声", "看起来", "走廊里", "飞溅", "树叶", "叶子", "不同", "不仅", "不已", "不远处", "一起来", "慢动作", "延时摄影", "天真", "马上", "风格", "风情", "别墅", "特别", "分别", "无数", "不知", "雪白", "粉丝", "大家", "一边", "一直", "一下", "一样", "一片", "一切", "花样", "意境", "人间",
    )
)  # fmt: skip
"""Phrases that do not mean what they are made of."""

DETERMINERS = frozenset(
    ("the", "my", "your", "his", "her", "its", "our", "their", "this", "that", "these", "those")
)
OTHERS = frozenset(("other", "second", "different", "另"))
"""What tells the one that is named from the one of that name who is there."""
STOPS = frozenset((",", ".", ";", ":", "!", "?", "。", "(", ")", "—", "–"))
"""What ends a clause, along with the conjunctions."""
CONJUNCTIONS = frozenset(
    ("while", "as", "when", "then", "but", "whilst", "where", "before", "after", "until", "因为", "但")
)
ANDS = frozenset(("and", "&", "、", "和", "与"))
PERSONS: dict[str, str] = {
    "he": "man", "she": "woman", "they": "person", "someone": "person", "somebody": "person", "everyone": "person",
    "everybody": "person", "他": "man", "她": "woman", "我": "person", "大家": "person", "有人": "person",
}  # fmt: skip
"""Pronouns that are all that a prompt may say of who is there, and who that is."""
SEVERAL = frozenset(("they", "everyone", "everybody", "大家"))
"""Those of more than one."""
PRONOUNS = frozenset(("it", "he", "she", "they", "who", "which", "that", "他", "她", "它", "们"))
PREPOSITIONS = frozenset(
    (
        "at",
        "from",
        "to",
        "through",
        "across",
        "along",
        "toward",
        "towards",
        "against",
        "between",
        "among",
        "down",
        "up",
        "past",
        "off",
        "for",
        "into",
        "around",
        "over",
        "onto",
        "after",
    )
)
AUXILIARIES = frozenset(
    ("is", "are", "was", "were", "be", "being", "starts", "begins", "to", "both", "also", "and", "then", "just", "still", "does", "did")
)  # fmt: skip
PAIRED = frozenset(
    (
        "scissors",
        "shears",
        "pliers",
        "tongs",
        "binoculars",
        "headphones",
        "trousers",
        "jeans",
        "skis",
        "chopsticks",
    )
)
"""What is called a pair, or many, and is one thing."""
NO_PLURALS = frozenset(("does", "ties", "has", "was", "this", "its", "us", "as", "is"))
"""What only looks like the plural of a noun."""
HEADS = frozenset("会洞形帽厅馆院场店园楼年节座迷票厂")
"""Chinese characters that make something else of the one character before them."""
HAN_STOPS = frozenset("在着了把被从向有是让给")
"""Chinese characters that no subject's description goes past."""
