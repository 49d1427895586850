review-problem = 操作未成功
review-untitled = （尚无标题）
review-when = { $date } { $time }
review-in = { $span }后
review-ago = { $span }前
review-days = { $count ->
   *[other] { $count } 天
}
review-hours = { $count } 小时
review-minutes = { $count } 分
review-seconds = { $count } 秒
review-token-of = { $name } 的程序
review-version = 第 { $number } 版
review-follows = { $language }，第 { $number } 版
review-date-wrong = 这不是日期。请选择发布日期。
review-time-wrong = 这不是时间。请填写时和分，例如 23:00。
review-time-skipped = 驻地时钟从不显示此时间：时钟拨快时将其跳过。请在两个时刻中选择一个。
review-time-twice = 驻地时钟会两次显示此时间：时钟拨慢时将其重复。请在两个时刻中选择一个。
review-choice-skipped = 驻地不存在此时间。您指的是哪一个？
review-choice-twice = 此时间在驻地出现两次。您指的是哪一个？
review-date = 日期
review-time = 时间
review-comment-empty = 批注为空。请写明需要查看的内容。

review-title = 审核：{ $title }
review-to-message = 消息
review-to-bundle = 与其他内容一起
review-to-waiting = 我的待办
review-where = 当前状态
review-changed-by = 最后更改人
review-submitted-by = 提交人
review-approved-by = 批准人
review-released-by = 发布人
review-reviewed-by = 事后审阅人
review-proposed = 比较所建议的类别
review-below-proposal = 此类别低于比较所建议的类别。没有第二人同意，不能发布。
review-outdated = 在此期间已产生第 { $number } 版。本文本并非据其撰写，请退回。
review-draft-differs = 草稿中有尚未提交的更改，最后更改人为 { $name }。您所见并批准的是已提交的内容。
review-is-draft = 没有提交内容。这是 { $name } 最后保存的草稿。
review-nothing-submitted = 没有提交内容。这是最新版。
review-first = 这是第一版：全部内容均为新增。
review-compared = 与第 { $number } 版比较。
review-change-count = { $fields ->
    [0] 文本信息没有改动
   *[other] 文本信息有 { $fields } 项改动
}；{ $rows ->
    [0] 正文没有改动。
   *[other] 正文有 { $rows } 段改动。
}
review-first-change = 转到第一处改动
review-next-change = 下一处改动
review-view-text = 合并显示
review-view-side = 并列显示
review-preview = 按公开页面查看
review-write = 撰写
review-look = 查看
review-text = 正文
review-about-text = 文本信息
review-field = 项目
review-before = 原为
review-now = 现为
review-changed = 已改动
review-field-title = 标题
review-field-kind = 类别
review-field-teaser = 列表中的开头文字
review-field-date = 场合日期
review-field-place = 地点
review-field-with = 参与方
review-field-speakers = 发言人
review-field-topics = 主题
review-field-nav = 导航位置
review-field-address = 网址
review-field-class = 更正类别
review-field-note = 公开说明
review-field-source = 译自
review-field-media = 图片和文件
review-row-added = 改动 { $number }：新增
review-row-removed = 改动 { $number }：删去
review-row-moved = 改动 { $number }：移动
review-row-changed = 改动 { $number }：修改
review-decide = 作出决定
review-own = 此文本由您撰写或提交，须由他人批准。
review-approve = 批准所提交的内容
review-return = 退回撰稿人
review-return-reason = 需要做什么
review-release = 发布……
review-checks = 检查
review-checks-none = 检查未发现问题。
review-severity-wrong = 有误。
review-severity-look = 请查看。
review-there = 转到该处
review-comments = { $count ->
    [0] 批注
   *[other] 批注：{ $count } 条未解决
}
review-comment = 批注
review-comment-label = 对此段的批注
review-comment-whole = 对全文的批注
review-comment-add = 保存批注
review-resolve = 已解决
review-resolved = 由 { $name } 标为已解决。

review-done-approved = 已批准，现在可以发布。
review-done-returned = 已退回。撰稿人可在“待办”中看到您的理由。
review-done-commented = 批注已保存。
review-done-resolved = 批注已解决。
review-done-move = 发布时间已更改。
review-done-moved = 整组发布时间已更改。
review-done-call-off = 发布已取消。
review-done-withdraw = 该语言版本已撤回，其网址现说明原因。
review-done-restore = 该语言版本已重新公开。
review-done-erase = 内容已删除。
review-done-look = 已记录您的审阅。
review-done-lead = 此消息现为首页头条。

review-compare-title = 第 { $old } 版与第 { $new } 版：{ $title }
review-compare-since = 第 { $number } 版，公开于
review-compare-others = 其他比较：

review-release-title = 发布
review-release-none = 没有您可以发布的已提交内容。
review-release-which = 要公开的内容
review-release-when = 何时发布（{ $home }时间）
review-release-now-choice = 现在
review-release-at-choice = 在此时刻
review-release-go-on = 继续并核对
review-nothing-chosen = 未选择内容，或所选内容在打开此页面后已重新提交。请选择要公开的内容。
review-bundle-title = 组名
review-bundle-hint = 多个语言版本一起公开时必填。公众看不到组名。
review-bundle-title-missing = 多个语言版本将一起公开，需要组名。请填写。
review-bypass = 未经批准而发布的理由
review-bypass-hint = 仅用于所选文本未获批准的情况。理由留存于记录中，该发布带有标记，直至第二人审阅。
review-confirm-title = 是否正确？
review-confirm-languages-at = { $count ->
   *[other] 以 { $count } 种语言于 { $when }（{ $place }时间）发布？
}
review-confirm-texts-at = { $count ->
   *[other] 于 { $when }（{ $place }时间）发布 { $count } 篇文本？
}
review-confirm-languages-now = { $count ->
   *[other] 现在以 { $count } 种语言发布？
}
review-confirm-texts-now = { $count ->
   *[other] 现在发布 { $count } 篇文本？
}
review-confirm-distance = 即{ $distance }。
review-confirm-public = 以下内容将公开
review-confirm-hidden = 以下内容保持不变
review-confirm-unapproved = { $count ->
   *[other] 其中 { $count } 篇文本未获批准。该发布将带有标记，直至第二人审阅。
}
review-schedule-languages = { $count ->
   *[other] 排期以 { $count } 种语言发布
}
review-schedule-texts = { $count ->
   *[other] 排期发布 { $count } 篇文本
}
review-now-languages = { $count ->
   *[other] 现在以 { $count } 种语言发布
}
review-now-texts = { $count ->
   *[other] 现在发布 { $count } 篇文本
}
review-back = 不执行，返回
review-released-title = 发布结果
review-released-public = 公开网址
review-released-scheduled = 公开时间
review-released-address = 网址将为
review-owed-note = 未经批准即发布：仍须由第二人审阅。
review-unapproved = 未经批准即发布：
review-bypass-reason = 未经批准即发布，理由如下：

review-action-move = 更改发布时间
review-action-move-what = 该版将在另一时刻公开。理由留存于记录中。
review-action-move-reason = 更改理由
review-action-move-button = 更改此语言的发布时间：{ $language }
review-action-call-off = 取消发布
review-action-call-off-what = 该版将不公开，其版号不再使用。理由留存于记录中。
review-action-call-off-reason = 取消理由
review-action-call-off-button = 取消此语言的发布：{ $language }
review-action-withdraw = 撤回
review-action-withdraw-what = 公众不再看到该文本。其网址保留并说明原因。可以恢复。
review-action-withdraw-reason = 公众将看到的原因
review-action-withdraw-button = 现在撤回此语言版本：{ $language }
review-action-restore = 恢复
review-action-restore-what = 公众重新看到该文本。撤回及其原因留存于记录中。
review-action-restore-reason = 公开说明：为何恢复
review-action-restore-button = 现在重新公开此语言版本：{ $language }
review-action-erase = 删除
review-action-erase-what = 内容将永久删除。仅用于法律要求或保护个人所需的情况。
review-action-erase-reason = 公众将看到的依据
review-action-erase-button = 永久删除此语言版本：{ $language }
review-action-look = 我已审阅
review-action-look-what = 该版未经批准即发布。请确认您已阅读，并说明您的意见。
review-action-look-reason = 您的意见
review-action-look-button = 我已审阅此语言的该版：{ $language }
review-erase-for-good = 此操作无法撤销。
review-erase-gone = { $count ->
   *[other] 全部 { $count } 版的文本连同标题、草稿和批注一并删除。
}
review-erase-stays = 数字摘要、日期和您所填写的依据留存于记录中。
review-erase-no-way-back = 此语言版本今后不能再发布。其网址将说明内容已删除。
review-erase-by-law = 是否为法律所要求？
review-erase-by-law-no = 否
review-erase-by-law-yes = 是，网址以代码 451 应答
review-erase-title = 请输入标题，以确保删除的文本无误
review-erase-title-wrong = 这不是该文本的标题。请确认文本无误，并按上方所示输入标题。

review-leads = 此消息为首页头条。
review-lead = 设为首页头条
review-next = 下一版：
review-withdrawn = 已撤回：{ $reason }
review-erased = 已删除：{ $ground }
review-submitted-line = { $writer } 撰写，{ $submitter } 提交。
review-approved-line = { $name } 批准。
review-draft-line = { $name } 的草稿，{ $when }
review-correct = 更正
review-versions = 各版
review-column-version = 版次
review-column-release = 发布
review-column-who = 人员
review-column-actions = 可执行的操作
review-column-day = 日期
review-column-releases = 发布
review-column-site = 通知与场合
review-column-message = 消息
review-column-planned = 计划
review-column-seen = 实际
review-column-when = 时间
review-column-from = 来自
review-column-what = 事项
review-column-about = 关于
review-column-why = 理由
review-imported = 外部导入
review-compare = 与第 { $number } 版比较
review-in-bundle = 一起：{ $title }
review-move-bundle = 更改整组发布时间
review-move-bundle-button = { $count ->
   *[other] 一并更改 { $count } 项的发布时间
}
review-called-off = 已取消
review-translate = 译为
review-history = 历史
review-from = 来自 { $address }
review-bundle = 一起：{ $title }
review-bundle-members = 所含内容

review-calendar-title = 日程：{ $month }
review-calendar-zone = 日期和时间以{ $home }时间为准。
review-month-before = 上个月
review-month-now = 本月
review-month-after = 下个月
review-today = 今天
review-banner-starts = { $time } 通知开始：{ $text }
review-banner-ends = { $time } 通知结束：{ $text }
review-occasion = 场合：
review-overdue = 逾期：公开网站上尚未出现
review-seen-late = { $late }后出现
review-not-seen-yet = 尚未出现

review-matrix-title = 译文
review-matrix-counts = { $missing ->
    [0] 没有缺少的语言版本
   *[other] 缺少 { $missing } 个语言版本
}，{ $older ->
    [0] 没有旧于原文的语言版本。
   *[other] { $older } 个语言版本旧于原文。
}
review-matrix-none = 尚未发布任何内容。
review-cell-missing = 缺少
review-cell-current = 最新
review-cell-original = 原文
review-cell-older = 旧于原文
review-cell-scheduled = 已排期
review-cell-withdrawn = 已撤回
review-cell-erased = 已删除
review-cell-changed = { $language }从第 { $old } 版到第 { $new } 版的改动
review-cell-write = 撰写此语言版本：{ $language }
review-newest = 最新
review-older = 较早

review-audit-title = 审计
review-audit-who = 人员
review-audit-everybody = 所有人
review-audit-kind = 事项
review-audit-everything = 全部
review-audit-message = 消息（其编号或编辑台网址）
review-audit-from = 起始日期
review-audit-to = 截止日期
review-audit-show = 显示
review-audit-file = 下载文件（CSV）
review-audit-none = 未找到任何内容。

review-waiting-title = 我的待办
review-waiting-nothing = 您没有待办事项。
review-waiting-overdue = { $count ->
   *[other] 有 { $count } 项发布逾期：公开网站上尚未出现。
}
review-waiting-review = 待审核（{ $count }）
review-waiting-review-by = { $name } 提交
review-waiting-release = 待发布（{ $count }）
review-waiting-release-by = { $name } 批准
review-waiting-owed = 未经批准即发布，待审阅（{ $count }）
review-waiting-owed-by = { $name } 发布
review-waiting-returned = 已退回（{ $count }）
review-waiting-returned-by = { $name } 退回
review-waiting-comments = 对我的文本的批注（{ $count }）
review-waiting-comments-by = { $name }
review-waiting-drafts = 我的草稿（{ $count }）
review-waiting-drafts-by = { $name }
review-next-releases = 即将发布
review-next-none = 没有排期的内容。
review-recent-releases = 最近一天的发布
review-recent-none = 最近一天没有发布。

review-role-in = { $role }（{ $language }）
review-part-named = { $kind }“{ $name }”
review-part-identity = 网站名称、驻地与语言
review-part-clocks = 时钟
review-part-contact = 联系方式
review-part-counter = 日数统计
review-part-banner = 通知
review-part-speaker = 发言人
review-part-topic = 主题
review-part-media = 文件
review-part-lead = 首页头条
review-fact-draft-submitted = 提交（{ $language }）
review-fact-submission-approved = 批准（{ $language }）
review-fact-submission-returned = 退回（{ $language }）
review-fact-version-released = { $language }第 { $number } 版发布，时间 { $when }（{ $class }）
review-fact-version-released-unapproved = { $language }第 { $number } 版未经批准即发布，时间 { $when }（{ $class }）
review-fact-release-moved = { $language }第 { $number } 版的发布时间改为 { $when }
review-fact-release-cancelled = { $language }第 { $number } 版的发布已取消
review-fact-edition-withdrawn = 撤回（{ $language }）
review-fact-edition-restored = 恢复（{ $language }）
review-fact-edition-erased = 删除（{ $language }）
review-fact-edition-erased-by-law = 依法删除（{ $language }）
review-fact-bypass-reviewed = { $language }第 { $number } 版未经批准发布后已审阅
review-fact-bundle-joined = 与其他内容编为一组
review-fact-bundle-released = { $count ->
   *[other] { $count } 个语言版本一起发布，时间 { $when }
}
review-fact-bundle-moved = { $count ->
   *[other] { $count } 个语言版本的整组发布时间改为 { $when }
}
review-fact-fixture-set = 自 { $when } 起设定：{ $part }
review-fact-fixture-removed = 自 { $when } 起移除：{ $part }
review-fact-account-set = { $name } 的权限：{ $grants }
review-fact-token-set = 程序 { $name } 的权限：{ $grants }
review-fact-account-disabled = { $name } 不再有任何权限
review-fact-enrolment-issued = 已生成激活链接，{ $name } 可据以重新设置登录方式
review-kind-DraftSubmitted = 提交
review-kind-SubmissionApproved = 批准
review-kind-SubmissionReturned = 退回
review-kind-VersionReleased = 发布
review-kind-BundleReleased = 整组发布
review-kind-BundleJoined = 消息编组
review-kind-ReleaseMoved = 更改发布时间
review-kind-BundleMoved = 更改整组发布时间
review-kind-ReleaseCancelled = 取消发布
review-kind-BypassReviewed = 事后审阅
review-kind-EditionWithdrawn = 撤回
review-kind-EditionRestored = 恢复
review-kind-EditionErased = 删除
review-kind-FixtureSet = 设定网站部分
review-kind-FixtureRemoved = 移除网站部分
review-kind-AccountSet = 设定账户
review-kind-AccountDisabled = 停用账户
