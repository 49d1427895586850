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
