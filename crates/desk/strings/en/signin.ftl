# Chancery: interface strings of signing in, English.

signin-title = Sign in
signin-back = Back
signin-go-on = Go on
signin-go-me = Back to your account
signin-go-sign-in = Sign in
signin-go-sign-in-again = Sign in again
signin-go-sign-in-window = Sign in in another window
signin-name = Sign-in name
signin-email = E-mail address
signin-already = You are signed in as { $name }.
signin-passkey-heading = With a passkey
signin-passkey-what = Your telephone, your computer or your security key says who you are. There is nothing to type.
signin-passkey-do = Sign in with a passkey
signin-passkey-offer = Your passkey
signin-passkey-offer-hint = Where the browser offers a passkey in this field, choose it. There is nothing to type.
signin-passkey-scripts = Passkeys need scripts in the browser. The password below does without.
signin-password-heading = With a password and a code
signin-password-label = Password
signin-code = Six-digit code from your app
signin-do = Sign in
signin-lost = I have lost my telephone or my key
signin-recovery-title = Sign in with a recovery code
signin-recovery-what = Type one of the ten codes that you printed. Each is good once. After this you set up a new passkey or password.
signin-recovery-code = Recovery code
signin-recovery-none = No code at hand? An administrator of the desk can give you a new enrolment link.
signin-done-close-heading = Signed in
signin-done-close = You are signed in. You can close this window and go on.
signin-going-on-heading = One moment
signin-going-on = The desk opens.
signin-out-title = Sign out
signin-out-ask = Do you want to sign out of the desk on this device?
signin-out-do = Sign out
signin-out-done = You are signed out.
signin-out-kept-heading = Texts that are kept on this computer only
signin-out-kept = The server does not have the newest state of these texts. Open each of them, so that it is saved, or discard them. Whoever uses this computer after you could find them.
signin-out-kept-discard = Discard these texts

## Enrolment

signin-enrol-title = Set up how you sign in
signin-enrol-hello = Good day, { $name }.
signin-enrol-what = Your sign-in name is { $name }. Choose one of the two ways below; you can add the other one later. This link is good for three days, and until one way is set up. Sessions from before end then.
signin-enrol-before = What you signed in with before stops working then: passkeys, password and recovery codes.
signin-enrol-passkey-heading = A passkey: the safest and shortest way
signin-enrol-passkey-what = Your telephone, your computer or a security key keeps it, and unlocks it with a finger, a face or a PIN. Nobody can make you type it into a false page.
signin-enrol-passkey-do = Make a passkey
signin-enrol-password-heading = Or a password and a code from an app
signin-enrol-password-do = Keep the password and sign in
signin-new-password = New password
signin-new-password-hint = At least 12 characters. Four or five words that do not belong together are safe and easy to keep.
signin-new-again = The same password again
signin-totp-heading = Codes from an app
signin-totp-what = Besides the password you type a code that an app on your telephone shows anew every 30 seconds. Add an account in the app, and give it this key:
signin-totp-open = Open the app on this device
signin-totp-secret = Key for typing
signin-totp-address = The same as an address
signin-totp-code = Code that the app shows now
signin-set-title = Set a password
signin-set-what = What was set before holds until you send this form. Your other sessions end then.
signin-set-do = Keep the password

## Recovery codes

signin-codes-title = Recovery codes
signin-codes-last-step = You are signed in. One last step: print recovery codes.
signin-codes-what = Ten codes for the day when your telephone or key is lost. Each lets you in once. They are shown once, on the next page; codes from before are void then.
signin-codes-left = { $count ->
    [0] You have no recovery codes.
    [one] You have { $count } recovery code left.
   *[other] You have { $count } recovery codes left.
}
signin-codes-make = Show ten recovery codes
signin-codes-renew = Show ten new recovery codes
signin-codes-shown = Recovery codes for { $name } at { $site }. This page is shown once.
signin-codes-keep = Print this page and keep it where you keep your passport, not on the computer you work with.
signin-codes-kept = I have them; go to the desk

## One's own account

signin-me-title = Your account
signin-me-stale = To change how you sign in, sign in again first: the last time was more than half an hour ago.
signin-me-link-made = A link to enrol anew was made for your account on { $when } by { $who }.
signin-me-link-made-what = If you did not ask for it, speak to an administrator of the desk.
signin-me-passkeys = Passkeys
signin-me-passkeys-none = You have no passkey.
signin-me-passkey-name = Name of the passkey
signin-me-passkey-rename = Rename
signin-me-passkey-made = Made { $when }.
signin-me-passkey-used = Used last { $when }.
signin-me-passkey-unused = Not used yet.
signin-me-passkey-remove = Remove “{ $name }”
signin-me-passkey-add = Add a passkey
signin-me-password = Password
signin-me-password-is = You can sign in with a password and a code.
signin-me-password-none = You have no password.
signin-me-password-set = Set a password
signin-me-password-change = Change password and codes
signin-me-password-remove = Remove the password
signin-me-codes-go = Show or renew
signin-me-tokens-go = See, make and revoke tokens
signin-me-language = Language
signin-me-language-label = Language of the desk
signin-me-language-browser = As the browser asks
signin-me-language-do = Use this language
signin-me-sessions = Where you are signed in
signin-me-sessions-what = A session ends 12 hours after it was used last, and 14 days after signing in. End whatever you do not know.
signin-me-session-device = Device
signin-me-session-from = Network address
signin-me-session-since = Signed in
signin-me-session-seen = Seen last
signin-me-session-action = End
signin-me-session-here = This one
signin-me-session-unknown = Unknown device
signin-me-session-end = End
signin-me-session-end-which = End the session of { $device } from { $from }
signin-me-sessions-end-all = Sign out everywhere, here too

## What was done

signin-did-recovered = You are signed in with a recovery code, which is used up. Set up a new passkey or password now, and remove what was lost.
signin-did-language = The language was changed.
signin-did-passkey-added = The passkey was added. Give it a name by which you know the device.
signin-did-passkey-renamed = The passkey was renamed.
signin-did-passkey-removed = The passkey was removed.
signin-did-password-set = The password was set. Your other sessions have ended.
signin-did-password-removed = The password was removed. Your other sessions have ended.
signin-did-session-ended = The session has ended.
signin-did-sessions-ended = The sessions have ended.

## Refusals

signin-problem-heading = That did not work
signin-problem-server = Something went wrong on the server. Try again; if it stays so, tell the operator the time.
signin-problem-name-taken = The sign-in name “{ $name }” is taken. Choose another one.
signin-problem-name-unfit = “{ $name }” cannot be a sign-in name: it needs 2 to 128 characters without spaces, colons or slashes. An e-mail address will do.
signin-problem-person-name-unfit = The name must have 1 to 200 characters and stand on one line.
signin-problem-email-unfit = “{ $name }” is not an e-mail address. A form like desk@embassy.example is wanted.
signin-problem-nobody = There is nobody with this account at the desk.
signin-problem-changed = This was changed in another window in the meantime. Look at it and try again.
signin-problem-wrong = The sign-in name, the password or the code is not right. A code is good once: wait for the next one if you used this one already.
signin-problem-recovery-wrong = The sign-in name or the recovery code is not right, or the code was used before.
signin-problem-wait = { $minutes ->
    [0] There were too many wrong attempts. { $seconds ->
        [one] Wait { $seconds } second and try again.
       *[other] Wait { $seconds } seconds and try again.
    }
    [one] There were too many wrong attempts. Wait { $minutes } minute and try again.
   *[other] There were too many wrong attempts. Wait { $minutes } minutes and try again.
}
signin-problem-crowded = Many people are signing in just now. Wait a few seconds and try again.
signin-problem-link-spent = This link was used already, was replaced by a newer one, or is older than three days. Ask an administrator of the desk for a new one.
signin-problem-password-short = The password must have at least 12 characters. Four or five words that do not belong together are easy to keep.
signin-problem-password-long = The password must have at most 256 characters. Shorten it.
signin-problem-password-common = This password, or one much like it, is among those that are tried first. Choose four or five words that do not belong together.
signin-problem-password-plain = This password repeats itself or follows the keyboard. Choose four or five words that do not belong together.
signin-problem-password-named = This password is made of your name or the site’s name. Choose words that nobody connects with you.
signin-problem-password-differs = The two passwords are not the same. Type them again.
signin-problem-code-wrong = The six-digit code is not right. Type the one that the app shows now, and look whether the telephone’s clock is right.
signin-problem-passkeys-number = Passkeys need a host name, and this address is a number. Open the desk by its name (localhost on this machine), or use a password.
signin-problem-passkeys-open = Passkeys need an address that begins with https. Ask the operator for it, or use a password.
signin-problem-passkey-refused = The passkey was not accepted. Try again, or use another way to sign in.
signin-problem-challenge-gone = This took too long or was sent twice. Begin again.
signin-problem-passkey-known = This passkey is already in use here. Choose another device or key.
signin-problem-passkeys-full = An account has at most 20 passkeys. Remove one first.
signin-problem-passkey-name-unfit = A passkey’s name must have 1 to 80 characters.
signin-problem-inactive = This account is switched off. Ask an administrator of the desk.
signin-problem-last-way = This is the only way to sign in to this account. Set up another one first.
signin-problem-again = Changing how you sign in needs a recent sign-in. Sign in again and repeat this.
signin-problem-not-signed-in = You are not signed in, or your session has ended. Sign in again in another window, then repeat this: nothing was lost.
signin-problem-open = The desk is reached over plain http here, so that anybody on the way could listen. It takes sign-ins over https, or at localhost on the same machine. The operator sets the https address as public_url or desk_url.
signin-problem-unreadable = The request could not be read: it was too large or not complete. Nothing was changed. Load the page again and repeat.
