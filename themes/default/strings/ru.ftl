# Chancery: interface strings of the public site, Russian.
# How these files are used is written at the top of en.ftl.
# A date in full ends in «г.», so a message that ends with a date has no full stop of its own.

## The language itself

language-name = Русский
read-in-this-language = Читать на русском языке
date-ledger = { $day }.{ $month }.{ $year }
label-end = :
date-range = { $from } – { $to }
time-range = { $from }–{ $to }
day-range = { $from } – { $to }
days-every = Ежедневно
city-time = { $city }, местное время
window-title = { $title } – { $site }

## Furniture: header, navigation, footer

skip-to-content = Перейти к содержанию
home-link = Главная страница
today-label = Сегодня
clocks-label = Местное время
clocks-pause = Остановить часы
clocks-resume = Запустить часы
languages-label = Языки
navigation-label = Основные разделы
breadcrumbs-label = Вы находитесь здесь
banner-label = Важное объявление
footer-label = О сайте
footer-about = Об этом сайте
footer-record = Время на сайте: { $zone }.
footer-time-zone = Часовой пояс
footer-permanent = Опубликованное здесь сохраняет свой адрес. Каждое исправление видно читателю.
print-source = Напечатано со страницы { $address }, { $date }

## The contact strip

contact-label = Контакты
contact-call = Позвонить: { $number }
contact-open-now = Сейчас открыто
contact-open-until = Сейчас открыто, до { $time }
contact-closed = Сейчас закрыто
contact-closed-opens = Сейчас закрыто. Откроется: { $weekday }, { $time }
contact-closed-opens-today = Сейчас закрыто. Откроется сегодня в { $time }
contact-closed-opens-date = Сейчас закрыто. Откроется { $date } в { $time }
contact-details = Подробнее
contact-hours = Часы приёма
contact-hours-line = { $days }, { $from }–{ $to }
contact-closed-on-holidays = В праздничные дни закрыто

## Counters

counters-label = Счётчики дней
counter-zone = Дни считаются по зоне: { $zone }.

## The front page

lead-label = Главное сообщение
latest-heading = Последние сообщения
all-messages = Все сообщения
read-on = Читать далее
read-whole = Читать полностью: { $title }

## Kinds of message, one and many

kind-statement = Заявление
kind-speech = Речь
kind-remarks = Выступление
kind-interview = Интервью
kind-press-conference = Пресс-конференция
kind-briefing = Брифинг
kind-press-release = Пресс-релиз
kind-article = Статья
kind-letter = Письмо
kind-notice = Объявление
kind-comment = Комментарий

kinds-statement = Заявления
kinds-speech = Речи
kinds-remarks = Выступления
kinds-interview = Интервью
kinds-press-conference = Пресс-конференции
kinds-briefing = Брифинги
kinds-press-release = Пресс-релизы
kinds-article = Статьи
kinds-letter = Письма
kinds-notice = Объявления
kinds-comment = Комментарии

## A message: its line of facts

message-facts-label = Об этом сообщении
kind-label = Вид
released-label = Опубликовано
released-at = Опубликовано { $date } в { $time } ({ $zone })
released-day = Опубликовано { $date }
occasion-label = Повод
occasion-on = { $date }
occasion-from-to = { $from } – { $to }
occasion-in = место: { $place }
occasion-with = участники:
place-label = Место
speakers-label = Выступающие
topics-label = Темы
source-label = Источник
licence-label = Лицензия
editions-label = На других языках
edition-read-in = Читать на языке: { $language }
version-label = Версия { $number }
paragraph-link = Ссылка на этот абзац
table-label = Таблица
turn-link = Ссылка на эту реплику
turn-question = Вопрос
turn-answer = Ответ
message-neighbours-label = Предыдущее и следующее сообщения
previous-message = Предыдущее сообщение
next-message = Следующее сообщение

## States of a message: one line each, at the top of the text

state-label = Состояние текста
state-corrected = Исправлено { $date }
state-correction-note = Что исправлено
state-withdrawn = Отозвано { $date }
state-withdrawn-reason = Причина
state-erased = Содержание этого сообщения удалено. Его контрольная сумма остаётся в записях.
state-erased-law = Содержание этого сообщения удалено по требованию закона. Его контрольная сумма остаётся в записях.
state-imported = Внесено { $date }; источник: { $source }. Текст приводится по источнику.
state-imported-no-source = Внесено { $date } из другого собрания. Текст приводится по источнику.
state-imported-event-date = В источнике указана дата события, а не дата публикации.
state-imported-title-date = Дата взята из заголовка; другой источник не указывает.
state-summary-only = Сохранилось только краткое изложение; полного текста в этом собрании нет.
state-as-captured = Текст приводится в том виде, в каком его показывала сохранённая страница.
state-as-of = Вы видите сайт таким, каким он был { $date } в { $time }.
state-as-of-back = Вернуться к настоящему времени
state-preview = Это предварительный просмотр, он не опубликован. Страница показана такой, какой она будет { $date } в { $time }.
state-rehearsal = Это репетиция, она не опубликована. Сайт показан таким, каким он будет { $date } в { $time }, если больше ничего не будет решено.
state-rehearsal-back = Назад в редакцию
state-watermark = Эта копия сделана для: { $name }. Просим не передавать её другим.
state-translation-of-version = Перевод соответствует версии { $number } текста на языке: { $language }.

## The archive

archive-title = Все сообщения
archive-month-title = Сообщения: { $month }
archive-year-title = Сообщения { $year } года
archive-count = { $count ->
    [0] Сообщений нет
    [one] { $count } сообщение
    [few] { $count } сообщения
    [many] { $count } сообщений
   *[other] { $count } сообщения
}
archive-empty = Сообщений, отвечающих этим условиям, нет.
archive-month-empty = В этом месяце сообщений не было.
archive-filters = Отбор
filter-kind = Вид
filter-speaker = Выступающий
filter-place = Место
filter-topic = Тема
filter-from = С
filter-to = По
filter-any = Все
filter-apply = Применить
filter-clear = Сбросить отбор
archive-chart-title = Сообщения по месяцам
archive-chart-table = Те же данные в таблице
archive-chart-month = Месяц
archive-chart-count = Сообщения
archive-chart-bar = { $month }: { $count ->
    [0] сообщений нет
    [one] { $count } сообщение
    [few] { $count } сообщения
    [many] { $count } сообщений
   *[other] { $count } сообщения
}
archive-newer = Более новые
archive-older = Более ранние
archive-page = Страница { $number } из { $total }
archive-pages-label = Страницы архива
archive-months-label = Месяцы
archive-years-label = Годы

## Pages that say no, and help

not-found-title = Страница не найдена
not-found-text = По этому адресу страницы нет. Возможно, в адресе опечатка или ссылка, которая сюда привела, неполна.
not-found-search-archive = Посмотреть в архиве всех сообщений
withdrawn-title = Сообщение отозвано
gone-title = Содержание удалено
gone-text = То, что находилось по этому адресу, удалено и не вернётся. Адрес сохранён, чтобы об этом можно было сказать.
unavailable-legal-title = Удалено по требованию закона
unavailable-legal-text = То, что находилось по этому адресу, удалено, поскольку этого требует закон.
bad-request-title = Запрос не удалось понять
bad-request-text = В адресе или в условиях отбора есть то, чего сайт не может прочесть. Проверьте адрес или начните с главной страницы.
method-not-allowed-title = Эту страницу можно только читать
method-not-allowed-text = Запрос требовал чего-то иного, чем чтение. Откройте страницу по её адресу.
too-long-title = Слишком длинный адрес
too-long-text = Адрес длиннее, чем принимает этот сайт. Начните с главной страницы или с архива.
misdirected-title = Под этим именем сайта нет
misdirected-text = Сервер найден, но сайта с таким именем на нём нет. Проверьте имя в адресе.
server-error-title = Страницу не удалось показать
server-error-text = Произошла ошибка на нашей стороне, она записана. Пожалуйста, повторите попытку через несколько минут.
server-error-reference = Если вы сообщаете об этом, укажите, пожалуйста, номер { $reference }.
unavailable-title = Сайт готовится к работе
unavailable-text = Пожалуйста, повторите попытку через минуту.
not-yet-title = Сайта ещё не было
not-yet-text = Это собрание начинается позже того момента, который вы указали.
not-yet-first = Перейти к первому моменту этого собрания

## A site without messages

empty-site-title = Пока ничего не опубликовано
empty-site-text = Первое сообщение появится здесь, как только будет опубликовано.
empty-site-next = Вы настраиваете этот сайт? Внесите сообщения, которые у вас уже есть. На сервере выполните команду:

## Search

search-title = Поиск
search-window-title = Поиск: { $words }
search-label = Что искать
search-do = Найти
search-days = Между двумя датами
search-catching-up = Поиск обновляется: учтено { $done } из { $total } текстов. Часть результатов может отсутствовать.
search-preparing = Поиск готовится к работе. Всё остальное на сайте можно читать.
search-chips = Действующие условия
search-remove = Убрать условие
search-count = { $count ->
    [0] Сообщений не найдено
    [one] Найдено { $count } сообщение
    [few] Найдено { $count } сообщения
    [many] Найдено { $count } сообщений
   *[other] Найдено { $count } сообщения
}
search-count-turns = { $count ->
    [0] Высказываний не найдено
    [one] Найдено { $count } высказывание
    [few] Найдено { $count } высказывания
    [many] Найдено { $count } высказываний
   *[other] Найдено { $count } высказывания
}
search-units = Где искать
search-messages = Сообщения
search-turns = Что было сказано
search-orders = Порядок
search-order-relevance = Сначала самые подходящие
search-order-newest = Сначала новые
search-read-words = Со словами
search-read-phrases = Дословно
search-read-without = Без слов
search-relaxed = Текстов со всеми этими словами нет; здесь есть некоторые из них.
search-cut = Запрос длиннее, чем учитывается при поиске. Использовано только его начало.
search-meant = Возможно, вы имели в виду
search-facets = Уточнить результаты
search-more = Ещё
search-year = Год
search-language = Язык
search-all-languages = Все языки
search-said-by = Кто сказал
search-kind-page = Страница
search-kinds-page = Страницы
search-trend = Результаты по годам
search-trend-values = Результаты
search-ranking-title = Как складывается порядок
search-ranking = Первыми стоят тексты, в которых слова найдены в той форме, в какой их ввели, рядом друг с другом или в заголовке, и в которых найдены более редкие слова. При равенстве первым стоит более новый текст. Больше ничего не учитывается: ни кто читает, ни сколько раз текст прочитан.
search-nothing = В этом собрании ничего не найдено. Попробуйте меньше слов или другие слова.
search-try-languages = Искать на всех языках
search-try-quote = Проверить цитату дословно
search-pages = Страницы результатов
search-page-before = Предыдущие результаты
search-page-after = Следующие результаты
search-help-title = Как искать
search-help-short = Несколько слов: все они, в любой форме. В «кавычках»: в точности эти слова. OR между словами: одно из них. Дефис перед словом: без него. Звёздочка после начала слова: все слова, которые так начинаются. Кроме того: speaker: place: kind: topic: year: from: to: date: lang:
search-help-lenient = Любой запрос читается насколько возможно хорошо. AND, OR и NOT пишутся прописными буквами.
search-example-words = Оба слова, в любой форме
search-example-phrase = В точности эти слова в этом порядке
search-example-or = Одно из двух слов или оба
search-example-without = Первое слово без второго
search-example-speaker = Что сказало это лицо
search-example-place = По поводу события в этом месте
search-example-kind = Сообщения этого вида
search-example-date = Вышло в этом месяце

## Is this a true quote?

quote-title = Точна ли эта цитата?
quote-nav = Проверить цитату
quote-label = Слова для проверки
quote-do = Проверить
quote-limit = { $count ->
    [one] До { $count } знака
   *[other] До { $count } знаков
}
quote-cut = Текст длиннее. Проверены только первые { $count } знаков.
quote-verbatim = Дословно
quote-verbatim-says = Эти слова стоят в записях в точности так, как приведены.
quote-typography = Дословно, кроме знаков препинания
quote-typography-says = Слова те же, что в записях. Различаются только знаки препинания, написание знаков или отмеченные пропуски.
quote-altered = Изменено
quote-altered-says = В таком виде этой цитаты в записях нет. Показаны ближайшее место и отличия от него.
quote-earlier = Из прежней версии
quote-earlier-says = Эти слова стояли в прежней версии текста, которая была исправлена. Приведены обе редакции.
quote-questioner = Слова спрашивавшего
quote-questioner-says = Эти слова в записях есть, но их сказал тот, кто спрашивал, а не тот, кто отвечал.
quote-not-found = В этих записях нет
quote-not-found-says = Ни в одном тексте нет этих слов или близких к ним. Из этого не следует, что они никогда не были сказаны.
quote-too-short = Слишком коротко, чтобы судить
quote-too-short-says = Столь немногие слова мог сказать кто угодно. Приведите не меньше четырёх слов подряд.
quote-record = В этом собрании { $count ->
    [one] { $count } текст
    [few] { $count } текста
    [many] { $count } текстов
   *[other] { $count } текста
} на всех языках; состояние на { $date }, { $time } ({ $zone }).
quote-several = { $count ->
    [one] Эти слова стоят в { $count } месте записей.
   *[other] Эти слова стоят в { $count } местах записей.
}
quote-several-shown = { $count ->
    [one] Показано { $count }.
   *[other] Показаны { $count }.
}
quote-attributed = В цитате назван не тот, кто говорит в записи.
quote-mixed = Цитата соединяет слова разных лиц.
quote-joined-far = Части цитаты стоят в тексте далеко друг от друга.
quote-joined-turns = Части цитаты взяты из разных высказываний.
quote-joined-order = Части цитаты стоят в тексте в другом порядке.
quote-joined-denial = Пропущенное в цитате отрицает то, что она как будто говорит.
quote-diff-title = Цитата рядом с записью
quote-only-quote = только в цитате
quote-only-record = только в записи
quote-since-title = Что стало с этим местом
quote-only-before = только прежде
quote-only-now = только теперь
quote-corrected = Текст исправлен { $date }: { $class }.
quote-gone = Этого места в тексте больше нет.
quote-unchanged = Само это место не изменилось.
quote-open = Открыть на этом месте
quote-share = Ссылка на эту проверку
quote-promise-title = Что может сказать эта проверка
quote-promise = Она сравнивает слова со всеми текстами этого сайта, открытыми на этот момент, включая прежние версии, и говорит, где они стоят и кто их сказал.
quote-promise-never = Она никогда не говорит, что цитата ложна: только есть ли эти слова в записях.

## Citing a passage, and what became of a passage that was cited

cite-paragraph = Цитировать этот абзац
cite-turn = Цитировать эту реплику
cite-selection = Цитировать
cite-title = Цитировать этот фрагмент
cite-of = Цитата из текста «{ $title }»
cite-not-there = Выделенные слова не стоят в этом фрагменте подряд. Приводится весь фрагмент.
cite-in-place = Показать фрагмент в тексте
cite-whole = Цитировать весь фрагмент
cite-whole-turn = Цитировать всю реплику
cite-plain = Простой текст
cite-html = HTML
cite-json = JSON-LD (schema.org)
cite-copy = Копировать
cite-copied = Скопировано
cite-quoted = «{ $text }»
cite-listed = { $first }, { $second }
cite-changed-title = Этот фрагмент изменён
cite-changed = Вы перешли по ссылке на версию { $then }. Сейчас действует версия { $now }, и этот фрагмент в ней сформулирован иначе.
cite-changed-here = Этот фрагмент изменён: прежняя формулировка
cite-gone-title = Этого фрагмента в тексте больше нет
cite-gone = Вы перешли по ссылке на версию { $then }. Сейчас действует версия { $now }, и этого фрагмента в ней нет. Он гласил:
cite-moved-title = Эти слова стоят в другом месте
cite-moved = Вы перешли по ссылке на версию { $then }. Сейчас действует версия { $now }: слова фрагмента не изменились, но абзацы разделены или расположены иначе.
cite-unknown-title = Фрагмент не найден
cite-unknown = Ссылка, по которой вы перешли, указывает на фрагмент, которого в этом тексте нет. Показан сам текст.
cite-now = Перейти к фрагменту в нынешнем виде
cite-class-first = первая версия
cite-class-substantive = изменён смысл
cite-class-clarification = смысл уточнён
cite-class-typographic = правописание или типографика
cite-class-formatting = оформление
cite-class-translation = улучшен перевод
cite-class-metadata = сведения о тексте
cite-class-legal = по требованию закона

## Who speaks

speakers-title = Выступающие
speakers-people = Лица этого сайта
speakers-others = Другие лица, названные в сообщениях
speakers-empty = Выступающие пока не названы.
speakers-cut = Названные чаще всего ({ $count }); все сообщения есть в архиве.
speakers-languages = Имя на других языках
speakers-offices = Должности
# Labels of a stretch of time in office; date-range stands where both ends are known.
speakers-from = с { $date }
speakers-since = с { $date }
speakers-until = до { $date }
speakers-now = в должности
speakers-messages = Сообщения с именем этого лица
speakers-turns = { $count ->
    [0] Высказываний нет
    [one] { $count } высказывание
    [few] { $count } высказывания
    [many] { $count } высказываний
   *[other] { $count } высказывания
}
# While search is being prepared.
speakers-preparing = Отдельные высказывания появятся, когда поиск будет готов. Пока здесь сообщения.
speakers-unmarked = В текстах не отмечено, какие слова принадлежат этому лицу. Здесь сообщения.
speakers-nothing = Высказываний этого лица, отвечающих этим условиям, нет.
speakers-search = Искать эти слова во всём собрании
speakers-all = Все эти сообщения в архиве

## Pictures of figures

chart-year = Год
chart-day = День
# One bar; $label is what it stands for.
chart-bar = { $label }: { $count }
chart-most = Самый высокий столбец: { $count }
chart-csv = Данные в CSV
chart-messages = Сообщения по годам
chart-turns = Высказывания по годам
chart-turns-count = Высказывания
chart-days = Сообщения по дням
# $weekday is the day on which the rows begin.
chart-weeks = Каждая строка — неделя; первый её день — { $weekday }. Чем насыщеннее цвет дня, тем больше сообщений.
