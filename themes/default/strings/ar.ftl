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
