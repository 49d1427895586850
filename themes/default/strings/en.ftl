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
