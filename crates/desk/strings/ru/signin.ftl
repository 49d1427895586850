# Chancery: interface strings of signing in, Russian.

signin-title = Вход
signin-back = Назад
signin-go-on = Продолжить
signin-go-me = К своей учётной записи
signin-go-sign-in = Войти
signin-go-sign-in-again = Войти снова
signin-go-sign-in-window = Войти в другом окне
signin-name = Имя для входа
signin-email = Электронная почта
signin-already = Вы вошли как { $name }.
signin-passkey-heading = С ключом доступа
signin-passkey-what = Ваш телефон, компьютер или электронный ключ подтверждает, кто вы. Ничего вводить не нужно.
signin-passkey-do = Войти с ключом доступа
signin-passkey-offer = Ваш ключ доступа
signin-passkey-offer-hint = Если браузер предлагает в этом поле ключ доступа, выберите его. Ничего вводить не нужно.
signin-passkey-scripts = Для ключей доступа в браузере нужны сценарии. Для пароля ниже они не нужны.
signin-password-heading = С паролем и кодом
signin-password-label = Пароль
signin-code = Шестизначный код из приложения
signin-do = Войти
signin-lost = Телефон или ключ утерян
signin-recovery-title = Вход с кодом восстановления
signin-recovery-what = Введите один из десяти напечатанных кодов. Каждый действует один раз. После этого вы зададите новый ключ доступа или пароль.
signin-recovery-code = Код восстановления
signin-recovery-none = Кода под рукой нет? Администратор редакции может дать вам новую ссылку для регистрации.
signin-done-close-heading = Вход выполнен
signin-done-close = Вход выполнен. Можно закрыть это окно и продолжить.
signin-going-on-heading = Минуту
signin-going-on = Редакция открывается.
signin-out-title = Выход
signin-out-ask = Выйти из редакции на этом устройстве?
signin-out-do = Выйти
signin-out-done = Вы вышли.
signin-out-kept-heading = Тексты, которые хранятся только на этом компьютере
signin-out-kept = На сервере нет последнего состояния этих текстов. Откройте каждый, чтобы он сохранился, или отбросьте их. Тот, кто будет работать на этом компьютере после вас, может их найти.
signin-out-kept-discard = Отбросить эти тексты

## Enrolment

signin-enrol-title = Настройка входа
signin-enrol-hello = Здравствуйте, { $name }.
signin-enrol-what = Ваше имя для входа: { $name }. Выберите один из двух способов ниже; другой можно добавить позже. Эта ссылка действует три дня и до тех пор, пока не задан один из способов. Прежние сеансы тогда завершатся.
signin-enrol-before = Прежние способы входа тогда перестанут действовать: ключи доступа, пароль и коды восстановления.
signin-enrol-passkey-heading = Ключ доступа: самый надёжный и короткий способ
signin-enrol-passkey-what = Его хранит ваш телефон, компьютер или электронный ключ и открывает по пальцу, лицу или ПИН-коду. Никто не вынудит вас ввести его на поддельной странице.
signin-enrol-passkey-do = Создать ключ доступа
signin-enrol-password-heading = Или пароль и код из приложения
signin-enrol-password-do = Сохранить пароль и войти
signin-new-password = Новый пароль
signin-new-password-hint = Не менее 12 знаков. Четыре-пять не связанных между собой слов надёжны и легко запоминаются.
signin-new-again = Тот же пароль ещё раз
signin-totp-heading = Коды из приложения
signin-totp-what = Кроме пароля вы вводите код, который приложение на вашем телефоне обновляет каждые 30 секунд. Добавьте в приложении учётную запись и введите этот ключ:
signin-totp-open = Открыть приложение на этом устройстве
signin-totp-secret = Ключ для ввода
signin-totp-address = Он же в виде адреса
signin-totp-code = Код, который приложение показывает сейчас
signin-set-title = Новый пароль
signin-set-what = Прежние настройки действуют, пока вы не отправите эту форму. Остальные ваши сеансы тогда завершатся.
signin-set-do = Сохранить пароль

## Recovery codes

signin-codes-title = Коды восстановления
signin-codes-last-step = Вход выполнен. Последний шаг: напечатайте коды восстановления.
signin-codes-what = Десять кодов на случай утери телефона или ключа. Каждый позволяет войти один раз. Они показываются единожды, на следующей странице; прежние коды после этого недействительны.
signin-codes-left = { $count ->
    [0] Кодов восстановления у вас нет.
    [one] У вас остался { $count } код восстановления.
    [few] У вас осталось { $count } кода восстановления.
    [many] У вас осталось { $count } кодов восстановления.
   *[other] У вас осталось { $count } кода восстановления.
}
signin-codes-make = Показать десять кодов восстановления
signin-codes-renew = Показать десять новых кодов восстановления
signin-codes-shown = Коды восстановления: { $name }, { $site }. Эта страница показывается один раз.
signin-codes-keep = Напечатайте эту страницу и храните её там же, где паспорт, а не на рабочем компьютере.
signin-codes-kept = Коды у меня; перейти в редакцию

## One's own account

signin-me-title = Ваша учётная запись
signin-me-stale = Чтобы изменить способ входа, сначала войдите снова: последний вход был более получаса назад.
signin-me-link-made = Для вашей учётной записи создана ссылка для новой регистрации: { $when }, { $who }.
signin-me-link-made-what = Если вы об этом не просили, обратитесь к администратору редакции.
signin-me-passkeys = Ключи доступа
signin-me-passkeys-none = Ключей доступа у вас нет.
signin-me-passkey-name = Название ключа доступа
signin-me-passkey-rename = Переименовать
signin-me-passkey-made = Создан: { $when }.
signin-me-passkey-used = Последнее использование: { $when }.
signin-me-passkey-unused = Ещё не использовался.
signin-me-passkey-remove = Убрать «{ $name }»
signin-me-passkey-add = Добавить ключ доступа
signin-me-password = Пароль
signin-me-password-is = Вы можете входить с паролем и кодом.
signin-me-password-none = Пароля у вас нет.
signin-me-password-set = Задать пароль
signin-me-password-change = Изменить пароль и коды
signin-me-password-remove = Убрать пароль
signin-me-codes-go = Показать или обновить
signin-me-tokens-go = Просмотр, создание и отмена токенов
signin-me-language = Язык
signin-me-language-label = Язык редакции
signin-me-language-browser = Как просит браузер
signin-me-language-do = Выбрать этот язык
signin-me-sessions = Где выполнен вход
signin-me-sessions-what = Сеанс завершается через 12 часов после последнего использования и через 14 дней после входа. Завершите всё, что вам незнакомо.
signin-me-session-device = Устройство
signin-me-session-from = Сетевой адрес
signin-me-session-since = Вход
signin-me-session-seen = Последняя активность
signin-me-session-action = Завершение
signin-me-session-here = Этот
signin-me-session-unknown = Неизвестное устройство
signin-me-session-end = Завершить
signin-me-session-end-which = Завершить сеанс: { $device }, { $from }
signin-me-sessions-end-all = Выйти везде, в том числе здесь

## What was done

signin-did-recovered = Вы вошли с кодом восстановления; он больше не действует. Задайте сейчас новый ключ доступа или пароль и уберите утерянное.
signin-did-language = Язык изменён.
signin-did-passkey-added = Ключ доступа добавлен. Дайте ему название, по которому вы узнаете устройство.
signin-did-passkey-renamed = Ключ доступа переименован.
signin-did-passkey-removed = Ключ доступа убран.
signin-did-password-set = Пароль задан. Остальные ваши сеансы завершены.
signin-did-password-removed = Пароль убран. Остальные ваши сеансы завершены.
signin-did-session-ended = Сеанс завершён.
signin-did-sessions-ended = Сеансы завершены.

## Refusals

signin-problem-heading = Выполнить не удалось
signin-problem-server = На сервере произошла ошибка. Повторите попытку; если ошибка останется, сообщите её время оператору.
signin-problem-name-taken = Имя для входа «{ $name }» занято. Выберите другое.
signin-problem-name-unfit = «{ $name }» не может быть именем для входа: нужно от 2 до 128 знаков без пробелов, двоеточий и косых черт. Подойдёт адрес электронной почты.
signin-problem-person-name-unfit = Имя должно содержать от 1 до 200 знаков и занимать одну строку.
signin-problem-email-unfit = «{ $name }» – не адрес электронной почты. Нужен вид desk@embassy.example.
signin-problem-nobody = Сотрудника с такой учётной записью в редакции нет.
signin-problem-changed = Тем временем это изменено в другом окне. Посмотрите и повторите попытку.
signin-problem-wrong = Имя для входа, пароль или код неверны. Код действует один раз: если этот уже использован, дождитесь следующего.
signin-problem-recovery-wrong = Имя для входа или код восстановления неверны, либо код уже использован.
signin-problem-wait = { $minutes ->
    [0] Слишком много неверных попыток. { $seconds ->
        [one] Подождите { $seconds } секунду и повторите попытку.
        [few] Подождите { $seconds } секунды и повторите попытку.
        [many] Подождите { $seconds } секунд и повторите попытку.
       *[other] Подождите { $seconds } секунды и повторите попытку.
    }
    [one] Слишком много неверных попыток. Подождите { $minutes } минуту и повторите попытку.
    [few] Слишком много неверных попыток. Подождите { $minutes } минуты и повторите попытку.
    [many] Слишком много неверных попыток. Подождите { $minutes } минут и повторите попытку.
   *[other] Слишком много неверных попыток. Подождите { $minutes } минуты и повторите попытку.
}
signin-problem-crowded = Сейчас входит много сотрудников. Подождите несколько секунд и повторите попытку.
signin-problem-link-spent = Эта ссылка уже использована, заменена более новой или старше трёх дней. Попросите новую у администратора редакции.
signin-problem-password-short = В пароле должно быть не менее 12 знаков. Четыре-пять не связанных между собой слов легко запоминаются.
signin-problem-password-long = В пароле должно быть не более 256 знаков. Сократите его.
signin-problem-password-common = Этот пароль или очень похожий на него пробуют в первую очередь. Выберите четыре-пять не связанных между собой слов.
signin-problem-password-plain = Этот пароль повторяется или идёт по клавиатуре. Выберите четыре-пять не связанных между собой слов.
signin-problem-password-named = Этот пароль составлен из вашего имени или названия сайта. Выберите слова, которые никто с вами не свяжет.
signin-problem-password-differs = Пароли не совпадают. Введите их снова.
signin-problem-code-wrong = Шестизначный код неверен. Введите тот, который приложение показывает сейчас, и проверьте часы телефона.
signin-problem-passkeys-number = Для ключей доступа нужно имя узла, а этот адрес состоит из цифр. Откройте редакцию по имени (на этой машине – localhost) или войдите с паролем.
signin-problem-passkeys-open = Для ключей доступа нужен адрес, который начинается с https. Узнайте его у оператора или войдите с паролем.
signin-problem-passkey-refused = Ключ доступа не принят. Повторите попытку или войдите другим способом.
signin-problem-challenge-gone = Прошло слишком много времени, или запрос отправлен дважды. Начните сначала.
signin-problem-passkey-known = Этот ключ доступа здесь уже используется. Выберите другое устройство или другой ключ.
signin-problem-passkeys-full = В учётной записи может быть не более 20 ключей доступа. Сначала уберите один.
signin-problem-passkey-name-unfit = Название ключа доступа должно содержать от 1 до 80 знаков.
signin-problem-inactive = Эта учётная запись отключена. Обратитесь к администратору редакции.
signin-problem-last-way = Это единственный способ входа в эту учётную запись. Сначала задайте другой.
signin-problem-again = Чтобы изменить способ входа, нужен недавний вход. Войдите снова и повторите действие.
signin-problem-not-signed-in = Вход не выполнен, или ваш сеанс завершён. Войдите снова в другом окне и повторите действие: ничего не потеряно.
signin-problem-open = Редакция открыта здесь по http без шифрования, и подслушать может любой на пути. Вход возможен по https или по адресу localhost на той же машине. Адрес https указывает оператор в public_url или desk_url.
signin-problem-unreadable = Запрос не удалось прочесть: он слишком велик или неполон. Ничего не изменено. Загрузите страницу снова и повторите действие.
