## The list

writing-untitled = بلا عنوان
writing-title = العنوان
writing-language = اللغة
writing-kind = النوع
writing-stage = المرحلة
writing-changed = تاريخ التغيير
writing-release = النشر
writing-actions = الإجراءات الممكنة
writing-all-languages = جميع اللغات
writing-words-of-title = كلمات من العنوان
writing-filter = عرض هذه
writing-filter-none = عرض الكل
writing-in-work = قيد العمل
writing-in-work-caption = الطبعات التي ليس لها نسخة بعد، والأحدث تغييرًا أولًا
writing-released = ما نُشر أو سيُنشر
writing-released-caption = الطبعات بحسب أحدث نسخها، والأحدث نشرًا أولًا
writing-none-found = لا يوجد شيء هنا.
writing-pages = صفحات القائمة
writing-page = الصفحة { $page }
writing-newer = الأحدث
writing-older = الأقدم
writing-list-write = كتابة
writing-list-write-this = كتابة { $title } ({ $language })

## A new message

writing-new-hint = تُضاف اللغات الأخرى بوصفها ترجمات. لا يُخزَّن شيء قبل أن تحفظ.
writing-begin = بدء الكتابة

## Where I am

writing-where = الطبعات
writing-missing = لم تُكتب بعد:
writing-overview = نظرة عامة على هذه الرسالة
writing-state = هذا النص
writing-revision = المراجعة
writing-made-from = أُعدّ من
writing-version = النسخة { $number }
writing-address = العنوان الإلكتروني
writing-links = روابط المعاينة
writing-comments = المراجعة والتعليقات
writing-discard = التخلي عن المسودة
writing-back = العودة إلى النص
writing-presence = هذا النص مفتوح لدى { $name } منذ { $time }.
writing-unmerged = لم يُحفظ نص لك لأن شخصًا آخر كان قد غيّر هذا النص. وهو محفوظ لمدة يوم.
writing-unmerged-look = مقارنة ودمج

## The form

writing-problems = لم يُحفظ هذا. لم يضع شيء مما كتبته.
writing-teaser = المقدمة الموجزة
writing-teaser-hint = الكلمات الأولى في القوائم. إذا تُركت فارغة، أُخذت من النص.
writing-text = النص
writing-text-hint = CommonMark. الفقرة التي تبدأ باسم المتحدث ونقطتين، مثل «سؤال:»، تفتح مداخلة.
writing-notes = ما تُرك أو كان غير مؤكد
writing-save = حفظ
writing-preview = حفظ ومعاينة
writing-submit-go = حفظ ومتابعة إلى التقديم
writing-file = إضافة ملف Word
writing-file-choose = ملف Word ({"\u2066"}.docx{"\u2069"})
writing-file-hint = بحد أقصى 50 ميغابايت. يوضع نصه بعد الموجود هنا. وتُترك التعليقات والمحذوفات المتعقَّبة والنصوص المخفية، ويُذكر عددها.
writing-file-add = إضافة نصه
writing-file-whole = أُخذ الملف كاملًا؛ ولم يُترك منه شيء.
writing-source = النص المترجَم عنه ({ $language })
writing-source-newer = تتبع هذه الترجمة النسخة { $number }؛ وقد صارت هناك النسخة { $newer }.
writing-source-compare = ما الذي تغيّر
writing-source-draft = هذا النص مسودة لم تُنشر بعد.

## Facts and checks

writing-checks = الفحوص
writing-checks-none = لم تجد الفحوص شيئًا.
writing-check-error = خطأ.
writing-check-warning = يُرجى النظر.
writing-suggestions = الاقتراحات
writing-take = اعتماد الاقتراح
writing-facts = المعلومات
writing-field-title = العنوان
writing-field-kind = النوع
writing-field-teaser = المقدمة الموجزة
writing-field-occasion_date = تاريخ المناسبة
writing-field-place = المكان
writing-field-with = مع مَن
writing-field-speakers = المتحدث
writing-field-topics = الموضوع
writing-field-slug = العنوان الإلكتروني
writing-field-nav = الموضع في التصفح
writing-field-class = فئة التصحيح
writing-field-note = الملاحظة العلنية
writing-field-follows = مترجم عن
writing-with = مع مَن
writing-speakers = المتحدثون
writing-topics = المواضيع
writing-several-hint = واحد في كل سطر؛ وتُعرض الأسماء المعروفة.
writing-more = أسطر أخرى
writing-slug = الجزء الأخير من العنوان الإلكتروني
writing-slug-page = مسار الصفحة
writing-slug-hint = إذا تُرك فارغًا، كُوّن من عنوان النص، ويبقى كما هو عند التصحيح.
writing-nav = الموضع في التصفح
writing-nav-hint = عدد صحيح، والأصغر أولًا. إذا تُرك فارغًا، لم تظهر الصفحة في التصفح.
writing-follows = مترجم عن
writing-follows-none = ليس ترجمة
writing-follows-choice = { $language }، النسخة { $number }
writing-correction = التصحيح
writing-proposal = بناءً على ما تغيّر، يقترح مكتب التحرير:
writing-class = فئة التصحيح
writing-class-proposed = كما هو مقترح
writing-class-lower = (أدنى من المقترح: يلزم شخص ثانٍ)
writing-class-hint = تبيّن الفئة مقدار ما تغيّر. وهي علنية، وتبقى كل نسخة متاحة للقراءة.
writing-note = الملاحظة العلنية
writing-note-hint = جملة واحدة للقراء: ما الذي صُحّح ولماذا.
writing-preview-at = معاينة عند لحظة معينة
writing-instant-home = التاريخ والوقت بتوقيت المقر
writing-preview-show = عرض المعاينة
writing-as-at = الموقع عند لحظة معينة
writing-as-at-what = ترى الموقع كله كما سيراه الجمهور، أو كما رآه، عند اللحظة التي تختارها.
writing-as-at-date = التاريخ بتوقيت المقر
writing-as-at-time = الوقت بتوقيت المقر
writing-as-at-show = عرض الموقع
writing-as-at-date-wrong = التاريخ: اختر يومًا من التقويم، مثل {"\u2066"}2020-09-22{"\u2069"}.
writing-as-at-time-wrong = الوقت: حدّد الساعات والدقائق، مثل 14:00.
writing-as-at-lang-wrong = اللغة: اختر إحدى لغات الموقع.
writing-as-at-skipped = لا تُظهر ساعة المقر هذا الوقت أبدًا. أي لحظة تقصد؟
writing-as-at-twice = تُظهر ساعة المقر هذا الوقت مرتين. أي لحظة تقصد؟

## What was done

writing-done-saved = تم الحفظ.
writing-done-taken = أُخذ بالاقتراح وحُفظ النص.
writing-done-submitted = تم التقديم. يستطيع شخص آخر الآن اعتماد النص؛ وإذا غيّرته وجب تقديمه من جديد.
writing-done-merged = دُمج النصان وحُفظا.
writing-done-discarded = تم التخلي عن المسودة.
writing-done-revoked = أُلغي الرابط ولم يعد يعرض شيئًا.

## Merging

writing-merge = مقارنة ودمج
writing-merge-who = غيّر { $name } هذا النص في { $moment } بينما كنت تكتب.
writing-merge-gone = نُشرت المسودة التي كنت تكتبها، أو جرى التخلي عنها في هذه الأثناء.
writing-merge-kept = لم يُستبدل شيء. نصك محفوظ لمدة يوم.
writing-merge-waiting = نصوصك المحفوظة التي تنتظر، والأحدث أولًا
writing-merge-waiting-line = { $words ->
    [zero] حُفظ في { $moment }، بلا أي كلمة
    [one] حُفظ في { $moment }، كلمة واحدة
    [two] حُفظ في { $moment }، كلمتان
    [few] حُفظ في { $moment }، { $words } كلمات
    [many] حُفظ في { $moment }، { $words } كلمة
   *[other] حُفظ في { $moment }، { $words } كلمة
}
writing-merge-choose = غيّرتما كلاكما هذه المقاطع
writing-merge-base = كما كان قبل التغييرين
writing-merge-clean = غيّرتما مقاطع مختلفة، فلا حاجة إلى الاختيار.
writing-merge-save = حفظ النص المدموج
writing-merge-forget = ترك نصي والإبقاء على نصهم
writing-merge-sides = النصان جنبًا إلى جنب
writing-merge-same = النصان متطابقان.
writing-merge-result = النص المدموج، وفيه نصك حيث لم يُختر شيء
writing-merge-removed-mine = أزلت هذا.
writing-merge-removed-theirs = أُزيل هذا هناك.
writing-mine = نصك
writing-theirs = نصهم
writing-empty = (فارغ)
writing-passage = المقطع { $number }
writing-take-mine = أخذ نصي
writing-take-theirs = أخذ نصهم
writing-take-both = الإبقاء على كليهما، نصي أولًا

## Submitting and discarding

writing-submit = تقديم
writing-submit-what = { $words ->
    [zero] تقدّم الطبعة بهذه اللغة: { $language }، وليس فيها أي كلمة. ينظر فيها شخص آخر ثم يعتمدها أو يعيدها.
    [one] تقدّم الطبعة بهذه اللغة: { $language }، وفيها كلمة واحدة. ينظر فيها شخص آخر ثم يعتمدها أو يعيدها.
    [two] تقدّم الطبعة بهذه اللغة: { $language }، وفيها كلمتان. ينظر فيها شخص آخر ثم يعتمدها أو يعيدها.
    [few] تقدّم الطبعة بهذه اللغة: { $language }، وفيها { $words } كلمات. ينظر فيها شخص آخر ثم يعتمدها أو يعيدها.
    [many] تقدّم الطبعة بهذه اللغة: { $language }، وفيها { $words } كلمة. ينظر فيها شخص آخر ثم يعتمدها أو يعيدها.
   *[other] تقدّم الطبعة بهذه اللغة: { $language }، وفيها { $words } كلمة. ينظر فيها شخص آخر ثم يعتمدها أو يعيدها.
}
writing-submit-now = تقديم للاعتماد
writing-anyway = { $count ->
    [zero] قدّم مع ذلك.
    [one] قدّم مع ذلك: الموضع الذي عدّته الفحوص خطأً صحيح.
    [two] قدّم مع ذلك: الموضعان اللذان عدّتهما الفحوص خطأً صحيحان.
    [few] قدّم مع ذلك: المواضع التي عدّتها الفحوص خطأً ({ $count }) صحيحة.
    [many] قدّم مع ذلك: المواضع التي عدّتها الفحوص خطأً ({ $count }) صحيحة.
   *[other] قدّم مع ذلك: المواضع التي عدّتها الفحوص خطأً ({ $count }) صحيحة.
}
writing-go-on = متابعة الكتابة
writing-discard-what = { $words ->
    [zero] ليس في المسودة بهذه اللغة ({ $language }) أي كلمة.
    [one] في المسودة بهذه اللغة ({ $language }) كلمة واحدة.
    [two] في المسودة بهذه اللغة ({ $language }) كلمتان.
    [few] في المسودة بهذه اللغة ({ $language }) { $words } كلمات.
    [many] في المسودة بهذه اللغة ({ $language }) { $words } كلمة.
   *[other] في المسودة بهذه اللغة ({ $language }) { $words } كلمة.
}
writing-discard-who = آخر من غيّرها { $name } في { $moment }.
writing-discard-public = يبقى المنشور كما هو. وتُحفظ مراجعات المسودة شهرًا.
writing-discard-nothing = لم يُنشر منها شيء قط. وتُحفظ مراجعاتها شهرًا.
writing-discard-now = التخلي عن المسودة بهذه اللغة: { $language }
writing-discard-changed = غيّر شخص المسودة بعد أن اطلعت عليها. اطلع عليها مرة أخرى قبل التخلي عنها.

## Preview links

writing-links-what = يعرض رابط المعاينة هذه الطبعة لشخص واحد من الخارج دون تسجيل دخول، إلى أن تنتهي صلاحيته أو يُلغى. ويظهر اسم الشخص على الصفحة.
writing-links-none = لا توجد روابط سارية.
writing-links-caption = الروابط السارية، والأحدث أولًا
writing-link-new = رابط جديد
writing-link-name = لمن
writing-link-name-hint = اسم شخص. يُطبع على الصفحة، فتدل كل صورة منها على صاحبها.
writing-link-hours = عدد الساعات حتى انتهاء الصلاحية
writing-link-hours-hint = من 1 إلى { $max }، أي أسبوعان.
writing-link-shows = يعرض
writing-link-exact = هذا النص
writing-link-newest = أحدث نص
writing-link-exact-long = النص كما هو الآن بعينه
writing-link-newest-long = أحدث نص وقت فتح الرابط
writing-link-make = إنشاء الرابط
writing-link-by = أنشأه
writing-link-until = تنتهي صلاحيته
writing-link-looks = مرات الفتح
writing-link-revoke = إلغاء
writing-link-made = الرابط المخصص لـ { $name } صالح حتى { $expires }.
writing-link-address = عنوان الرابط
writing-link-once = انسخه الآن: لا يحتفظ مكتب التحرير إلا ببصمته الرقمية، ولا يستطيع عرضه مرة أخرى.
