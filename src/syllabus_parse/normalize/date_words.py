"""The words of dates in thirteen languages: months, weekdays, and the small words between them.

Month and weekday names are common knowledge, written down by us in the usual long and short forms; Chinese, Japanese
and Korean write months as numbers, which the lexer reads by their characters (`3月7日`, `3월 7일`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final


def split_words(text: str) -> tuple[str, ...]:
    """Return the words of a text; tables of words read better as running text.

    >>> split_words("due by")
    ('due', 'by')
    """
    return tuple(text.split())


LANGUAGES: Final = ("en", "de", "fr", "es", "pt", "it", "nl", "sv", "pl", "ru", "zh", "ja", "ko")

# One string a month, January first: the long form, then every short form that pages use, without its full stop.
MONTH_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "en": (
        "january jan", "february feb febr", "march mar mrch", "april apr", "may", "june jun", "july jul",
        "august aug", "september sept sep", "october oct", "november nov", "december dec",
    ),
    "de": (
        "januar jänner jan jän", "februar feber feb", "märz maerz mär mrz", "april apr", "mai", "juni jun",
        "juli jul", "august aug", "september sept sep", "oktober okt", "november nov", "dezember dez",
    ),
    "fr": (
        "janvier janv jan", "février fevrier févr fevr fév fev", "mars mar", "avril avr", "mai", "juin",
        "juillet juil", "août aout aoû", "septembre sept sep", "octobre oct", "novembre nov",
        "décembre decembre déc dec",
    ),
    "es": (
        "enero ene", "febrero feb", "marzo mar", "abril abr", "mayo may", "junio jun", "julio jul", "agosto ago",
        "septiembre setiembre sept sep set", "octubre oct", "noviembre nov", "diciembre dic",
    ),
    "pt": (
        "janeiro jan", "fevereiro fev", "março mar", "abril abr", "maio mai", "junho jun", "julho jul",
        "agosto ago", "setembro set", "outubro out", "novembro nov", "dezembro dez",
    ),
    "it": (
        "gennaio gen genn", "febbraio feb febbr", "marzo mar", "aprile apr", "maggio mag", "giugno giu",
        "luglio lug", "agosto ago", "settembre sett set", "ottobre ott", "novembre nov", "dicembre dic",
    ),
    "nl": (
        "januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun", "juli jul", "augustus aug",
        "september sept sep", "oktober okt", "november nov", "december dec",
    ),
    "sv": (
        "januari jan", "februari feb", "mars marts mar", "april apr", "maj", "juni jun", "juli jul", "augusti aug",
        "september sept sep", "oktober okt", "november nov", "december dec",
    ),
    "pl": (
        "stycznia styczeń", "lutego luty", "marca marzec", "kwietnia kwiecień", "maja maj", "czerwca czerwiec",
        "lipca lipiec", "sierpnia sierpień", "września wrzesień", "października październik", "listopada listopad",
        "grudnia grudzień",
    ),
    "ru": (
        "января январь янв", "февраля февраль фев", "марта март мар", "апреля апрель апр", "мая май",
        "июня июнь июн", "июля июль июл", "августа август авг", "сентября сентябрь сент сен",
        "октября октябрь окт", "ноября ноябрь ноя", "декабря декабрь дек",
    ),
}  # fmt: skip

# One string a weekday, Monday first; the short forms of two letters count only beside a date (see WEAK_WEEKDAYS).
WEEKDAY_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "en": (
        "monday mondays mon mo m", "tuesday tuesdays tues tue tu t", "wednesday wednesdays weds wed we w",
        "thursday thursdays thurs thur thu thr th r", "friday fridays fri fr f", "saturday saturdays sat sa",
        "sunday sundays sun su u",
    ),
    "de": (
        "montag montags mo", "dienstag dienstags di", "mittwoch mittwochs mi", "donnerstag donnerstags do",
        "freitag freitags fr", "samstag sonnabend samstags sa", "sonntag sonntags so",
    ),
    "fr": (
        "lundi lun lu", "mardi", "mercredi mer me", "jeudi jeu je", "vendredi ven ve", "samedi sam", "dimanche dim",
    ),
    "es": (
        "lunes lun", "martes", "miércoles miercoles mié mie", "jueves jue", "viernes vie",
        "sábado sabado sáb sab", "domingo dom",
    ),
    "pt": (
        "segunda segunda-feira segundafeira seg", "terça terça-feira terca-feira ter", "quarta quarta-feira qua",
        "quinta quinta-feira qui", "sexta sexta-feira sex", "sábado sabado sáb sab", "domingo dom",
    ),
    "it": (
        "lunedì lunedi lun", "martedì martedi", "mercoledì mercoledi mer", "giovedì giovedi gio",
        "venerdì venerdi ven", "sabato sab", "domenica dom",
    ),
    "nl": (
        "maandag maa", "dinsdag", "woensdag woe wo", "donderdag don do", "vrijdag vrij vr",
        "zaterdag zat za", "zondag zon zo",
    ),
    "sv": ("måndag mandag", "tisdag tirsdag", "onsdag", "torsdag", "fredag", "lördag lørdag", "söndag søndag"),
    "pl": ("poniedziałek", "wtorek", "środa środę", "czwartek", "piątek", "sobota sobotę", "niedziela niedzielę"),
    "ru": (
        "понедельник пон", "вторник втор", "среда среду", "четверг четв", "пятница пятницу пятн",
        "суббота субботу суб", "воскресенье воскр",
    ),
}  # fmt: skip

CJK_WEEKDAYS: Final[Mapping[str, int]] = {
    **dict(zip("一二三四五六日", range(7), strict=True)),
    **dict(zip("月火水木金土", range(6), strict=True)),
    **dict(zip("월화수목금토일", range(7), strict=True)),
    "天": 6,
}

# "mar." is March or, in French, Spanish and Italian, Tuesday (mardi, martes, martedì).
MARCH_OR_TUESDAY: Final = frozenset({"mar"})
# Also everyday words or parts of other words: a weekday only right beside a date ("So 3.5.", "R 1/28").
WEAK_WEEKDAYS: Final = frozenset(
    split_words(
        "m t w r f u mo tu we th fr sa su di mi do so wo vr za zo sun sat sam dim dom mer ven vie jue jeu lun gio sab "
        "seg ter qua qui sex segunda terça quarta quinta sexta mon don zat zon maa woe vrij mie lu me je ve"
    )
)
# Also everyday words: a month only behind its day ("3 set", "7 de out.") or with more that proves a date.
WEAK_MONTHS: Final = frozenset(split_words("set out gen mag ago lug"))
# English words that start sentences and name months: never in running text without a capital ("you may 3 …").
CAPITAL_MONTHS: Final = frozenset(split_words("may march mar"))

# Several days of the week in one word: they hold for a date without naming its own day ("TTh 1/8"); so does one that
# is another day in another tongue ("ma" is Monday in Dutch, Tuesday in French).
WEEKDAY_GROUPS: Final = frozenset(
    split_words("tth tuth tr mw mwf wf mf mtw mtwr mtwrf mtwthf s weekend tues-thurs ttr motu wefr tueth mwth ma")
)

# A number that could be a fraction (1/2, 3/4) is a date behind one of these.
CUES: Final = frozenset(
    split_words(
        "due by before after since for released out posted starting beginning submitted submission deadline extended "
        "until till on from through abgabe fällig ab bis vom am le entrega plazo prazo scadenza"
    )
)
# What is numbered in a syllabus: "Lecture 3 March 5" is the third lecture, not the third of March.
LABELS: Final = frozenset(
    split_words(
        "lecture lectures lec lect session class meeting lab labs homework hw ps pset quiz exam midterm assignment "
        "project team group day phase module topic tutorial recitation discussion reading paper talk seminar vorlesung "
        "übung cours séance clase sesión aula lezione college les step stage milestone round checkpoint psets"
    )
)

# Small words, by what they do between the parts of a date. One word has one part to play.
SMALL_WORDS: Final[Mapping[str, str]] = {
    # "of": 4th of July, 3 de março, 1er d'octobre
    **dict.fromkeys(split_words(
        "of de d del dos van von des"
    ), "p"),
    # "on", "the", "at": on the 4th, am 3. März, le 3 mars, den 28. September, a las 15:00, from 3-4pm
    **dict.fromkeys(split_words(
        "on the at am dem den der le la il el lo los las um from vom ab em na às as op om ore alle dalle du nel zum "
        "zur between dal da starting beginning"
    ), "x"),
    # a range: Oct 3 to 5, vom 3. bis zum 5., du 3 au 7 mars, del 3 al 7, 3 t/m 5 maart
    **dict.fromkeys(split_words(
        "to through thru until till bis au al a hasta até ate ao tot t/m à"
    ), "t"),
    # several days: Oct 3 and 10, 3. und 5. April, 3 et 5 mars, 3 y 5 de marzo, 3 e 5 maggio, 3 en 5 maart
    **dict.fromkeys(split_words(
        "and und et y e en or oder ou o"
    ), "&"),
    # weeks: Week 3, Wk 3, 3. Woche, Semaine 4, Semana 4, Settimana 4
    **dict.fromkeys(split_words(
        "week wk woche kw semaine sem semana settimana vorlesungswoche uge uke vecka неделя"
    ), "k"),
    # what stands behind a number that is an amount: 3/4 cup, 3/5 points
    **dict.fromkeys(split_words(
        "points point pts pt credits credit hours hour hrs hr mins minutes min percent cup cups inch inches students "
        "student people teams team groups majority ths full complete completed time times seconds years year sur "
        "punkte punkten stars star votes vote"
    ), "u"),
    # what stands beside a number that is no date: Ch. 3, §4, v1.2, No. 3, pp. 10
    **dict.fromkeys(split_words(
        "chapter chapters chap chaps ch chs chp chps section sections sec secs sect page pages pp p version ver v "
        "vers vol volume no nos nr number figure fig figs table tab problem problems prob probs exercise exercises ex "
        "part parts unit units appendix app line lines kapitel kap abschnitt seite seiten chapitre capítulo capitulo "
        "cap capitolo hoofdstuk article art item items verse verses grade score ratio scale issue question questions "
        "equation eq theorem lemma rfc isbn phone tel room rm weeks wks python height width mark marks"
    ), "c"),
}  # fmt: skip

ZONES: Final = frozenset(split_words(
    "utc gmt est edt et cst cdt ct mst mdt mt pst pdt pt cet cest mez mesz bst ist jst kst hkt sgt aest aedt aoe wet "
    "west eet eest msk brt eastern pacific central mountain"
))  # fmt: skip


def _table(names: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    out: dict[str, int] = {}
    for words in names.values():
        for index, forms in enumerate(words):
            for form in forms.split():
                out.setdefault(form, index)
    return out


MONTHS: Final[Mapping[str, int]] = {word: index + 1 for word, index in _table(MONTH_NAMES).items()}
WEEKDAYS: Final[Mapping[str, int]] = _table(WEEKDAY_NAMES)

# The long names of months; one letter more, less or other in the middle of such a name is a slip of the pen.
LONG_MONTHS: Final[tuple[tuple[str, int], ...]] = tuple(item for item in MONTHS.items() if len(item[0]) >= 7)
LONGEST_MONTH: Final = 12


def guess_month(word: str) -> int | None:
    """Return the number of a long month's name with one letter wrong; None for any other word.

    The first letter and the last three must stand, so that no everyday word comes near.

    >>> guess_month("noviebre"), guess_month("ocutubre"), guess_month("septmber"), guess_month("member")
    (11, 10, 9, None)
    """
    if not 7 <= len(word) <= LONGEST_MONTH or word in MONTHS:
        return None
    for name, number in LONG_MONTHS:
        if word[0] == name[0] and word[-3:] == name[-3:] and abs(len(word) - len(name)) <= 1 and _is_slip(word, name):
            return number
    return None


def _is_slip(word: str, name: str) -> bool:
    """Tell whether two words differ by one letter: one more, one less, or another."""
    same = 0
    while same < min(len(word), len(name)) and word[same] == name[same]:
        same += 1
    longer = len(word) > len(name)
    shorter = len(word) < len(name)
    return word[same + (not shorter) :] == name[same + (not longer) :]
