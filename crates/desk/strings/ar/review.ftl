review-problem = تعذّر تنفيذ ذلك
review-untitled = (بلا عنوان بعد)
review-when = { $date }، { $time }
review-in = بعد { $span }
review-ago = قبل { $span }
review-days = { $count ->
    [zero] { $count } يوم
    [one] يوم واحد
    [two] يومين
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
review-hours = { $count } س
review-minutes = { $count } د
review-seconds = { $count } ث
review-token-of = برنامج يعمل باسم { $name }
review-version = النسخة { $number }
review-follows = { $language }، النسخة { $number }
review-date-wrong = هذا ليس تاريخًا. اختر يوم النشر.
review-time-wrong = هذا ليس وقتًا. أدخل الساعات والدقائق، مثل 23:00.
review-time-skipped = لا تُظهر ساعة المقر هذا الوقت أبدًا: فهي تُقدَّم فوقه. اختر إحدى اللحظتين.
review-time-twice = تُظهر ساعة المقر هذا الوقت مرتين: فهي تُؤخَّر إليه. اختر إحدى اللحظتين.
review-choice-skipped = لا وجود لهذا الوقت في المقر. أي اللحظتين هي المقصودة؟
review-choice-twice = يأتي هذا الوقت مرتين في المقر. أي اللحظتين هي المقصودة؟
review-date = اليوم
review-time = الوقت
review-comment-empty = التعليق فارغ. اكتب ما ينبغي النظر فيه.

review-title = مراجعة: { $title }
review-to-message = الرسالة
review-to-bundle = مع رسائل أخرى
review-to-waiting = ما ينتظرني
review-where = وضعه الحالي
review-changed-by = آخر من غيّره
review-submitted-by = قدّمه
review-approved-by = اعتمده
review-released-by = نشره
review-reviewed-by = نظر فيه لاحقًا
review-proposed = الفئة التي تقترحها المقارنة
review-below-proposal = الفئة أدنى مما تقترحه المقارنة. ولا يمكن النشر من دون شخص ثانٍ.
review-outdated = أُعدّت النسخة { $number } في هذه الأثناء. ولم يُعدّ هذا النص منها؛ فأعِده.
review-draft-differs = في المسودة تغييرات لم تُقدَّم، وآخرها من { $name }. ما تراه وتعتمده هو ما قُدّم.
review-is-draft = لم يُقدَّم شيء. هذه هي المسودة كما حفظها { $name } آخر مرة.
review-nothing-submitted = لم يُقدَّم شيء. هذه أحدث نسخة.
review-first = هذه هي النسخة الأولى: كل ما فيها جديد.
review-compared = مقارنة بالنسخة { $number }.
review-change-count = { $fields ->
    [zero] لم يتغير شيء من معلومات النص
    [one] تغيّر عنصر واحد من معلومات النص
    [two] تغيّر عنصران من معلومات النص
    [few] تغيّرت { $fields } عناصر من معلومات النص
    [many] تغيّر { $fields } عنصرًا من معلومات النص
   *[other] تغيّر { $fields } عنصر من معلومات النص
}؛ { $rows ->
    [zero] ولم يتغير أي مقطع منه.
    [one] وتغيّر مقطع واحد منه.
    [two] وتغيّر مقطعان منه.
    [few] وتغيّرت { $rows } مقاطع منه.
    [many] وتغيّر { $rows } مقطعًا منه.
   *[other] وتغيّر { $rows } مقطع منه.
}
review-first-change = إلى التغيير الأول
review-next-change = التغيير التالي
review-view-text = نص واحد
review-view-side = جنبًا إلى جنب
review-preview = معاينته كصفحة منشورة
review-write = كتابة
review-look = اطلاع
review-text = النص
review-about-text = معلومات النص
review-field = العنصر
review-before = قبل
review-now = الآن
review-changed = تغيّر
review-field-title = العنوان
review-field-kind = النوع
review-field-teaser = الكلمات الأولى في القوائم
review-field-date = يوم المناسبة
review-field-place = المكان
review-field-with = مع
review-field-speakers = المتحدثون
review-field-topics = المواضيع
review-field-nav = الموضع في التصفح
review-field-address = العنوان الإلكتروني
review-field-class = الفئة
review-field-note = الملاحظة العلنية
review-field-source = مترجم عن
review-field-media = الصور والملفات
review-row-added = التغيير { $number }: إضافة
review-row-removed = التغيير { $number }: إزالة
review-row-moved = التغيير { $number }: نقل
review-row-changed = التغيير { $number }: تعديل
review-decide = القرار
review-own = أنت كتبت هذا النص أو قدّمته، فيجب أن يعتمده شخص آخر.
review-approve = اعتماد ما قُدّم
review-return = إعادة إلى الكاتب
review-return-reason = ما ينبغي عمله
review-release = نشر…
review-checks = الفحوص
review-checks-none = لم تجد الفحوص شيئًا.
review-severity-wrong = خطأ.
review-severity-look = للنظر.
review-there = الموضع
review-comments = { $count ->
    [zero] التعليقات
    [one] التعليقات: واحد مفتوح
    [two] التعليقات: اثنان مفتوحان
    [few] التعليقات: { $count } مفتوحة
    [many] التعليقات: { $count } مفتوحًا
   *[other] التعليقات: { $count } مفتوح
}
review-comment = تعليق
review-comment-label = تعليق على هذا المقطع
review-comment-whole = تعليق على النص كله
review-comment-add = حفظ التعليق
review-resolve = تمت التسوية
review-resolved = سوّاه { $name }.

review-done-approved = تم الاعتماد. يمكن النشر الآن.
review-done-returned = تمت الإعادة. يجد الكاتب السبب تحت «قيد الانتظار».
review-done-commented = حُفظ التعليق.
review-done-resolved = سُوّي التعليق.
review-done-move = نُقل موعد النشر.
review-done-moved = نُقل موعد الحزمة.
review-done-call-off = أُلغي النشر.
review-done-withdraw = سُحبت الطبعة. ويبيّن عنوانها الآن السبب.
review-done-restore = الطبعة منشورة من جديد.
review-done-erase = حُذف المحتوى.
review-done-look = سُجّل أنك اطلعت عليه.
review-done-lead = تتصدر هذه الرسالة الآن الصفحة الرئيسية.

review-compare-title = النسختان { $old } و{ $new }: { $title }
review-compare-since = النسخة { $number }، منشورة منذ
review-compare-others = مقارنات أخرى:

review-release-title = النشر
review-release-none = لم يُقدَّم شيء يحق لك نشره.
review-release-which = ما الذي يُنشر
review-release-when = متى، بتوقيت { $home }
review-release-now-choice = الآن
review-release-at-choice = في هذه اللحظة
review-release-go-on = متابعة وتحقق
review-nothing-chosen = لم يُختر شيء، أو قُدّم المختار من جديد بعد فتح هذه الصفحة. اختر ما يُنشر.
review-bundle-title = اسم الحزمة
review-bundle-hint = يلزم حين تُنشر عدة طبعات معًا. ولا يراه الجمهور.
review-bundle-title-missing = تُنشر عدة طبعات معًا، فتحتاج إلى اسم. أدخل اسمًا.
review-bypass = سبب النشر دون اعتماد
review-bypass-hint = فقط إذا كان نص مختار غير معتمد. يبقى السبب في السجل، وتظل على النشر علامة إلى أن ينظر فيه شخص ثانٍ.
review-confirm-title = هل هذا صحيح؟
review-confirm-languages-at = { $count ->
    [zero] لا شيء للنشر.
    [one] هل يُنشر بلغة واحدة في { $when } بتوقيت { $place }؟
    [two] هل يُنشر بلغتين في { $when } بتوقيت { $place }؟
    [few] هل يُنشر بـ { $count } لغات في { $when } بتوقيت { $place }؟
    [many] هل يُنشر بـ { $count } لغة في { $when } بتوقيت { $place }؟
   *[other] هل يُنشر بـ { $count } لغة في { $when } بتوقيت { $place }؟
}
review-confirm-texts-at = { $count ->
    [zero] لا شيء للنشر.
    [one] هل يُنشر نص واحد في { $when } بتوقيت { $place }؟
    [two] هل يُنشر نصان في { $when } بتوقيت { $place }؟
    [few] هل تُنشر { $count } نصوص في { $when } بتوقيت { $place }؟
    [many] هل يُنشر { $count } نصًا في { $when } بتوقيت { $place }؟
   *[other] هل يُنشر { $count } نص في { $when } بتوقيت { $place }؟
}
review-confirm-languages-now = { $count ->
    [zero] لا شيء للنشر.
    [one] هل يُنشر الآن بلغة واحدة؟
    [two] هل يُنشر الآن بلغتين؟
    [few] هل يُنشر الآن بـ { $count } لغات؟
    [many] هل يُنشر الآن بـ { $count } لغة؟
   *[other] هل يُنشر الآن بـ { $count } لغة؟
}
review-confirm-texts-now = { $count ->
    [zero] لا شيء للنشر.
    [one] هل يُنشر الآن نص واحد؟
    [two] هل يُنشر الآن نصان؟
    [few] هل تُنشر الآن { $count } نصوص؟
    [many] هل يُنشر الآن { $count } نصًا؟
   *[other] هل يُنشر الآن { $count } نص؟
}
review-confirm-distance = أي { $distance }.
review-confirm-public = يُنشر ما يلي
review-confirm-hidden = يبقى كما هو
review-confirm-unapproved = { $count ->
    [zero] جميع هذه النصوص معتمدة.
    [one] أحد هذه النصوص غير معتمد. وستبقى على النشر علامة إلى أن ينظر فيه شخص ثانٍ.
    [two] نصان من هذه النصوص غير معتمدين. وستبقى على النشر علامة إلى أن ينظر فيه شخص ثانٍ.
    [few] { $count } من هذه النصوص غير معتمدة. وستبقى على النشر علامة إلى أن ينظر فيه شخص ثانٍ.
    [many] { $count } من هذه النصوص غير معتمدة. وستبقى على النشر علامة إلى أن ينظر فيه شخص ثانٍ.
   *[other] { $count } من هذه النصوص غير معتمدة. وستبقى على النشر علامة إلى أن ينظر فيه شخص ثانٍ.
}
review-schedule-languages = { $count ->
    [zero] جدولة بلا لغة
    [one] جدولة بلغة واحدة
    [two] جدولة بلغتين
    [few] جدولة بـ { $count } لغات
    [many] جدولة بـ { $count } لغة
   *[other] جدولة بـ { $count } لغة
}
review-schedule-texts = { $count ->
    [zero] جدولة بلا نص
    [one] جدولة نص واحد
    [two] جدولة نصين
    [few] جدولة { $count } نصوص
    [many] جدولة { $count } نصًا
   *[other] جدولة { $count } نص
}
review-now-languages = { $count ->
    [zero] نشر الآن بلا لغة
    [one] نشر الآن بلغة واحدة
    [two] نشر الآن بلغتين
    [few] نشر الآن بـ { $count } لغات
    [many] نشر الآن بـ { $count } لغة
   *[other] نشر الآن بـ { $count } لغة
}
review-now-texts = { $count ->
    [zero] نشر الآن بلا نص
    [one] نشر نص واحد الآن
    [two] نشر نصين الآن
    [few] نشر { $count } نصوص الآن
    [many] نشر { $count } نصًا الآن
   *[other] نشر { $count } نص الآن
}
review-back = رجوع دون تنفيذ
review-released-title = ما نُشر
review-released-public = هو منشور في
review-released-scheduled = يُنشر
review-released-address = سيكون عنوانه
review-owed-note = نُشر دون اعتماد: لا يزال على شخص ثانٍ أن ينظر فيه.
review-unapproved = نُشر دون اعتماد:
review-bypass-reason = نُشر دون اعتماد، للسبب التالي:

review-action-move = نقل موعد النشر
review-action-move-what = تُنشر النسخة في لحظة أخرى. ويبقى السبب في السجل.
review-action-move-reason = سبب النقل
review-action-move-button = نقل موعد النشر بهذه اللغة: { $language }
review-action-call-off = إلغاء النشر
review-action-call-off-what = لن تُنشر هذه النسخة. ولا يُستخدم رقمها مرة أخرى. ويبقى السبب في السجل.
review-action-call-off-reason = سبب الإلغاء
review-action-call-off-button = إلغاء النشر بهذه اللغة: { $language }
review-action-withdraw = سحب
review-action-withdraw-what = لا يعود الجمهور يرى النص. ويبقى عنوانه ويبيّن السبب. ويمكن إعادة نشره.
review-action-withdraw-reason = السبب كما سيقرؤه الجمهور
review-action-withdraw-button = سحب الآن بهذه اللغة: { $language }
review-action-restore = إعادة نشر
review-action-restore-what = يرى الجمهور النص من جديد. ويبقى السحب وسببه في السجل.
review-action-restore-reason = ملاحظة علنية: سبب إعادة النشر
review-action-restore-button = إعادة النشر الآن بهذه اللغة: { $language }
review-action-erase = حذف
review-action-erase-what = يُحذف المحتوى نهائيًا. وهذا لما يقتضيه القانون أو تقتضيه حماية شخص.
review-action-erase-reason = الموجب كما سيقرؤه الجمهور
review-action-erase-button = حذف نهائي بهذه اللغة: { $language }
review-action-look = اطلعت عليه
review-action-look-what = نُشرت هذه النسخة دون اعتماد. أكّد أنك قرأتها واذكر رأيك فيها.
review-action-look-reason = رأيك فيها
review-action-look-button = اطلعت على النسخة بهذه اللغة: { $language }
review-erase-for-good = لا يمكن التراجع عن هذا.
review-erase-gone = { $count ->
    [zero] تزول المسودات والتعليقات.
    [one] يزول نص نسختها الوحيدة، مع العنوان والمسودات والتعليقات.
    [two] يزول نصا النسختين، مع العنوانين والمسودات والتعليقات.
    [few] تزول نصوص النسخ كلها وعددها { $count }، مع العناوين والمسودات والتعليقات.
    [many] تزول نصوص النسخ كلها وعددها { $count }، مع العناوين والمسودات والتعليقات.
   *[other] تزول نصوص النسخ كلها وعددها { $count }، مع العناوين والمسودات والتعليقات.
}
review-erase-stays = تبقى في السجل البصمات الرقمية والتواريخ والموجب الذي تذكره.
review-erase-no-way-back = لا يمكن نشر هذه الطبعة بعد ذلك أبدًا. ويجيب العنوان بأن المحتوى حُذف.
review-erase-by-law = هل يقتضيه القانون؟
review-erase-by-law-no = لا
review-erase-by-law-yes = نعم، ويجيب العنوان بالرمز 451
review-erase-title = اكتب عنوان النص، ليُحذف النص الصحيح
review-erase-title-wrong = هذا ليس عنوان النص. تأكد من أنه النص المقصود، واكتب عنوانه كما يظهر أعلاه.

review-leads = تتصدر هذه الرسالة الصفحة الرئيسية.
review-lead = جعلها الرسالة الرئيسية
review-next = النسخة التالية:
review-withdrawn = سُحب: { $reason }
review-erased = حُذف: { $ground }
review-submitted-line = كتبه { $writer }، وقدّمه { $submitter }.
review-approved-line = اعتمده { $name }.
review-draft-line = مسودة { $name }، { $when }
review-correct = تصحيح
review-versions = النسخ
review-column-version = النسخة
review-column-release = النشر
review-column-who = مَن
review-column-actions = الإجراءات الممكنة
review-column-day = اليوم
review-column-releases = ما يُنشر
review-column-site = الإشعارات والمناسبات
review-column-message = الرسالة
review-column-planned = الموعد المخطط
review-column-seen = الظهور الفعلي
review-column-when = متى
review-column-from = من أين
review-column-what = ماذا
review-column-about = بشأن
review-column-why = لماذا
review-imported = مستورد
review-compare = مقارنة بالنسخة { $number }
review-in-bundle = معًا: { $title }
review-move-bundle = نقل موعد الحزمة
review-move-bundle-button = { $count ->
    [zero] نقل موعد الحزمة
    [one] نقل موعد الحزمة
    [two] نقل موعد الاثنين معًا
    [few] نقل موعد الجميع معًا ({ $count })
    [many] نقل موعد الجميع معًا ({ $count })
   *[other] نقل موعد الجميع معًا ({ $count })
}
review-called-off = أُلغي
review-translate = الترجمة إلى
review-history = التاريخ
review-from = من {"\u2066"}{ $address }{"\u2069"}
review-bundle = معًا: { $title }
review-bundle-members = محتويات الحزمة

review-calendar-title = الجدول الزمني: { $month }
review-calendar-zone = الأيام والأوقات بتوقيت { $home }.
review-month-before = الشهر السابق
review-month-now = هذا الشهر
review-month-after = الشهر التالي
review-today = اليوم
review-banner-starts = { $time } يبدأ الإشعار: { $text }
review-banner-ends = { $time } ينتهي الإشعار: { $text }
review-occasion = المناسبة:
review-overdue = متأخر: لم يظهر في الموقع العام
review-seen-late = ظهر بعد { $late }
review-not-seen-yet = لم يظهر بعد

review-matrix-title = الترجمات
review-matrix-counts = { $missing ->
    [zero] لا ينقص شيء
    [one] تنقص طبعة واحدة
    [two] تنقص طبعتان
    [few] تنقص { $missing } طبعات
    [many] تنقص { $missing } طبعة
   *[other] تنقص { $missing } طبعة
}، { $older ->
    [zero] ولا طبعة أقدم من مصدرها.
    [one] وطبعة واحدة أقدم من مصدرها.
    [two] وطبعتان أقدم من مصدرهما.
    [few] و{ $older } طبعات أقدم من مصدرها.
    [many] و{ $older } طبعة أقدم من مصدرها.
   *[other] و{ $older } طبعة أقدم من مصدرها.
}
review-matrix-none = لم يُنشر شيء بعد.
review-cell-missing = ناقص
review-cell-current = محدَّث
review-cell-original = الأصل
review-cell-older = أقدم من مصدره
review-cell-scheduled = مجدول
review-cell-withdrawn = مسحوب
review-cell-erased = محذوف
review-cell-changed = ما تغيّر بهذه اللغة: { $language }، من { $old } إلى { $new }
review-cell-write = الكتابة بهذه اللغة: { $language }
review-newest = الأحدث
review-older = الأقدم

review-audit-title = التدقيق
review-audit-who = مَن
review-audit-everybody = الجميع
review-audit-kind = ماذا
review-audit-everything = كل شيء
review-audit-message = الرسالة (معرّفها أو عنوانها في مكتب التحرير)
review-audit-from = من يوم
review-audit-to = إلى يوم
review-audit-show = عرض
review-audit-file = تنزيل ملف (CSV)
review-audit-none = لم يُعثر على شيء.

review-waiting-title = ما ينتظرني
review-waiting-nothing = لا شيء ينتظرك.
review-waiting-overdue = { $count ->
    [zero] لا نشر متأخرًا.
    [one] نشر واحد متأخر: لم يظهر في الموقع العام.
    [two] نصّان تأخر نشرهما: لم يظهرا في الموقع العام.
    [few] { $count } نصوص تأخر نشرها: لم تظهر في الموقع العام.
    [many] { $count } نصًا تأخر نشرها: لم تظهر في الموقع العام.
   *[other] { $count } نص تأخر نشرها: لم تظهر في الموقع العام.
}
review-waiting-review = للمراجعة ({ $count })
review-waiting-review-by = قدّمه { $name }
review-waiting-release = للنشر ({ $count })
review-waiting-release-by = اعتمده { $name }
review-waiting-owed = نُشر دون اعتماد، للنظر فيه ({ $count })
review-waiting-owed-by = نشره { $name }
review-waiting-returned = أُعيد ({ $count })
review-waiting-returned-by = أعاده { $name }
review-waiting-comments = تعليقات على نصوصي ({ $count })
review-waiting-comments-by = { $name }
review-waiting-drafts = مسوداتي ({ $count })
review-waiting-drafts-by = { $name }
review-next-releases = المواعيد المقبلة للنشر
review-next-none = لا شيء مجدول.
review-recent-releases = ما نُشر في اليوم الأخير
review-recent-none = لم يُنشر شيء في اليوم الأخير.

review-role-in = { $role } ({ $language })
review-part-named = { $kind } «{ $name }»
review-part-identity = اسم الموقع ومقره ولغاته
review-part-clocks = الساعات
review-part-contact = جهة اتصال
review-part-counter = عدّاد
review-part-banner = إشعار
review-part-speaker = متحدث
review-part-topic = موضوع
review-part-media = ملف
review-part-lead = الرسالة الرئيسية
review-fact-draft-submitted = قُدّم بهذه اللغة: { $language }
review-fact-submission-approved = اعتُمد بهذه اللغة: { $language }
review-fact-submission-returned = أُعيد بهذه اللغة: { $language }
review-fact-version-released = نُشرت النسخة { $number } بهذه اللغة: { $language }، لموعد { $when } ({ $class })
review-fact-version-released-unapproved = نُشرت دون اعتماد النسخة { $number } بهذه اللغة: { $language }، لموعد { $when } ({ $class })
review-fact-release-moved = نُقل نشر النسخة { $number } بهذه اللغة: { $language }، إلى { $when }
review-fact-release-cancelled = أُلغي نشر النسخة { $number } بهذه اللغة: { $language }
review-fact-edition-withdrawn = سُحب بهذه اللغة: { $language }
review-fact-edition-restored = أُعيد نشره بهذه اللغة: { $language }
review-fact-edition-erased = حُذف بهذه اللغة: { $language }
review-fact-edition-erased-by-law = حُذف بمقتضى القانون بهذه اللغة: { $language }
review-fact-bypass-reviewed = نُظر بعد النشر دون اعتماد في النسخة { $number } بهذه اللغة: { $language }
review-fact-bundle-joined = ضُم إلى رسائل أخرى
review-fact-bundle-released = { $count ->
    [zero] نُشرت حزمة فارغة لموعد { $when }
    [one] نُشرت طبعة واحدة في حزمة لموعد { $when }
    [two] نُشرت طبعتان معًا لموعد { $when }
    [few] نُشرت { $count } طبعات معًا لموعد { $when }
    [many] نُشرت { $count } طبعة معًا لموعد { $when }
   *[other] نُشرت { $count } طبعة معًا لموعد { $when }
}
review-fact-bundle-moved = { $count ->
    [zero] نُقل موعد حزمة فارغة إلى { $when }
    [one] نُقل موعد حزمة من طبعة واحدة إلى { $when }
    [two] نُقل موعد حزمة من طبعتين إلى { $when }
    [few] نُقل موعد حزمة من { $count } طبعات إلى { $when }
    [many] نُقل موعد حزمة من { $count } طبعة إلى { $when }
   *[other] نُقل موعد حزمة من { $count } طبعة إلى { $when }
}
review-fact-fixture-set = ضُبط من { $when }: { $part }
review-fact-fixture-removed = أُزيل من { $when }: { $part }
review-fact-account-set = صلاحيات { $name }: { $grants }
review-fact-token-set = صلاحيات البرنامج { $name }: { $grants }
review-fact-account-disabled = لم تعد لـ { $name } أي صلاحية
review-fact-enrolment-issued = أُنشئ رابط تفعيل يستطيع به { $name } إعداد تسجيل الدخول من جديد
review-kind-DraftSubmitted = التقديمات
review-kind-SubmissionApproved = الاعتمادات
review-kind-SubmissionReturned = الإعادات
review-kind-VersionReleased = عمليات النشر
review-kind-BundleReleased = نشر الحزم
review-kind-BundleJoined = رسائل ضُمت إلى حزم
review-kind-ReleaseMoved = مواعيد نشر نُقلت
review-kind-BundleMoved = حزم نُقلت مواعيدها
review-kind-ReleaseCancelled = عمليات نشر أُلغيت
review-kind-BypassReviewed = النظر اللاحق
review-kind-EditionWithdrawn = عمليات السحب
review-kind-EditionRestored = إعادات النشر
review-kind-EditionErased = عمليات الحذف
review-kind-FixtureSet = أجزاء من الموقع ضُبطت
review-kind-FixtureRemoved = أجزاء من الموقع أُزيلت
review-kind-AccountSet = حسابات ضُبطت
review-kind-AccountDisabled = حسابات عُطّلت
