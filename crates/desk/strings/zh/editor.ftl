# Chancery: interface strings of the desk's editor, Chinese (simplified).
# How these strings are used is written at the top of en/editor.ftl.

## Turns

editor-question = 问
editor-answer = 答
editor-speech = 讲话
editor-narration = 叙述
editor-role = 本段发言的类型
editor-speaker = 本段发言的发言人
editor-speaker-none = 未选择发言人

## Toolbar

editor-toolbar = 设置文本格式
editor-turn = 发言
editor-turn-title = 发言：将所选段落设为发言，或开始下一段发言
editor-dissolve = 取消发言
editor-dissolve-title = 将本段发言拆成普通段落
editor-paragraph = 正文
editor-paragraph-title = 段落
editor-heading-2 = 标题 2
editor-heading-3 = 标题 3
editor-heading-4 = 标题 4
editor-bullets = 列表
editor-bullets-title = 项目符号列表
editor-numbers = 编号
editor-numbers-title = 编号列表
editor-quote = 引文
editor-quote-title = 引用段落
editor-strong = 粗体
editor-strong-title = 粗体：重要
editor-emphasis = 斜体
editor-emphasis-title = 斜体：强调
editor-superscript = 上标
editor-subscript = 下标
editor-link = 链接
editor-lang = 语言
editor-lang-title = 所选文字的语言
editor-rule = 横线
editor-rule-title = 各部分之间的横线
editor-table = 表格
editor-table-title = 插入表格
editor-figure = 图片
editor-figure-title = 从媒体库插入图片
editor-word-file = Word 文件
editor-word-file-title = 插入 Word 文件（.docx）的文本
editor-undo = 撤销
editor-redo = 重做
editor-help = 帮助
editor-help-title = 编辑器按键
editor-row-before = 在上方加行
editor-row-after = 在下方加行
editor-row-delete = 移除行
editor-column-before = 在前方加列
editor-column-after = 在后方加列
editor-column-delete = 移除列
editor-header-row = 标题行
editor-table-delete = 移除表格
editor-figure-edit = 更改图片
editor-figure-delete = 移除图片
editor-figure-alt = 替代文字：{ $alt }
editor-figure-no-alt = 缺少替代文字。
editor-figure-caption = 图片说明

## Dialogs

editor-text = 消息正文
editor-hint = 按 F1 查看按键说明。按 Alt+F10 转到工具栏。按 Escape 再按 Tab 离开正文。
editor-ok = 应用
editor-cancel = 取消
editor-close = 关闭
editor-remove = 移除
editor-link-address = 网址
editor-link-hint = https://…、mailto:…、tel:…，本网站的路径（如 /en/contacts），或 #anchor
editor-link-wrong = 网址：这不能作为链接。请填写以 https、http、mailto 或 tel 开头的网址，或 /en/contacts 这样的路径，或 #anchor。
editor-link-empty = 请先选中要设为链接的文字。
editor-lang-code = 语言代码
editor-lang-hint = 例如 en、ar、zh-Hans。文字语言与本语言版本相同时，不必设置。
editor-lang-wrong = 语言代码：请填写 fr 或 sr-Latn 这样的代码。
editor-lang-empty = 请先选中使用其他语言的文字。
editor-media-choose = 图片
editor-media-alt = 替代文字：告知看不到图片的读者
editor-media-caption = 图片说明（可留空）
editor-media-none = 媒体库中还没有图片。请先在媒体库中添加。
editor-media-failed = 无法读取媒体库。请稍后再试。
editor-media-unchosen = 图片：请选择一张。
editor-media-alt-missing = 替代文字：请用一句话说明图片内容。

## Saving

editor-save-unchanged = 上次保存后没有改动
editor-save-pending = 尚未保存
editor-save-saving = 正在保存……
editor-save-saved = 已于 { $time } 保存
editor-save-away = 自 { $time } 起未能保存到服务器，文本已存于本机
editor-save-away-unkept = 自 { $time } 起未能保存到服务器，本机也无法留存副本。请勿关闭此页面。
editor-save-refused = 未保存：{ $detail } 您的文本已存于本机。
editor-save-refused-plain = 服务器未接受此文本。
editor-save-conflict = 他人已更改此文本。您的文本已存于本机，未覆盖任何内容。
editor-save-merge = 比较并合并
editor-save-session = 您的会话已结束。您的文本已存于本机。
editor-save-wait = 请等待文本保存后再试。
editor-session-title = 您的会话已结束
editor-session-text = 您的文本在此处是安全的。请在新标签页中重新登录，然后返回。
editor-session-link = 在新标签页中打开登录页面
editor-session-done = 我已登录，立即保存
editor-session-still = 服务器仍要求登录。
editor-found = 本机留有 { $time } 的文本，尚未保存到服务器。
editor-found-behind = 此后服务器上的文本已有改动；恢复后将请您合并。
editor-restore = 恢复该文本
editor-discard = 放弃该文本

## Around the text

editor-presence = { $name } 自 { $time } 起打开了此文本。
editor-check-error = 必须修正
editor-check-warning = 请查看
editor-check-note = 提示
editor-go = 转到该处
editor-seen = 无误
editor-paste-reading = 正在读取所插入的内容……
editor-paste-large = 内容超过 20 MB，超出一篇文本的上限。请分次插入，或以 Word 文件插入。
editor-paste-away = 无法连接服务器，仅插入了纯文本。
editor-paste-refused = 无法插入：{ $detail }
editor-paste-picture = 图片取自媒体库：请先将文件添加到媒体库，再使用“图片”。
editor-paste-file = 此处只能插入 Word 文件（.docx）。请将文件另存为 .docx 后再试。
editor-docx-large = 此文件超过 20 MB。请移除其中的图片后再试。
editor-docx-away = 无法连接服务器。文件未插入，请再试一次。

## The keys, in the help

editor-key-enter = 新段落；在发言人标签中：转到发言内容；在发言末尾的空段落中：下一段发言
editor-key-next = 直接开始下一段发言
editor-key-after = 在本段发言、表格或图片之后另起段落
editor-key-break = 换行
editor-key-move = 上移或下移内容块、列表项或发言
editor-key-backspace = 在发言人标签开头：拆开本段发言
editor-key-tab = 在列表中：增加或减少层级；在表格中：下一个或上一个单元格
editor-key-toolbar = 转到工具栏；用方向键移动，按 Escape 返回
editor-key-leave = 用键盘离开正文
editor-key-save = 立即保存
