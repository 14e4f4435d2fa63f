"""A page of a public letter in each of the nine languages: names, figures, dates, a list, a table.

Figures stand isolated, as every composed copy has them. The sentences are samples for measuring
what readers of files make of a script; no document uses them.
"""

from __future__ import annotations

from dataclasses import replace

from cpdocs.documents.composed import Composed
from cpdocs.languages import load_language
from tests.editions import samples

# Heading, two paragraphs, three items of a list, two rows of key facts. `<...>` is a figure or a
# name, which is isolated.
_SAID: dict[str, tuple[str, ...]] = {
    "en": (
        "You are invited to a child protection conference",
        "The conference is about <Mina Rehman> and begins on <Thursday 26 November 2026> at "
        "<9.30am>. The chair would like to meet you <20> minutes before it starts, so that you can "
        "ask questions and say what worries you.",
        "If you cannot come, telephone <01632 960123> or write to the office before "
        "<24 November 2026>. You may bring a friend, a relative or an advocate with you.",
        "what is going well at home and at school",
        "what has happened that people are worried about",
        "who will do what, and by when (no later than <10> working days)",
        "Where it is: <12 Wharf Road, Exampleton, ZZ99 3WZ>",
        "Your social worker: <Jo Hartley>, telephone <01632 960145>",
    ),
    "cy": (
        "Gwahoddiad i gynhadledd amddiffyn plant",
        "Mae’r gynhadledd yn trafod <Mina Rehman> ac mae’n dechrau ddydd "
        "<Iau 26 Tachwedd 2026> am <9.30yb>. Hoffai’r cadeirydd gwrdd â chi <20> munud cyn iddi "
        "ddechrau, er mwyn ichi ofyn cwestiynau a dweud beth sy’n eich poeni.",
        "Os na allwch ddod, ffoniwch <01632 960123> neu ysgrifennwch i’r swyddfa cyn "
        "<24 Tachwedd 2026>. Cewch ddod â ffrind, perthynas neu eiriolwr gyda chi. Mae croeso i’r "
        "tŵr a’r ŵyn, y gŵyn a’r dŷ.",
        "beth sy’n mynd yn dda gartref ac yn yr ysgol",
        "beth sydd wedi digwydd y mae pobl yn poeni amdano",
        "pwy fydd yn gwneud beth, ac erbyn pryd (ymhen <10> diwrnod gwaith)",
        "Ble mae’r cyfarfod: <12 Wharf Road, Exampleton, ZZ99 3WZ>",
        "Eich gweithiwr cymdeithasol: <Jo Hartley>, ffôn <01632 960145>",
    ),
    "pl": (
        "Zaproszenie na konferencję w sprawie ochrony dziecka",
        "Konferencja dotyczy <Mina Rehman> i zacznie się <w czwartek 26 listopada 2026> o godzinie "
        "<9:30>. Osoba prowadząca chce spotkać się z Państwem <20> minut wcześniej, żeby mogli "
        "Państwo zadać pytania i powiedzieć, co Państwa niepokoi.",
        "Jeśli nie mogą Państwo przyjść, prosimy zadzwonić pod <01632 960123> albo napisać do "
        "biura przed <24 listopada 2026>. Można przyjść z kimś bliskim, krewnym lub rzecznikiem. "
        "Źdźbło, gęś i łąka też są tu czytane.",
        "co idzie dobrze w domu i w szkole",
        "co się wydarzyło i czym ludzie się martwią",
        "kto co zrobi i do kiedy (w ciągu <10> dni roboczych)",
        "Miejsce: <12 Wharf Road, Exampleton, ZZ99 3WZ>",
        "Pracownik socjalny: <Jo Hartley>, telefon <01632 960145>",
    ),
    "ro": (
        "Invitație la o conferință pentru protecția copilului",
        "Conferința este despre <Mina Rehman> și începe <joi, 26 noiembrie 2026>, la ora <9:30>. "
        "Persoana care conduce conferința dorește să vă întâlnească cu <20> de minute înainte, ca "
        "să puteți pune întrebări și să spuneți ce vă îngrijorează.",
        "Dacă nu puteți veni, sunați la <01632 960123> sau scrieți la birou înainte de "
        "<24 noiembrie 2026>. Puteți veni cu un prieten, cu o rudă sau cu cineva care să vă "
        "susțină. Țineți această scrisoare și aduceți-o cu dumneavoastră.",
        "ce merge bine acasă și la școală",
        "ce s-a întâmplat și îi îngrijorează pe oameni",
        "cine ce va face și până când (în cel mult <10> zile lucrătoare)",
        "Unde are loc: <12 Wharf Road, Exampleton, ZZ99 3WZ>",
        "Asistentul dumneavoastră social: <Jo Hartley>, telefon <01632 960145>",
    ),
    "sk": (
        "Pozvánka na konferenciu o ochrane dieťaťa",
        "Konferencia sa týka <Mina Rehman> a začne sa <vo štvrtok 26. novembra 2026> o <9:30>. "
        "Predsedajúci by sa s vami rád stretol <20> minút predtým, aby ste sa mohli pýtať a "
        "povedať, čo vás znepokojuje.",
        "Ak nemôžete prísť, zavolajte na <01632 960123> alebo napíšte do kancelárie do "
        "<24. novembra 2026>. Môžete prísť s priateľom, príbuzným alebo zástupcom. Vŕba, stĺp, "
        "ľúbosť a ďatelina sa tiež čítajú.",
        "čo sa doma a v škole darí",
        "čo sa stalo a prečo sa ľudia obávajú",
        "kto čo urobí a dokedy (najneskôr do <10> pracovných dní)",
        "Miesto: <12 Wharf Road, Exampleton, ZZ99 3WZ>",
        "Váš sociálny pracovník: <Jo Hartley>, telefón <01632 960145>",
    ),
    "ur": (
        "بچوں کے تحفظ کی کانفرنس میں شرکت کی دعوت",
        "یہ کانفرنس <Mina Rehman> کے بارے میں ہے اور <جمعرات 26 نومبر 2026> کو <9:30> بجے شروع ہو "
        "گی۔ کانفرنس کی صدر اس سے <20> منٹ پہلے آپ سے ملنا چاہتی ہیں، تاکہ آپ سوال پوچھ سکیں اور "
        "بتا سکیں کہ آپ کو کس بات کی فکر ہے۔",
        "اگر آپ نہیں آ سکتے تو <24 نومبر 2026> سے پہلے <01632 960123> پر فون کریں یا دفتر کو "
        "لکھیں۔ آپ اپنے ساتھ کسی دوست، رشتہ دار یا وکیل کو لا سکتے ہیں۔ یہ خط سنبھال کر رکھیں۔",
        "گھر اور اسکول میں کیا اچھا چل رہا ہے",
        "کیا ہوا ہے جس کی لوگوں کو فکر ہے",
        "کون کیا کرے گا اور کب تک (زیادہ سے زیادہ <10> کام کے دنوں میں)",
        "جگہ: <12 Wharf Road, Exampleton, ZZ99 3WZ>",
        "آپ کی سماجی کارکن: <Jo Hartley>، فون <01632 960145>",
    ),
    "ar": (
        "دعوة إلى مؤتمر حماية الطفل",
        "يتناول المؤتمر <Mina Rehman> ويبدأ <الخميس 26 نوفمبر 2026> الساعة <9:30>. وتودّ رئيسة "
        "المؤتمر أن تلتقي بكم قبل بدايته بـ<20> دقيقة، لكي تسألوا ما تشاؤون وتقولوا ما يقلقكم.",
        "إذا تعذّر عليكم الحضور فاتصلوا بالرقم <01632 960123> أو اكتبوا إلى المكتب قبل "
        "<24 نوفمبر 2026>. ويمكنكم أن تأتوا مع صديق أو قريب أو من يساندكم. احتفظوا بهذه الرسالة.",
        "ما يسير على ما يرام في البيت وفي المدرسة",
        "ما حدث ويقلق الناس بشأنه",
        "مَن سيفعل ماذا، ومتى (خلال <10> أيام عمل على الأكثر)",
        "المكان: <12 Wharf Road, Exampleton, ZZ99 3WZ>",
        "الأخصائية الاجتماعية: <Jo Hartley>، الهاتف <01632 960145>",
    ),
    "pa": (
        "ਬਾਲ ਸੁਰੱਖਿਆ ਕਾਨਫਰੰਸ ਲਈ ਸੱਦਾ",
        "ਇਹ ਕਾਨਫਰੰਸ <Mina Rehman> ਬਾਰੇ ਹੈ ਅਤੇ <ਵੀਰਵਾਰ 26 ਨਵੰਬਰ 2026> ਨੂੰ <9:30> ਵਜੇ ਸ਼ੁਰੂ ਹੋਵੇਗੀ। "
        "ਕਾਨਫਰੰਸ ਦੀ ਪ੍ਰਧਾਨ ਇਸ ਤੋਂ <20> ਮਿੰਟ ਪਹਿਲਾਂ ਤੁਹਾਨੂੰ ਮਿਲਣਾ ਚਾਹੁੰਦੀ ਹੈ, ਤਾਂ ਜੋ ਤੁਸੀਂ ਸਵਾਲ ਪੁੱਛ ਸਕੋ "
        "ਅਤੇ ਦੱਸ ਸਕੋ ਕਿ ਤੁਹਾਨੂੰ ਕਿਸ ਗੱਲ ਦੀ ਚਿੰਤਾ ਹੈ।",
        "ਜੇ ਤੁਸੀਂ ਨਹੀਂ ਆ ਸਕਦੇ, ਤਾਂ <24 ਨਵੰਬਰ 2026> ਤੋਂ ਪਹਿਲਾਂ <01632 960123> ’ਤੇ ਫ਼ੋਨ ਕਰੋ ਜਾਂ ਦਫ਼ਤਰ ਨੂੰ "
        "ਲਿਖੋ। ਤੁਸੀਂ ਆਪਣੇ ਨਾਲ ਕਿਸੇ ਦੋਸਤ, ਰਿਸ਼ਤੇਦਾਰ ਜਾਂ ਵਕੀਲ ਨੂੰ ਲਿਆ ਸਕਦੇ ਹੋ। ਸ੍ਰੀ, ਪ੍ਰੇਮ, ਜ਼ਮੀਨ "
        "ਅਤੇ ਗ਼ੁੱਸਾ ਵੀ ਪੜ੍ਹੇ ਜਾਂਦੇ ਹਨ।",
        "ਘਰ ਅਤੇ ਸਕੂਲ ਵਿੱਚ ਕੀ ਚੰਗਾ ਚੱਲ ਰਿਹਾ ਹੈ",
        "ਕੀ ਹੋਇਆ ਹੈ ਜਿਸ ਦੀ ਲੋਕਾਂ ਨੂੰ ਚਿੰਤਾ ਹੈ",
        "ਕੌਣ ਕੀ ਕਰੇਗਾ ਅਤੇ ਕਦੋਂ ਤੱਕ (ਵੱਧ ਤੋਂ ਵੱਧ <10> ਕੰਮ ਵਾਲੇ ਦਿਨਾਂ ਵਿੱਚ)",
        "ਥਾਂ: <12 Wharf Road, Exampleton, ZZ99 3WZ>",
        "ਤੁਹਾਡੀ ਸੋਸ਼ਲ ਵਰਕਰ: <Jo Hartley>, ਫ਼ੋਨ <01632 960145>",
    ),
    "bn": (
        "শিশু সুরক্ষা সম্মেলনে আমন্ত্রণ",
        "এই সম্মেলন <Mina Rehman> সম্পর্কে এবং এটি <বৃহস্পতিবার ২৬ নভেম্বর ২০২৬> তারিখে <9:30> টায় শুরু হবে। "
        "সভাপতি শুরুর <20> মিনিট আগে আপনার সঙ্গে দেখা করতে চান, যাতে আপনি প্রশ্ন করতে পারেন এবং কী নিয়ে "
        "আপনার দুশ্চিন্তা তা বলতে পারেন।",
        "আপনি আসতে না পারলে <২৪ নভেম্বর ২০২৬> তারিখের আগে <01632 960123> নম্বরে ফোন করুন অথবা অফিসে লিখুন। "
        "আপনি সঙ্গে বন্ধু, আত্মীয় বা আইনজীবী আনতে পারেন। শ্রেষ্ঠ, জ্ঞান, স্বাস্থ্য, কর্ম, বড়ো ও হৃদয়ও পড়া হয়।",
        "বাড়িতে ও স্কুলে কী ভালো চলছে",
        "কী ঘটেছে যা নিয়ে মানুষ চিন্তিত",
        "কে কী করবে এবং কবের মধ্যে (সর্বাধিক <10> কর্মদিবসের মধ্যে)",
        "স্থান: <12 Wharf Road, Exampleton, ZZ99 3WZ>",
        "আপনার সমাজকর্মী: <Jo Hartley>, ফোন <01632 960145>",
    ),
}


def page_in(code: str) -> Composed:
    """The page in a language, as a report."""
    language = load_language(code)
    title, first, second, *items, where, who = (_isolated(words) for words in _SAID[code])
    facts = (words.partition(": ") for words in (where, who))
    rows = "".join(
        f'<tr><th scope="row">{what}</th><td>{value}</td></tr>' for what, _, value in facts
    )
    listed = "".join(f"<li>{item}</li>" for item in items)
    body = (
        f'<article class="report" lang="{language.tag}" dir="{language.direction}">'
        f"<h1>{title}</h1><p>{first}</p><ul>{listed}</ul><p>{second}</p>"
        f'<table class="facts"><caption>{title}</caption><tbody>{rows}</tbody></table></article>'
    )
    return replace(
        samples.minutes_with(),
        body=body,
        title=title,
        language=language.tag,
        direction=language.direction,
    )


def _isolated(words: str) -> str:
    """Figures and names in the element that keeps them in order, by the letters they begin with."""
    first, *rest = words.split("<")
    pieces = [first]
    for piece in rest:
        inside, _, after = piece.partition(">")
        direction = "rtl" if any("\u0600" <= sign <= "\u06ff" for sign in inside) else "ltr"
        pieces.append(f'<bdi dir="{direction}">{inside}</bdi>{after}')
    return "".join(pieces)


LANGUAGES = tuple(_SAID)


def sentences_in(code: str) -> tuple[str, ...]:
    """Two paragraphs in a language, as plain words."""
    _, first, second, *_ = _SAID[code]
    return tuple(words.replace("<", "").replace(">", "") for words in (first, second))
