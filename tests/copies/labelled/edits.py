"""Mechanical edits, as desks make them: each takes a text and gives another one of the same origin."""

import random
import re
from collections.abc import Callable, Mapping

Edit = Callable[[str, str, random.Random], str]

SYNONYMS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "said": "stated",
        "reported": "informed about",
        "enemy": "Russians",
        "invaders": "occupiers",
        "defenders": "Ukrainian troops",
        "settlement": "village",
        "stopped": "repelled",
        "killed": "dead",
        "wounded": "injured",
        "near": "in the area of",
        "attacks": "assaults",
        "over": "during",
        "struck": "hit",
        "people": "residents",
        "because": "due to the fact",
        "town": "city",
        "taken": "captured",
        "about": "around",
        "before": "prior to",
        "soldier": "serviceman",
    },
    "uk": {
        "повідомив": "заявив",
        "ворог": "противник",
        "поблизу": "в районі",
        "загарбники": "окупанти",
        "оборонці": "українські воїни",
        "біля": "неподалік",
        "люди": "жителі",
        "сказав": "зазначив",
        "близько": "приблизно",
        "після": "услід за",
        "знищено": "ліквідовано",
    },
    "ru": {
        "сообщил": "заявил",
        "противник": "враг",
        "вблизи": "в районе",
        "у": "около",
        "освободили": "взяли под контроль",
        "сказал": "отметил",
        "около": "примерно",
        "после": "вслед за",
        "уничтожено": "ликвидировано",
        "населённый": "населенный",
    },
}
INTROS: Mapping[str, tuple[str, ...]] = {
    "en": (
        "Our desk brings you the latest from the front. What follows was published earlier in the day.",
        "The situation along the line of contact remained tense, and officials spoke again this afternoon.",
        "Analysts had expected the statement since the weekend. It came as diplomats met once more abroad.",
    ),
    "uk": (
        "Редакція стежить за розвитком подій на фронті. Нижче подаємо оприлюднене сьогодні.",
        "Ситуація вздовж лінії зіткнення лишається напруженою, про це знову говорили посадовці.",
        "Заяви чекали ще з вихідних. Вона пролунала, коли дипломати вкотре зустрілися за кордоном.",
    ),
    "ru": (
        "Редакция следит за развитием событий на фронте. Ниже приводим опубликованное сегодня.",
        "Обстановка вдоль линии соприкосновения остаётся напряжённой, об этом снова говорили чиновники.",
        "Заявления ждали ещё с выходных. Оно прозвучало, когда дипломаты в очередной раз встретились за рубежом.",
    ),
}
BACKGROUND: Mapping[str, tuple[str, ...]] = {
    "en": (
        "The full-scale invasion began in February 2022. Both sides have since lost tens of thousands of soldiers.",
        "Subscribe to our newsletter. Photo: archive. Read also: how the talks went and what happens next.",
        "Earlier, the president said that a ceasefire would need guarantees, and that partners had promised more aid.",
    ),
    "uk": (
        "Повномасштабне вторгнення почалося в лютому 2022 року. Відтоді обидві сторони втратили десятки тисяч вояків.",
        "Підписуйтесь на наш канал. Фото: архів. Читайте також: як пройшли переговори й що буде далі.",
        "Раніше президент сказав, що припинення вогню потребує гарантій, а партнери пообіцяли більше допомоги.",
    ),
    "ru": (
        "Полномасштабное вторжение началось в феврале 2022 года. С тех пор обе стороны потеряли десятки тысяч солдат.",
        "Подписывайтесь на наш канал. Фото: архив. Читайте также: как прошли переговоры и что будет дальше.",
        "Ранее президент сказал, что прекращение огня требует гарантий, а партнёры пообещали больше помощи.",
    ),
}


def sentences(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"(?<=[.!?»”\"])\s+(?=[^\W\d_a-zа-яіїєґ])", text) if part.strip()]


def reprinted(text: str, lang: str, dice: random.Random) -> str:
    return text


def shortened(text: str, lang: str, dice: random.Random) -> str:
    parts = sentences(text)
    return " ".join(parts[: max(2, round(len(parts) * dice.uniform(0.4, 0.6)))])


def excerpted(text: str, lang: str, dice: random.Random) -> str:
    parts = sentences(text)
    kept = max(2, (2 * len(parts)) // 3)
    start = dice.randint(0, len(parts) - kept)
    return " ".join(parts[start : start + kept])


def reordered(text: str, lang: str, dice: random.Random) -> str:
    parts = sentences(text)
    dice.shuffle(parts)
    return "\n".join(parts)


def reworded(text: str, lang: str, dice: random.Random) -> str:
    def other(match: re.Match[str]) -> str:
        word = match.group()
        return SYNONYMS[lang].get(word, word) if dice.random() < 0.8 else word

    changed = re.sub(r"[^\W\d_]+", other, text)
    kept = [word for word in changed.split(" ") if dice.random() > 0.05 or word[:1].isupper() or word[:1].isdigit()]
    return " ".join(kept)


def typeset(text: str, lang: str, dice: random.Random) -> str:
    text = text.replace("«", "“").replace("»", "”").replace("'", "’").replace(" — ", " – ").replace("ё", "е")
    text = re.sub(r"(?<=\d),(?=\d{3})", "\u00a0", text)
    return re.sub(r"(?<=\d) (?=\d{3}\b)", "\u202f", text)


def wrapped(text: str, lang: str, dice: random.Random) -> str:
    return "\n".join([dice.choice(INTROS[lang]), text, dice.choice(BACKGROUND[lang])])


def quoted(text: str, lang: str, dice: random.Random) -> str:
    """A short report of another outlet that is mostly a quotation of the bulletin."""
    body = excerpted(text, lang, dice)
    return f"{dice.choice(INTROS[lang])}\n«{body}»\n{dice.choice(BACKGROUND[lang])}"


EDITS: Mapping[str, Edit] = {
    edit.__name__: edit for edit in (reprinted, shortened, excerpted, reordered, reworded, typeset, wrapped, quoted)
}
