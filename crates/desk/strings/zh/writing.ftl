## The list

writing-untitled = 无标题
writing-title = 标题
writing-language = 语言
writing-kind = 类别
writing-stage = 阶段
writing-changed = 更改时间
writing-release = 发布
writing-actions = 可执行的操作
writing-all-languages = 全部语言
writing-words-of-title = 标题中的词语
writing-filter = 显示筛选结果
writing-filter-none = 全部显示
writing-in-work = 撰写中
writing-in-work-caption = 尚无任何版本的语言版本，最近更改的在前
writing-released = 已发布或待发布
writing-released-caption = 各语言版本按其最新版排列，最近发布的在前
writing-none-found = 此处没有内容。
writing-pages = 列表页码
writing-page = 第 { $page } 页
writing-newer = 较新
writing-older = 较早
writing-list-write = 撰写
writing-list-write-this = 撰写 { $title }（{ $language }）

## A new message

writing-new-hint = 其他语言以译文形式添加。保存之前不会存储任何内容。
writing-begin = 开始撰写

## Where I am

writing-where = 语言版本
writing-missing = 尚未撰写：
writing-overview = 本消息概览
writing-state = 本文本
writing-revision = 修订
writing-made-from = 依据
writing-version = 第 { $number } 版
writing-address = 网址
writing-links = 预览链接
writing-comments = 审核与批注
writing-discard = 放弃草稿
writing-back = 返回文本
writing-presence = { $name } 自 { $time } 起打开了此文本。
writing-unmerged = 您有一份文本因他人已更改此文本而未能保存。该文本将保留一天。
writing-unmerged-look = 比较并合并

## The form

writing-problems = 未保存。您输入的内容没有丢失。
writing-teaser = 导语
writing-teaser-hint = 列表中显示的开头文字。留空则取自正文。
writing-text = 正文
writing-text-hint = CommonMark 格式。段落以发言人标签和冒号开头（如“问：”），即开始一段发言。
writing-notes = 略去或存疑的内容
writing-save = 保存
writing-preview = 保存并预览
writing-submit-go = 保存并前往提交
writing-file = 添加 Word 文件
writing-file-choose = Word 文件（.docx）
writing-file-hint = 不超过 50 MB。文件文本将接在现有内容之后。批注、修订中删除的文字和隐藏文字会略去并计数。
writing-file-add = 添加其文本
writing-file-whole = 文件已全部读入，没有略去内容。
writing-source = 译文所依据的文本（{ $language }）
writing-source-newer = 本译文依据第 { $number } 版；现已有第 { $newer } 版。
writing-source-compare = 有何改动
writing-source-draft = 此文本是草稿，尚未发布。

## Facts and checks

writing-checks = 检查
writing-checks-none = 检查未发现问题。
writing-check-error = 有误。
writing-check-warning = 请查看。
writing-suggestions = 建议
writing-take = 采纳
writing-facts = 基本信息
writing-field-title = 标题
writing-field-kind = 类别
writing-field-teaser = 导语
writing-field-occasion_date = 场合日期
writing-field-place = 地点
writing-field-with = 参与方
writing-field-speakers = 发言人
writing-field-topics = 主题
writing-field-slug = 网址
writing-field-nav = 导航位置
writing-field-class = 更正类别
writing-field-note = 公开说明
writing-field-follows = 译自
writing-with = 参与方
writing-speakers = 发言人
writing-topics = 主题
writing-several-hint = 每行一项；会提示已有名称。
writing-more = 增加行数
writing-slug = 网址的最后一段
writing-slug-page = 页面路径
writing-slug-hint = 留空则由标题生成；更正时保持不变。
writing-nav = 导航位置
writing-nav-hint = 整数，小者在前。留空则页面不在导航中。
writing-follows = 译自
writing-follows-none = 不是译文
writing-follows-choice = { $language }，第 { $number } 版
writing-correction = 更正
writing-proposal = 编辑台根据改动建议：
writing-class = 更正类别
writing-class-proposed = 按建议
writing-class-lower = （低于建议：需要第二人）
writing-class-hint = 类别说明改动的程度。类别是公开的，每一版始终可供阅读。
writing-note = 公开说明
writing-note-hint = 用一句话告知读者：更正了什么，为何更正。
writing-preview-at = 预览某一时刻
writing-instant-home = 驻地时区的日期和时间
writing-preview-show = 显示预览
writing-as-at = 某一时刻的网站
writing-as-at-what = 您将看到整个网站在所选时刻向公众呈现的样子，无论该时刻是将来还是过去。
writing-as-at-date = 驻地时区的日期
writing-as-at-time = 驻地时区的时间
writing-as-at-show = 查看网站
writing-as-at-date-wrong = 日期：请选择日历中的一天，如 2020-09-22。
writing-as-at-time-wrong = 时间：请填写小时和分钟，如 14:00。
writing-as-at-lang-wrong = 语言：请选择网站的一种语言。
writing-as-at-skipped = 驻地时钟不会显示这一时间。您指的是哪一时刻？
writing-as-at-twice = 驻地时钟会两次显示这一时间。您指的是哪一时刻？

## What was done

writing-done-saved = 已保存。
writing-done-taken = 已采纳建议并保存文本。
writing-done-submitted = 已提交。现在可由他人批准；如您更改文本，须重新提交。
writing-done-merged = 两份文本已合并并保存。
writing-done-discarded = 草稿已放弃。
writing-done-revoked = 链接已撤销，不再显示任何内容。

## Merging

writing-merge = 比较并合并
writing-merge-who = 您撰写期间，{ $name } 于 { $moment } 更改了此文本。
writing-merge-gone = 您所撰写的草稿已在此期间发布或被放弃。
writing-merge-kept = 未覆盖任何内容。您的文本将保留一天。
writing-merge-waiting = 您待处理的文本，最新的在前
writing-merge-waiting-line = { $words ->
   *[other] 保留于 { $moment }，共 { $words } 个词
}
writing-merge-choose = 双方都作了更改的段落
writing-merge-base = 双方更改之前的内容
writing-merge-clean = 双方更改的段落不同，无需选择。
writing-merge-save = 保存合并后的文本
writing-merge-forget = 放弃我的文本，保留对方的
writing-merge-sides = 两份文本并列
writing-merge-same = 两份文本内容相同。
writing-merge-result = 合并后的文本，未作选择处采用您的内容
writing-merge-removed-mine = 您删去了此处。
writing-merge-removed-theirs = 对方删去了此处。
writing-mine = 您的
writing-theirs = 对方的
writing-empty = （空）
writing-passage = 第 { $number } 段
writing-take-mine = 采用我的
writing-take-theirs = 采用对方的
writing-take-both = 两者都保留，我的在前

## Submitting and discarding

writing-submit = 提交
writing-submit-what = { $words ->
   *[other] 您将提交此语言版本：{ $language }，共 { $words } 个词。将由他人审阅后批准或退回。
}
writing-submit-now = 提交审批
writing-anyway = { $count ->
   *[other] 仍要提交：检查认为有误的 { $count } 处均无误。
}
writing-go-on = 继续撰写
writing-discard-what = { $words ->
   *[other] 此语言的草稿（{ $language }）共 { $words } 个词。
}
writing-discard-who = { $name } 于 { $moment } 最后更改。
writing-discard-public = 已公开的内容保持不变。草稿的各次修订保留一个月。
writing-discard-nothing = 其内容从未公开。各次修订保留一个月。
writing-discard-now = 放弃此语言的草稿：{ $language }
writing-discard-changed = 您查看之后，有人更改了草稿。请再次查看后再决定是否放弃。

## Preview links

writing-links-what = 预览链接让一位外部人员无需登录即可查看此语言版本，直至链接到期或被撤销。该人员的姓名会显示在页面上。
writing-links-none = 没有有效链接。
writing-links-caption = 有效链接，最新的在前
writing-link-new = 新建链接
writing-link-name = 供谁使用
writing-link-name-hint = 人员姓名。姓名会印在页面上，任何副本都能看出属于谁。
writing-link-hours = 有效小时数
writing-link-hours-hint = 1 至 { $max }，即最长两周。
writing-link-shows = 显示内容
writing-link-exact = 本文本
writing-link-newest = 最新文本
writing-link-exact-long = 始终显示现在的这份文本
writing-link-newest-long = 显示打开时的最新文本
writing-link-make = 生成链接
writing-link-by = 创建人
writing-link-until = 到期时间
writing-link-looks = 打开次数
writing-link-revoke = 撤销
writing-link-made = 供 { $name } 使用的链接有效期至 { $expires }。
writing-link-address = 链接网址
writing-link-once = 请立即复制：编辑台仅保存数字摘要，无法再次显示。
