# Chancery: interface strings of the public site, Chinese (simplified).
# How these files are used is written at the top of en.ftl.

## The language itself

language-name = 中文
read-in-this-language = 阅读中文版
date-ledger = { $year }-{ $month }-{ $day }
label-end = ：
date-range = { $from }至{ $to }
time-range = { $from }–{ $to }
day-range = { $from }至{ $to }
days-every = 每天
city-time = { $city }时间
window-title = { $title } – { $site }

## Furniture: header, navigation, footer

skip-to-content = 跳至正文
home-link = 首页
today-label = 今天
clocks-label = 当地时间
clocks-pause = 暂停时钟
clocks-resume = 恢复时钟
languages-label = 语言
navigation-label = 主导航
breadcrumbs-label = 当前位置
banner-label = 重要通知
footer-label = 网站说明
footer-about = 关于本网站
footer-record = 本网站所列时间以{ $zone }为准。
footer-time-zone = 时区
footer-permanent = 在此发布的内容，其网址保持不变；每次更正均予公开。
print-source = 打印自 { $address }，{ $date }

## The contact strip

contact-label = 联系方式
contact-call = 致电 { $number }
contact-open-now = 现在办公
contact-open-until = 现在办公，至 { $time }
contact-closed = 现在不办公
contact-closed-opens = 现在不办公，{ $weekday } { $time } 开始办公
contact-closed-opens-today = 现在不办公，今天 { $time } 开始办公
contact-closed-opens-date = 现在不办公，{ $date } { $time } 开始办公
contact-details = 详情
contact-hours = 办公时间
contact-hours-line = { $days } { $from }–{ $to }
contact-closed-on-holidays = 公众假日不办公

## Counters

counters-label = 日数统计
counter-zone = 日数按{ $zone }计算。

## The front page

lead-label = 头条
latest-heading = 最新消息
all-messages = 全部消息
read-on = 继续阅读
read-whole = 阅读全文：{ $title }

## Kinds of message, one and many

kind-statement = 声明
kind-speech = 演讲
kind-remarks = 讲话
kind-interview = 采访
kind-press-conference = 记者会
kind-briefing = 吹风会
kind-press-release = 新闻稿
kind-article = 文章
kind-letter = 信函
kind-notice = 公告
kind-comment = 评论

kinds-statement = 声明
kinds-speech = 演讲
kinds-remarks = 讲话
kinds-interview = 采访
kinds-press-conference = 记者会
kinds-briefing = 吹风会
kinds-press-release = 新闻稿
kinds-article = 文章
kinds-letter = 信函
kinds-notice = 公告
kinds-comment = 评论

## A message: its line of facts

message-facts-label = 关于本消息
kind-label = 类别
released-label = 发布时间
released-at = 发布于{ $date } { $time }（{ $zone }）
released-day = 发布于{ $date }
occasion-label = 场合
occasion-on = { $date }
occasion-from-to = { $from }至{ $to }
occasion-in = 在{ $place }
occasion-with = 参与方：
place-label = 地点
speakers-label = 发言人
topics-label = 主题
source-label = 来源
licence-label = 许可
editions-label = 其他语言版本
edition-read-in = 阅读此语言版本：{ $language }
version-label = 第 { $number } 版
paragraph-link = 本段链接
table-label = 表格
turn-link = 本段发言链接
turn-question = 问
turn-answer = 答
message-neighbours-label = 上一条和下一条消息
previous-message = 上一条消息
next-message = 下一条消息

## States of a message: one line each, at the top of the text

state-label = 本文状态
state-corrected = 已于{ $date }更正。
state-correction-note = 更正内容
state-withdrawn = 已于{ $date }撤回。
state-withdrawn-reason = 原因
state-erased = 本消息的内容已删除，其数字摘要仍留存于记录中。
state-erased-law = 本消息的内容已依法删除，其数字摘要仍留存于记录中。
state-imported = 于{ $date }从{ $source }导入；文字以来源为准。
state-imported-no-source = 于{ $date }从其他记录导入；文字以来源为准。
state-imported-event-date = 来源所列为事件日期，而非发布日期。
state-imported-title-date = 日期取自标题；来源未列其他日期。
state-summary-only = 仅采集到摘要；本记录中没有全文。
state-as-captured = 文字与所采集页面显示的一致。
state-as-of = 您看到的是本网站在{ $date } { $time } 的内容。
state-as-of-back = 返回当前内容
state-preview = 这是预览，尚未公开。所示为本页面在{ $date } { $time } 的样子。
state-rehearsal = 这是预演，尚未公开。所示为在没有其他决定的情况下本网站在{ $date } { $time } 的样子。
state-rehearsal-back = 返回编辑台
state-watermark = 本副本为 { $name } 制作，请勿转发。
state-translation-of-version = 本译文依据{ $language }文本第 { $number } 版。

## The archive

archive-title = 全部消息
archive-month-title = { $month }的消息
archive-year-title = { $year }年的消息
archive-count = { $count ->
    [0] 没有消息
   *[other] { $count } 条消息
}
archive-empty = 没有符合这些条件的消息。
archive-month-empty = 本月没有发布消息。
archive-filters = 筛选
filter-kind = 类别
filter-speaker = 发言人
filter-place = 地点
filter-topic = 主题
filter-from = 自
filter-to = 至
filter-any = 不限
filter-apply = 应用
filter-clear = 清除筛选条件
archive-chart-title = 各月消息数
archive-chart-table = 以表格显示相同数据
archive-chart-month = 月份
archive-chart-count = 消息数
archive-chart-bar = { $month }：{ $count ->
    [0] 没有消息
   *[other] { $count } 条消息
}
archive-newer = 较新
archive-older = 较早
archive-page = 第 { $number } 页，共 { $total } 页
archive-pages-label = 存档页码
archive-months-label = 月份
archive-years-label = 年份

## Pages that say no, and help

not-found-title = 找不到页面
not-found-text = 此网址没有页面。网址可能输入有误，或指向此处的链接不完整。
not-found-search-archive = 在全部消息的存档中查找
withdrawn-title = 本讯息已撤回
gone-title = 内容已删除
gone-text = 此网址原有的内容已删除，不再恢复。保留此网址是为了对此作出说明。
unavailable-legal-title = 已依法删除
unavailable-legal-text = 此网址原有的内容已依照法律要求删除。
bad-request-title = 无法理解此请求
bad-request-text = 网址或其筛选条件中含有本网站无法识别的内容。请检查网址，或从首页重新开始。
method-not-allowed-title = 此页面仅供阅读
method-not-allowed-text = 该请求要求的不是阅读。请通过网址打开页面。
too-long-title = 网址过长
too-long-text = 网址超出本网站可接受的长度。请从首页或存档重新开始。
misdirected-title = 没有使用此名称的网站
misdirected-text = 已连接到服务器，但此处没有使用该主机名的网站。请检查网址中的名称。
server-error-title = 无法显示页面
server-error-text = 我方出现错误，错误已记录。请几分钟后再试。
server-error-reference = 如需反馈，请提供编号 { $reference }。
unavailable-title = 网站正在准备中
unavailable-text = 请稍后再试。
not-yet-title = 当时本网站尚不存在
not-yet-text = 本记录的起始时间晚于您所请求的时刻。
not-yet-first = 前往本记录的最早时刻

## A site without messages

empty-site-title = 尚未发布任何内容
empty-site-text = 第一条消息发布后，即显示在这里。
empty-site-next = 您正在建立本网站吗？请导入已有的消息。在服务器上运行：

## Search

search-title = 搜索
search-window-title = 搜索：{ $words }
search-label = 要查找的词语
search-do = 搜索
search-days = 限定日期
search-catching-up = 搜索正在更新：{ $total } 篇文本中已收入 { $done } 篇。结果可能不全。
search-preparing = 搜索正在准备中。本站其他内容均可阅读。
search-chips = 当前筛选条件
search-remove = 移除此条件
search-count = { $count ->
    [0] 没有找到消息
   *[other] 找到 { $count } 条消息
}
search-count-turns = { $count ->
    [0] 没有找到发言
   *[other] 找到 { $count } 段发言
}
search-units = 搜索范围
search-messages = 消息
search-turns = 发言
search-orders = 排序
search-order-relevance = 最相关的在前
search-order-newest = 最新的在前
search-read-words = 包含
search-read-phrases = 完整包含
search-read-without = 不含
search-relaxed = 没有文本包含全部词语；以下文本包含其中一部分。
search-cut = 查询过长，只使用了开头部分。
search-meant = 您要找的是不是
search-facets = 缩小范围
search-more = 更多
search-year = 年份
search-language = 语言
search-all-languages = 所有语言
search-said-by = 发言人
search-kind-page = 页面
search-kinds-page = 页面
search-trend = 各年结果数
search-trend-values = 结果数
search-ranking-title = 排序的依据
search-ranking = 词语与所输入的完全一致、彼此靠近或出现在标题中的文本排在前面，含有较少见词语的文本也排在前面；其他条件相同时，较新的在前。除此之外别无依据：既不看读者是谁，也不看阅读次数。
search-nothing = 本站记录中没有符合此次搜索的内容。减少或更换词语也许能找到更多。
search-try-languages = 在所有语言中搜索
search-try-quote = 逐字核对引文
search-pages = 结果页码
search-page-before = 上一页结果
search-page-after = 下一页结果
search-help-title = 搜索方法
search-help-short = 多个词语：全部包含。“引号”内：完全按此顺序。词语之间写 OR：包含其中之一。词语前加连字符：不含该词。词语开头后加星号：所有以此开头的词。还可以使用：speaker: place: kind: topic: year: from: to: date: lang:
search-help-lenient = 无论输入什么，都会尽量理解。AND、OR 和 NOT 须用大写。
search-example-words = 同时包含这两个词
search-example-phrase = 完全按此顺序出现的词语
search-example-or = 包含其中一个或两个词
search-example-without = 包含第一个词而不含第二个词
search-example-speaker = 此人所说的话
search-example-place = 与此地的活动有关
search-example-kind = 此类消息
search-example-date = 当月发布

## Is this a true quote?

quote-title = 这段引文准确吗？
quote-nav = 核对引文
quote-label = 要核对的文字
quote-do = 核对
quote-limit = 最多 { $count } 个字符
quote-cut = 文字过长，只核对了前 { $count } 个字符。
quote-verbatim = 逐字一致
quote-verbatim-says = 这些文字与记录完全一致。
quote-typography = 除标点外逐字一致
quote-typography-says = 文字与记录相同，仅标点、符号写法或已注明的省略有所不同。
quote-altered = 有改动
quote-altered-says = 记录中没有与此完全相同的引文。最接近的段落及其差别如下。
quote-earlier = 出自较早版本
quote-earlier-says = 这些文字出自该文本的较早版本，后已更正。两种文字均列于下方。
quote-questioner = 提问者的话
quote-questioner-says = 记录中有这些文字，但说话的是提问者，而不是回答者。
quote-not-found = 本记录中没有
quote-not-found-says = 本记录中没有任何文本含有这些文字或与之相近的文字。但这并不表示从未有人说过。
quote-too-short = 太短，无法判断
quote-too-short-says = 这样短的文字任何人都可能说过。请引用至少连续四个词（中文八个字）。
quote-record = 截至 { $date } { $time }（{ $zone }），本记录共有各种语言的文本 { $count } 篇。
quote-several = 这些文字在记录中出现于 { $count } 处。
quote-several-shown = 显示其中 { $count } 处。
quote-attributed = 引文所注的说话者与记录不同。
quote-mixed = 这段引文包含不止一人的话。
quote-joined-far = 引文的各部分在原文中相距较远。
quote-joined-turns = 引文的各部分出自不同的发言。
quote-joined-order = 引文各部分的顺序与原文不同。
quote-joined-denial = 引文省略的部分否定了它看似要表达的意思。
quote-diff-title = 引文与记录对照
quote-only-quote = 仅见于引文
quote-only-record = 仅见于记录
quote-since-title = 这段文字后来的变化
quote-only-before = 仅见于原版本
quote-only-now = 仅见于现版本
quote-corrected = 该文本已于 { $date } 更正：{ $class }。
quote-gone = 这段文字已不在文本中。
quote-unchanged = 这段文字本身没有变化。
quote-open = 打开原文此处
quote-share = 本次核对的链接
quote-promise-title = 核对能说明什么
quote-promise = 核对会将这些文字与本站截至此刻公开的全部文本（包括较早版本）进行比较，并说明其出处和说话者。
quote-promise-never = 核对从不判定引文为假，只说明这些文字是否在本记录中。

## Citing a passage, and what became of a passage that was cited

cite-paragraph = 引用本段
cite-turn = 引用本段发言
cite-selection = 引用
cite-title = 引用这段文字
cite-of = 引自“{ $title }”
cite-not-there = 所选文字在这段文字中并不相连，现给出整段文字。
cite-in-place = 在原文中查看
cite-whole = 引用整段文字
cite-whole-turn = 引用整段发言
cite-plain = 纯文本
cite-html = HTML
cite-json = JSON-LD（schema.org）
cite-copy = 复制
cite-copied = 已复制
cite-quoted = “{ $text }”
cite-listed = { $first }，{ $second }
cite-changed-title = 这段文字已有改动
cite-changed = 您所用的链接指向第 { $then } 版。现行文本为第 { $now } 版，这段文字的表述已不同。
cite-changed-here = 这段文字已有改动：查看原先的表述
cite-gone-title = 这段文字已不在文中
cite-gone = 您所用的链接指向第 { $then } 版。现行文本为第 { $now } 版，已无这段文字。原文为：
cite-moved-title = 这段文字移到了别处
cite-moved = 您所用的链接指向第 { $then } 版。现行文本为第 { $now } 版：文字没有变化，但分段或次序有所不同。
cite-unknown-title = 未找到所指的文字
cite-unknown = 您所用的链接指向的段落不在本文中。现显示全文。
cite-now = 前往这段文字的现行表述
cite-class-first = 首次发布
cite-class-substantive = 内容有变
cite-class-clarification = 表述更清楚
cite-class-typographic = 文字或排印
cite-class-formatting = 版式
cite-class-translation = 译文改进
cite-class-metadata = 有关文本的信息
cite-class-legal = 依法更正

## Who speaks

speakers-title = 发言人
speakers-people = 本站人员
speakers-others = 消息中提及的其他人
speakers-empty = 尚未列出任何发言人。
speakers-cut = 此处列出提及次数最多的 { $count } 人；全部消息见存档。
speakers-languages = 其他语言的姓名
speakers-offices = 职务
# Labels of a stretch of time in office; date-range stands where both ends are known.
speakers-from = { $date }起
speakers-since = { $date }至今
speakers-until = 至{ $date }
speakers-now = 现任
speakers-messages = 列有此人的消息
speakers-turns = { $count ->
    [0] 没有发言
   *[other] { $count } 段发言
}
# While search is being prepared.
speakers-preparing = 搜索准备就绪后将显示各段发言。目前显示的是消息。
speakers-unmarked = 文本没有标明哪些话出自此人。以下是相关消息。
speakers-nothing = 此人没有符合这些条件的发言。
speakers-search = 在全部记录中搜索这些词语
speakers-all = 存档中的全部这些消息

## Pictures of figures

chart-year = 年份
chart-day = 日期
# One bar; $label is what it stands for.
chart-bar = { $label }：{ $count }
chart-most = 最高一栏：{ $count }
chart-csv = 以 CSV 格式下载数据
chart-messages = 各年消息数
chart-turns = 各年发言数
chart-turns-count = 发言数
chart-days = 每日消息数
# $weekday is the day on which the rows begin.
chart-weeks = 每行为一周，自{ $weekday }开始。颜色越浓，当天消息越多。
