# Chancery: interface strings of signing in, Chinese (simplified).

signin-title = 登录
signin-back = 返回
signin-go-on = 继续
signin-go-me = 返回您的账户
signin-go-sign-in = 登录
signin-go-sign-in-again = 重新登录
signin-go-sign-in-window = 在另一窗口登录
signin-name = 登录名
signin-email = 电子邮件地址
signin-already = 您已以 { $name } 的身份登录。
signin-passkey-heading = 使用通行密钥
signin-passkey-what = 由您的手机、电脑或安全密钥证明您的身份，无需输入任何内容。
signin-passkey-do = 使用通行密钥登录
signin-passkey-offer = 您的通行密钥
signin-passkey-offer-hint = 如果浏览器在此栏中提供通行密钥，请选择它。无需输入任何内容。
signin-passkey-scripts = 通行密钥需要浏览器启用脚本。下方的密码方式则不需要。
signin-password-heading = 使用密码和验证码
signin-password-label = 密码
signin-code = 应用中的六位验证码
signin-do = 登录
signin-lost = 我的手机或密钥已丢失
signin-recovery-title = 使用恢复码登录
signin-recovery-what = 请输入您打印的十个恢复码之一。每个只能使用一次。随后您需设置新的通行密钥或密码。
signin-recovery-code = 恢复码
signin-recovery-none = 手边没有恢复码？编辑台管理员可为您提供新的激活链接。
signin-done-close-heading = 已登录
signin-done-close = 您已登录。可以关闭此窗口并继续。
signin-going-on-heading = 请稍候
signin-going-on = 正在打开编辑台。
signin-out-title = 退出登录
signin-out-ask = 要在此设备上退出编辑台吗？
signin-out-do = 退出登录
signin-out-done = 您已退出登录。
signin-out-kept-heading = 仅存于本机的文本
signin-out-kept = 服务器上没有这些文本的最新内容。请逐一打开以便保存，或放弃这些文本。之后使用本机的人可能会看到它们。
signin-out-kept-discard = 放弃这些文本

## Enrolment

signin-enrol-title = 设置登录方式
signin-enrol-hello = { $name }，您好。
signin-enrol-what = 您的登录名是 { $name }。请从以下两种方式中选择一种；另一种可以以后添加。此链接三天内有效，设好一种方式后即失效。届时此前的会话全部结束。
signin-enrol-before = 届时您以前的登录方式全部失效：通行密钥、密码和恢复码。
signin-enrol-passkey-heading = 通行密钥：最安全、最简便的方式
signin-enrol-passkey-what = 通行密钥保存在您的手机、电脑或安全密钥中，用指纹、面容或 PIN 解锁。任何人都无法诱使您将其输入虚假页面。
signin-enrol-passkey-do = 创建通行密钥
signin-enrol-password-heading = 或使用密码和应用验证码
signin-enrol-password-do = 保存密码并登录
signin-new-password = 新密码
signin-new-password-hint = 至少 12 个字符。用四五个互不相关的词，既安全又好记。
signin-new-again = 再次输入同一密码
signin-totp-heading = 应用验证码
signin-totp-what = 除密码外，您还需输入手机应用每 30 秒更新一次的验证码。请在应用中添加账户，并填入此密钥：
signin-totp-open = 在此设备上打开应用
signin-totp-secret = 供手动输入的密钥
signin-totp-address = 以网址形式表示的同一密钥
signin-totp-code = 应用当前显示的验证码
signin-set-title = 设置密码
signin-set-what = 提交此表单之前，原有设置继续有效。提交后，您的其他会话即告结束。
signin-set-do = 保存密码

## Recovery codes

signin-codes-title = 恢复码
signin-codes-last-step = 您已登录。最后一步：打印恢复码。
signin-codes-what = 共十个恢复码，供手机或密钥丢失时使用。每个可登录一次。恢复码仅在下一页显示一次；此前的恢复码届时失效。
signin-codes-left = { $count ->
    [0] 您没有恢复码。
   *[other] 您还有 { $count } 个恢复码。
}
signin-codes-make = 显示十个恢复码
signin-codes-renew = 显示十个新恢复码
signin-codes-shown = { $name } 在 { $site } 的恢复码。此页面仅显示一次。
signin-codes-keep = 请打印此页，与护照存放在一起，不要存放在工作电脑上。
signin-codes-kept = 已妥善保存，前往编辑台

## One's own account

signin-me-title = 您的账户
signin-me-stale = 要更改登录方式，请先重新登录：距上次登录已超过半小时。
signin-me-link-made = { $who } 于 { $when } 为您的账户生成了新的激活链接。
signin-me-link-made-what = 如果您没有提出过此要求，请与编辑台管理员联系。
signin-me-passkeys = 通行密钥
signin-me-passkeys-none = 您没有通行密钥。
signin-me-passkey-name = 通行密钥名称
signin-me-passkey-rename = 重命名
signin-me-passkey-made = 创建于 { $when }。
signin-me-passkey-used = 上次使用于 { $when }。
signin-me-passkey-unused = 尚未使用。
signin-me-passkey-remove = 移除“{ $name }”
signin-me-passkey-add = 添加通行密钥
signin-me-password = 密码
signin-me-password-is = 您可以使用密码和验证码登录。
signin-me-password-none = 您没有密码。
signin-me-password-set = 设置密码
signin-me-password-change = 更改密码和验证码
signin-me-password-remove = 移除密码
signin-me-codes-go = 显示或更新
signin-me-tokens-go = 查看、生成和撤销令牌
signin-me-language = 语言
signin-me-language-label = 编辑台语言
signin-me-language-browser = 按浏览器设置
signin-me-language-do = 使用此语言
signin-me-sessions = 您的登录位置
signin-me-sessions-what = 会话在最后使用 12 小时后结束，并在登录 14 天后结束。请结束您不认识的会话。
signin-me-session-device = 设备
signin-me-session-from = 网络地址
signin-me-session-since = 登录时间
signin-me-session-seen = 最近活动
signin-me-session-action = 结束
signin-me-session-here = 当前会话
signin-me-session-unknown = 未知设备
signin-me-session-end = 结束
signin-me-session-end-which = 结束 { $device } 来自 { $from } 的会话
signin-me-sessions-end-all = 在所有位置退出，包括此处

## What was done

signin-did-recovered = 您已使用恢复码登录，该恢复码已失效。请立即设置新的通行密钥或密码，并移除已丢失的方式。
signin-did-language = 语言已更改。
signin-did-passkey-added = 通行密钥已添加。请为其命名，以便识别设备。
signin-did-passkey-renamed = 通行密钥已重命名。
signin-did-passkey-removed = 通行密钥已移除。
signin-did-password-set = 密码已设置。您的其他会话已结束。
signin-did-password-removed = 密码已移除。您的其他会话已结束。
signin-did-session-ended = 会话已结束。
signin-did-sessions-ended = 各会话已结束。

## Refusals

signin-problem-heading = 操作未成功
signin-problem-server = 服务器出现错误。请再试一次；如仍未解决，请将发生时间告知运维人员。
signin-problem-name-taken = 登录名“{ $name }”已被使用。请另选一个。
signin-problem-name-unfit = “{ $name }”不能用作登录名：须为 2 至 128 个字符，不含空格、冒号或斜线。可使用电子邮件地址。
signin-problem-person-name-unfit = 姓名须为 1 至 200 个字符，且不得换行。
signin-problem-email-unfit = “{ $name }”不是电子邮件地址。应为 desk@embassy.example 这样的形式。
signin-problem-nobody = 编辑台没有使用此账户的人员。
signin-problem-changed = 此内容已在另一窗口中更改。请查看后再试。
signin-problem-wrong = 登录名、密码或验证码不正确。验证码只能使用一次：如已用过，请等待下一个。
signin-problem-recovery-wrong = 登录名或恢复码不正确，或该恢复码已使用过。
signin-problem-wait = { $minutes ->
    [0] 错误尝试次数过多。{ $seconds ->
       *[other] 请等待 { $seconds } 秒后再试。
    }
   *[other] 错误尝试次数过多。请等待 { $minutes } 分钟后再试。
}
signin-problem-crowded = 目前登录人数较多。请等待几秒后再试。
signin-problem-link-spent = 此链接已使用、已被新链接取代，或已超过三天。请向编辑台管理员索取新链接。
signin-problem-password-short = 密码至少须有 12 个字符。用四五个互不相关的词容易记住。
signin-problem-password-long = 密码最多 256 个字符。请缩短。
signin-problem-password-common = 此密码或与之十分相似的密码属于最先被猜测之列。请选用四五个互不相关的词。
signin-problem-password-plain = 此密码含重复内容或按键盘顺序排列。请选用四五个互不相关的词。
signin-problem-password-named = 此密码由您的姓名或网站名称组成。请选用他人不会与您联系起来的词。
signin-problem-password-differs = 两次输入的密码不一致。请重新输入。
signin-problem-code-wrong = 六位验证码不正确。请输入应用当前显示的验证码，并确认手机时钟准确。
signin-problem-passkeys-number = 通行密钥需要主机名，而此地址为数字。请通过名称打开编辑台（本机为 localhost），或使用密码。
signin-problem-passkeys-open = 通行密钥需要以 https 开头的网址。请向运维人员索取，或使用密码。
signin-problem-passkey-refused = 通行密钥未被接受。请再试一次，或改用其他登录方式。
signin-problem-challenge-gone = 操作用时过长或重复提交。请重新开始。
signin-problem-passkey-known = 此通行密钥已在此处使用。请选择其他设备或密钥。
signin-problem-passkeys-full = 每个账户最多 20 个通行密钥。请先移除一个。
signin-problem-passkey-name-unfit = 通行密钥名称须为 1 至 80 个字符。
signin-problem-inactive = 此账户已停用。请联系编辑台管理员。
signin-problem-last-way = 这是登录此账户的唯一方式。请先设置另一种方式。
signin-problem-again = 更改登录方式须以近期登录为前提。请重新登录后再次操作。
signin-problem-not-signed-in = 您未登录，或会话已结束。请在另一窗口重新登录，然后再次操作：没有任何内容丢失。
signin-problem-open = 此处通过未加密的 http 访问编辑台，途中任何人都可能窃听。登录须通过 https，或在本机通过 localhost 进行。运营者在 public_url 或 desk_url 中设置 https 地址。
signin-problem-unreadable = 无法读取请求：请求过大或不完整。未作任何更改。请重新载入页面后再次操作。
