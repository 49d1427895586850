## The list

writing-untitled = Without a title
writing-title = Title
writing-language = Language
writing-kind = Kind
writing-stage = Stage
writing-changed = Changed
writing-release = Release
writing-actions = What can be done
writing-all-languages = All languages
writing-words-of-title = Words of the title
writing-filter = Show these
writing-filter-none = Show all
writing-in-work = In work
writing-in-work-caption = Editions that have no version yet, the one changed last first
writing-released = Released, or to be released
writing-released-caption = Editions by their newest version, the newest release first
writing-none-found = There is nothing here.
writing-pages = Pages of the list
writing-page = Page { $page }
writing-newer = Newer
writing-older = Older
writing-list-write = Write
writing-list-write-this = Write { $title } ({ $language })

## A new message

writing-new-hint = Other languages are added as translations. Nothing is stored until you save.
writing-begin = Begin writing

## Where I am

writing-where = Editions
writing-missing = Not written yet:
writing-overview = Overview of this message
writing-state = This text
writing-revision = Revision
writing-made-from = Made from
writing-version = version { $number }
writing-address = Address
writing-links = Preview links
writing-comments = Review and comments
writing-discard = Discard the draft
writing-back = Back to the text
writing-presence = { $name } has had this text open since { $time }.
writing-unmerged = A text of yours was not saved because somebody else had changed this one. It is kept for a day.
writing-unmerged-look = Compare and merge

## The form

writing-problems = This was not saved. Nothing you typed is lost.
writing-teaser = Teaser
writing-teaser-hint = The first words in lists. Left empty, they are taken from the text.
writing-text = Text
writing-text-hint = CommonMark. A paragraph that begins with a speaker’s label and a colon, such as “Question:”, opens a turn.
writing-notes = What was left out or is unsure
writing-save = Save
writing-preview = Save and preview
writing-submit-go = Save and go on to submitting
writing-file = Add a Word file
writing-file-choose = Word file (.docx)
writing-file-hint = At most 50 MB. Its text is put behind what stands here. Comments, tracked deletions and hidden text are left out and counted.
writing-file-add = Add its text
writing-file-whole = The whole file was taken in; nothing was left out.
writing-source = The text it is translated from ({ $language })
writing-source-newer = This translation follows version { $number }; there is a version { $newer } now.
writing-source-compare = What changed
writing-source-draft = This text is a draft and not released yet.

## Facts and checks

writing-checks = Checks
writing-checks-none = The checks found nothing.
writing-check-error = Wrong.
writing-check-warning = Please look.
writing-suggestions = Suggestions
writing-take = Take over
writing-facts = Facts
writing-field-title = Title
writing-field-kind = Kind
writing-field-teaser = Teaser
writing-field-occasion_date = Date of the occasion
writing-field-place = Place
writing-field-with = With whom
writing-field-speakers = Speaker
writing-field-topics = Topic
writing-field-slug = Address
writing-field-nav = Place in the navigation
writing-field-class = Class of the correction
writing-field-note = Public note
writing-field-follows = Translated from
writing-with = With whom
writing-speakers = Speakers
writing-topics = Topics
writing-several-hint = One on each line; known names are offered.
writing-more = More lines
writing-slug = Last part of the address
writing-slug-page = Path of the page
writing-slug-hint = Left empty, it is made from the title, and stays as it is in a correction.
writing-nav = Place in the navigation
writing-nav-hint = A whole number, smaller first. Left empty, the page is not in the navigation.
writing-follows = Translated from
writing-follows-none = It is no translation
writing-follows-choice = { $language }, version { $number }
writing-correction = Correction
writing-proposal = From what changed, the desk proposes:
writing-class = Class of the correction
writing-class-proposed = As proposed
writing-class-lower = (lower than proposed: needs a second person)
writing-class-hint = The class says how much changed. It is public, and every version stays readable.
writing-note = Public note
writing-note-hint = One sentence for readers: what was corrected and why.
writing-preview-at = Preview at an instant
writing-instant-home = Date and time in the home zone
writing-preview-show = Show the preview
writing-as-at = The site as at an instant
writing-as-at-what = You see the whole site as the public will see it, or saw it, at the instant you choose.
writing-as-at-date = Date in the home zone
writing-as-at-time = Time in the home zone
writing-as-at-show = See the site
writing-as-at-date-wrong = Date: choose a day of the calendar, such as 2020-09-22.
writing-as-at-time-wrong = Time: give hours and minutes, such as 14:00.
writing-as-at-lang-wrong = Language: choose one of the site’s languages.
writing-as-at-skipped = The clock at home never shows this time. Which instant do you mean?
writing-as-at-twice = The clock at home shows this time twice. Which instant do you mean?

## What was done

writing-done-saved = Saved.
writing-done-taken = The suggestion was taken over and the text saved.
writing-done-submitted = Submitted. Somebody else can approve it now; if you change the text, it has to be submitted again.
writing-done-merged = Both texts were merged and saved.
writing-done-discarded = The draft was discarded.
writing-done-revoked = The link was revoked and shows nothing any more.

## Merging

writing-merge = Compare and merge
writing-merge-who = { $name } changed this text on { $moment }, while you were writing.
writing-merge-gone = The draft you were writing was released or discarded in the meantime.
writing-merge-kept = Nothing was overwritten. Your text is kept for a day.
writing-merge-waiting = Texts of yours that wait, the newest first
writing-merge-waiting-line = { $words ->
    [one] Kept on { $moment }, { $words } word
   *[other] Kept on { $moment }, { $words } words
}
writing-merge-choose = You both changed these
writing-merge-base = As it was before both changes
writing-merge-clean = You changed different passages, so nothing has to be chosen.
writing-merge-save = Save the merged text
writing-merge-forget = Put my text away and keep theirs
writing-merge-sides = Both texts side by side
writing-merge-same = Both texts say the same.
writing-merge-result = The merged text, with yours where nothing is chosen
writing-merge-removed-mine = You removed this.
writing-merge-removed-theirs = It was removed there.
writing-mine = Yours
writing-theirs = Theirs
writing-empty = (empty)
writing-passage = Passage { $number }
writing-take-mine = Take mine
writing-take-theirs = Take theirs
writing-take-both = Keep both, mine first

## Submitting and discarding

writing-submit = Submit
writing-submit-what = { $words ->
    [one] You submit the edition in { $language } with { $words } word. Somebody else looks at it and approves or returns it.
   *[other] You submit the edition in { $language } with { $words } words. Somebody else looks at it and approves or returns it.
}
writing-submit-now = Submit for approval
writing-anyway = { $count ->
    [one] Submit all the same: what the checks call wrong is right.
   *[other] Submit all the same: the { $count } places that the checks call wrong are right.
}
writing-go-on = Go on writing
writing-discard-what = { $words ->
    [one] The draft in { $language } has { $words } word.
   *[other] The draft in { $language } has { $words } words.
}
writing-discard-who = It was changed last by { $name } on { $moment }.
writing-discard-public = What is public stays as it is. The draft’s revisions are kept for a month.
writing-discard-nothing = Nothing of it was ever public. Its revisions are kept for a month.
writing-discard-now = Discard the draft in { $language }
writing-discard-changed = Somebody changed the draft since you looked at it. Look at it again before you discard it.

## Preview links

writing-links-what = A preview link shows this edition to one person outside, without signing in, until it expires or is revoked. Their name stands across the page.
writing-links-none = There are no living links.
writing-links-caption = Living links, the newest first
writing-link-new = A new link
writing-link-name = For whom
writing-link-name-hint = A person’s name. It is printed across the page, so that a copy says whose it is.
writing-link-hours = Hours until it expires
writing-link-hours-hint = From 1 to { $max }, which is two weeks.
writing-link-shows = It shows
writing-link-exact = This text
writing-link-newest = The newest text
writing-link-exact-long = Exactly the text as it is now
writing-link-newest-long = Whatever the newest text is when it is opened
writing-link-make = Make the link
writing-link-by = Made by
writing-link-until = Expires
writing-link-looks = Opened
writing-link-revoke = Revoke
writing-link-made = The link for { $name } works until { $expires }.
writing-link-address = Address of the link
writing-link-once = Copy it now: the desk keeps only a digest and cannot show it again.
