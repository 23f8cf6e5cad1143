"""Awkward inputs, made when the tests run; seeded, so the same every time."""
import random

SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
SMALL = ("the of and to in a that it was for on with as his they at be this "
         "from had not are but by").split()


def vocabulary(size, seed):
    """Invented words, so that no two vocabularies share any but the small."""
    rng = random.Random(seed)
    out = set()
    while len(out) < size:
        out.add("".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 4))))
    return sorted(out)


def sentences(words, seed, size=8000):
    """About `words` words of sentences: rare words among small ones."""
    rng, rare = random.Random(seed), vocabulary(size, seed)
    out, count = [], 0
    while count < words:
        n = rng.randint(8, 28)
        s = [rng.choice(SMALL) if rng.random() < .45
             else rare[int(len(rare) * rng.random() ** 3)] for _ in range(n)]
        out.append(" ".join(s).capitalize() + ".")
        count += n
    return out


def edited(lines, share, seed):
    """`share` of the words replaced, dropped or doubled."""
    rng, new = random.Random(seed), vocabulary(500, seed + 1)
    out = []
    for line in lines:
        words = []
        for w in line.split():
            if rng.random() >= share:
                words.append(w)
            else:
                words += rng.choice([[rng.choice(new)], [], [w, rng.choice(new)]])
        out.append(" ".join(words))
    return out


def paragraphs(lines, each=5):
    return "\n\n".join(" ".join(lines[i:i + each])
                       for i in range(0, len(lines), each)) + "\n"


# A few sentences, said in ten scripts by the same person on the same evening.
SCRIPTS = {
    "latin": "The ferry did not sail this evening because of the wind. We ate the bread and the last of the cheese, and slept on the benches.",
    "greek": "Το πλοίο δεν έφυγε απόψε εξαιτίας του ανέμου. Φάγαμε το ψωμί και το τελευταίο τυρί και κοιμηθήκαμε στα παγκάκια.",
    "cyrillic": "Паром сегодня вечером не вышел из-за ветра. Мы съели хлеб и остатки сыра и легли спать на скамейках.",
    "arabic": "لم تبحر العبارة هذا المساء بسبب الريح. أكلنا الخبز وآخر قطعة من الجبن ونمنا على المقاعد.",
    "hebrew": "המעבורת לא הפליגה הערב בגלל הרוח. אכלנו את הלחם ואת שארית הגבינה וישנו על הספסלים.",
    "devanagari": "हवा के कारण आज शाम नाव नहीं चली। हमने रोटी और बचा हुआ पनीर खाया और बेंचों पर सो गए।",
    "thai": "เย็นนี้เรือข้ามฟากไม่ออกเพราะลมแรง เรากินขนมปังกับชีสที่เหลือแล้วนอนบนม้านั่ง",
    "han": "今晚因为风大渡船没有开。我们吃了面包和剩下的奶酪，就睡在长椅上。",
    "kana": "今夜は風のせいでフェリーが出なかった。わたしたちはパンとのこりのチーズを食べて、ベンチでねむった。",
    "hangul": "오늘 저녁은 바람 때문에 배가 뜨지 않았다. 우리는 빵과 남은 치즈를 먹고 긴 의자에서 잤다.",
}
