# Chancery: interface strings of the writing rooms, Russian.

## The list

writing-untitled = Без заголовка
writing-title = Заголовок
writing-language = Язык
writing-kind = Вид
writing-stage = Состояние
writing-changed = Изменено
writing-release = Публикация
writing-actions = Что можно сделать
writing-all-languages = Все языки
writing-words-of-title = Слова заголовка
writing-filter = Показать
writing-filter-none = Показать всё
writing-in-work = В работе
writing-in-work-caption = Языковые варианты, у которых ещё нет версий; первым – изменённый последним
writing-released = Опубликовано или ждёт публикации
writing-released-caption = Языковые варианты по новейшей версии; первой – последняя публикация
writing-none-found = Здесь ничего нет.
writing-pages = Страницы списка
writing-page = Страница { $page }
writing-newer = Более новые
writing-older = Более ранние
writing-list-write = Писать
writing-list-write-this = Писать: { $title } ({ $language })

## A new message

writing-new-hint = Другие языки добавляются как переводы. До сохранения ничего не записывается.
writing-begin = Начать писать

## Where I am

writing-where = Языковые варианты
writing-missing = Ещё не написано:
writing-overview = Обзор этого сообщения
writing-state = Этот текст
writing-revision = Редакция текста
writing-made-from = На основе
writing-version = версия { $number }
writing-address = Адрес
writing-links = Ссылки для просмотра
writing-comments = Проверка и комментарии
writing-discard = Отбросить черновик
writing-back = Вернуться к тексту
writing-presence = Этот текст открыт с { $time }: { $name }.
writing-unmerged = Ваш текст не сохранён, потому что этот изменён другим сотрудником. Он хранится один день.
writing-unmerged-look = Сравнить и объединить

## The form

writing-problems = Не сохранено. Ничего из введённого не потеряно.
writing-teaser = Анонс
writing-teaser-hint = Первые слова в списках. Если не заполнить, они берутся из текста.
writing-text = Текст
writing-text-hint = CommonMark. Абзац, который начинается с имени выступающего и двоеточия, например «Вопрос:», открывает реплику.
writing-notes = Что опущено или неясно
writing-save = Сохранить
writing-preview = Сохранить и просмотреть
writing-submit-go = Сохранить и перейти к отправке
writing-file = Добавить файл Word
writing-file-choose = Файл Word (.docx)
writing-file-hint = Не более 50 МБ. Его текст добавляется после того, что здесь уже есть. Примечания, отслеживаемые удаления и скрытый текст опускаются и подсчитываются.
writing-file-add = Добавить его текст
writing-file-whole = Файл взят целиком; ничего не опущено.
writing-source = Текст, с которого делается перевод ({ $language })
writing-source-newer = Этот перевод соответствует версии { $number }; теперь есть версия { $newer }.
writing-source-compare = Что изменилось
writing-source-draft = Этот текст – черновик и ещё не опубликован.

## Facts and checks

writing-checks = Проверки
writing-checks-none = Проверки ничего не обнаружили.
writing-check-error = Ошибка.
writing-check-warning = Обратите внимание.
writing-suggestions = Предложения
writing-take = Принять
writing-facts = Сведения
writing-field-title = Заголовок
writing-field-kind = Вид
writing-field-teaser = Анонс
writing-field-occasion_date = Дата повода
writing-field-place = Место
writing-field-with = С кем
writing-field-speakers = Выступающий
writing-field-topics = Тема
writing-field-slug = Адрес
writing-field-nav = Место в навигации
writing-field-class = Класс исправления
writing-field-note = Примечание для читателей
writing-field-follows = Исходный текст
writing-with = С кем
writing-speakers = Выступающие
writing-topics = Темы
writing-several-hint = По одному в строке; известные имена подсказываются.
writing-more = Ещё строки
writing-slug = Последняя часть адреса
writing-slug-page = Путь страницы
writing-slug-hint = Если не заполнить, берётся из заголовка и при исправлении не меняется.
writing-nav = Место в навигации
writing-nav-hint = Целое число, меньшее – раньше. Если не заполнить, страницы в навигации не будет.
writing-follows = Исходный текст
writing-follows-none = Это не перевод
writing-follows-choice = { $language }, версия { $number }
writing-correction = Исправление
writing-proposal = Судя по изменениям, редакция предлагает:
writing-class = Класс исправления
writing-class-proposed = Как предложено
writing-class-lower = (ниже предложенного: нужен второй сотрудник)
writing-class-hint = Класс говорит, насколько велико изменение. Он виден всем, и каждую версию по-прежнему можно прочесть.
writing-note = Примечание для читателей
writing-note-hint = Одна фраза для читателей: что исправлено и почему.
writing-preview-at = Просмотр на заданный момент
writing-instant-home = Дата и время в местном часовом поясе
writing-preview-show = Показать
writing-as-at = Сайт на заданный момент
writing-as-at-what = Вы видите весь сайт таким, каким его увидят или видели читатели в выбранный вами момент.
writing-as-at-date = Дата в местном часовом поясе
writing-as-at-time = Время в местном часовом поясе
writing-as-at-show = Посмотреть сайт
writing-as-at-date-wrong = Дата: выберите день календаря, например 2020-09-22.
writing-as-at-time-wrong = Время: укажите часы и минуты, например 14:00.
writing-as-at-lang-wrong = Язык: выберите один из языков сайта.
writing-as-at-skipped = Местные часы никогда не показывают этого времени. Какой момент вы имеете в виду?
writing-as-at-twice = Местные часы показывают это время дважды. Какой момент вы имеете в виду?

## What was done

writing-done-saved = Сохранено.
writing-done-taken = Предложение принято, текст сохранён.
writing-done-submitted = Отправлено на утверждение. Теперь его может утвердить другой сотрудник; если вы измените текст, его придётся отправить снова.
writing-done-merged = Оба текста объединены и сохранены.
writing-done-discarded = Черновик отброшен.
writing-done-revoked = Ссылка отменена и больше ничего не показывает.

## Merging

writing-merge = Сравнить и объединить
writing-merge-who = Пока вы писали, этот текст изменён: { $name }, { $moment }.
writing-merge-gone = Черновик, над которым вы работали, тем временем опубликован или отброшен.
writing-merge-kept = Ничто не перезаписано. Ваш текст хранится один день.
writing-merge-waiting = Ваши тексты, которые ждут, сначала новейший
writing-merge-waiting-line = { $words ->
    [one] Хранится с { $moment }, { $words } слово
    [few] Хранится с { $moment }, { $words } слова
    [many] Хранится с { $moment }, { $words } слов
   *[other] Хранится с { $moment }, { $words } слова
}
writing-merge-choose = Это изменили вы оба
writing-merge-base = Как было до обоих изменений
writing-merge-clean = Вы изменили разные отрывки, поэтому выбирать ничего не нужно.
writing-merge-save = Сохранить объединённый текст
writing-merge-forget = Отложить мой текст и оставить другой
writing-merge-sides = Оба текста рядом
writing-merge-same = Тексты совпадают.
writing-merge-result = Объединённый текст; где ничего не выбрано – ваш
writing-merge-removed-mine = Вы это удалили.
writing-merge-removed-theirs = Там это удалено.
writing-mine = Ваш
writing-theirs = Другой
writing-empty = (пусто)
writing-passage = Отрывок { $number }
writing-take-mine = Взять мой
writing-take-theirs = Взять другой
writing-take-both = Оставить оба, сначала мой

## Submitting and discarding

writing-submit = На утверждение
writing-submit-what = { $words ->
    [one] Вы отправляете языковой вариант ({ $language }), в нём { $words } слово. Другой сотрудник посмотрит его и утвердит или вернёт.
    [few] Вы отправляете языковой вариант ({ $language }), в нём { $words } слова. Другой сотрудник посмотрит его и утвердит или вернёт.
    [many] Вы отправляете языковой вариант ({ $language }), в нём { $words } слов. Другой сотрудник посмотрит его и утвердит или вернёт.
   *[other] Вы отправляете языковой вариант ({ $language }), в нём { $words } слова. Другой сотрудник посмотрит его и утвердит или вернёт.
}
writing-submit-now = Отправить на утверждение
writing-anyway = { $count ->
    [one] Всё равно отправить: верно и то, что проверки считают ошибкой (мест: { $count }).
    [few] Всё равно отправить: верно и то, что проверки считают ошибкой (мест: { $count }).
    [many] Всё равно отправить: верно и то, что проверки считают ошибкой (мест: { $count }).
   *[other] Всё равно отправить: верно и то, что проверки считают ошибкой (мест: { $count }).
}
writing-go-on = Писать дальше
writing-discard-what = { $words ->
    [one] В черновике ({ $language }) { $words } слово.
    [few] В черновике ({ $language }) { $words } слова.
    [many] В черновике ({ $language }) { $words } слов.
   *[other] В черновике ({ $language }) { $words } слова.
}
writing-discard-who = Последнее изменение: { $name }, { $moment }.
writing-discard-public = Опубликованное остаётся как есть. Прежние редакции черновика хранятся месяц.
writing-discard-nothing = Ничего из него не публиковалось. Его прежние редакции хранятся месяц.
writing-discard-now = Отбросить черновик ({ $language })
writing-discard-changed = Черновик изменён после того, как вы его смотрели. Посмотрите его снова, прежде чем отбросить.

## Preview links

writing-links-what = Ссылка для просмотра показывает этот вариант одному стороннему человеку, без входа, пока не истечёт её срок или она не будет отменена. Его имя стоит поперёк страницы.
writing-links-none = Действующих ссылок нет.
writing-links-caption = Действующие ссылки, сначала новейшая
writing-link-new = Новая ссылка
writing-link-name = Для кого
writing-link-name-hint = Имя человека. Оно печатается поперёк страницы, чтобы по копии было видно, чья она.
writing-link-hours = Часов до истечения срока
writing-link-hours-hint = От 1 до { $max }, то есть до двух недель.
writing-link-shows = Показывает
writing-link-exact = Этот текст
writing-link-newest = Новейший текст
writing-link-exact-long = Именно тот текст, который есть сейчас
writing-link-newest-long = Новейший текст на момент открытия
writing-link-make = Создать ссылку
writing-link-by = Создана
writing-link-until = Срок
writing-link-looks = Открытий
writing-link-revoke = Отменить
writing-link-made = Ссылка создана. Для кого: { $name }. Действует до { $expires }.
writing-link-address = Адрес ссылки
writing-link-once = Скопируйте её сейчас: редакция хранит только контрольную сумму и снова показать ссылку не сможет.
