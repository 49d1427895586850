# Chancery: interface strings of the desk's editor, English.
#
# The page hands these to the editor as they are: $name is filled in by the browser, so a message here has
# simple variables only, no plural forms and no attributes. The same keys stand in editor/src/words.mjs;
# a test compares the two.

## Turns

editor-question = Question
editor-answer = Answer
editor-speech = Speech
editor-narration = Narration
editor-role = Role of this turn
editor-speaker = Speaker of this turn
editor-speaker-none = Speaker not chosen

## Toolbar

editor-toolbar = Format the text
editor-turn = Turn
editor-turn-title = Speaker turn: make one of the selected paragraphs, or begin the next
editor-dissolve = No turn
editor-dissolve-title = Take this turn apart into paragraphs
editor-paragraph = Text
editor-paragraph-title = Paragraph
editor-heading-2 = Heading 2
editor-heading-3 = Heading 3
editor-heading-4 = Heading 4
editor-bullets = List
editor-bullets-title = Bulleted list
editor-numbers = Numbered
editor-numbers-title = Numbered list
editor-quote = Quotation
editor-quote-title = Quoted passage
editor-strong = Bold
editor-strong-title = Bold: important
editor-emphasis = Italic
editor-emphasis-title = Italic: stressed
editor-superscript = Superscript
editor-subscript = Subscript
editor-link = Link
editor-lang = Language
editor-lang-title = Language of the selected words
editor-rule = Line
editor-rule-title = Line between parts
editor-table = Table
editor-table-title = Insert a table
editor-figure = Picture
editor-figure-title = Insert a picture from the media library
editor-word-file = Word file
editor-word-file-title = Insert the text of a Word file (.docx)
editor-undo = Undo
editor-redo = Redo
editor-help = Help
editor-help-title = Keys of the editor
editor-row-before = Row above
editor-row-after = Row below
editor-row-delete = Remove row
editor-column-before = Column before
editor-column-after = Column after
editor-column-delete = Remove column
editor-header-row = Header row
editor-table-delete = Remove table
editor-figure-edit = Change picture
editor-figure-delete = Remove picture
editor-figure-alt = Alternative text: { $alt }
editor-figure-no-alt = The alternative text is missing.
editor-figure-caption = Caption

## Dialogs

editor-text = Text of the message
editor-hint = F1 explains the keys. Alt+F10 goes to the toolbar. Escape, then Tab leaves the text.
editor-ok = Apply
editor-cancel = Cancel
editor-close = Close
editor-remove = Remove
editor-link-address = Address
editor-link-hint = https://…, mailto:…, tel:…, an address on this site such as /en/contacts, or #anchor
editor-link-wrong = Address: this cannot be a link. Write an address that begins with https, http, mailto or tel, a path such as /en/contacts, or #anchor.
editor-link-empty = Select the words that shall be the link first.
editor-lang-code = Language code
editor-lang-hint = For example en, ar, zh-Hans. Leave the text as it is where its language is that of the edition.
editor-lang-wrong = Language code: write a code such as fr or sr-Latn.
editor-lang-empty = Select the words that are in another language first.
editor-media-choose = Picture
editor-media-alt = Alternative text: what a reader who cannot see the picture is told
editor-media-caption = Caption (may stay empty)
editor-media-none = The media library has no pictures yet. Add one there first.
editor-media-failed = The media library could not be read. Try again in a moment.
editor-media-unchosen = Picture: choose one.
editor-media-alt-missing = Alternative text: say in one sentence what the picture shows.

## Saving

editor-save-unchanged = No changes since the last save
editor-save-pending = Not saved yet
editor-save-saving = Saving …
editor-save-saved = Saved at { $time }
editor-save-away = Not saved to the server since { $time } – kept on this computer
editor-save-away-unkept = Not saved to the server since { $time }, and this computer cannot keep a copy. Leave this page open.
editor-save-refused = Not saved: { $detail } Your text is kept on this computer.
editor-save-refused-plain = The server did not accept the text.
editor-save-conflict = Somebody else changed this text. Yours is kept on this computer; nothing is overwritten.
editor-save-merge = Compare and merge
editor-save-session = Your session has ended. Your text is kept on this computer.
editor-save-wait = Wait until the text is saved, then try again.
editor-session-title = Your session has ended
editor-session-text = Your text is safe here. Sign in again in a new tab, then come back.
editor-session-link = Open the sign-in page in a new tab
editor-session-done = I have signed in, save now
editor-session-still = The server still asks for a sign-in.
editor-found = This computer keeps text from { $time } that was not saved to the server.
editor-found-behind = The text on the server has changed since then; after restoring you will be asked to merge.
editor-restore = Restore that text
editor-discard = Discard it

## Around the text

editor-presence = { $name } has had this text open since { $time }.
editor-check-error = Must be mended
editor-check-warning = Please look
editor-check-note = Note
editor-go = Go to the place
editor-seen = It is right
editor-paste-reading = Reading what was inserted …
editor-paste-large = This is larger than 20 MB, which is more than a text can be. Insert it in parts, or as a Word file.
editor-paste-away = The server could not be reached; only the plain text was inserted.
editor-paste-refused = This could not be inserted: { $detail }
editor-paste-picture = Pictures come from the media library: add the file there, then use “Picture”.
editor-paste-file = Only Word files (.docx) can be inserted here. Save the file as .docx and try again.
editor-docx-large = This file is larger than 20 MB. Remove its pictures and try again.
editor-docx-away = The server could not be reached. The file was not inserted; try again.

## The keys, in the help

editor-key-enter = New paragraph; in a label, to the words; in a turn's empty last paragraph, the next turn
editor-key-next = Next turn at once
editor-key-after = Paragraph after this turn, table or picture
editor-key-break = Line break
editor-key-move = Move the block, list item or turn up or down
editor-key-backspace = At the start of a label: take the turn apart
editor-key-tab = In a list: deeper, or back; in a table: next cell, or back
editor-key-toolbar = To the toolbar; arrows move in it, Escape comes back
editor-key-leave = Leave the text with the keyboard
editor-key-save = Save now
