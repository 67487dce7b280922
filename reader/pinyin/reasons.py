"""The reason of each rule as an English sentence; the window translates these sentences.

The keys are the `why` of the rules, and of surnames and numbers.
"""

from __future__ import annotations

from reader.text.marked import marked

CONTEXT = "ReadingRules"

SENTENCES = {
    "surname": marked("ReadingRules", "It is read as a surname here."),
    "为 before 此, 何, 了: for": marked(
        "ReadingRules", "In 为此, 为何, 为了 and the like it means “for”."
    ),
    "a verb of becoming, or 以 … 为": marked(
        "ReadingRules", "With the verb before it, it means “become” or “be”."
    ),
    "以 … 为": marked("ReadingRules", "In 以 … 为 it means “take as”."),
    "为 … 所: passive": marked("ReadingRules", "In 为 … 所 it says by whom something is done."),
    "a number, a date or a quotation is a value": marked(
        "ReadingRules", "A number, a date or a quotation follows, so it means “is”."
    ),
    "value after a number word": marked(
        "ReadingRules", "A number with its unit follows, so it means “is”."
    ),
    "what has a value, and no verb of helping follows": marked(
        "ReadingRules", "What comes before it has a value, so it means “is”."
    ),
    "for: whom, then what is done": marked(
        "ReadingRules", "The person something is done for follows, so it means “for”."
    ),
    "for: whom, then a verb of service": marked(
        "ReadingRules", "The person served follows, so it means “for”."
    ),
    "in order to, at the start of a clause": marked(
        "ReadingRules", "At the start of a clause, before a verb, it means “in order to”."
    ),
    "one heart for": marked("ReadingRules", "After words such as 一心 and 专 it means “for”."),
    "for several, whom a list names": marked(
        "ReadingRules", "A list of people follows, so it means “for”."
    ),
    "for, behind what tells how it is done": marked(
        "ReadingRules", "After words such as 依法 and 免费 it means “for”."
    ),
    "in order to, before a verb": marked(
        "ReadingRules", "A verb follows it and another comes later, so it means “in order to”."
    ),
    "noun before, noun behind: is": marked(
        "ReadingRules", "It comes between two nouns and means “is”."
    ),
    "获得, 取得, 不得, 所得 in parts": marked(
        "ReadingRules", "In 获得, 不得, 所得 and the like it means “get” or “may”."
    ),
    "得 before what is won": marked("ReadingRules", "What is won follows, so it means “get”."),
    "so many points, votes or medals": marked(
        "ReadingRules", "A number of points, votes or medals follows, so it means “get”."
    ),
    "must: after an adverb or a person, before a verb": marked(
        "ReadingRules", "It comes before a verb and means “must”."
    ),
    "how, in what the segmenter takes for one word with the verb": marked(
        "ReadingRules", "It comes after a verb and introduces how it is done."
    ),
    "how, after a verb or an adjective": marked(
        "ReadingRules", "It comes after a verb or an adjective and introduces the manner."
    ),
    "before how": marked("ReadingRules", "A word of degree follows, so it introduces the degree."),
    "how, after a longer word": marked(
        "ReadingRules", "It comes after a verb or an adjective and ends the phrase."
    ),
    "gets, behind a noun or a person": marked(
        "ReadingRules", "After a noun or a person it means “get”."
    ),
    "land, place": marked("ReadingRules", "It means “land” or “place”."),
    "the place where something is done": marked(
        "ReadingRules", "After what is done it means “place”."
    ),
    "the place where something is done, before what is said of it": marked(
        "ReadingRules", "It names the place where something is done."
    ),
    "how, before a verb": marked("ReadingRules", "It joins a description to the verb after it."),
    "how, behind an adjective": marked(
        "ReadingRules", "After an adjective it says how something is done."
    ),
    "性, 然 and doubled words describe": marked(
        "ReadingRules", "After 性, 然 or a doubled word it says how something is done."
    ),
    "a doubled word describes": marked(
        "ReadingRules", "After a doubled word it says how something is done."
    ),
    "how, before a verb: 全 … 地": marked(
        "ReadingRules", "A description comes before it and a verb after."
    ),
    "land, place: before its own endings": marked(
        "ReadingRules", "What follows shows that it means “land” or “place”."
    ),
    "reached: 睡着, 找得着, 用不着": marked(
        "ReadingRules", "After 得, 不 or 没 it means “succeed in”."
    ),
    "reached: 睡着了, 找着了": marked(
        "ReadingRules", "In 睡着了, 找着了 and the like it shows that it succeeded."
    ),
    "burns, at the end": marked("ReadingRules", "At the end of the clause it means “catch fire”."),
    "wears": marked("ReadingRules", "An item of clothing follows, so it means “wear”."),
    "goes on": marked("ReadingRules", "It comes after a verb and shows that it goes on."),
    "gives back: what is owed": marked(
        "ReadingRules", "What is owed follows, so it means “give back”."
    ),
    "gives back, at the end of a clause": marked(
        "ReadingRules", "At the end of the clause it means “give back”."
    ),
    "把 … 还 to somebody": marked(
        "ReadingRules", "What is given back comes before it, or the recipient after it."
    ),
    "返, 归, 偿 还": marked("ReadingRules", "After 归, 偿 and the like it means “give back”."),
    "still, also": marked("ReadingRules", "It means “still” or “also”."),
    "capital: 之都, 古都": marked("ReadingRules", "It means “capital” or “city”."),
    "names and titles": marked("ReadingRules", "It is part of a name or a title."),
    "all, even": marked("ReadingRules", "It comes before what is said and means “all” or “even”."),
    "the watches of the night": marked("ReadingRules", "It names a watch of the night."),
    "changes": marked("ReadingRules", "What is changed follows, so it means “change”."),
    "more": marked("ReadingRules", "It means “more”."),
    "up to above": marked("ReadingRules", "It means “confiscate” or “rise above”."),
    "not": marked("ReadingRules", "It means “not”."),
    "punishes with": marked("ReadingRules", "A penalty follows, so it means “punish with”."),
    "is in, with 于 在": marked("ReadingRules", "With 于 or 在 it means “be in”."),
    "so many places, this place": marked(
        "ReadingRules", "A number or a word such as 该 comes before it, so it means “place”."
    ),
    "finds oneself in": marked(
        "ReadingRules", "After 身, 地 and the like it means “find oneself in”."
    ),
    "gets on with": marked("ReadingRules", "It means “get on with each other”."),
    "a place of some kind": marked("ReadingRules", "What kind of place it is comes before it."),
    "an office: behind its name": marked(
        "ReadingRules", "After the name of an office it means “division”."
    ),
    "so long: before or behind a measure": marked(
        "ReadingRules", "A length or a time follows, so it means “long”."
    ),
    "long, behind a degree": marked("ReadingRules", "After a word of degree it means “long”."),
    "long, said of time and way": marked(
        "ReadingRules", "It describes a time or a distance and means “long”."
    ),
    "grows": marked("ReadingRules", "What grows, or how, follows, so it means “grow”."),
    "grows: 渐长, 见长": marked("ReadingRules", "In 渐长, 见长 and the like it means “grow”."),
    "head of, behind the office": marked(
        "ReadingRules", "After the name of an office it means “head”."
    ),
    "long, behind nothing": marked("ReadingRules", "What follows shows that it means “long”."),
    "religion, education": marked("ReadingRules", "It means “religion” or “education”."),
    "teaches: whom": marked("ReadingRules", "The person taught follows, so it means “teach”."),
    "teaches: what": marked("ReadingRules", "What is taught follows, so it means “teach”."),
    "taught: before 了 and 的": marked(
        "ReadingRules", "Before 了 or 的, as a verb, it means “teach”."
    ),
    "religion, teaching as a part of a word": marked(
        "ReadingRules", "With the character before it, it means “religion” or “teaching”."
    ),
    "teaching as a part of a word": marked(
        "ReadingRules", "With the character after it, it means “teaching”."
    ),
    "teaches somebody": marked("ReadingRules", "A name follows, so it means “teach”."),
    "so many on the way": marked("ReadingRules", "After 一 it means a group travelling together."),
    "will do": marked("ReadingRules", "At the end of the clause it means “all right”."),
    "rows, trades, lines": marked("ReadingRules", "After a number it counts rows or lines."),
    "a bank, a firm": marked("ReadingRules", "It means “bank” or “firm”."),
    "goes, does": marked("ReadingRules", "With what follows it means “go” or “do”."),
    "goes, does, behind its adverb": marked(
        "ReadingRules", "With what comes before it, it means “go” or “do”."
    ),
    "plants more or less": marked(
        "ReadingRules", "After 多 or 少, before an amount, it means “plant”."
    ),
    "plants: 种了, 种着, 种上": marked(
        "ReadingRules", "In 种了, 种上 and the like it means “plant”."
    ),
    "so many kinds": marked("ReadingRules", "After a number or a word such as 这 it means “kind”."),
    "plants: a crop": marked("ReadingRules", "A crop follows, so it means “plant”."),
    "plants: 播种, 抢种, 要种": marked(
        "ReadingRules", "With what comes before it, it means “plant”."
    ),
    "seed, breed, species": marked("ReadingRules", "It means “seed”, “breed” or “species”."),
    "an errand": marked("ReadingRules", "It means “errand”."),
    "difference, behind what differs": marked(
        "ReadingRules", "What differs comes before it, so it means “difference”."
    ),
    "lacks so much": marked("ReadingRules", "How much is lacking follows."),
    "poor, behind a degree": marked("ReadingRules", "After a word of degree it means “poor”."),
    "poor, said of a quality": marked("ReadingRules", "It describes a quality and means “poor”."),
    "takes for": marked("ReadingRules", "With 把 or 将 before it, it means “take for”."),
    "be, at, when": marked("ReadingRules", "It means “be”, “at” or “when”."),
    "at the request of": marked(
        "ReadingRules", "An invitation or a request follows, so it means “at”."
    ),
    "answers, meets": marked("ReadingRules", "It means “answer” or “meet”."),
    "ought to": marked("ReadingRules", "It means “ought to”."),
    "measures": marked("ReadingRules", "It means “measure”."),
    "amount": marked("ReadingRules", "It means “amount”."),
    "so many layers": marked("ReadingRules", "After a number it counts layers."),
    "again": marked("ReadingRules", "What follows is done again."),
    "heavy": marked("ReadingRules", "It means “heavy” or “weight”."),
    "moves, sends, looks into": marked("ReadingRules", "It means “move”, “send” or “look into”."),
    "adjusts": marked("ReadingRules", "What is adjusted, or how, follows."),
    "does: work, what": marked("ReadingRules", "It means “do” or “work”."),
    "counts once more": marked("ReadingRules", "It means “count”."),
    "counts": marked("ReadingRules", "What follows shows that it means “count”."),
    "counts: 屈指可数, 细数": marked(
        "ReadingRules", "In 可数, 细数 and the like it means “count”."
    ),
    "number, some": marked("ReadingRules", "It means “number” or “some”."),
    "儿 that colours the syllable before": marked(
        "ReadingRules", "It only adds r-colouring to the syllable before it."
    ),
    "a child": marked("ReadingRules", "It means “child” and is a syllable of its own."),
    "so many animals, boats, one of a pair": marked(
        "ReadingRules", "After a number or a word such as 这 it counts animals or things."
    ),
    "boats, dogs, sheep as a whole": marked(
        "ReadingRules", "It stands for boats or animals as a whole."
    ),
    "only": marked("ReadingRules", "It means “only”."),
    "a picture": marked("ReadingRules", "It means “picture”."),
    "looks, a minister, a phase": marked(
        "ReadingRules", "With what comes before it, it means “looks”, “minister” or “phase”."
    ),
    "looks, phase: as a part of a word": marked(
        "ReadingRules", "With what follows it means “looks” or “phase”."
    ),
    "each other": marked("ReadingRules", "It comes before what is done and means “each other”."),
    "a general": marked("ReadingRules", "It means “general” or “player”."),
    "will; takes": marked("ReadingRules", "It means “will”, or “take” as 把 does."),
    "and, with": marked("ReadingRules", "It means “and” or “with”."),
    "leads": marked("ReadingRules", "Those who are led follow, so it means “lead”."),
    "a rate": marked("ReadingRules", "It means “rate”."),
    "divides; a point": marked("ReadingRules", "It means “divide” or “point”."),
    "in the name of a firm": marked("ReadingRules", "It is part of a company name."),
    "for: you, us, these": marked(
        "ReadingRules", "The person something is done for follows, so it means “for”."
    ),
    "what something is taken for": marked(
        "ReadingRules", "What something is taken for follows, so it means “as”."
    ),
    "how, in what the segmenter cuts otherwise": marked(
        "ReadingRules", "What comes before it tells how something is done."
    ),
    "how, behind an idiom": marked(
        "ReadingRules", "The idiom before it tells how something is done."
    ),
    "grows: how somebody looks": marked(
        "ReadingRules", "How somebody looks follows, so it means “grow”."
    ),
    "goes, drives: 车行至": marked("ReadingRules", "Where it goes follows, so it means “go”."),
    "poor, behind what it is said of": marked(
        "ReadingRules", "It describes what comes before it and means “poor”."
    ),
    "poor": marked("ReadingRules", "It means “poor”."),
    "takes for: behind it is said how it is used": marked(
        "ReadingRules", "How it is used follows, so it means “take for”."
    ),
    "a tone": marked("ReadingRules", "It means “tone”."),
    "heavy: what it weighs or does": marked("ReadingRules", "With what follows it means “heavy”."),
    "rolls": marked("ReadingRules", "It means “roll”."),
    "papers, a volume": marked("ReadingRules", "It means “papers” or “volume”."),
    "an actor's part": marked("ReadingRules", "It means “part in a play”."),
    "a corner, a horn": marked("ReadingRules", "It means “corner” or “horn”."),
    "a mould": marked("ReadingRules", "It means “mould”."),
    "springs, flicks": marked("ReadingRules", "It means “spring” or “flick”."),
    "a bullet, a bomb": marked("ReadingRules", "It means “bullet” or “bomb”."),
    "years; in print": marked("ReadingRules", "It means “year”, or “print”."),
    "a biography": marked("ReadingRules", "It means “biography”."),
    "hands on": marked("ReadingRules", "It means “hand on”."),
    "a holiday": marked("ReadingRules", "It means “holiday” or “leave”."),
    "false": marked("ReadingRules", "It means “false”."),
    "a dipper": marked("ReadingRules", "It means “dipper”, or a measure of grain."),
    "strength": marked("ReadingRules", "It means “strength” or “zeal”."),
    "music": marked("ReadingRules", "It means “music”."),
    "glad, in names of firms": marked(
        "ReadingRules", "It means “glad”, in names of firms and places, too."
    ),
    "hair": marked("ReadingRules", "It means “hair”."),
    "loose": marked("ReadingRules", "It means “loose” or “scattered”."),
    "dazed": marked("ReadingRules", "It means “dazed”."),
    "covers": marked("ReadingRules", "It means “cover” or “receive”."),
    "Xiamen for short": marked("ReadingRules", "It stands for Xiamen."),
    "a suggestion or a guess at the end": marked(
        "ReadingRules", "At the end it marks a suggestion or a guess."
    ),
    "is able to": marked("ReadingRules", "After a verb and 得 it means “be able to”."),
    "falls, is knocked down": marked("ReadingRules", "It means “fall” or “be knocked down”."),
    "pours, goes backwards": marked("ReadingRules", "It means “pour” or “go backwards”."),
    "a disaster": marked("ReadingRules", "It means “disaster”."),
    "difficult": marked("ReadingRules", "It means “difficult”."),
    "young": marked("ReadingRules", "It means “young”."),
    "few, less": marked("ReadingRules", "It means “few” or “less”."),
    "good, done": marked("ReadingRules", "It means “good”, or “done”."),
    "dry": marked("ReadingRules", "It means “dry”."),
    "hits, wins": marked("ReadingRules", "It means “hit” or “win”."),
    "hides": marked("ReadingRules", "It means “hide” or “keep”."),
    "surrenders, subdues": marked("ReadingRules", "It means “surrender” or “subdue”."),
    "goes down": marked("ReadingRules", "It means “go down”."),
    "leaves behind": marked("ReadingRules", "It means “leave behind”."),
    "sticks": marked("ReadingRules", "It means “stick”."),
    "sews": marked("ReadingRules", "It means “sew”."),
    "slaps, fans": marked("ReadingRules", "It means “slap” or “fan”."),
    "suffers": marked("ReadingRules", "It means “suffer”."),
    "is close to": marked("ReadingRules", "It means “be close to”."),
    "tired": marked("ReadingRules", "It means “tired”."),
    "rare": marked("ReadingRules", "It means “rare”."),
    "fresh": marked("ReadingRules", "It means “fresh”."),
    "as far as possible": marked("ReadingRules", "It means “as far as possible”."),
    "to the end": marked("ReadingRules", "It means “to the end” or “use up”."),
    "vomits": marked("ReadingRules", "It means “vomit”."),
    "stuffs": marked("ReadingRules", "It means “stuff”."),
    "blocked": marked("ReadingRules", "It means “blocked”."),
    "ties": marked("ReadingRules", "It means “tie”."),
    "gives up": marked("ReadingRules", "It means “give up”."),
    "proofreads": marked("ReadingRules", "It means “proofread”."),
    "school": marked("ReadingRules", "It means “school”."),
    "a diamond, a drill": marked("ReadingRules", "It means “diamond” or “drill”."),
    "drills, goes into": marked("ReadingRules", "It means “drill” or “go into”."),
    "carries on the back": marked("ReadingRules", "It means “carry on the back”."),
    "goes together: 同行": marked("ReadingRules", "With 同 before it, it means “go”."),
    "a shop, a bed": marked("ReadingRules", "It means “shop” or “berth”."),
    "lays": marked("ReadingRules", "It means “lay” or “spread”."),
    "thin": marked("ReadingRules", "It means “thin”."),
    "sleep": marked("ReadingRules", "It means “sleep”."),
    "digs up": marked("ReadingRules", "It means “dig up” or “strip off”."),
    "swallows": marked("ReadingRules", "It means “swallow”."),
    "turns round": marked("ReadingRules", "It means “turn round”, or one turn."),
    "the five elements": marked("ReadingRules", "It belongs to the five elements."),
    "a wound": marked("ReadingRules", "It means “wound”."),
    "sweat": marked("ReadingRules", "It means “sweat”."),
    "a crack": marked("ReadingRules", "It means “crack”."),
    "cuts": marked("ReadingRules", "It means “cut”."),
    "stirs up": marked("ReadingRules", "It means “stir up”, or “tall”."),
    "chooses, carries on a pole": marked(
        "ReadingRules", "It means “choose”, or “carry on a pole”."
    ),
    "scatters": marked("ReadingRules", "It means “scatter”."),
    "how, why": marked("ReadingRules", "It means “how” or “why”."),
    "heads for": marked("ReadingRules", "It means “head for”."),
    "a workshop": marked("ReadingRules", "It means “workshop”."),
    "coaxes": marked("ReadingRules", "It means “coax”."),
    "grinds": marked("ReadingRules", "It means “grind”."),
    "does, gets somehow": marked("ReadingRules", "It means “do”, “make” or “get”."),
    "a lane": marked("ReadingRules", "It means “lane”."),
    "fries": marked("ReadingRules", "It means “deep-fry”."),
    "puts into a vessel": marked("ReadingRules", "It means “put into a bowl or another vessel”."),
}


def rule_words(why: str) -> str:
    """Return the reason of a rule as a sentence; an unknown id is returned as it is."""
    return SENTENCES.get(why, why)
