# Chancery: interface strings of the public site, Arabic.
# How these files are used is written at the top of en.ftl.
# A counted noun has six forms; the number itself is not said for one and two.

## The language itself

language-name = العربية
read-in-this-language = القراءة بالعربية
date-ledger = { $day }/{ $month }/{ $year }
label-end = :
date-range = { $from } – { $to }
time-range = { $from }–{ $to }
day-range = من { $from } إلى { $to }
days-every = كل يوم
city-time = توقيت { $city }
window-title = { $title } – { $site }

## Furniture: header, navigation, footer

skip-to-content = انتقل إلى المحتوى
home-link = الصفحة الرئيسية
today-label = اليوم
clocks-label = التوقيت المحلي
clocks-pause = إيقاف الساعات
clocks-resume = تشغيل الساعات
languages-label = اللغات
navigation-label = التصفح الرئيسي
breadcrumbs-label = أنت هنا
banner-label = إشعار مهم
footer-label = عن الموقع
footer-about = عن هذا الموقع
footer-record = الأوقات مبيّنة بحسب { $zone }.
footer-time-zone = المنطقة الزمنية
footer-permanent = ما يُنشر هنا يحتفظ بعنوانه، وكل تصحيح معلن.
print-source = طُبع من { $address } في { $date }

## The contact strip

contact-label = الاتصال
contact-call = اتصل بالرقم { $number }
contact-open-now = مفتوح الآن
contact-open-until = مفتوح الآن، حتى الساعة { $time }
contact-closed = مغلق الآن
contact-closed-opens = مغلق الآن. يفتح يوم { $weekday } الساعة { $time }
contact-closed-opens-today = مغلق الآن. يفتح اليوم الساعة { $time }
contact-closed-opens-date = مغلق الآن. يفتح في { $date } الساعة { $time }
contact-details = تفاصيل
contact-hours = ساعات العمل
contact-hours-line = { $days }، { $from }–{ $to }
contact-closed-on-holidays = مغلق في العطل الرسمية

## Counters

counters-label = عدّادات الأيام
counter-zone = تُحسب الأيام بحسب { $zone }.

## The front page

lead-label = الرسالة الرئيسية
latest-heading = آخر الرسائل
all-messages = جميع الرسائل
read-on = تابع القراءة
read-whole = اقرأ النص الكامل: { $title }

## Kinds of message, one and many

kind-statement = بيان
kind-speech = خطاب
kind-remarks = كلمة
kind-interview = مقابلة
kind-press-conference = مؤتمر صحفي
kind-briefing = إحاطة صحفية
kind-press-release = بيان صحفي
kind-article = مقال
kind-letter = رسالة خطية
kind-notice = إعلان
kind-comment = تعليق

kinds-statement = بيانات
kinds-speech = خطابات
kinds-remarks = كلمات
kinds-interview = مقابلات
kinds-press-conference = مؤتمرات صحفية
kinds-briefing = إحاطات صحفية
kinds-press-release = بيانات صحفية
kinds-article = مقالات
kinds-letter = رسائل خطية
kinds-notice = إعلانات
kinds-comment = تعليقات

## A message: its line of facts

message-facts-label = عن هذه الرسالة
kind-label = النوع
released-label = تاريخ النشر
released-at = نُشر في { $date } الساعة { $time } ({ $zone })
released-day = نُشر في { $date }
occasion-label = المناسبة
occasion-on = في { $date }
occasion-from-to = { $from } – { $to }
occasion-in = في { $place }
occasion-with = مع
place-label = المكان
speakers-label = المتحدثون
topics-label = المواضيع
source-label = المصدر
licence-label = الترخيص
editions-label = بلغات أخرى
edition-read-in = القراءة بهذه اللغة: { $language }
version-label = النسخة { $number }
paragraph-link = رابط إلى هذه الفقرة
table-label = جدول
turn-link = رابط إلى هذه المداخلة
turn-question = سؤال
turn-answer = جواب
message-neighbours-label = الرسالة السابقة والرسالة التالية
previous-message = الرسالة السابقة
next-message = الرسالة التالية

## States of a message: one line each, at the top of the text

state-label = حالة هذا النص
state-corrected = صُحّح في { $date }.
state-correction-note = ما الذي صُحّح
state-withdrawn = سُحب في { $date }.
state-withdrawn-reason = السبب
state-erased = حُذف محتوى هذه الرسالة، وتبقى بصمته الرقمية في السجل.
state-erased-law = حُذف محتوى هذه الرسالة لأن القانون يقتضي ذلك، وتبقى بصمته الرقمية في السجل.
state-imported = استُورد في { $date } من { $source }؛ والنص نص المصدر.
state-imported-no-source = استُورد في { $date } من سجل آخر؛ والنص نص المصدر.
state-imported-event-date = يذكر المصدر تاريخ الحدث لا تاريخ النشر.
state-imported-title-date = التاريخ مأخوذ من العنوان؛ ولا يذكر المصدر تاريخًا غيره.
state-summary-only = لم يُحفظ سوى الملخص؛ والنص الكامل ليس في هذا السجل.
state-as-captured = النص كما عرضته الصفحة المحفوظة.
state-as-of = ترى هذا الموقع كما كان في { $date } الساعة { $time }.
state-as-of-back = العودة إلى الحاضر
state-preview = هذه معاينة غير منشورة. تعرض الصفحة كما ستبدو في { $date } الساعة { $time }.
state-rehearsal = هذا عرض تجريبي غير منشور. يعرض الموقع كما سيبدو في { $date } الساعة { $time } إن لم يُتخذ قرار آخر.
state-rehearsal-back = العودة إلى مكتب التحرير
state-watermark = أُعدت هذه النسخة لـ { $name }. يرجى عدم تداولها.
state-translation-of-version = تتبع هذه الترجمة النسخة { $number } من النص بهذه اللغة: { $language }.

## The archive

archive-title = جميع الرسائل
archive-month-title = رسائل { $month }
archive-year-title = رسائل سنة { $year }
archive-count = { $count ->
    [zero] لا توجد رسائل
    [one] رسالة واحدة
    [two] رسالتان
    [few] { $count } رسائل
    [many] { $count } رسالة
   *[other] { $count } رسالة
}
archive-empty = لا توجد رسائل توافق هذه الشروط.
archive-month-empty = لم تُنشر أي رسالة في هذا الشهر.
archive-filters = التصفية
filter-kind = النوع
filter-speaker = المتحدث
filter-place = المكان
filter-topic = الموضوع
filter-from = من
filter-to = إلى
filter-any = الكل
filter-apply = تطبيق
filter-clear = إلغاء التصفية
archive-chart-title = الرسائل بحسب الشهر
archive-chart-table = الأرقام نفسها في جدول
archive-chart-month = الشهر
archive-chart-count = الرسائل
archive-chart-bar = { $month }: { $count ->
    [zero] لا توجد رسائل
    [one] رسالة واحدة
    [two] رسالتان
    [few] { $count } رسائل
    [many] { $count } رسالة
   *[other] { $count } رسالة
}
archive-newer = الأحدث
archive-older = الأقدم
archive-page = الصفحة { $number } من { $total }
archive-pages-label = صفحات الأرشيف
archive-months-label = الأشهر
archive-years-label = السنوات

## Pages that say no, and help

not-found-title = الصفحة غير موجودة
not-found-text = لا توجد صفحة في هذا العنوان. ربما كُتب العنوان خطأً، أو كان الرابط الذي قادك إلى هنا ناقصًا.
not-found-search-archive = ابحث في أرشيف جميع الرسائل
withdrawn-title = سُحبت هذه الرسالة
gone-title = حُذف المحتوى
gone-text = ما كان في هذا العنوان حُذف ولن يعود. وقد أُبقي العنوان ليتسنى بيان ذلك.
unavailable-legal-title = حُذف لأسباب قانونية
unavailable-legal-text = ما كان في هذا العنوان حُذف لأن القانون يقتضي ذلك.
bad-request-title = تعذّر فهم الطلب
bad-request-text = في العنوان أو في شروط التصفية ما لا يستطيع هذا الموقع قراءته. تحقق من العنوان أو ابدأ من الصفحة الرئيسية.
method-not-allowed-title = هذه الصفحة للقراءة فقط
method-not-allowed-text = طُلب شيء غير القراءة. افتح الصفحة من عنوانها.
too-long-title = العنوان طويل جدًا
too-long-text = العنوان أطول مما يقبله هذا الموقع. ابدأ من الصفحة الرئيسية أو من الأرشيف.
misdirected-title = لا يوجد موقع بهذا الاسم
misdirected-text = تم الوصول إلى الخادم، ولكن لا يوجد عليه موقع بهذا الاسم. تحقق من الاسم في العنوان.
server-error-title = تعذّر عرض الصفحة
server-error-text = حدث خطأ من جانبنا وقد سُجّل. يُرجى المحاولة مرة أخرى بعد بضع دقائق.
server-error-reference = إذا أبلغت عن هذا الخطأ، فيُرجى ذكر المرجع { $reference }.
unavailable-title = الموقع قيد الإعداد
unavailable-text = يُرجى المحاولة مرة أخرى بعد لحظات.
not-yet-title = لم يكن الموقع موجودًا بعد
not-yet-text = يبدأ هذا السجل بعد اللحظة التي طلبتها.
not-yet-first = انتقل إلى أول لحظة في هذا السجل

## A site without messages

empty-site-title = لم يُنشر شيء بعد
empty-site-text = ستظهر الرسالة الأولى هنا فور نشرها.
empty-site-next = هل تُعدّ هذا الموقع؟ استورد الرسائل الموجودة لديك. نفّذ على الخادم الأمر التالي:

## Search

search-title = البحث
search-window-title = البحث: { $words }
search-label = كلمات البحث
search-do = بحث
search-days = بين تاريخين
search-catching-up = يجري تحديث البحث: أُدرج { $done } من أصل { $total } من النصوص. قد تنقص بعض النتائج.
search-preparing = البحث قيد الإعداد. ويمكن قراءة كل ما عداه في هذا الموقع.
search-chips = الشروط السارية
search-remove = إزالة الشرط
search-count = { $count ->
    [zero] لم يُعثر على أي رسالة
    [one] عُثر على رسالة واحدة
    [two] عُثر على رسالتين
    [few] عُثر على { $count } رسائل
    [many] عُثر على { $count } رسالة
   *[other] عُثر على { $count } رسالة
}
search-count-turns = { $count ->
    [zero] لم يُعثر على أي مداخلة
    [one] عُثر على مداخلة واحدة
    [two] عُثر على مداخلتين
    [few] عُثر على { $count } مداخلات
    [many] عُثر على { $count } مداخلة
   *[other] عُثر على { $count } مداخلة
}
search-units = نطاق البحث
search-messages = الرسائل
search-turns = ما قيل
search-orders = الترتيب
search-order-relevance = الأنسب أولًا
search-order-newest = الأحدث أولًا
search-read-words = مع
search-read-phrases = مع العبارة بنصها
search-read-without = بدون
search-relaxed = لا يوجد نص فيه جميع الكلمات؛ في هذه النصوص بعضها.
search-cut = عبارة البحث أطول مما يُبحث عنه. استُخدم أولها فقط.
search-meant = هل تقصد
search-facets = تضييق النتائج
search-more = المزيد
search-year = السنة
search-language = اللغة
search-all-languages = جميع اللغات
search-said-by = المتحدث
search-kind-page = صفحة
search-kinds-page = صفحات
search-trend = النتائج بحسب السنة
search-trend-values = النتائج
search-ranking-title = كيف تُرتَّب النتائج
search-ranking = تأتي أولًا النصوص التي وردت فيها الكلمات كما كُتبت، أو متقاربة، أو في العنوان، والتي وردت فيها الكلمات الأندر. وعند التساوي يتقدم الأحدث. ولا يُعتدّ بشيء آخر: لا بمن يقرأ ولا بعدد مرات القراءة.
search-nothing = لا شيء في هذا السجل يوافق هذا البحث. قد تعطي كلمات أقل أو كلمات أخرى نتائج أكثر.
search-try-languages = البحث في جميع اللغات
search-try-quote = التحقق من اقتباس كلمةً كلمة
search-pages = صفحات النتائج
search-page-before = النتائج السابقة
search-page-after = النتائج التالية
search-help-title = كيفية البحث
search-help-short = عدة كلمات: جميعها بأي صيغة. بين «علامتي اقتباس»: هذه الكلمات بنصها. OR بين كلمتين: إحداهما. شرطة قبل الكلمة: بدونها. نجمة بعد أول الكلمة: كل الكلمات التي تبدأ به. وكذلك: speaker: place: kind: topic: year: from: to: date: lang:
search-help-lenient = كل ما يُكتب يُفهم قدر الإمكان. وتُكتب AND وOR وNOT بأحرف كبيرة.
search-example-words = الكلمتان معًا بأي صيغة
search-example-phrase = هذه الكلمات بنصها وترتيبها
search-example-or = إحدى الكلمتين أو كلتاهما
search-example-without = الكلمة الأولى بدون الثانية
search-example-speaker = ما قاله هذا المتحدث
search-example-place = بمناسبة حدث في هذا المكان
search-example-kind = الرسائل من هذا النوع
search-example-date = ما نُشر في هذا الشهر

## Is this a true quote?

quote-title = هل هذا الاقتباس صحيح؟
quote-nav = التحقق من اقتباس
quote-label = الكلمات المراد التحقق منها
quote-do = تحقق
quote-limit = { $count ->
    [zero] بلا أحرف
    [one] حرف واحد على الأكثر
    [two] حرفان على الأكثر
    [few] { $count } أحرف على الأكثر
    [many] { $count } حرفًا على الأكثر
   *[other] { $count } حرف على الأكثر
}
quote-cut = النص أطول من ذلك. جرى التحقق من أول { $count } حرف فقط.
quote-verbatim = مطابق حرفيًا
quote-verbatim-says = وردت هذه الكلمات في السجل كما هي مقتبسة تمامًا.
quote-typography = مطابق ما عدا علامات الترقيم
quote-typography-says = الكلمات هي كلمات السجل. ولا تختلف إلا علامات الترقيم أو رسم العلامات أو المواضع المحذوفة المشار إليها.
quote-altered = معدَّل
quote-altered-says = لا يحتوي السجل على هذا الاقتباس كما هو. ويُعرض أقرب مقطع وما يختلف فيه.
quote-earlier = من نسخة سابقة
quote-earlier-says = وردت هذه الكلمات في نسخة سابقة من النص جرى تصحيحها. والصيغتان مبيَّنتان.
quote-questioner = كلام السائل
quote-questioner-says = هذه الكلمات موجودة في السجل، لكن قالها السائل لا المجيب.
quote-not-found = غير موجود في هذا السجل
quote-not-found-says = لا يحتوي أي نص في هذا السجل على هذه الكلمات أو على ما يقاربها. ولا يعني ذلك أنها لم تُقل قط.
quote-too-short = أقصر من أن يُحكم عليه
quote-too-short-says = قد يقول أي شخص كلمات قليلة كهذه. اقتبس أربع كلمات متتالية على الأقل.
quote-record = يضم هذا السجل بجميع اللغات { $count ->
    [zero] صفرًا من النصوص
    [one] نصًا واحدًا
    [two] نصين
    [few] { $count } نصوص
    [many] { $count } نصًا
   *[other] { $count } نص
}، كما كان في { $date } الساعة { $time } ({ $zone }).
quote-several = { $count ->
    [zero] لم ترد هذه الكلمات في السجل.
    [one] وردت هذه الكلمات في موضع واحد من السجل.
    [two] وردت هذه الكلمات في موضعين من السجل.
    [few] وردت هذه الكلمات في { $count } مواضع من السجل.
    [many] وردت هذه الكلمات في { $count } موضعًا من السجل.
   *[other] وردت هذه الكلمات في { $count } موضع من السجل.
}
quote-several-shown = { $count ->
    [zero] لا يُعرض منها شيء.
    [one] يُعرض واحد منها.
    [two] يُعرض اثنان منها.
    [few] تُعرض { $count } منها.
    [many] يُعرض { $count } منها.
   *[other] يُعرض { $count } منها.
}
quote-attributed = يذكر الاقتباس متحدثًا غير الذي في السجل.
quote-mixed = يجمع الاقتباس كلام أكثر من متحدث.
quote-joined-far = أجزاء الاقتباس متباعدة في النص.
quote-joined-turns = أجزاء الاقتباس من مداخلات مختلفة.
quote-joined-order = أجزاء الاقتباس مرتبة في النص ترتيبًا آخر.
quote-joined-denial = ما حذفه الاقتباس ينفي ما يبدو أنه يقوله.
quote-diff-title = الاقتباس مقارنًا بالسجل
quote-only-quote = في الاقتباس فقط
quote-only-record = في السجل فقط
quote-since-title = ما آل إليه هذا المقطع
quote-only-before = في السابق فقط
quote-only-now = في الحاضر فقط
quote-corrected = صُحِّح النص في { $date }: { $class }.
quote-gone = لم يعد هذا المقطع في النص.
quote-unchanged = لم يتغير هذا المقطع نفسه.
quote-open = فتح النص في هذا الموضع
quote-share = رابط هذا التحقق
quote-promise-title = ما الذي يقوله هذا التحقق
quote-promise = يقارن الكلمات بكل نص في هذا الموقع كان علنيًا في هذه اللحظة، بما في ذلك النسخ السابقة، ويبيّن موضعها ومن قالها.
quote-promise-never = لا يقول أبدًا إن الاقتباس كاذب، بل يقول فقط هل الكلمات موجودة في هذا السجل.

## Citing a passage, and what became of a passage that was cited

cite-paragraph = اقتباس هذه الفقرة
cite-turn = اقتباس هذه المداخلة
cite-selection = اقتباس
cite-title = اقتباس هذا المقطع
cite-of = اقتباس من «{ $title }»
cite-not-there = الكلمات التي حددتها لا ترد متصلة في هذا المقطع، ولذلك يُعرض المقطع كاملًا.
cite-in-place = عرض المقطع في موضعه من النص
cite-whole = اقتباس المقطع كاملًا
cite-whole-turn = اقتباس المداخلة كاملة
cite-plain = نص عادي
cite-html = HTML
cite-json = JSON-LD (schema.org)
cite-copy = نسخ
cite-copied = تم النسخ
cite-quoted = «{ $text }»
cite-listed = { $first }، { $second }
cite-changed-title = عُدّل هذا المقطع
cite-changed = الرابط الذي اتبعته يشير إلى النسخة { $then }. النص الآن في النسخة { $now }، وصياغة هذا المقطع مختلفة.
cite-changed-here = عُدّل هذا المقطع: صياغته السابقة
cite-gone-title = لم يعد هذا المقطع في النص
cite-gone = الرابط الذي اتبعته يشير إلى النسخة { $then }. النص الآن في النسخة { $now } ولم يعد يتضمن هذا المقطع. وكان نصه:
cite-moved-title = هذه الكلمات في موضع آخر
cite-moved = الرابط الذي اتبعته يشير إلى النسخة { $then }. النص الآن في النسخة { $now }: كلمات المقطع لم تتغير، لكن تقسيم الفقرات أو ترتيبها تغيّر.
cite-unknown-title = لم يُعثر على المقطع
cite-unknown = يشير الرابط الذي أوصلك إلى مقطع لا يوجد في هذا النص. يُعرض النص نفسه.
cite-now = الانتقال إلى المقطع بصيغته الحالية
cite-class-first = النسخة الأولى
cite-class-substantive = تغيّر المعنى
cite-class-clarification = إيضاح المعنى
cite-class-typographic = إملاء أو طباعة
cite-class-formatting = التنسيق
cite-class-translation = تحسين الترجمة
cite-class-metadata = بيانات عن النص
cite-class-legal = بموجب القانون

## Who speaks

speakers-title = المتحدثون
speakers-people = أشخاص هذا الموقع
speakers-others = آخرون ذُكروا في الرسائل
speakers-empty = لم يُذكر أي متحدث بعد.
speakers-cut = هذه الأسماء الأكثر ذكرًا وعددها { $count }؛ وفي الأرشيف جميع الرسائل.
speakers-languages = الاسم بلغات أخرى
speakers-offices = المناصب
# Labels of a stretch of time in office; date-range stands where both ends are known.
speakers-from = اعتبارًا من { $date }
speakers-since = منذ { $date }
speakers-until = حتى { $date }
speakers-now = في المنصب
speakers-messages = الرسائل التي تذكر هذا المتحدث
speakers-turns = { $count ->
    [zero] لا توجد مداخلات
    [one] مداخلة واحدة
    [two] مداخلتان
    [few] { $count } مداخلات
    [many] { $count } مداخلة
   *[other] { $count } مداخلة
}
# While search is being prepared.
speakers-preparing = تُعرض المداخلات حين يكتمل إعداد البحث. وهذه هي الرسائل حتى ذلك الحين.
speakers-unmarked = لا تبيّن النصوص أي الكلمات لهذا المتحدث. وهذه هي الرسائل.
speakers-nothing = لا توجد لهذا المتحدث مداخلات توافق هذه الشروط.
speakers-search = البحث عن هذه الكلمات في السجل كله
speakers-all = جميع هذه الرسائل في الأرشيف

## Pictures of figures

chart-year = السنة
chart-day = اليوم
# One bar; $label is what it stands for.
chart-bar = { $label }: { $count }
chart-most = أعلى عمود: { $count }
chart-csv = الأرقام بصيغة CSV
chart-messages = الرسائل بحسب السنة
chart-turns = المداخلات بحسب السنة
chart-turns-count = المداخلات
chart-days = الرسائل بحسب اليوم
# $weekday is the day on which the rows begin.
chart-weeks = كل صف أسبوع يبدأ يوم { $weekday }. وكلما قوي لون اليوم زاد عدد رسائله.
