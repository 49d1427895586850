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

## Search

search-title = Recherche
search-window-title = Recherche{"\u00A0"}: { $words }
search-label = Mots à chercher
search-do = Chercher
search-days = Entre deux dates
search-catching-up = La recherche se met à jour{"\u00A0"}: { $done } textes sur { $total } y figurent. Des résultats peuvent manquer.
search-preparing = La recherche est en préparation. Tout le reste du site peut être lu.
search-chips = Critères appliqués
search-remove = Retirer le critère
search-count = { $count ->
    [0] Aucun message trouvé
    [one] { $count } message trouvé
    [many] { $count } de messages trouvés
   *[other] { $count } messages trouvés
}
search-count-turns = { $count ->
    [0] Aucune prise de parole trouvée
    [one] { $count } prise de parole trouvée
    [many] { $count } de prises de parole trouvées
   *[other] { $count } prises de parole trouvées
}
search-units = Où chercher
search-messages = Messages
search-turns = Ce qui a été dit
search-orders = Ordre
search-order-relevance = Les meilleurs d’abord
search-order-newest = Les plus récents d’abord
search-read-words = Avec
search-read-phrases = Avec exactement
search-read-without = Sans
search-relaxed = Aucun texte ne contient tous les mots{"\u00A0"}; ceux-ci en contiennent certains.
search-cut = La requête dépasse la longueur prise en compte. Seul son début a été utilisé.
search-meant = Vouliez-vous dire
search-facets = Affiner les résultats
search-more = Davantage
search-year = Année
search-language = Langue
search-all-languages = Toutes les langues
search-said-by = Dit par
search-kind-page = Page
search-kinds-page = Pages
search-trend = Résultats par année
search-trend-values = Résultats
search-ranking-title = Comment l’ordre est établi
search-ranking = En tête viennent les textes où les mots figurent tels qu’ils ont été saisis, proches les uns des autres ou dans le titre, et où figurent les mots les plus rares. À égalité, le plus récent passe devant. Rien d’autre ne compte{"\u00A0"}: ni qui lit, ni combien de fois un texte a été lu.
search-nothing = Rien dans ces archives ne répond à cette recherche. Moins de mots, ou d’autres, donneront peut-être davantage.
search-try-languages = Chercher dans toutes les langues
search-try-quote = Vérifier une citation mot à mot
search-pages = Pages de résultats
search-page-before = Résultats précédents
search-page-after = Résultats suivants
search-help-title = Comment chercher
search-help-short = Plusieurs mots{"\u00A0"}: tous, sous toutes leurs formes. Entre « guillemets »{"\u00A0"}: exactement ces mots. OR entre deux mots{"\u00A0"}: l’un des deux. Un trait d’union devant un mot{"\u00A0"}: sans ce mot. Un astérisque après le début d’un mot{"\u00A0"}: tous les mots qui commencent ainsi. Et aussi{"\u00A0"}: speaker: place: kind: topic: year: from: to: date: lang:
search-help-lenient = Toute saisie est lue aussi bien que possible. AND, OR et NOT s’écrivent en capitales.
search-example-words = Les deux mots, sous toutes leurs formes
search-example-phrase = Exactement ces mots dans cet ordre
search-example-or = L’un des deux mots, ou les deux
search-example-without = Le premier mot sans le second
search-example-speaker = Ce qu’a dit cette personne
search-example-place = À l’occasion d’un événement en ce lieu
search-example-kind = Messages de cette nature
search-example-date = Publiés ce mois-là

## Is this a true quote?

quote-title = Cette citation est-elle exacte{"\u00A0"}?
quote-nav = Vérifier une citation
quote-label = Les mots à vérifier
quote-do = Vérifier
quote-limit = { $count ->
    [one] { $count } caractère au plus
    [many] { $count } de caractères au plus
   *[other] { $count } caractères au plus
}
quote-cut = Le texte est plus long. Seuls ses { $count } premiers caractères ont été vérifiés.
quote-verbatim = Mot pour mot
quote-verbatim-says = Ces mots figurent dans les archives exactement comme ils sont cités.
quote-typography = Mot pour mot, à la ponctuation près
quote-typography-says = Les mots sont ceux des archives. Seules diffèrent la ponctuation, la graphie des signes ou des coupures signalées.
quote-altered = Modifiée
quote-altered-says = Les archives ne contiennent pas cette citation telle quelle. Le passage le plus proche et ce qui en diffère sont donnés.
quote-earlier = Tirée d’une version antérieure
quote-earlier-says = Ces mots figuraient dans une version antérieure du texte, qui a été corrigée. Les deux rédactions sont données.
quote-questioner = Les mots de qui posait la question
quote-questioner-says = Ces mots sont dans les archives, mais ils ont été dits par qui posait la question, non par qui y répondait.
quote-not-found = Absente de ces archives
quote-not-found-says = Aucun texte de ces archives ne contient ces mots ni des mots proches. Il ne s’ensuit pas qu’ils n’ont jamais été dits.
quote-too-short = Trop courte pour conclure
quote-too-short-says = Si peu de mots peuvent être de n’importe qui. Citez au moins quatre mots à la suite.
quote-record = Ces archives comptent { $count ->
    [one] { $count } texte
    [many] { $count } de textes
   *[other] { $count } textes
} dans toutes les langues, en l’état du { $date } à { $time } ({ $zone }).
quote-several = { $count ->
    [one] Ces mots figurent en { $count } endroit des archives.
    [many] Ces mots figurent en { $count } d’endroits des archives.
   *[other] Ces mots figurent en { $count } endroits des archives.
}
quote-several-shown = { $count ->
    [one] { $count } est donné.
    [many] { $count } sont donnés.
   *[other] { $count } sont donnés.
}
quote-attributed = La citation nomme une autre personne que les archives.
quote-mixed = La citation réunit les paroles de plusieurs personnes.
quote-joined-far = Les parties de la citation sont éloignées l’une de l’autre dans le texte.
quote-joined-turns = Les parties de la citation viennent de prises de parole différentes.
quote-joined-order = Les parties de la citation se suivent dans un autre ordre dans le texte.
quote-joined-denial = Ce que la citation omet nie ce qu’elle semble dire.
quote-diff-title = La citation en regard des archives
quote-only-quote = seulement dans la citation
quote-only-record = seulement dans les archives
quote-since-title = Ce qu’est devenu ce passage
quote-only-before = seulement avant
quote-only-now = seulement à présent
quote-corrected = Le texte a été corrigé le { $date }{"\u00A0"}: { $class }.
quote-gone = Le passage n’est plus dans le texte.
quote-unchanged = Le passage lui-même n’a pas changé.
quote-open = Ouvrir à cet endroit
quote-share = Lien vers cette vérification
quote-promise-title = Ce que cette vérification peut dire
quote-promise = Elle compare les mots à tous les textes de ce site qui étaient publics à cet instant, versions antérieures comprises, et dit où ils figurent et qui les a dits.
quote-promise-never = Elle ne dit jamais qu’une citation est fausse{"\u00A0"}: seulement si les mots sont dans ces archives.

## Citing a passage, and what became of a passage that was cited

cite-paragraph = Citer ce paragraphe
cite-turn = Citer cette intervention
cite-selection = Citer
cite-title = Citer ce passage
cite-of = Citation tirée de « { $title } »
cite-not-there = Les mots sélectionnés ne se suivent pas dans ce passage. Le passage entier est donné.
cite-in-place = Voir le passage dans son texte
cite-whole = Citer le passage entier
cite-whole-turn = Citer l’intervention entière
cite-plain = Texte brut
cite-html = HTML
cite-json = JSON-LD (schema.org)
cite-copy = Copier
cite-copied = Copié
cite-quoted = « { $text } »
cite-listed = { $first }, { $second }
cite-changed-title = Ce passage a été modifié
cite-changed = Vous avez suivi un lien vers la version { $then }. Le texte en est maintenant à la version { $now } et ce passage est rédigé autrement.
cite-changed-here = Ce passage a été modifié{"\u00A0"}: ce qu’il disait avant
cite-gone-title = Ce passage n’est plus dans le texte
cite-gone = Vous avez suivi un lien vers la version { $then }. Le texte en est maintenant à la version { $now } et ne contient plus ce passage. Il disait{"\u00A0"}:
cite-moved-title = Ces mots se trouvent à un autre endroit
cite-moved = Vous avez suivi un lien vers la version { $then }. Le texte en est maintenant à la version { $now }{"\u00A0"}: les mots du passage sont inchangés, mais les paragraphes sont divisés ou ordonnés autrement.
cite-unknown-title = Le passage n’a pas été trouvé
cite-unknown = Le lien suivi désigne un passage que ce texte n’a pas. Le texte lui-même est affiché.
cite-now = Aller au passage tel qu’il est maintenant
cite-class-first = première version
cite-class-substantive = le sens a changé
cite-class-clarification = sens précisé
cite-class-typographic = orthographe ou typographie
cite-class-formatting = mise en page
cite-class-translation = traduction améliorée
cite-class-metadata = données sur le texte
cite-class-legal = exigé par la loi

## Who speaks

speakers-title = Intervenants
speakers-people = Personnes de ce site
speakers-others = Autres noms cités dans les messages
speakers-empty = Aucun intervenant n’est encore nommé.
speakers-cut = Sont indiqués les { $count } noms les plus fréquents{"\u00A0"}; les archives contiennent tous les messages.
speakers-languages = Le nom dans d’autres langues
speakers-offices = Fonctions
# Labels of a stretch of time in office; date-range stands where both ends are known.
speakers-from = à partir du { $date }
speakers-since = depuis le { $date }
speakers-until = jusqu’au { $date }
speakers-now = en fonction
speakers-messages = Messages qui nomment cet intervenant
speakers-turns = { $count ->
    [0] Aucune prise de parole
    [one] { $count } prise de parole
    [many] { $count } de prises de parole
   *[other] { $count } prises de parole
}
# While search is being prepared.
speakers-preparing = Les prises de parole s’afficheront une fois la recherche prête. En attendant, voici les messages.
speakers-unmarked = Les textes n’indiquent pas quels mots sont de cet intervenant. Voici les messages.
speakers-nothing = Aucune prise de parole de cet intervenant ne répond à ces critères.
speakers-search = Chercher ces mots dans toutes les archives
speakers-all = Tous ces messages dans les archives

## Pictures of figures

chart-year = Année
chart-day = Jour
# One bar; $label is what it stands for.
chart-bar = { $label }{"\u00A0"}: { $count }
chart-most = Barre la plus haute{"\u00A0"}: { $count }
chart-csv = Chiffres en CSV
chart-messages = Messages par année
chart-turns = Prises de parole par année
chart-turns-count = Prises de parole
chart-days = Messages par jour
# $weekday is the day on which the rows begin.
chart-weeks = Chaque ligne est une semaine qui commence le { $weekday }. Plus sa couleur est soutenue, plus un jour compte de messages.
