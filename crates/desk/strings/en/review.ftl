review-problem = That did not work
review-untitled = (no title yet)
review-when = { $date }, { $time }
review-in = in { $span }
review-ago = { $span } ago
review-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
review-hours = { $count } h
review-minutes = { $count } min
review-seconds = { $count } s
review-token-of = a program of { $name }
review-version = Version { $number }
review-follows = { $language }, version { $number }
review-date-wrong = This is not a date. Choose the day of the release.
review-time-wrong = This is not a time. Give hours and minutes, for example 23:00.
review-time-skipped = The clock at home never shows this time: it is put forward past it. Choose one of the two instants.
review-time-twice = The clock at home shows this time twice: it is put back over it. Choose one of the two instants.
review-choice-skipped = This time does not exist at home. Which one is meant?
review-choice-twice = This time comes twice at home. Which one is meant?
review-date = Day
review-time = Time
review-comment-empty = The comment is empty. Write what is to be looked at.

review-title = Review: { $title }
review-to-message = The message
review-to-bundle = Together with others
review-to-waiting = What waits for me
review-where = Where it stands
review-changed-by = Changed last by
review-submitted-by = Submitted by
review-approved-by = Approved by
review-released-by = Released by
review-reviewed-by = Looked at afterwards by
review-proposed = The comparison proposes
review-below-proposal = The class is lower than what the comparison proposes. Without a second person it cannot be released.
review-outdated = Version { $number } was made in the meantime. This text was not made from it; return it.
review-draft-differs = The draft has changes that are not submitted. { $name } made the last of them. What you see and approve is what was submitted.
review-is-draft = Nothing is submitted. This is the draft as { $name } saved it last.
review-nothing-submitted = Nothing is submitted. This is the newest version.
review-first = This is the first version: everything in it is new.
review-compared = Compared with version { $number }.
review-change-count = { $fields ->
    [0] Nothing about the text changed
    [one] One thing about the text changed
   *[other] { $fields } things about the text changed
}; { $rows ->
    [0] no passage of it did.
    [one] one passage of it did.
   *[other] { $rows } passages of it did.
}
review-first-change = To the first change
review-next-change = Next change
review-view-text = One text
review-view-side = Side by side
review-preview = See it as the public page
review-write = Write
review-look = Look at it
review-text = The text
review-about-text = About the text
review-field = What
review-before = Before
review-now = Now
review-changed = changed
review-field-title = Title
review-field-kind = Kind
review-field-teaser = First words in lists
review-field-date = Day of the occasion
review-field-place = Place
review-field-with = With
review-field-speakers = Speakers
review-field-topics = Topics
review-field-nav = Place in the navigation
review-field-address = Address
review-field-class = Class
review-field-note = Public note
review-field-source = Translated from
review-field-media = Pictures and files
review-row-added = Change { $number }: added
review-row-removed = Change { $number }: removed
review-row-moved = Change { $number }: moved
review-row-changed = Change { $number }: changed
review-decide = Decide
review-own = You wrote or submitted this text, so somebody else has to approve it.
review-approve = Approve what was submitted
review-return = Return to the writer
review-return-reason = What is to be done
review-release = Release…
review-checks = Checks
review-checks-none = The checks found nothing.
review-severity-wrong = Wrong.
review-severity-look = Look.
review-there = There
review-comments = { $count ->
    [0] Comments
    [one] Comments: one is open
   *[other] Comments: { $count } are open
}
review-comment = Comment
review-comment-label = Comment on this passage
review-comment-whole = Comment on the whole text
review-comment-add = Keep the comment
review-resolve = Settled
review-resolved = Settled by { $name }.

review-done-approved = Approved. It can be released now.
review-done-returned = Returned. The writer finds your reason under “Waiting”.
review-done-commented = The comment is kept.
review-done-resolved = The comment is settled.
review-done-move = The release was moved.
review-done-moved = The bundle was moved.
review-done-call-off = The release was called off.
review-done-withdraw = The edition was withdrawn. Its address now tells the reason.
review-done-restore = The edition is public again.
review-done-erase = The content is gone.
review-done-look = Noted that you have looked at it.
review-done-lead = This message now leads the front page.

review-compare-title = Versions { $old } and { $new }: { $title }
review-compare-since = Version { $number }, public from
review-compare-others = Other comparisons:

review-release-title = Release
review-release-none = Nothing that you may release is submitted.
review-release-which = What is to become public
review-release-when = When, by the clock in { $home }
review-release-now-choice = Now
review-release-at-choice = At this instant
review-release-go-on = Go on and check
review-nothing-chosen = Nothing is chosen, or it was submitted anew since this page was opened. Choose what is to become public.
review-bundle-title = Name of the bundle
review-bundle-hint = Needed where several editions become public together. The public does not see it.
review-bundle-title-missing = Several editions become public together, so they need a name. Give one.
review-bypass = Why without approval
review-bypass-hint = Only where a chosen text is not approved. The reason stays in the record, and the release is flagged until a second person has looked at it.
review-confirm-title = Is this right?
review-confirm-languages-at = { $count ->
    [one] Release in one language on { $when } in { $place }?
   *[other] Release in { $count } languages on { $when } in { $place }?
}
review-confirm-texts-at = { $count ->
    [one] Release one text on { $when } in { $place }?
   *[other] Release { $count } texts on { $when } in { $place }?
}
review-confirm-languages-now = { $count ->
    [one] Release in one language now?
   *[other] Release in { $count } languages now?
}
review-confirm-texts-now = { $count ->
    [one] Release one text now?
   *[other] Release { $count } texts now?
}
review-confirm-distance = That is { $distance }.
review-confirm-public = This becomes public
review-confirm-hidden = This stays as it is
review-confirm-unapproved = { $count ->
    [one] One of these texts is not approved. The release will be flagged until a second person has looked at it.
   *[other] { $count } of these texts are not approved. The release will be flagged until a second person has looked at it.
}
review-schedule-languages = { $count ->
    [one] Schedule in one language
   *[other] Schedule in { $count } languages
}
review-schedule-texts = { $count ->
    [one] Schedule one text
   *[other] Schedule { $count } texts
}
review-now-languages = { $count ->
    [one] Release now in one language
   *[other] Release now in { $count } languages
}
review-now-texts = { $count ->
    [one] Release one text now
   *[other] Release { $count } texts now
}
review-back = Back without doing it
review-released-title = What was released
review-released-public = It is public at
review-released-scheduled = It becomes public
review-released-address = Its address will be
review-owed-note = Released without approval: a second person has still to look at it.
review-unapproved = Released without approval:
review-bypass-reason = It was released without approval, for this reason:

review-action-move = Move the release
review-action-move-what = The version becomes public at another instant. The reason stays in the record.
review-action-move-reason = Why it is moved
review-action-move-button = Move the release in { $language }
review-action-call-off = Call the release off
review-action-call-off-what = This version will not become public. Its number is not used again. The reason stays in the record.
review-action-call-off-reason = Why it is called off
review-action-call-off-button = Call the release off in { $language }
review-action-withdraw = Withdraw
review-action-withdraw-what = The public no longer sees the text. Its address stays and tells the reason. It can be restored.
review-action-withdraw-reason = The reason, as the public will read it
review-action-withdraw-button = Withdraw now in { $language }
review-action-restore = Restore
review-action-restore-what = The public sees the text again. The withdrawal and its reason stay in the record.
review-action-restore-reason = A public note: why it is back
review-action-restore-button = Make public again now in { $language }
review-action-erase = Erase
review-action-erase-what = The content is removed for good. This is for what the law, or the protection of a person, demands.
review-action-erase-reason = The ground, as the public will read it
review-action-erase-button = Erase for good in { $language }
review-action-look = I have looked at it
review-action-look-what = This version was released without approval. Say that you have read it and what you think of it.
review-action-look-reason = What you say to it
review-action-look-button = I have looked at the version in { $language }
review-erase-for-good = This cannot be undone.
review-erase-gone = { $count ->
    [one] The text of its one version goes, with title, drafts and comments.
   *[other] The texts of all { $count } versions go, with titles, drafts and comments.
}
review-erase-stays = The digests, the dates, and the ground that you give stay in the record.
review-erase-no-way-back = This edition can never be published again. The address answers that the content was erased.
review-erase-by-law = Does the law demand it?
review-erase-by-law-no = No
review-erase-by-law-yes = Yes, the address answers 451
review-erase-title = Type the title, so that the right text is erased
review-erase-title-wrong = This is not the title of the text. Look whether it is the right one, and type its title as it stands above.

review-leads = This message leads the front page.
review-lead = Make it the lead of the front page
review-next = next version:
review-withdrawn = Withdrawn: { $reason }
review-erased = Erased: { $ground }
review-submitted-line = Written by { $writer }, submitted by { $submitter }.
review-approved-line = Approved by { $name }.
review-draft-line = Draft of { $name }, { $when }
review-correct = Correct
review-versions = Versions
review-column-version = Version
review-column-release = Release
review-column-who = Who
review-column-actions = What can be done
review-column-day = Day
review-column-releases = Releases
review-column-site = Banners and occasions
review-column-message = Message
review-column-planned = Planned
review-column-seen = Seen
review-column-when = When
review-column-from = From where
review-column-what = What
review-column-about = About
review-column-why = Why
review-imported = Came from elsewhere
review-compare = Compare with version { $number }
review-in-bundle = Together: { $title }
review-move-bundle = Move the bundle
review-move-bundle-button = { $count ->
    [one] Move the bundle
   *[other] Move all { $count } together
}
review-called-off = called off
review-translate = Translate into
review-history = History
review-from = from { $address }
review-bundle = Together: { $title }
review-bundle-members = What is in it

review-calendar-title = Calendar: { $month }
review-calendar-zone = Days and times of { $home }.
review-month-before = Month before
review-month-now = This month
review-month-after = Month after
review-today = today
review-banner-starts = { $time } Banner begins: { $text }
review-banner-ends = { $time } Banner ends: { $text }
review-occasion = Occasion:
review-overdue = Overdue: not seen on the public site
review-seen-late = seen after { $late }
review-not-seen-yet = not seen yet

review-matrix-title = Translations
review-matrix-counts = { $missing ->
    [0] Nothing is missing
    [one] One edition is missing
   *[other] { $missing } editions are missing
}, { $older ->
    [0] none is older than its source.
    [one] one is older than its source.
   *[other] { $older } are older than their source.
}
review-matrix-none = Nothing has been released yet.
review-cell-missing = Missing
review-cell-current = Current
review-cell-original = Original
review-cell-older = Older than its source
review-cell-scheduled = Scheduled
review-cell-withdrawn = Withdrawn
review-cell-erased = Erased
review-cell-changed = What changed in { $language }, { $old } to { $new }
review-cell-write = Write in { $language }
review-newest = Newest
review-older = Older

review-audit-title = Audit
review-audit-who = Who
review-audit-everybody = Everybody
review-audit-kind = What
review-audit-everything = Everything
review-audit-message = Message (its id or desk address)
review-audit-from = From day
review-audit-to = To day
review-audit-show = Show
review-audit-file = As a file (CSV)
review-audit-none = Nothing was found.

review-waiting-title = Waiting for me
review-waiting-nothing = Nothing waits for you.
review-waiting-overdue = { $count ->
    [one] One release is overdue: it has not been seen on the public site.
   *[other] { $count } releases are overdue: they have not been seen on the public site.
}
review-waiting-review = To review ({ $count })
review-waiting-review-by = Submitted by { $name }
review-waiting-release = To release ({ $count })
review-waiting-release-by = Approved by { $name }
review-waiting-owed = Released without approval, to be looked at ({ $count })
review-waiting-owed-by = Released by { $name }
review-waiting-returned = Returned ({ $count })
review-waiting-returned-by = Returned by { $name }
review-waiting-comments = Comments on my texts ({ $count })
review-waiting-comments-by = { $name }
review-waiting-drafts = My drafts ({ $count })
review-waiting-drafts-by = { $name }
review-next-releases = Next releases
review-next-none = Nothing is scheduled.
review-recent-releases = Released in the last day
review-recent-none = Nothing was released in the last day.

review-role-in = { $role } ({ $language })
review-part-named = { $kind } “{ $name }”
review-part-identity = name, home and languages of the site
review-part-clocks = clocks
review-part-contact = contact
review-part-counter = counter
review-part-banner = banner
review-part-speaker = speaker
review-part-topic = topic
review-part-media = file
review-part-lead = lead of the front page
review-fact-draft-submitted = Submitted in { $language }
review-fact-submission-approved = Approved in { $language }
review-fact-submission-returned = Returned in { $language }
review-fact-version-released = Version { $number } in { $language } released for { $when } ({ $class })
review-fact-version-released-unapproved = Version { $number } in { $language } released without approval for { $when } ({ $class })
review-fact-release-moved = Release of version { $number } in { $language } moved to { $when }
review-fact-release-cancelled = Release of version { $number } in { $language } called off
review-fact-edition-withdrawn = Withdrawn in { $language }
review-fact-edition-restored = Restored in { $language }
review-fact-edition-erased = Erased in { $language }
review-fact-edition-erased-by-law = Erased in { $language }, as the law demands
review-fact-bypass-reviewed = Version { $number } in { $language } looked at after its release without approval
review-fact-bundle-joined = Put together with others
review-fact-bundle-released = { $count ->
    [one] One edition released as a bundle for { $when }
   *[other] { $count } editions released together for { $when }
}
review-fact-bundle-moved = { $count ->
    [one] Bundle of one edition moved to { $when }
   *[other] Bundle of { $count } editions moved to { $when }
}
review-fact-fixture-set = Set from { $when }: { $part }
review-fact-fixture-removed = Taken away from { $when }: { $part }
review-fact-account-set = { $name } may do this: { $grants }
review-fact-token-set = A program, { $name }, may do this: { $grants }
review-fact-account-disabled = { $name } may do nothing any more
review-fact-enrolment-issued = A link was made with which { $name } can enrol anew
review-kind-DraftSubmitted = Submissions
review-kind-SubmissionApproved = Approvals
review-kind-SubmissionReturned = Returns
review-kind-VersionReleased = Releases
review-kind-BundleReleased = Releases of bundles
review-kind-BundleJoined = Messages put into bundles
review-kind-ReleaseMoved = Moved releases
review-kind-BundleMoved = Moved bundles
review-kind-ReleaseCancelled = Releases called off
review-kind-BypassReviewed = Looks after the fact
review-kind-EditionWithdrawn = Withdrawals
review-kind-EditionRestored = Restorations
review-kind-EditionErased = Erasures
review-kind-FixtureSet = Parts of the site set
review-kind-FixtureRemoved = Parts of the site taken away
review-kind-AccountSet = Accounts set
review-kind-AccountDisabled = Accounts disabled
