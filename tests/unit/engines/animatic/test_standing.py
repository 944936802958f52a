"""How subjects stand to each other, and which words are of the picture rather than of a subject."""

from __future__ import annotations

import pytest

from kinema.engines.animatic.parse import parse


@pytest.mark.parametrize(
    ("prompt", "relations"),
    [
        ("A boy leans against a tree", {"boy beside tree"}),
        ("A cat peeking out of a box", {"cat in package"}),
        ("A cheetah chases after a gazelle", {"leopard chasing deer"}),
        ("A lantern hanging from a tree", {"lantern under tree"}),
        ("A man walks his dog along the beach", {"man beside dog"}),
        ("A man drives a car", {"man in car"}),
        ("A boy flying a kite", {"boy holding kite"}),
        ("A man flying a plane", set()),
        ("A camel carrying a man", {"man on camel"}),
        ("A woman carrying a baby", {"woman holding baby"}),
        ("A king surrounded by dogs", {"dog beside man"}),
        ("A sleigh pulled by reindeer", set()),
        ("A frog sits on a lily pad and a dragonfly hovers over it", {"frog on lotus", "fly over frog"}),
        ("A candle beside an open book", {"candle beside book"}),
        ("A woman lit by a single candle", set()),
        ("A fox behind a bush watches the rabbit", {"fox behind herb"}),
        ("A girl and a dog sitting on a bench", {"girl on bench", "dog on bench"}),
        ("A woman with a cat in her lap", {"cat on woman"}),
        ("A dragon flying over a village", {"dragon over houses"}),
        ("A cat asleep on a radiator", {"cat on crate"}),
        ("A boy runs past a pyramid", {"boy beside pyramid"}),
        ("A chef pours milk into a bowl", set()),
        ("A boy blows out the candles on a cake", {"candle on cake"}),
        ("Two boys fight over a ball", set()),
        ("Two dragons fight over a castle", {"dragon over castle"}),
        ("A postman on a bicycle, a dog chasing him", {"person riding bicycle", "dog chasing person"}),
        ("Fog. A campfire, three hikers sitting beside it", {"person beside campfire"}),
        ("A dog sticks its head out of a car", {"dog in car"}),
        ("A couple watches the ducks from a boat", {"person in sailboat"}),
        ("A teacher writes on the blackboard", {"person before crate"}),
        ("A knight on horseback", {"man riding horse"}),
        ("A witch flies in front of the full moon", {"woman before full moon"}),
        ("A girl scrolls on her phone", {"girl holding phone"}),
        ("Three candles on a windowsill", {"candle on window"}),
        ("A boy blows out the candles, parents clapping behind him", {"person behind boy"}),
        ("Kittens play with a ball of yarn on a rug", {"yarn on rug"}),
        ("A snail crawls up a leaf", {"snail on fallen leaf"}),
        ("A dragonfly lands on the tip of a fishing rod", {"fly on fishing pole"}),
        ("A puppy tugs on a rope", {"dog holding knot"}),
        ("A knight raises his sword", {"man holding dagger"}),
        ("A monk walks through a temple with a candle", {"person holding candle"}),
        ("A monk with a candle walks through a temple", {"person holding candle"}),
        ("Explorers carrying torches", {"person holding candle"}),
        ("A table with a candle", set()),
        ("A frog turns into a prince", set()),
        ("A cat on the left of the sofa", {"cat left of couch"}),
        ("To the right of the tree stands a horse", {"horse right of tree"}),
        ("一只狗坐在树的右侧", {"dog right of tree"}),
        ("A woman reads a book and a cat naps on the sofa", {"cat on couch"}),
        ("A giraffe sleeps while an elephant waters plants with its trunk", set()),
        ("A monkey paints in an artist's studio", set()),
        ("A penguin dives into cold waters and a seal surfaces", set()),
        ("A seal balancing a ball", {"seal holding ball"}),
        (
            "A knight lifts a sword, behind him the castle collapses",
            {"man holding dagger", "castle behind man"},
        ),
        ("A hiker kneels. Behind her, unnoticed, a bear rears up", {"bear behind person"}),
        ("A toddler pulls a crocodile on a string behind him", {"crocodile behind boy"}),
        ("A bride throws her bouquet, a biker catches it", {"person 2 holding bouquet"}),
        ("An egret in a pond with a hippo standing on its back", {"hippopotamus on bird"}),
        ("An aviator waves from the cockpit of a biplane", {"person in airplane"}),
        ("A car parked next to a barn", {"car beside house"}),
        ("A clown before a mirror", {"person before mirror"}),
        ("Ducklings waddle behind their mother", {"duck behind duck 2"}),
        ("A lion cub beside its mother", {"lion beside lion 2"}),
        ("Two friends stand in awe before the Eiffel Tower", {"person before Tokyo tower"}),
        ("Two artists collaborate on a painting", set()),
        ("A mouse holds a parasol against the sun", {"mouse holding umbrella"}),
        ("A couch on the left of a chair", {"couch left of chair"}),
        ("A carpenter carves a duck in his workshop", set()),
        ("Soldiers crouch behind a wall", {"man behind wall"}),
        ("A waiter spills soup on a customer", {"pot on person 2"}),
        ("奶奶怀里抱着一只猫", {"old woman holding cat"}),
        ("猴子偷了墨镜，戴上后坐在栏杆上", {"monkey on crate"}),
        ("海龟游过珊瑚礁，一群小鱼跟在后面", {"fish behind turtle"}),
        ("爸爸把女儿扛在肩上", {"girl on man"}),
        ("妈妈抱着刚出生的宝宝站在窗前", {"woman holding baby"}),
        ("女孩牵着机器人的手走在沙漠中", {"girl beside robot"}),
        ("一只鹦鹉停在海盗的肩上", {"parrot on person"}),
        ("女孩把花放在桌子上", {"flower on table"}),
        ("兔子被狼追赶", {"wolf chasing rabbit"}),
        ("老翁坐孤舟", {"old man in sailboat"}),
        ("大象驮着商人", {"person on elephant"}),
        ("箱子里钻出一只狗", {"dog in package"}),
        ("小狗趴在沙发上", {"dog on couch"}),
    ],
)
def test_the_verb_between_two_says_how_they_stand(prompt: str, relations: set[str]) -> None:
    """Both ends are right and the kind is what the verb, its preposition or a part of the body says."""
    assert {f"{r.subject} {r.kind} {r.object}" for r in parse(prompt).relations} == relations


@pytest.mark.parametrize(
    ("prompt", "palette"),
    [
        ("A cabin, warm amber palette", "warm"),
        ("A street, orange and teal look", "cool"),
        ("A room in shades of blue", "blue"),
        ("A room, cold blue tones", "cool"),
        ("A street in the rain, sepia", "sepia"),
        ("A girl dancing, soft pink palette", "pink"),
        ("A forest, green tones", "green"),
        ("A club, shades of purple", "purple"),
        ("一只猫，红色调", "red"),
        ("一只猫，黄色系", "yellow"),
        ("A woman, jewel tones", "vivid"),
        ("A vibrant parrot", None),
        ("A girl in a pastel dress", None),
        ("一只猫，橙黄色调", "warm"),
        ("一只猫，配色清新", "pastel"),
        ("五颜六色的气球", None),
    ],
)
def test_a_palette_is_of_the_picture(prompt: str, palette: str | None) -> None:
    """Any hue with a word for tones is a palette; what is said of a thing is none."""
    assert parse(prompt).palette == palette


@pytest.mark.parametrize(
    ("prompt", "shot"),
    [
        ("俯瞰千岛湖", "high angle"),
        ("老鹰俯瞰山谷", None),
        ("CU: a cat", "close-up"),
        ("A spotlight from above on a dancer", None),
    ],
)
def test_a_shot_is_the_camera_s_look(prompt: str, shot: str | None) -> None:
    """Who looks down is no camera, and light from above is no view from above."""
    assert parse(prompt).shot == shot


@pytest.mark.parametrize(
    ("prompt", "text"),
    [
        ("A film titled The Last Fox", "The Last Fox"),
        ("A neon sign BAR blinks", "BAR"),
        ("A door marked EXIT", "EXIT"),
        ("A caption reads Two years later", "Two years later"),
        ("蛋糕上写着生日快乐四个字", "生日快乐"),
        ("字幕：十年后", "十年后"),
        ("T恤上印着LOVE", "LOVE"),
        ("A sign beside a road", None),
    ],
)
def test_text_without_marks_is_known_by_what_bears_it(prompt: str, text: str | None) -> None:
    """What is written needs no quotation marks after a word for writing."""
    assert parse(prompt).text == text


@pytest.mark.parametrize(
    ("prompt", "colour", "size"),
    [
        ("The fox is tiny", None, "small"),
        ("A dragon, huge and red", "red", "large"),
        ("A giant, glowing jellyfish", None, "large"),
        ("A cat as big as a house", None, "large"),
        ("A small white fishing boat", "white", "small"),
        ("My black lab runs", "black", None),
        ("A fox, red leaves", None, None),
    ],
)
def test_looks_are_said_on_either_side(prompt: str, colour: str | None, size: str | None) -> None:
    """Colour and size count where they stand after the noun too, but not those of the next noun."""
    looks = parse(prompt).subjects[0]
    assert (looks.colour, looks.size) == (colour, size)


@pytest.mark.parametrize(
    ("prompt", "excluded"),
    [
        ("A deserted street", ("person",)),
        ("A man walks past without stopping", ()),
        ("空荡荡的街道", ("person",)),
        ("落叶飘在空荡荡的公园长椅上", ()),
    ],
)
def test_a_deserted_place_shows_nobody(prompt: str, excluded: tuple[str, ...]) -> None:
    """Places where nobody is exclude people; a thing that is empty does not."""
    assert parse(prompt).excluded == excluded


@pytest.mark.parametrize(
    ("prompt", "doing"),
    [
        ("A candle flickers on a desk", {"candle": "flicker", "table": None}),
        ("Bushes sway in the wind", {"herb": "sway"}),
        ("Curtains billow in a bedroom", {"curtain": "billow"}),
        ("A rock rolls down a hill", {"rock": "roll"}),
        ("Waves crash against a lighthouse", {"wave": "crash", "lighthouse": None}),
        ("A wizard waves his wand", {"mage": "wave", "magic wand": None}),
        ("A leaf drifts down", {"fallen leaf": "drift"}),
        ("石头滚下山坡", {"rock": "roll"}),
        ("大门缓缓打开", {"door": "open"}),
        ("A woman reads by candle light", {"woman": "read"}),
        ("A cat runs past a village sleeping in the snow", {"cat": "run"}),
    ],
)
def test_scenery_that_does_something_is_a_subject(prompt: str, doing: dict[str, str | None]) -> None:
    """What is light or scenery otherwise plays where it begins a clause and a verb is its own."""
    assert {subject.name: subject.doing for subject in parse(prompt).subjects} == doing


@pytest.mark.parametrize(
    ("prompt", "style", "subjects"),
    [("A boy reads a comic", None, ["boy", "book"]), ("A boy, comic book", "anime", ["boy"])],
)
def test_a_comic_is_a_thing_or_a_style(prompt: str, style: str | None, subjects: list[str]) -> None:
    """It is a thing after an article, and what the picture looks like elsewhere."""
    scene = parse(prompt)
    assert [subject.name for subject in scene.subjects] == subjects
    assert (None if "style" in scene.guessed else scene.style) == style
