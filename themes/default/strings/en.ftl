# Chancery: interface strings of the public site, English.
#
# How these files are used
# - Dates, times, names and titles arrive already formatted, as strings. Numbers that are
#   counted ($count) arrive as numbers: they choose the plural form and are grouped.
# - A label carries no colon. Where a colon is wanted, a template appends label-end.
# - The six built-in languages have the same keys with the same variables; a test says so.
# - A site overrides single messages with a file of the same name in theme/strings/.

## The language itself

# The language's name in the language itself.
language-name = English
# The link to an edition, written in the language of that edition.
read-in-this-language = Read in English
# The list form of a date. $day and $month have two digits, $year has four.
date-ledger = { $day }.{ $month }.{ $year }
# What follows a label that stands before its value on one line.
label-end = :
# A range of dates, of times or of weekdays.
date-range = { $from } – { $to }
time-range = { $from }–{ $to }
day-range = { $from } to { $to }
days-every = Every day
# The name of a city's local time: "London time".
city-time = { $city } time
# The title of the browser's window.
window-title = { $title } – { $site }

## Furniture: header, navigation, footer

skip-to-content = Skip to content
home-link = Front page
today-label = Today
clocks-label = Local time
clocks-pause = Pause the clocks
clocks-resume = Resume the clocks
languages-label = Languages
navigation-label = Main navigation
breadcrumbs-label = You are here
banner-label = Important notice
footer-label = About this site
footer-about = About this site
# $zone is the name of the home time zone, or its city-time: here, in counter-zone and in released-at.
footer-record = Times are given in { $zone }.
footer-time-zone = Time zone
footer-permanent = What is published here keeps its address. Every correction is shown.
# For print: $address is the page's address, $date the day of printing.
print-source = Printed from { $address } on { $date }

## The contact strip

contact-label = Contact
contact-call = Call { $number }
contact-open-now = Open now
contact-open-until = Open now, until { $time }
contact-closed = Closed now
contact-closed-opens = Closed now. Opens { $weekday } { $time }
contact-closed-opens-today = Closed now. Opens today at { $time }
contact-closed-opens-date = Closed now. Opens on { $date } at { $time }
contact-details = Details
contact-hours = Opening hours
# $days is a weekday, a list of weekdays or a day-range.
contact-hours-line = { $days }, { $from }–{ $to }
contact-closed-on-holidays = Closed on public holidays

## Counters

counters-label = Day counters
counter-zone = Days are counted in { $zone }.

## The front page

lead-label = Lead message
latest-heading = Latest messages
all-messages = All messages
read-on = Read on
read-whole = Read the whole text: { $title }

## Kinds of message, one and many

kind-statement = Statement
kind-speech = Speech
kind-remarks = Remarks
kind-interview = Interview
kind-press-conference = Press conference
kind-briefing = Briefing
kind-press-release = Press release
kind-article = Article
kind-letter = Letter
kind-notice = Notice
kind-comment = Comment

kinds-statement = Statements
kinds-speech = Speeches
kinds-remarks = Remarks
kinds-interview = Interviews
kinds-press-conference = Press conferences
kinds-briefing = Briefings
kinds-press-release = Press releases
kinds-article = Articles
kinds-letter = Letters
kinds-notice = Notices
kinds-comment = Comments

## A message: its line of facts

message-facts-label = About this message
kind-label = Kind
released-label = Released
released-at = Released on { $date } at { $time } ({ $zone })
# Only the day of release is known.
released-day = Released on { $date }
occasion-label = Occasion
occasion-on = on { $date }
# From $from to $to, both dates.
occasion-from-to = { $from } – { $to }
occasion-in = in { $place }
# What stands before the names of the other participants.
occasion-with = with
place-label = Place
speakers-label = Speakers
topics-label = Topics
source-label = Source
licence-label = Licence
editions-label = In other languages
edition-read-in = Read in { $language }
version-label = Version { $number }
paragraph-link = Link to this paragraph
table-label = Table
turn-link = Link to this turn
turn-question = Question
turn-answer = Answer
message-neighbours-label = Previous and next message
previous-message = Previous message
next-message = Next message

## States of a message: one line each, at the top of the text

state-label = State of this text
state-corrected = Corrected on { $date }.
# A label; the correction's public note follows it.
state-correction-note = What was corrected
state-withdrawn = Withdrawn on { $date }.
# A label; the public reason follows it.
state-withdrawn-reason = Reason
state-erased = The content of this message has been removed. Its digest remains in the record.
state-erased-law = The content of this message has been removed because the law requires it. Its digest remains in the record.
state-imported = Imported on { $date } from { $source }; the text is the source’s.
state-imported-no-source = Imported on { $date } from another record; the text is the source’s.
state-imported-event-date = The source gives the date of the event, not of publication.
state-imported-title-date = The date is taken from the title; the source gives no other.
state-summary-only = Only the summary was captured; the full text is not in this record.
state-as-captured = The text is given as the captured page showed it.
# A past instant of the whole site (a memento).
state-as-of = You see this site as it was on { $date } at { $time }.
state-as-of-back = Back to the present
state-preview = This is a preview and not public. It shows the page as it would look on { $date } at { $time }.
state-rehearsal = This is a rehearsal and not public. It shows the site as it would look on { $date } at { $time } if nothing more were decided.
state-rehearsal-back = Back to the desk
state-watermark = This copy was made for { $name }. Please do not pass it on.
# $language is the language of the text that was translated.
state-translation-of-version = This translation follows version { $number } of the text in { $language }.

## The archive

archive-title = All messages
archive-month-title = Messages of { $month }
archive-year-title = Messages of { $year }
archive-count = { $count ->
    [0] No messages
    [one] { $count } message
   *[other] { $count } messages
}
archive-empty = No message answers these filters.
archive-month-empty = No message was released in this month.
archive-filters = Filters
filter-kind = Kind
filter-speaker = Speaker
filter-place = Place
filter-topic = Topic
filter-from = From
filter-to = To
filter-any = Any
filter-apply = Apply
filter-clear = Clear the filters
archive-chart-title = Messages by month
archive-chart-table = The same figures as a table
archive-chart-month = Month
archive-chart-count = Messages
# One bar of the picture. $month is a month with its year.
archive-chart-bar = { $month }: { $count ->
    [0] no messages
    [one] { $count } message
   *[other] { $count } messages
}
archive-newer = Newer
archive-older = Older
archive-page = Page { $number } of { $total }
archive-pages-label = Pages of the archive
archive-months-label = Months
archive-years-label = Years

## Pages that say no, and help

not-found-title = Page not found
not-found-text = There is no page at this address. It may have been mistyped, or the link that led here may be incomplete.
not-found-search-archive = Look in the archive of all messages
withdrawn-title = This message was withdrawn
gone-title = Content removed
gone-text = What stood at this address has been removed and will not return. The address is kept so that this can be said.
unavailable-legal-title = Removed for legal reasons
unavailable-legal-text = What stood at this address has been removed because the law requires it.
bad-request-title = The request could not be understood
bad-request-text = The address or its filters contain something this site cannot read. Check the address, or start again from the front page.
method-not-allowed-title = This page can only be read
method-not-allowed-text = The request asked for something other than reading. Open the page by its address.
too-long-title = The address is too long
too-long-text = The address is longer than this site accepts. Start again from the front page or from the archive.
misdirected-title = No site answers to this name
misdirected-text = The server was reached, but no site with this host name is kept here. Check the name in the address.
server-error-title = The page could not be shown
server-error-text = Something went wrong on our side and has been recorded. Please try again in a few minutes.
server-error-reference = If you report this, please give the reference { $reference }.
unavailable-title = The site is being prepared
unavailable-text = Please try again in a moment.
not-yet-title = The site did not exist yet
not-yet-text = This record begins later than the instant you asked for.
not-yet-first = Go to the first instant of this record

## A site without messages

empty-site-title = Nothing has been published yet
empty-site-text = The first message will stand here as soon as it is released.
# The command stands right after it, on its own line.
empty-site-next = Are you setting up this site? Import the messages you already have. On the server, run:

## Search

search-title = Search
# The window's title; $words is what the reader typed.
search-window-title = Search: { $words }
search-label = Words to look for
search-do = Search
search-days = Between two days
search-catching-up = Search is catching up: { $done } of { $total } texts are in. Results may be missing.
search-preparing = Search is being prepared. Everything else on this site can be read.
search-chips = Filters that hold
search-remove = Remove the filter
search-count = { $count ->
    [0] No messages found
    [one] { $count } message found
   *[other] { $count } messages found
}
search-count-turns = { $count ->
    [0] No spoken passages found
    [one] { $count } spoken passage found
   *[other] { $count } spoken passages found
}
search-units = What is searched
search-messages = Messages
search-turns = What was said
search-orders = Order
search-order-relevance = Best first
search-order-newest = Newest first
# Three labels; the words that were looked for follow them.
search-read-words = With
search-read-phrases = With exactly
search-read-without = Without
search-relaxed = No text has all the words; these have some of them.
search-cut = The query is longer than what is searched. Only its beginning was used.
search-meant = Did you mean
search-facets = Narrow the results
search-more = More
search-year = Year
search-language = Language
search-all-languages = All languages
search-said-by = Said by
search-kind-page = Page
search-kinds-page = Pages
search-trend = Results by year
search-trend-values = Results
search-ranking-title = How the order comes about
search-ranking = Texts stand first in which the words are found as they were typed, close together or in the title, and in which rarer words are found. Among equals the newer stands first. Nothing else counts: neither who reads nor how often something was read.
search-nothing = Nothing in this record answers this search. Fewer or other words may find more.
search-try-languages = Search in all languages
search-try-quote = Check a quotation word for word
search-pages = Pages of results
search-page-before = Previous results
search-page-after = Further results
search-help-title = How to search
# OR, speaker: and the like are written so in every language.
search-help-short = Several words: all of them, in any form. "Quotation marks": exactly these words. OR between words: one of them. A hyphen before a word: without it. An asterisk after the beginning of a word: all words that begin so. Also: speaker: place: kind: topic: year: from: to: date: lang:
search-help-lenient = Whatever is typed is read as well as it can be. AND, OR and NOT are written in capitals.
search-example-words = Both words, in any of their forms
search-example-phrase = Exactly these words in this order
search-example-or = One of the two words, or both
search-example-without = The first word without the second
search-example-speaker = What this speaker said
search-example-place = With an occasion at this place
search-example-kind = Messages of this kind
search-example-date = Released in this month

## Is this a true quote?

quote-title = Is this a true quote?
quote-nav = Check a quote
quote-label = The words to check
quote-do = Check
quote-limit = Up to { $count } characters
quote-cut = The text is longer. Only its first { $count } characters were checked.
quote-verbatim = Verbatim
quote-verbatim-says = These words stand in the record exactly as quoted.
quote-typography = Verbatim but for punctuation
quote-typography-says = The words are those of the record. Only punctuation, spelling of signs or marked omissions differ.
quote-altered = Altered
quote-altered-says = The record does not have this quotation as it stands. The nearest passage and what differs are shown.
quote-earlier = From an earlier version
quote-earlier-says = These words stood in an earlier version of the text, which was corrected. Both wordings are shown.
quote-questioner = The questioner’s words
quote-questioner-says = These words are in the record, but they were said by whoever asked, not by whoever answered.
quote-not-found = Not in this record
quote-not-found-says = No text of this record has these words, or words near to them. It does not follow that they were never said.
quote-too-short = Too short to tell
quote-too-short-says = So few words may be anybody’s. Quote at least four words in a row.
quote-record = This record holds { $count ->
    [one] { $count } text
   *[other] { $count } texts
} in all languages, as it stood on { $date } at { $time } ({ $zone }).
quote-several = { $count ->
    [one] The words stand in { $count } place of the record.
   *[other] The words stand in { $count } places of the record.
}
quote-several-shown = { $count ->
    [one] { $count } of them is shown.
   *[other] { $count } of them are shown.
}
quote-attributed = The quotation names another speaker than the record.
quote-mixed = The quotation runs over the words of more than one speaker.
quote-joined-far = The parts of the quotation stand far apart in the text.
quote-joined-turns = The parts of the quotation were said at different turns.
quote-joined-order = The parts of the quotation stand in another order in the text.
quote-joined-denial = What the quotation leaves out denies what it seems to say.
quote-diff-title = The quotation beside the record
quote-only-quote = only in the quotation
quote-only-record = only in the record
quote-since-title = What became of this passage
quote-only-before = only before
quote-only-now = only now
quote-corrected = The text was corrected on { $date }: { $class }.
quote-gone = The passage is no longer in the text.
quote-unchanged = The passage itself has not changed.
quote-open = Open at this place
quote-share = Link to this check
quote-promise-title = What this check can say
quote-promise = It compares the words with every text of this site that was public at this instant, earlier versions included, and says where they stand and who said them.
quote-promise-never = It never says that a quotation is false: only whether the words are in this record.

## Citing a passage, and what became of a passage that was cited

cite-paragraph = Cite this paragraph
cite-turn = Cite this turn
# A small link beside words that the reader selected.
cite-selection = Cite
cite-title = Cite this passage
# The title of the browser’s window.
cite-of = Citation from “{ $title }”
cite-not-there = The words you selected do not stand together in this passage. The whole passage is given.
cite-in-place = Show the passage in its text
cite-whole = Cite the whole passage
cite-whole-turn = Cite the whole turn
cite-plain = Plain text
cite-html = HTML
cite-json = JSON-LD (schema.org)
cite-copy = Copy
cite-copied = Copied
# Quoted words between the language’s quotation marks.
cite-quoted = “{ $text }”
# Name and office, or kind, place and day, on one line.
cite-listed = { $first }, { $second }
cite-changed-title = This passage was changed
# $then and $now are numbers of versions, here and below.
cite-changed = You followed a link to version { $then }. The text is now at version { $now }, and this passage reads differently.
# A link beside the passage to what is said at the top of the page.
cite-changed-here = This passage was changed: what it said before
cite-gone-title = This passage is no longer in the text
cite-gone = You followed a link to version { $then }. The text is now at version { $now } and no longer has this passage. It read:
cite-moved-title = These words stand in another place
cite-moved = You followed a link to version { $then }. The text is now at version { $now }: the words of the passage are unchanged, but the paragraphs are divided or ordered differently.
cite-unknown-title = The passage was not found
cite-unknown = The link that led here names a passage that this text does not have. The text itself is shown.
cite-now = Go to the passage as it stands now
# What kind of correction it was; $class in quote-corrected.
cite-class-first = first version
cite-class-substantive = the meaning changed
cite-class-clarification = made clearer
cite-class-typographic = spelling or typography
cite-class-formatting = layout
cite-class-translation = translation improved
cite-class-metadata = facts beside the text
cite-class-legal = required by law

## Who speaks

speakers-title = Speakers
speakers-people = People of this site
speakers-others = Others named on messages
speakers-empty = Nobody is named as a speaker yet.
speakers-cut = Listed are the { $count } named most often; the archive has all messages.
speakers-languages = The name in other languages
speakers-offices = Offices
# Labels of a stretch of time in office; date-range stands where both ends are known.
speakers-from = from { $date }
speakers-since = since { $date }
speakers-until = until { $date }
speakers-now = in office
speakers-messages = Messages that name this speaker
speakers-turns = { $count ->
    [0] No spoken passage
    [one] { $count } spoken passage
   *[other] { $count } spoken passages
}
# While search is being prepared.
speakers-preparing = Single passages can be shown once search is prepared. Until then these are the messages.
speakers-unmarked = The texts do not say which words are this speaker’s. These are the messages.
speakers-nothing = This speaker said nothing that answers this.
speakers-search = Search these words in the whole record
speakers-all = All of these messages in the archive

## Pictures of figures

chart-year = Year
chart-day = Day
# One bar; $label is what it stands for.
chart-bar = { $label }: { $count }
chart-most = Tallest bar: { $count }
chart-csv = Figures as CSV
chart-messages = Messages by year
chart-turns = Spoken passages by year
chart-turns-count = Spoken passages
chart-days = Messages by day
# $weekday is the day on which the rows begin.
chart-weeks = Each row is a week that begins on { $weekday }. The stronger its colour, the more messages a day has.
