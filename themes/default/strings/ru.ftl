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
