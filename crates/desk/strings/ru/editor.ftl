# Chancery: interface strings of the desk's editor, Russian.
# How this file is used is written at the top of the English one.

## Turns

editor-question = Вопрос
editor-answer = Ответ
editor-speech = Речь
editor-narration = Ремарка
editor-role = Вид этой реплики
editor-speaker = Чья это реплика
editor-speaker-none = Выступающий не выбран

## Toolbar

editor-toolbar = Оформление текста
editor-turn = Реплика
editor-turn-title = Реплика: составить из выделенных абзацев или начать следующую
editor-dissolve = Разобрать
editor-dissolve-title = Разобрать эту реплику на абзацы
editor-paragraph = Текст
editor-paragraph-title = Абзац
editor-heading-2 = Заголовок 2
editor-heading-3 = Заголовок 3
editor-heading-4 = Заголовок 4
editor-bullets = Список
editor-bullets-title = Маркированный список
editor-numbers = Нумерация
editor-numbers-title = Нумерованный список
editor-quote = Цитата
editor-quote-title = Цитируемый отрывок
editor-strong = Полужирный
editor-strong-title = Полужирный: важное
editor-emphasis = Курсив
editor-emphasis-title = Курсив: выделение
editor-superscript = Надстрочный
editor-subscript = Подстрочный
editor-link = Ссылка
editor-lang = Язык
editor-lang-title = Язык выделенных слов
editor-rule = Черта
editor-rule-title = Черта между частями
editor-table = Таблица
editor-table-title = Вставить таблицу
editor-figure = Изображение
editor-figure-title = Вставить изображение из медиатеки
editor-word-file = Файл Word
editor-word-file-title = Вставить текст из файла Word (.docx)
editor-undo = Отменить
editor-redo = Повторить
editor-help = Справка
editor-help-title = Клавиши редактора
editor-row-before = Строка выше
editor-row-after = Строка ниже
editor-row-delete = Удалить строку
editor-column-before = Столбец перед
editor-column-after = Столбец после
editor-column-delete = Удалить столбец
editor-header-row = Строка заголовков
editor-table-delete = Удалить таблицу
editor-figure-edit = Изменить изображение
editor-figure-delete = Убрать изображение
editor-figure-alt = Альтернативный текст: { $alt }
editor-figure-no-alt = Альтернативного текста нет.
editor-figure-caption = Подпись

## Dialogs

editor-text = Текст сообщения
editor-hint = F1 объясняет клавиши. Alt+F10 переводит на панель. Escape, затем Tab выводят из текста.
editor-ok = Применить
editor-cancel = Отмена
editor-close = Закрыть
editor-remove = Убрать
editor-link-address = Адрес
editor-link-hint = https://…, mailto:…, tel:…, адрес на этом сайте, например /en/contacts, или #метка
editor-link-wrong = Адрес: это не может быть ссылкой. Укажите адрес, который начинается с https, http, mailto или tel, путь, например /en/contacts, или #метка.
editor-link-empty = Сначала выделите слова, которые должны стать ссылкой.
editor-lang-code = Код языка
editor-lang-hint = Например, en, ar, zh-Hans. Где язык текста совпадает с языком варианта, ничего не меняйте.
editor-lang-wrong = Код языка: укажите код, например fr или sr-Latn.
editor-lang-empty = Сначала выделите слова на другом языке.
editor-media-choose = Изображение
editor-media-alt = Альтернативный текст: что сообщается тем, кто не видит изображения
editor-media-caption = Подпись (можно не заполнять)
editor-media-none = В медиатеке ещё нет изображений. Сначала добавьте изображение туда.
editor-media-failed = Медиатеку не удалось прочесть. Повторите попытку через минуту.
editor-media-unchosen = Изображение: выберите его.
editor-media-alt-missing = Альтернативный текст: скажите одной фразой, что показано на изображении.

## Saving

editor-save-unchanged = Изменений после сохранения нет
editor-save-pending = Ещё не сохранено
editor-save-saving = Сохранение…
editor-save-saved = Сохранено в { $time }
editor-save-away = Не сохранено на сервере с { $time } – хранится на этом компьютере
editor-save-away-unkept = Не сохранено на сервере с { $time }, и этот компьютер не может сохранить копию. Не закрывайте страницу.
editor-save-refused = Не сохранено: { $detail } Ваш текст хранится на этом компьютере.
editor-save-refused-plain = Сервер не принял текст.
editor-save-conflict = Этот текст изменён другим сотрудником. Ваш текст хранится на этом компьютере; ничто не перезаписано.
editor-save-merge = Сравнить и объединить
editor-save-session = Ваш сеанс завершён. Ваш текст хранится на этом компьютере.
editor-save-wait = Дождитесь сохранения текста и повторите попытку.
editor-session-title = Ваш сеанс завершён
editor-session-text = Ваш текст здесь в сохранности. Войдите снова в новой вкладке и вернитесь.
editor-session-link = Открыть страницу входа в новой вкладке
editor-session-done = Вход выполнен, сохранить сейчас
editor-session-still = Сервер всё ещё требует входа.
editor-found = На этом компьютере есть текст от { $time }, не сохранённый на сервере.
editor-found-behind = Текст на сервере с тех пор изменился; после восстановления вам будет предложено объединить тексты.
editor-restore = Восстановить этот текст
editor-discard = Отбросить его

## Around the text

editor-presence = Этот текст открыт с { $time }: { $name }.
editor-check-error = Нужно исправить
editor-check-warning = Обратите внимание
editor-check-note = Замечание
editor-go = Перейти к месту
editor-seen = Всё верно
editor-paste-reading = Чтение вставленного…
editor-paste-large = Это больше 20 МБ, а текст столько занимать не может. Вставьте по частям или файлом Word.
editor-paste-away = Сервер недоступен; вставлен только простой текст.
editor-paste-refused = Вставить не удалось: { $detail }
editor-paste-picture = Изображения берутся из медиатеки: добавьте файл туда и нажмите «Изображение».
editor-paste-file = Здесь можно вставить только файлы Word (.docx). Сохраните файл как .docx и повторите попытку.
editor-docx-large = Этот файл больше 20 МБ. Уберите из него изображения и повторите попытку.
editor-docx-away = Сервер недоступен. Файл не вставлен; повторите попытку.

## The keys, in the help

editor-key-enter = Новый абзац; в имени выступающего – переход к словам; в последнем пустом абзаце реплики – следующая реплика
editor-key-next = Следующая реплика сразу
editor-key-after = Абзац после этой реплики, таблицы или изображения
editor-key-break = Перенос строки
editor-key-move = Переместить блок, пункт списка или реплику выше или ниже
editor-key-backspace = В начале имени выступающего: разобрать реплику
editor-key-tab = В списке: глубже или обратно; в таблице: следующая ячейка или предыдущая
editor-key-toolbar = На панель; по ней ведут стрелки, Escape возвращает к тексту
editor-key-leave = Выйти из текста с клавиатуры
editor-key-save = Сохранить сейчас
