# Chancery: interface strings of review, release and record, Russian.

review-problem = Выполнить не удалось
review-untitled = (ещё без заголовка)
review-when = { $date }, { $time }
review-in = через { $span }
review-ago = { $span } назад
review-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
    [many] { $count } дней
   *[other] { $count } дня
}
review-hours = { $count } ч
review-minutes = { $count } мин
review-seconds = { $count } с
review-token-of = программа ({ $name })
review-version = Версия { $number }
review-follows = { $language }, версия { $number }
review-date-wrong = Это не дата. Выберите день публикации.
review-time-wrong = Это не время. Укажите часы и минуты, например 23:00.
review-time-skipped = Местные часы никогда не показывают этого времени: их переводят вперёд. Выберите один из двух моментов.
review-time-twice = Местные часы показывают это время дважды: их переводят назад. Выберите один из двух моментов.
review-choice-skipped = Такого времени здесь нет. Какой момент имеется в виду?
review-choice-twice = Это время бывает здесь дважды. Какой момент имеется в виду?
review-date = День
review-time = Время
review-comment-empty = Комментарий пуст. Напишите, на что обратить внимание.

review-title = Проверка: { $title }
review-to-message = Сообщение
review-to-bundle = Вместе с другими
review-to-waiting = Что ожидает меня
review-where = Состояние дел
review-changed-by = Последнее изменение
review-submitted-by = Отправка на утверждение
review-approved-by = Утверждение
review-released-by = Публикация
review-reviewed-by = Проверка после публикации
review-proposed = Сравнение предлагает
review-below-proposal = Класс ниже предложенного сравнением. Без второго сотрудника опубликовать нельзя.
review-outdated = Тем временем появилась версия { $number }. Этот текст сделан не на её основе; верните его.
review-draft-differs = В черновике есть неотправленные изменения; последнее внесено: { $name }. Вы видите и утверждаете то, что отправлено.
review-is-draft = Ничего не отправлено. Это черновик; последнее сохранение: { $name }.
review-nothing-submitted = Ничего не отправлено. Это новейшая версия.
review-first = Это первая версия: в ней всё новое.
review-compared = Сравнение с версией { $number }.
review-change-count = { $fields ->
    [0] Сведения о тексте: изменений нет
    [one] Сведения о тексте: { $fields } изменение
    [few] Сведения о тексте: { $fields } изменения
    [many] Сведения о тексте: { $fields } изменений
   *[other] Сведения о тексте: { $fields } изменения
}; { $rows ->
    [0] отрывки: изменений нет.
    [one] отрывки: { $rows } изменение.
    [few] отрывки: { $rows } изменения.
    [many] отрывки: { $rows } изменений.
   *[other] отрывки: { $rows } изменения.
}
review-first-change = К первому изменению
review-next-change = Следующее изменение
review-view-text = Единый текст
review-view-side = Рядом
review-preview = Показать как страницу сайта
review-write = Писать
review-look = Посмотреть
review-text = Текст
review-about-text = Сведения о тексте
review-field = Что
review-before = Было
review-now = Стало
review-changed = изменено
review-field-title = Заголовок
review-field-kind = Вид
review-field-teaser = Первые слова в списках
review-field-date = День повода
review-field-place = Место
review-field-with = С кем
review-field-speakers = Выступающие
review-field-topics = Темы
review-field-nav = Место в навигации
review-field-address = Адрес
review-field-class = Класс
review-field-note = Примечание для читателей
review-field-source = Исходный текст
review-field-media = Изображения и файлы
review-row-added = Изменение { $number }: добавлено
review-row-removed = Изменение { $number }: удалено
review-row-moved = Изменение { $number }: перемещено
review-row-changed = Изменение { $number }: изменено
review-decide = Решение
review-own = Вы писали или отправляли этот текст, поэтому утвердить его должен другой сотрудник.
review-approve = Утвердить отправленное
review-return = Вернуть автору
review-return-reason = Что нужно сделать
review-release = Опубликовать…
review-checks = Проверки
review-checks-none = Проверки ничего не обнаружили.
review-severity-wrong = Ошибка.
review-severity-look = Обратите внимание.
review-there = Показать место
review-comments = { $count ->
    [0] Комментарии
    [one] Комментарии: открыт { $count }
    [few] Комментарии: открыто { $count }
    [many] Комментарии: открыто { $count }
   *[other] Комментарии: открыто { $count }
}
review-comment = Комментарий
review-comment-label = Комментарий к этому отрывку
review-comment-whole = Комментарий ко всему тексту
review-comment-add = Сохранить комментарий
review-resolve = Решено
review-resolved = Решено: { $name }.

review-done-approved = Утверждено. Теперь можно опубликовать.
review-done-returned = Возвращено. Автор увидит причину в разделе «Ожидает».
review-done-commented = Комментарий сохранён.
review-done-resolved = Вопрос решён.
review-done-move = Публикация перенесена.
review-done-moved = Пакет перенесён.
review-done-call-off = Публикация отменена.
review-done-withdraw = Языковой вариант отозван. По его адресу теперь указана причина.
review-done-restore = Языковой вариант снова опубликован.
review-done-erase = Содержание удалено.
review-done-look = Отмечено, что вы посмотрели.
review-done-lead = Это сообщение теперь открывает главную страницу.

review-compare-title = Версии { $old } и { $new }: { $title }
review-compare-since = Версия { $number }, опубликована с
review-compare-others = Другие сравнения:

review-release-title = Публикация
review-release-none = Того, что вы можете опубликовать, на утверждении нет.
review-release-which = Что должно быть опубликовано
review-release-when = Когда, по местному времени ({ $home })
review-release-now-choice = Сейчас
review-release-at-choice = В этот момент
review-release-go-on = Продолжить и проверить
review-nothing-chosen = Ничего не выбрано, или после открытия этой страницы текст отправлен снова. Выберите, что должно быть опубликовано.
review-bundle-title = Название пакета
review-bundle-hint = Нужно, когда несколько языковых вариантов публикуются вместе. Читатели его не видят.
review-bundle-title-missing = Несколько языковых вариантов публикуются вместе, поэтому им нужно название. Укажите его.
review-bypass = Почему без утверждения
review-bypass-hint = Только если выбранный текст не утверждён. Причина остаётся в записях, а публикация отмечена, пока её не посмотрит второй сотрудник.
review-confirm-title = Всё верно?
review-confirm-languages-at = { $count ->
    [one] Опубликовать на { $count } языке { $when } ({ $place })?
    [few] Опубликовать на { $count } языках { $when } ({ $place })?
    [many] Опубликовать на { $count } языках { $when } ({ $place })?
   *[other] Опубликовать на { $count } языках { $when } ({ $place })?
}
review-confirm-texts-at = { $count ->
    [one] Опубликовать { $count } текст { $when } ({ $place })?
    [few] Опубликовать { $count } текста { $when } ({ $place })?
    [many] Опубликовать { $count } текстов { $when } ({ $place })?
   *[other] Опубликовать { $count } текста { $when } ({ $place })?
}
review-confirm-languages-now = { $count ->
    [one] Опубликовать сейчас на { $count } языке?
    [few] Опубликовать сейчас на { $count } языках?
    [many] Опубликовать сейчас на { $count } языках?
   *[other] Опубликовать сейчас на { $count } языках?
}
review-confirm-texts-now = { $count ->
    [one] Опубликовать сейчас { $count } текст?
    [few] Опубликовать сейчас { $count } текста?
    [many] Опубликовать сейчас { $count } текстов?
   *[other] Опубликовать сейчас { $count } текста?
}
review-confirm-distance = То есть { $distance }.
review-confirm-public = Это будет опубликовано
review-confirm-hidden = Это остаётся как есть
review-confirm-unapproved = { $count ->
    [one] Не утверждён { $count } из этих текстов. Публикация будет отмечена, пока её не посмотрит второй сотрудник.
    [few] Не утверждены { $count } из этих текстов. Публикация будет отмечена, пока её не посмотрит второй сотрудник.
    [many] Не утверждены { $count } из этих текстов. Публикация будет отмечена, пока её не посмотрит второй сотрудник.
   *[other] Не утверждены { $count } из этих текстов. Публикация будет отмечена, пока её не посмотрит второй сотрудник.
}
review-schedule-languages = { $count ->
    [one] Запланировать на { $count } языке
    [few] Запланировать на { $count } языках
    [many] Запланировать на { $count } языках
   *[other] Запланировать на { $count } языках
}
review-schedule-texts = { $count ->
    [one] Запланировать { $count } текст
    [few] Запланировать { $count } текста
    [many] Запланировать { $count } текстов
   *[other] Запланировать { $count } текста
}
review-now-languages = { $count ->
    [one] Опубликовать сейчас на { $count } языке
    [few] Опубликовать сейчас на { $count } языках
    [many] Опубликовать сейчас на { $count } языках
   *[other] Опубликовать сейчас на { $count } языках
}
review-now-texts = { $count ->
    [one] Опубликовать сейчас { $count } текст
    [few] Опубликовать сейчас { $count } текста
    [many] Опубликовать сейчас { $count } текстов
   *[other] Опубликовать сейчас { $count } текста
}
review-back = Вернуться, ничего не делая
review-released-title = Что опубликовано
review-released-public = Опубликовано по адресу
review-released-scheduled = Будет опубликовано
review-released-address = Адрес будет
review-owed-note = Опубликовано без утверждения: второй сотрудник ещё должен посмотреть.
review-unapproved = Опубликовано без утверждения:
review-bypass-reason = Опубликовано без утверждения по такой причине:

review-action-move = Перенести публикацию
review-action-move-what = Версия будет опубликована в другой момент. Причина остаётся в записях.
review-action-move-reason = Почему переносится
review-action-move-button = Перенести публикацию ({ $language })
review-action-call-off = Отменить публикацию
review-action-call-off-what = Эта версия не будет опубликована. Её номер больше не используется. Причина остаётся в записях.
review-action-call-off-reason = Почему отменяется
review-action-call-off-button = Отменить публикацию ({ $language })
review-action-withdraw = Отозвать
review-action-withdraw-what = Читатели больше не видят текста. Его адрес остаётся и сообщает причину. Текст можно восстановить.
review-action-withdraw-reason = Причина, как её прочтут читатели
review-action-withdraw-button = Отозвать сейчас ({ $language })
review-action-restore = Восстановить
review-action-restore-what = Читатели снова видят текст. Отзыв и его причина остаются в записях.
review-action-restore-reason = Примечание для читателей: почему текст восстановлен
review-action-restore-button = Снова опубликовать сейчас ({ $language })
review-action-erase = Удалить
review-action-erase-what = Содержание удаляется навсегда. Это для того, чего требует закон или защита человека.
review-action-erase-reason = Основание, как его прочтут читатели
review-action-erase-button = Удалить навсегда ({ $language })
review-action-look = Отметить как просмотренное
review-action-look-what = Эта версия опубликована без утверждения. Укажите, что вы её прочли и что о ней думаете.
review-action-look-reason = Ваше мнение
review-action-look-button = Версия мной просмотрена ({ $language })
review-erase-for-good = Отменить это нельзя.
review-erase-gone = { $count ->
    [1] Исчезнет текст единственной версии с заголовком, черновиками и комментариями.
    [one] Исчезнут тексты всех { $count } версий с заголовками, черновиками и комментариями.
    [few] Исчезнут тексты всех { $count } версий с заголовками, черновиками и комментариями.
    [many] Исчезнут тексты всех { $count } версий с заголовками, черновиками и комментариями.
   *[other] Исчезнут тексты всех { $count } версий с заголовками, черновиками и комментариями.
}
review-erase-stays = Контрольные суммы, даты и указанное вами основание остаются в записях.
review-erase-no-way-back = Этот языковой вариант больше никогда нельзя будет опубликовать. По адресу будет сказано, что содержание удалено.
review-erase-by-law = Этого требует закон?
review-erase-by-law-no = Нет
review-erase-by-law-yes = Да, по адресу ответ 451
review-erase-title = Введите заголовок, чтобы был удалён нужный текст
review-erase-title-wrong = Это не заголовок текста. Проверьте, тот ли это текст, и введите его заголовок, как он стоит выше.

review-leads = Это сообщение открывает главную страницу.
review-lead = Сделать главным сообщением
review-next = следующая версия:
review-withdrawn = Отозвано: { $reason }
review-erased = Удалено: { $ground }
review-submitted-line = Текст: { $writer }; отправка на утверждение: { $submitter }.
review-approved-line = Утверждение: { $name }.
review-draft-line = Черновик: { $name }, { $when }
review-correct = Исправить
review-versions = Версии
review-column-version = Версия
review-column-release = Публикация
review-column-who = Кто
review-column-actions = Что можно сделать
review-column-day = День
review-column-releases = Публикации
review-column-site = Баннеры и поводы
review-column-message = Сообщение
review-column-planned = План
review-column-seen = На сайте
review-column-when = Когда
review-column-from = Откуда
review-column-what = Что
review-column-about = О чём
review-column-why = Почему
review-imported = Внесено извне
review-compare = Сравнить с версией { $number }
review-in-bundle = Вместе: { $title }
review-move-bundle = Перенести пакет
review-move-bundle-button = { $count ->
    [one] Перенести пакет
    [few] Перенести все { $count } вместе
    [many] Перенести все { $count } вместе
   *[other] Перенести все { $count } вместе
}
review-called-off = отменена
review-translate = Перевести на другой язык
review-history = История
review-from = с адреса { $address }
review-bundle = Вместе: { $title }
review-bundle-members = Что в нём

review-calendar-title = Календарь: { $month }
review-calendar-zone = Дни и время: { $home }.
review-month-before = Предыдущий месяц
review-month-now = Этот месяц
review-month-after = Следующий месяц
review-today = сегодня
review-banner-starts = { $time } Начало показа баннера: { $text }
review-banner-ends = { $time } Конец показа баннера: { $text }
review-occasion = Повод:
review-overdue = Просрочено: на сайте не появилось
review-seen-late = появилось через { $late }
review-not-seen-yet = ещё не появилось

review-matrix-title = Переводы
review-matrix-counts = { $missing ->
    [0] Все языковые варианты есть
    [one] Не хватает { $missing } языкового варианта
    [few] Не хватает { $missing } языковых вариантов
    [many] Не хватает { $missing } языковых вариантов
   *[other] Не хватает { $missing } языкового варианта
}, { $older ->
    [0] устаревших нет.
    [one] { $older } старше исходного текста.
    [few] { $older } старше исходного текста.
    [many] { $older } старше исходного текста.
   *[other] { $older } старше исходного текста.
}
review-matrix-none = Ещё ничего не опубликовано.
review-cell-missing = Нет
review-cell-current = Актуально
review-cell-original = Оригинал
review-cell-older = Старше исходного текста
review-cell-scheduled = Запланировано
review-cell-withdrawn = Отозвано
review-cell-erased = Удалено
review-cell-changed = Что изменилось ({ $language }), с { $old } по { $new }
review-cell-write = Писать ({ $language })
review-newest = Новейшие
review-older = Более ранние

review-audit-title = Контроль
review-audit-who = Кто
review-audit-everybody = Все
review-audit-kind = Что
review-audit-everything = Всё
review-audit-message = Сообщение (его номер или адрес в редакции)
review-audit-from = С какого дня
review-audit-to = По какой день
review-audit-show = Показать
review-audit-file = Файлом (CSV)
review-audit-none = Ничего не найдено.

review-waiting-title = Ожидает меня
review-waiting-nothing = Вас ничего не ожидает.
review-waiting-overdue = { $count ->
    [one] Просрочена { $count } публикация: на сайте она не появилась.
    [few] Просрочены { $count } публикации: на сайте они не появились.
    [many] Просрочено { $count } публикаций: на сайте они не появились.
   *[other] Просрочено { $count } публикации: на сайте они не появились.
}
review-waiting-review = На проверку ({ $count })
review-waiting-review-by = Отправка: { $name }
review-waiting-release = К публикации ({ $count })
review-waiting-release-by = Утверждение: { $name }
review-waiting-owed = Опубликовано без утверждения, нужно посмотреть ({ $count })
review-waiting-owed-by = Публикация: { $name }
review-waiting-returned = Возвращено ({ $count })
review-waiting-returned-by = Возврат: { $name }
review-waiting-comments = Комментарии к моим текстам ({ $count })
review-waiting-comments-by = { $name }
review-waiting-drafts = Мои черновики ({ $count })
review-waiting-drafts-by = { $name }
review-next-releases = Ближайшие публикации
review-next-none = Ничего не запланировано.
review-recent-releases = Опубликовано за последние сутки
review-recent-none = За последние сутки ничего не опубликовано.

review-role-in = { $role } ({ $language })
review-part-named = { $kind } «{ $name }»
review-part-identity = название, город и языки сайта
review-part-clocks = часы
review-part-contact = контакт
review-part-counter = счётчик
review-part-banner = баннер
review-part-speaker = выступающий
review-part-topic = тема
review-part-media = файл
review-part-lead = главное сообщение на главной странице
review-fact-draft-submitted = Отправлено на утверждение ({ $language })
review-fact-submission-approved = Утверждено ({ $language })
review-fact-submission-returned = Возвращено ({ $language })
review-fact-version-released = Опубликована версия { $number } ({ $language }), действует с { $when } ({ $class })
review-fact-version-released-unapproved = Опубликована без утверждения версия { $number } ({ $language }), действует с { $when } ({ $class })
review-fact-release-moved = Публикация версии { $number } ({ $language }) перенесена на { $when }
review-fact-release-cancelled = Публикация версии { $number } ({ $language }) отменена
review-fact-edition-withdrawn = Отозвано ({ $language })
review-fact-edition-restored = Восстановлено ({ $language })
review-fact-edition-erased = Удалено ({ $language })
review-fact-edition-erased-by-law = Удалено ({ $language }) по требованию закона
review-fact-bypass-reviewed = Версия { $number } ({ $language }) просмотрена после публикации без утверждения
review-fact-bundle-joined = Объединено с другими
review-fact-bundle-released = { $count ->
    [one] Опубликован пакет из { $count } языкового варианта, действует с { $when }
    [few] Опубликован пакет из { $count } языковых вариантов, действует с { $when }
    [many] Опубликован пакет из { $count } языковых вариантов, действует с { $when }
   *[other] Опубликован пакет из { $count } языкового варианта, действует с { $when }
}
review-fact-bundle-moved = { $count ->
    [one] Пакет из { $count } языкового варианта перенесён на { $when }
    [few] Пакет из { $count } языковых вариантов перенесён на { $when }
    [many] Пакет из { $count } языковых вариантов перенесён на { $when }
   *[other] Пакет из { $count } языкового варианта перенесён на { $when }
}
review-fact-fixture-set = Установлено с { $when }: { $part }
review-fact-fixture-removed = Убрано с { $when }: { $part }
review-fact-account-set = { $name }, права: { $grants }
review-fact-token-set = Программа { $name }, права: { $grants }
review-fact-account-disabled = { $name }: все права сняты
review-fact-enrolment-issued = Создана ссылка для новой регистрации: { $name }
review-kind-DraftSubmitted = Отправки на утверждение
review-kind-SubmissionApproved = Утверждения
review-kind-SubmissionReturned = Возвраты
review-kind-VersionReleased = Публикации
review-kind-BundleReleased = Публикации пакетов
review-kind-BundleJoined = Сообщения, объединённые в пакеты
review-kind-ReleaseMoved = Переносы публикаций
review-kind-BundleMoved = Переносы пакетов
review-kind-ReleaseCancelled = Отмены публикаций
review-kind-BypassReviewed = Проверки после публикации
review-kind-EditionWithdrawn = Отзывы
review-kind-EditionRestored = Восстановления
review-kind-EditionErased = Удаления
review-kind-FixtureSet = Установленные части сайта
review-kind-FixtureRemoved = Убранные части сайта
review-kind-AccountSet = Установленные учётные записи
review-kind-AccountDisabled = Отключённые учётные записи
