# Chancery: interface strings of signing in, Arabic.

signin-title = تسجيل الدخول
signin-back = رجوع
signin-go-on = متابعة
signin-go-me = العودة إلى حسابك
signin-go-sign-in = تسجيل الدخول
signin-go-sign-in-again = تسجيل الدخول من جديد
signin-go-sign-in-window = تسجيل الدخول في نافذة أخرى
signin-name = اسم الدخول
signin-email = البريد الإلكتروني
signin-already = أنت مسجّل الدخول باسم { $name }.
signin-passkey-heading = بمفتاح مرور
signin-passkey-what = يثبت هاتفك أو حاسوبك أو مفتاح الأمان لديك هويتك. لا حاجة إلى كتابة شيء.
signin-passkey-do = تسجيل الدخول بمفتاح مرور
signin-passkey-offer = مفتاح المرور الخاص بك
signin-passkey-offer-hint = إذا عرض المتصفح مفتاح مرور في هذا الحقل فاختره. لا حاجة إلى كتابة شيء.
signin-passkey-scripts = تحتاج مفاتيح المرور إلى تشغيل البرامج النصية في المتصفح. أما كلمة المرور أدناه فلا تحتاج إليها.
signin-password-heading = بكلمة مرور ورمز
signin-password-label = كلمة المرور
signin-code = الرمز ذو الأرقام الستة من تطبيقك
signin-do = تسجيل الدخول
signin-lost = فقدت هاتفي أو مفتاحي
signin-recovery-title = تسجيل الدخول برمز استرداد
signin-recovery-what = اكتب أحد الرموز العشرة التي طبعتها. كل رمز صالح مرة واحدة. وبعد ذلك تُعدّ مفتاح مرور جديدًا أو كلمة مرور جديدة.
signin-recovery-code = رمز الاسترداد
signin-recovery-none = ليس لديك رمز؟ يستطيع أحد مديري مكتب التحرير أن يعطيك رابط تفعيل جديدًا.
signin-done-close-heading = تم تسجيل الدخول
signin-done-close = أنت مسجّل الدخول. يمكنك إغلاق هذه النافذة والمتابعة.
signin-going-on-heading = لحظة من فضلك
signin-going-on = يُفتح مكتب التحرير.
signin-out-title = تسجيل الخروج
signin-out-ask = هل تريد تسجيل الخروج من مكتب التحرير على هذا الجهاز؟
signin-out-do = تسجيل الخروج
signin-out-done = تم تسجيل الخروج.
signin-out-kept-heading = نصوص محفوظة على هذا الحاسوب وحده
signin-out-kept = ليست لدى الخادم أحدث حالة لهذه النصوص. افتح كلًّا منها ليُحفظ، أو تخلَّ عنها. فمن يستخدم هذا الحاسوب بعدك قد يعثر عليها.
signin-out-kept-discard = التخلي عن هذه النصوص

## Enrolment

signin-enrol-title = إعداد طريقة تسجيل الدخول
signin-enrol-hello = مرحبًا، { $name }.
signin-enrol-what = اسم الدخول الخاص بك هو { $name }. اختر إحدى الطريقتين أدناه؛ ويمكنك إضافة الأخرى لاحقًا. هذا الرابط صالح ثلاثة أيام، وإلى أن تُعدّ إحدى الطريقتين. وعندئذ تنتهي الجلسات السابقة.
signin-enrol-before = وعندئذ يبطل ما كنت تسجّل به الدخول من قبل: مفاتيح المرور وكلمة المرور ورموز الاسترداد.
signin-enrol-passkey-heading = مفتاح مرور: أسلم الطرق وأقصرها
signin-enrol-passkey-what = يحفظه هاتفك أو حاسوبك أو مفتاح أمان، ويُفتح بالإصبع أو الوجه أو رقم التعريف الشخصي. ولا يستطيع أحد أن يدفعك إلى كتابته في صفحة مزيفة.
signin-enrol-passkey-do = إنشاء مفتاح مرور
signin-enrol-password-heading = أو كلمة مرور ورمز من تطبيق
signin-enrol-password-do = حفظ كلمة المرور وتسجيل الدخول
signin-new-password = كلمة مرور جديدة
signin-new-password-hint = 12 حرفًا على الأقل. أربع كلمات أو خمس لا صلة بينها آمنة وسهلة الحفظ.
signin-new-again = كلمة المرور نفسها مرة أخرى
signin-totp-heading = رموز من تطبيق
signin-totp-what = إلى جانب كلمة المرور تكتب رمزًا يجدده تطبيق على هاتفك كل 30 ثانية. أضف حسابًا في التطبيق، وأدخل فيه هذا المفتاح:
signin-totp-open = فتح التطبيق على هذا الجهاز
signin-totp-secret = المفتاح للكتابة
signin-totp-address = المفتاح نفسه في صورة عنوان
signin-totp-code = الرمز الذي يعرضه التطبيق الآن
signin-set-title = تعيين كلمة مرور
signin-set-what = يبقى ما سبق إعداده ساريًا إلى أن ترسل هذا النموذج. وعندئذ تنتهي جلساتك الأخرى.
signin-set-do = حفظ كلمة المرور

## Recovery codes

signin-codes-title = رموز الاسترداد
signin-codes-last-step = أنت مسجّل الدخول. بقيت خطوة أخيرة: اطبع رموز الاسترداد.
signin-codes-what = عشرة رموز ليوم تفقد فيه هاتفك أو مفتاحك. يتيح لك كل منها الدخول مرة واحدة. وتُعرض مرة واحدة في الصفحة التالية؛ وعندئذ تبطل الرموز السابقة.
signin-codes-left = { $count ->
    [zero] ليس لديك رموز استرداد.
    [one] بقي لديك رمز استرداد واحد.
    [two] بقي لديك رمزا استرداد.
    [few] بقيت لديك { $count } رموز استرداد.
    [many] بقي لديك { $count } رمز استرداد.
   *[other] بقي لديك { $count } رمز استرداد.
}
signin-codes-make = عرض عشرة رموز استرداد
signin-codes-renew = عرض عشرة رموز استرداد جديدة
signin-codes-shown = رموز الاسترداد لـ { $name } في { $site }. تُعرض هذه الصفحة مرة واحدة.
signin-codes-keep = اطبع هذه الصفحة واحفظها حيث تحفظ جواز سفرك، لا على الحاسوب الذي تعمل عليه.
signin-codes-kept = الرموز معي؛ إلى مكتب التحرير

## One's own account

signin-me-title = حسابك
signin-me-stale = لتغيير طريقة تسجيل دخولك، سجّل الدخول من جديد أولًا: فقد مضى على آخر مرة أكثر من نصف ساعة.
signin-me-link-made = أُنشئ لحسابك رابط تفعيل جديد: { $when }، وأنشأه { $who }.
signin-me-link-made-what = إن لم تكن قد طلبته، فراجع أحد مديري مكتب التحرير.
signin-me-passkeys = مفاتيح المرور
signin-me-passkeys-none = ليس لديك مفتاح مرور.
signin-me-passkey-name = اسم مفتاح المرور
signin-me-passkey-rename = تغيير الاسم
signin-me-passkey-made = أُنشئ في { $when }.
signin-me-passkey-used = آخر استخدام في { $when }.
signin-me-passkey-unused = لم يُستخدم بعد.
signin-me-passkey-remove = إزالة «{ $name }»
signin-me-passkey-add = إضافة مفتاح مرور
signin-me-password = كلمة المرور
signin-me-password-is = يمكنك تسجيل الدخول بكلمة مرور ورمز.
signin-me-password-none = ليس لديك كلمة مرور.
signin-me-password-set = تعيين كلمة مرور
signin-me-password-change = تغيير كلمة المرور والرموز
signin-me-password-remove = إزالة كلمة المرور
signin-me-codes-go = عرض أو تجديد
signin-me-tokens-go = عرض رموز الوصول وإنشاؤها وإلغاؤها
signin-me-language = اللغة
signin-me-language-label = لغة مكتب التحرير
signin-me-language-browser = كما يطلب المتصفح
signin-me-language-do = استخدام هذه اللغة
signin-me-sessions = أين سجّلت الدخول
signin-me-sessions-what = تنتهي الجلسة بعد 12 ساعة من آخر استخدام لها، وبعد 14 يومًا من تسجيل الدخول. أنهِ ما لا تعرفه منها.
signin-me-session-device = الجهاز
signin-me-session-from = عنوان الشبكة
signin-me-session-since = تسجيل الدخول
signin-me-session-seen = آخر ظهور
signin-me-session-action = إنهاء
signin-me-session-here = هذه الجلسة
signin-me-session-unknown = جهاز غير معروف
signin-me-session-end = إنهاء
signin-me-session-end-which = إنهاء جلسة {"\u2068"}{ $device }{"\u2069"} من {"\u2066"}{ $from }{"\u2069"}
signin-me-sessions-end-all = تسجيل الخروج من كل مكان، ومن هنا أيضًا

## What was done

signin-did-recovered = سجّلت الدخول برمز استرداد، ولم يعد صالحًا. أعدّ الآن مفتاح مرور جديدًا أو كلمة مرور جديدة، وأزل ما فُقد.
signin-did-language = تغيّرت اللغة.
signin-did-passkey-added = أُضيف مفتاح المرور. أعطه اسمًا تعرف به الجهاز.
signin-did-passkey-renamed = تغيّر اسم مفتاح المرور.
signin-did-passkey-removed = أُزيل مفتاح المرور.
signin-did-password-set = عُيّنت كلمة المرور. وانتهت جلساتك الأخرى.
signin-did-password-removed = أُزيلت كلمة المرور. وانتهت جلساتك الأخرى.
signin-did-session-ended = انتهت الجلسة.
signin-did-sessions-ended = انتهت الجلسات.

## Refusals

signin-problem-heading = تعذّر تنفيذ ذلك
signin-problem-server = حدث خطأ على الخادم. حاول مرة أخرى؛ وإذا استمر الخطأ، فأبلغ مشغّل الخادم بوقت حدوثه.
signin-problem-name-taken = اسم الدخول «{ $name }» مستخدَم. اختر اسمًا آخر.
signin-problem-name-unfit = لا يصلح «{ $name }» اسمًا للدخول: يلزم من 2 إلى 128 حرفًا دون مسافات أو نقطتين رأسيتين أو خطوط مائلة. ويصلح عنوان بريد إلكتروني.
signin-problem-person-name-unfit = يجب أن يتألف الاسم من 1 إلى 200 حرف في سطر واحد.
signin-problem-email-unfit = «{ $name }» ليس عنوان بريد إلكتروني. المطلوب صيغة مثل desk@embassy.example.
signin-problem-nobody = لا أحد في مكتب التحرير بهذا الحساب.
signin-problem-changed = تغيّر هذا في نافذة أخرى في هذه الأثناء. اطلع عليه وحاول مرة أخرى.
signin-problem-wrong = اسم الدخول أو كلمة المرور أو الرمز غير صحيح. الرمز صالح مرة واحدة: إن كنت قد استخدمته، فانتظر الرمز التالي.
signin-problem-recovery-wrong = اسم الدخول أو رمز الاسترداد غير صحيح، أو سبق استخدام الرمز.
signin-problem-wait = { $minutes ->
    [0] كانت المحاولات الخاطئة أكثر من المسموح. { $seconds ->
        [zero] حاول مرة أخرى الآن.
        [one] انتظر ثانية واحدة وحاول مرة أخرى.
        [two] انتظر ثانيتين وحاول مرة أخرى.
        [few] انتظر { $seconds } ثوانٍ وحاول مرة أخرى.
        [many] انتظر { $seconds } ثانية وحاول مرة أخرى.
       *[other] انتظر { $seconds } ثانية وحاول مرة أخرى.
    }
    [one] كانت المحاولات الخاطئة أكثر من المسموح. انتظر دقيقة واحدة وحاول مرة أخرى.
    [two] كانت المحاولات الخاطئة أكثر من المسموح. انتظر دقيقتين وحاول مرة أخرى.
    [few] كانت المحاولات الخاطئة أكثر من المسموح. انتظر { $minutes } دقائق وحاول مرة أخرى.
    [many] كانت المحاولات الخاطئة أكثر من المسموح. انتظر { $minutes } دقيقة وحاول مرة أخرى.
   *[other] كانت المحاولات الخاطئة أكثر من المسموح. انتظر { $minutes } دقيقة وحاول مرة أخرى.
}
signin-problem-crowded = كثيرون يسجّلون الدخول في هذه اللحظة. انتظر بضع ثوانٍ وحاول مرة أخرى.
signin-problem-link-spent = سبق استخدام هذا الرابط، أو حلّ محله رابط أحدث، أو مضى عليه أكثر من ثلاثة أيام. اطلب رابطًا جديدًا من أحد مديري مكتب التحرير.
signin-problem-password-short = يجب ألا تقل كلمة المرور عن 12 حرفًا. أربع كلمات أو خمس لا صلة بينها سهلة الحفظ.
signin-problem-password-long = يجب ألا تزيد كلمة المرور على 256 حرفًا. اختصرها.
signin-problem-password-common = كلمة المرور هذه، أو ما يشبهها كثيرًا، من أول ما يُجرَّب. اختر أربع كلمات أو خمسًا لا صلة بينها.
signin-problem-password-plain = كلمة المرور هذه تكرر نفسها أو تتبع ترتيب لوحة المفاتيح. اختر أربع كلمات أو خمسًا لا صلة بينها.
signin-problem-password-named = كلمة المرور هذه مأخوذة من اسمك أو من اسم الموقع. اختر كلمات لا يربطها بك أحد.
signin-problem-password-differs = كلمتا المرور غير متطابقتين. اكتبهما من جديد.
signin-problem-code-wrong = الرمز ذو الأرقام الستة غير صحيح. اكتب الرمز الذي يعرضه التطبيق الآن، وتأكد من صحة ساعة الهاتف.
signin-problem-passkeys-number = تحتاج مفاتيح المرور إلى اسم مضيف، وهذا العنوان رقمي. افتح مكتب التحرير باسمه (localhost على هذا الجهاز)، أو استخدم كلمة مرور.
signin-problem-passkeys-open = تحتاج مفاتيح المرور إلى عنوان يبدأ بـ https. اطلبه من مشغّل الخادم، أو استخدم كلمة مرور.
signin-problem-passkey-refused = لم يُقبل مفتاح المرور. حاول مرة أخرى، أو سجّل الدخول بطريقة أخرى.
signin-problem-challenge-gone = استغرق هذا وقتًا أطول من اللازم أو أُرسل مرتين. ابدأ من جديد.
signin-problem-passkey-known = مفتاح المرور هذا مستخدَم هنا بالفعل. اختر جهازًا أو مفتاحًا آخر.
signin-problem-passkeys-full = للحساب 20 مفتاح مرور على الأكثر. أزل أحدها أولًا.
signin-problem-passkey-name-unfit = يجب أن يتألف اسم مفتاح المرور من 1 إلى 80 حرفًا.
signin-problem-inactive = هذا الحساب معطَّل. راجع أحد مديري مكتب التحرير.
signin-problem-last-way = هذه هي الطريقة الوحيدة لتسجيل الدخول إلى هذا الحساب. أعدّ طريقة أخرى أولًا.
signin-problem-again = يحتاج تغيير طريقة تسجيل الدخول إلى تسجيل دخول حديث. سجّل الدخول من جديد وكرر هذا.
signin-problem-not-signed-in = لم تسجّل الدخول، أو انتهت جلستك. سجّل الدخول من جديد في نافذة أخرى، ثم كرر هذا: لم يضع شيء.
signin-problem-open = يجري الوصول إلى مكتب التحرير هنا عبر http غير المشفَّر، فيستطيع أي أحد في الطريق أن يطّلع. ولا يُقبل تسجيل الدخول إلا عبر https، أو عند localhost على الجهاز نفسه. ويحدد مشغّل الخادم عنوان https في {"\u2066"}public_url{"\u2069"} أو {"\u2066"}desk_url{"\u2069"}.
signin-problem-unreadable = تعذّرت قراءة الطلب: كان كبيرًا جدًا أو غير مكتمل. لم يتغير شيء. حمّل الصفحة من جديد وكرر هذا.
