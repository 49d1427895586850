# Chancery: interface strings of the public site, French.
# How these files are used is written at the top of en.ftl.
# Before : ; ? ! stands a no-break space, written as its escape so that it can be seen.

## The language itself

language-name = Français
read-in-this-language = Lire en français
date-ledger = { $day }/{ $month }/{ $year }
label-end = {"\u00A0"}:
date-range = { $from } – { $to }
time-range = { $from }–{ $to }
day-range = { $from } à { $to }
days-every = Tous les jours
city-time = heure de { $city }
window-title = { $title } – { $site }

## Furniture: header, navigation, footer

skip-to-content = Aller au contenu
home-link = Page d’accueil
today-label = Aujourd’hui
clocks-label = Heure locale
clocks-pause = Arrêter les horloges
clocks-resume = Relancer les horloges
languages-label = Langues
navigation-label = Navigation principale
breadcrumbs-label = Vous êtes ici
banner-label = Avis important
footer-label = À propos du site
footer-about = À propos de ce site
footer-record = Heures indiquées{"\u00A0"}: { $zone }.
footer-time-zone = Fuseau horaire
footer-permanent = Ce qui est publié ici conserve son adresse. Toute correction est signalée.
print-source = Imprimé depuis { $address }, le { $date }

## The contact strip

contact-label = Contact
contact-call = Appeler le { $number }
contact-open-now = Ouvert actuellement
contact-open-until = Ouvert actuellement, jusqu’à { $time }
contact-closed = Fermé actuellement
contact-closed-opens = Fermé actuellement. Ouvre { $weekday } à { $time }
contact-closed-opens-today = Fermé actuellement. Ouvre aujourd’hui à { $time }
contact-closed-opens-date = Fermé actuellement. Ouvre le { $date } à { $time }
contact-details = Précisions
contact-hours = Heures d’ouverture
contact-hours-line = { $days }, { $from }–{ $to }
contact-closed-on-holidays = Fermé les jours fériés

## Counters

counters-label = Compteurs de jours
counter-zone = Décompte des jours{"\u00A0"}: { $zone }.

## The front page

lead-label = À la une
latest-heading = Derniers messages
all-messages = Tous les messages
read-on = Lire la suite
read-whole = Lire le texte intégral{"\u00A0"}: { $title }

## Kinds of message, one and many

kind-statement = Déclaration
kind-speech = Discours
kind-remarks = Allocution
kind-interview = Entretien
kind-press-conference = Conférence de presse
kind-briefing = Point de presse
kind-press-release = Communiqué de presse
kind-article = Article
kind-letter = Lettre
kind-notice = Avis
kind-comment = Commentaire

kinds-statement = Déclarations
kinds-speech = Discours
kinds-remarks = Allocutions
kinds-interview = Entretiens
kinds-press-conference = Conférences de presse
kinds-briefing = Points de presse
kinds-press-release = Communiqués de presse
kinds-article = Articles
kinds-letter = Lettres
kinds-notice = Avis
kinds-comment = Commentaires

## A message: its line of facts

message-facts-label = À propos de ce message
kind-label = Nature
released-label = Publication
released-at = Publié le { $date } à { $time } ({ $zone })
released-day = Publié le { $date }
occasion-label = Occasion
occasion-on = le { $date }
occasion-from-to = { $from } – { $to }
occasion-in = à { $place }
occasion-with = avec
place-label = Lieu
speakers-label = Intervenants
topics-label = Thèmes
source-label = Source
licence-label = Licence
editions-label = Dans d’autres langues
edition-read-in = Lire dans cette langue{"\u00A0"}: { $language }
version-label = Version { $number }
paragraph-link = Lien vers ce paragraphe
table-label = Tableau
turn-link = Lien vers cette intervention
turn-question = Question
turn-answer = Réponse
message-neighbours-label = Messages précédent et suivant
previous-message = Message précédent
next-message = Message suivant

## States of a message: one line each, at the top of the text

state-label = État de ce texte
state-corrected = Corrigé le { $date }.
state-correction-note = Objet de la correction
state-withdrawn = Retiré le { $date }.
state-withdrawn-reason = Motif
state-erased = Le contenu de ce message a été supprimé. Son empreinte demeure dans le registre.
state-erased-law = Le contenu de ce message a été supprimé parce que la loi l’exige. Son empreinte demeure dans le registre.
state-imported = Importé le { $date } depuis { $source }{"\u00A0"}; le texte est celui de la source.
state-imported-no-source = Importé le { $date } depuis un autre fonds{"\u00A0"}; le texte est celui de la source.
state-imported-event-date = La source donne la date de l’événement, non celle de la publication.
state-imported-title-date = La date est tirée du titre{"\u00A0"}; la source n’en donne pas d’autre.
state-summary-only = Seul le résumé a été recueilli{"\u00A0"}; le texte intégral ne figure pas dans ce fonds.
state-as-captured = Le texte est donné tel que le montrait la page recueillie.
state-as-of = Vous voyez ce site tel qu’il était le { $date } à { $time }.
state-as-of-back = Revenir au présent
state-preview = Ceci est un aperçu non public. Il montre la page telle qu’elle se présenterait le { $date } à { $time }.
state-rehearsal = Ceci est une répétition non publique. Elle montre le site tel qu’il se présenterait le { $date } à { $time } si rien d’autre n’était décidé.
state-rehearsal-back = Retour à la rédaction
state-watermark = Cette copie a été faite pour { $name }. Merci de ne pas la transmettre.
state-translation-of-version = Cette traduction suit la version { $number } du texte dans cette langue{"\u00A0"}: { $language }.

## The archive

archive-title = Tous les messages
archive-month-title = Messages{"\u00A0"}: { $month }
archive-year-title = Messages de { $year }
archive-count = { $count ->
    [0] Aucun message
    [one] { $count } message
    [many] { $count } de messages
   *[other] { $count } messages
}
archive-empty = Aucun message ne répond à ces critères.
archive-month-empty = Aucun message n’a été publié ce mois-là.
archive-filters = Critères
filter-kind = Nature
filter-speaker = Intervenant
filter-place = Lieu
filter-topic = Thème
filter-from = Du
filter-to = Au
filter-any = Tous
filter-apply = Appliquer
filter-clear = Effacer les critères
archive-chart-title = Messages par mois
archive-chart-table = Les mêmes chiffres sous forme de tableau
archive-chart-month = Mois
archive-chart-count = Messages
archive-chart-bar = { $month }{"\u00A0"}: { $count ->
    [0] aucun message
    [one] { $count } message
    [many] { $count } de messages
   *[other] { $count } messages
}
archive-newer = Plus récents
archive-older = Plus anciens
archive-page = Page { $number } sur { $total }
archive-pages-label = Pages des archives
archive-months-label = Mois
archive-years-label = Années

## Pages that say no, and help

not-found-title = Page introuvable
not-found-text = Il n’y a pas de page à cette adresse. Elle a pu être mal saisie, ou le lien qui mène ici est incomplet.
not-found-search-archive = Chercher dans les archives de tous les messages
withdrawn-title = Ce message a été retiré
gone-title = Contenu supprimé
gone-text = Ce qui se trouvait à cette adresse a été supprimé et ne reviendra pas. L’adresse est conservée afin de pouvoir le dire.
unavailable-legal-title = Supprimé pour des raisons juridiques
unavailable-legal-text = Ce qui se trouvait à cette adresse a été supprimé parce que la loi l’exige.
bad-request-title = La demande n’a pas pu être comprise
bad-request-text = L’adresse ou ses critères contiennent quelque chose que ce site ne peut pas lire. Vérifiez l’adresse ou repartez de la page d’accueil.
method-not-allowed-title = Cette page ne peut être que lue
method-not-allowed-text = La demande portait sur autre chose que la lecture. Ouvrez la page par son adresse.
too-long-title = L’adresse est trop longue
too-long-text = L’adresse est plus longue que ce site ne l’accepte. Repartez de la page d’accueil ou des archives.
misdirected-title = Aucun site ne répond à ce nom
misdirected-text = Le serveur a été atteint, mais aucun site portant ce nom n’y est tenu. Vérifiez le nom dans l’adresse.
server-error-title = La page n’a pas pu être affichée
server-error-text = Une erreur s’est produite de notre côté et a été consignée. Veuillez réessayer dans quelques minutes.
server-error-reference = Si vous signalez cette erreur, veuillez indiquer la référence { $reference }.
unavailable-title = Le site est en préparation
unavailable-text = Veuillez réessayer dans un instant.
not-yet-title = Le site n’existait pas encore
not-yet-text = Ce fonds commence après l’instant que vous avez demandé.
not-yet-first = Aller au premier instant de ce fonds

## A site without messages

empty-site-title = Rien n’a encore été publié
empty-site-text = Le premier message paraîtra ici dès sa publication.
empty-site-next = Vous mettez ce site en place{"\u00A0"}? Importez les messages que vous avez déjà. Sur le serveur, exécutez{"\u00A0"}:
