# Chancery: interface strings of the desk's editor, Arabic.
# How these strings are used is written at the top of en/editor.ftl.

## Turns

editor-question = سؤال
editor-answer = جواب
editor-speech = كلمة
editor-narration = سرد
editor-role = نوع هذه المداخلة
editor-speaker = المتحدث في هذه المداخلة
editor-speaker-none = لم يُختر المتحدث

## Toolbar

editor-toolbar = تنسيق النص
editor-turn = مداخلة
editor-turn-title = مداخلة متحدث: اجعل الفقرات المحددة مداخلة، أو ابدأ المداخلة التالية
editor-dissolve = بلا مداخلة
editor-dissolve-title = تفكيك هذه المداخلة إلى فقرات
editor-paragraph = نص
editor-paragraph-title = فقرة
editor-heading-2 = عنوان 2
editor-heading-3 = عنوان 3
editor-heading-4 = عنوان 4
editor-bullets = قائمة
editor-bullets-title = قائمة نقطية
editor-numbers = مرقّمة
editor-numbers-title = قائمة مرقّمة
editor-quote = اقتباس
editor-quote-title = مقطع مقتبس
editor-strong = عريض
editor-strong-title = عريض: مهم
editor-emphasis = مائل
editor-emphasis-title = مائل: تشديد
editor-superscript = مرتفع
editor-subscript = منخفض
editor-link = رابط
editor-lang = اللغة
editor-lang-title = لغة الكلمات المحددة
editor-rule = خط
editor-rule-title = خط يفصل بين الأجزاء
editor-table = جدول
editor-table-title = إدراج جدول
editor-figure = صورة
editor-figure-title = إدراج صورة من مكتبة الوسائط
editor-word-file = ملف Word
editor-word-file-title = إدراج نص ملف Word ({"\u2066"}.docx{"\u2069"})
editor-undo = تراجع
editor-redo = إعادة
editor-help = مساعدة
editor-help-title = مفاتيح المحرر
editor-row-before = صف أعلاه
editor-row-after = صف أدناه
editor-row-delete = إزالة الصف
editor-column-before = عمود قبله
editor-column-after = عمود بعده
editor-column-delete = إزالة العمود
editor-header-row = صف العناوين
editor-table-delete = إزالة الجدول
editor-figure-edit = تغيير الصورة
editor-figure-delete = إزالة الصورة
editor-figure-alt = النص البديل: { $alt }
editor-figure-no-alt = النص البديل ناقص.
editor-figure-caption = شرح الصورة

## Dialogs

editor-text = نص الرسالة
editor-hint = F1 لشرح المفاتيح. Alt+F10 للانتقال إلى شريط الأدوات. Escape ثم Tab لمغادرة النص.
editor-ok = تطبيق
editor-cancel = إلغاء
editor-close = إغلاق
editor-remove = إزالة
editor-link-address = العنوان
editor-link-hint = {"\u2066"}https://…{"\u2069"} أو {"\u2066"}mailto:…{"\u2069"} أو {"\u2066"}tel:…{"\u2069"} أو عنوان في هذا الموقع مثل {"\u2066"}/en/contacts{"\u2069"} أو {"\u2066"}#anchor{"\u2069"}
editor-link-wrong = العنوان: لا يصلح هذا رابطًا. اكتب عنوانًا يبدأ بـ https أو http أو mailto أو tel، أو مسارًا مثل {"\u2066"}/en/contacts{"\u2069"}، أو {"\u2066"}#anchor{"\u2069"}.
editor-link-empty = حدّد أولًا الكلمات التي ستكون رابطًا.
editor-lang-code = رمز اللغة
editor-lang-hint = مثل en أو ar أو zh-Hans. اترك النص كما هو حيث تكون لغته لغة الطبعة.
editor-lang-wrong = رمز اللغة: اكتب رمزًا مثل fr أو sr-Latn.
editor-lang-empty = حدّد أولًا الكلمات المكتوبة بلغة أخرى.
editor-media-choose = الصورة
editor-media-alt = النص البديل: ما يُقال للقارئ الذي لا يرى الصورة
editor-media-caption = شرح الصورة (يجوز تركه فارغًا)
editor-media-none = ليس في مكتبة الوسائط صور بعد. أضف صورة إليها أولًا.
editor-media-failed = تعذّرت قراءة مكتبة الوسائط. حاول مرة أخرى بعد لحظات.
editor-media-unchosen = الصورة: اختر واحدة.
editor-media-alt-missing = النص البديل: اذكر في جملة واحدة ما تُظهره الصورة.

## Saving

editor-save-unchanged = لا تغييرات منذ الحفظ الأخير
editor-save-pending = لم يُحفظ بعد
editor-save-saving = يجري الحفظ…
editor-save-saved = حُفظ الساعة { $time }
editor-save-away = لم يُحفظ على الخادم منذ الساعة { $time } – النص محفوظ على هذا الحاسوب
editor-save-away-unkept = لم يُحفظ على الخادم منذ الساعة { $time }، ولا يستطيع هذا الحاسوب الاحتفاظ بنسخة. اترك هذه الصفحة مفتوحة.
editor-save-refused = لم يُحفظ: { $detail } نصك محفوظ على هذا الحاسوب.
editor-save-refused-plain = لم يقبل الخادم النص.
editor-save-conflict = غيّر شخص آخر هذا النص. نصك محفوظ على هذا الحاسوب، ولم يُستبدل شيء.
editor-save-merge = مقارنة ودمج
editor-save-session = انتهت جلستك. نصك محفوظ على هذا الحاسوب.
editor-save-wait = انتظر حتى يُحفظ النص، ثم حاول مرة أخرى.
editor-session-title = انتهت جلستك
editor-session-text = نصك محفوظ هنا. سجّل الدخول من جديد في علامة تبويب أخرى، ثم عُد.
editor-session-link = فتح صفحة تسجيل الدخول في علامة تبويب جديدة
editor-session-done = سجّلت الدخول، احفظ الآن
editor-session-still = ما زال الخادم يطلب تسجيل الدخول.
editor-found = يحتفظ هذا الحاسوب بنص من الساعة { $time } لم يُحفظ على الخادم.
editor-found-behind = تغيّر النص على الخادم منذ ذلك الحين؛ وستُطلب منك المقارنة والدمج بعد الاستعادة.
editor-restore = استعادة ذلك النص
editor-discard = التخلي عنه

## Around the text

editor-presence = هذا النص مفتوح لدى { $name } منذ الساعة { $time }.
editor-check-error = يجب إصلاحه
editor-check-warning = يُرجى النظر فيه
editor-check-note = ملاحظة
editor-go = الانتقال إلى الموضع
editor-seen = هذا صحيح
editor-paste-reading = تجري قراءة ما أُدرج…
editor-paste-large = هذا أكبر من 20 ميغابايت، وهو أكثر مما يتسع له نص. أدرجه على أجزاء، أو بصيغة ملف Word.
editor-paste-away = تعذّر الوصول إلى الخادم؛ أُدرج النص المجرد فقط.
editor-paste-refused = تعذّر إدراج هذا: { $detail }
editor-paste-picture = تأتي الصور من مكتبة الوسائط: أضف الملف إليها، ثم استخدم «صورة».
editor-paste-file = لا يمكن هنا إدراج غير ملفات Word ({"\u2066"}.docx{"\u2069"}). احفظ الملف بصيغة {"\u2066"}.docx{"\u2069"} وحاول مرة أخرى.
editor-docx-large = هذا الملف أكبر من 20 ميغابايت. أزل صوره وحاول مرة أخرى.
editor-docx-away = تعذّر الوصول إلى الخادم. لم يُدرج الملف؛ حاول مرة أخرى.

## The keys, in the help

editor-key-enter = فقرة جديدة؛ وفي اسم المتحدث: إلى الكلام؛ وفي الفقرة الأخيرة الفارغة من المداخلة: المداخلة التالية
editor-key-next = المداخلة التالية فورًا
editor-key-after = فقرة بعد هذه المداخلة أو الجدول أو الصورة
editor-key-break = سطر جديد
editor-key-move = نقل الكتلة أو عنصر القائمة أو المداخلة إلى أعلى أو أسفل
editor-key-backspace = في أول اسم المتحدث: تفكيك المداخلة
editor-key-tab = في القائمة: مستوى أعمق أو رجوع؛ وفي الجدول: الخلية التالية أو رجوع
editor-key-toolbar = إلى شريط الأدوات؛ تتنقل الأسهم فيه، ويعيدك Escape إلى النص
editor-key-leave = مغادرة النص بلوحة المفاتيح
editor-key-save = الحفظ الآن
