# Chancery: interface strings of review, release and record, French.

review-problem = L’opération n’a pas abouti
review-untitled = (pas encore de titre)
review-when = { $date }, { $time }
review-in = dans { $span }
review-ago = il y a { $span }
review-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
review-hours = { $count } h
review-minutes = { $count } min
review-seconds = { $count } s
review-token-of = un programme de { $name }
review-version = Version { $number }
review-follows = { $language }, version { $number }
review-date-wrong = Ceci n’est pas une date. Choisissez le jour de la publication.
review-time-wrong = Ceci n’est pas une heure. Indiquez les heures et les minutes, par exemple 23:00.
review-time-skipped = L’horloge locale ne montre jamais cette heure{"\u00A0"}: elle la saute en avançant. Choisissez l’un des deux instants.
review-time-twice = L’horloge locale montre cette heure deux fois{"\u00A0"}: elle y revient en reculant. Choisissez l’un des deux instants.
review-choice-skipped = Cette heure n’existe pas ici. Lequel des deux instants{"\u00A0"}?
review-choice-twice = Cette heure vient deux fois ici. Lequel des deux instants{"\u00A0"}?
review-date = Jour
review-time = Heure
review-comment-empty = Le commentaire est vide. Écrivez ce qu’il faut examiner.

review-title = Relecture{"\u00A0"}: { $title }
review-to-message = Le message
review-to-bundle = Avec d’autres
review-to-waiting = Ce qui m’attend
review-where = Où il en est
review-changed-by = Dernière modification par
review-submitted-by = Soumis par
review-approved-by = Approuvé par
review-released-by = Publié par
review-reviewed-by = Examiné après coup par
review-proposed = La comparaison propose
review-below-proposal = La classe est inférieure à ce que propose la comparaison. Sans seconde personne, la publication est impossible.
review-outdated = La version { $number } a été établie entre-temps. Ce texte n’en part pas{"\u00A0"}; renvoyez-le.
review-draft-differs = Le brouillon contient des modifications qui ne sont pas soumises{"\u00A0"}; la dernière est de { $name }. Ce que vous voyez et approuvez est ce qui a été soumis.
review-is-draft = Rien n’est soumis. Voici le brouillon tel que { $name } l’a enregistré en dernier.
review-nothing-submitted = Rien n’est soumis. Voici la version la plus récente.
review-first = C’est la première version{"\u00A0"}: tout y est nouveau.
review-compared = Comparé à la version { $number }.
review-change-count = { $fields ->
    [0] Informations sur le texte{"\u00A0"}: rien n’a changé
    [one] Informations sur le texte{"\u00A0"}: un changement
   *[other] Informations sur le texte{"\u00A0"}: { $fields } changements
}{"\u00A0"}; { $rows ->
    [0] passages{"\u00A0"}: aucun changement.
    [one] passages{"\u00A0"}: un changement.
   *[other] passages{"\u00A0"}: { $rows } changements.
}
review-first-change = Au premier changement
review-next-change = Changement suivant
review-view-text = Un seul texte
review-view-side = Côte à côte
review-preview = Voir comme page publique
review-write = Écrire
review-look = Examiner
review-text = Le texte
review-about-text = À propos du texte
review-field = Élément
review-before = Avant
review-now = Maintenant
review-changed = changé
review-field-title = Titre
review-field-kind = Nature
review-field-teaser = Premiers mots dans les listes
review-field-date = Jour de l’occasion
review-field-place = Lieu
review-field-with = Avec
review-field-speakers = Intervenants
review-field-topics = Thèmes
review-field-nav = Place dans la navigation
review-field-address = Adresse
review-field-class = Classe
review-field-note = Note publique
review-field-source = Traduit de
review-field-media = Images et fichiers
review-row-added = Changement { $number }{"\u00A0"}: ajouté
review-row-removed = Changement { $number }{"\u00A0"}: supprimé
review-row-moved = Changement { $number }{"\u00A0"}: déplacé
review-row-changed = Changement { $number }{"\u00A0"}: modifié
review-decide = Décider
review-own = Vous avez écrit ou soumis ce texte{"\u00A0"}; une autre personne doit donc l’approuver.
review-approve = Approuver ce qui a été soumis
review-return = Renvoyer à l’auteur
review-return-reason = Ce qui est à faire
review-release = Publier…
review-checks = Vérifications
review-checks-none = Les vérifications n’ont rien relevé.
review-severity-wrong = Erreur.
review-severity-look = À vérifier.
review-there = Voir l’endroit
review-comments = { $count ->
    [0] Commentaires
    [one] Commentaires{"\u00A0"}: un est ouvert
   *[other] Commentaires{"\u00A0"}: { $count } sont ouverts
}
review-comment = Commentaire
review-comment-label = Commentaire sur ce passage
review-comment-whole = Commentaire sur tout le texte
review-comment-add = Enregistrer le commentaire
review-resolve = Réglé
review-resolved = Réglé par { $name }.

review-done-approved = Approuvé. Le texte peut maintenant être publié.
review-done-returned = Renvoyé. L’auteur trouve votre motif sous «{"\u00A0"}En attente{"\u00A0"}».
review-done-commented = Le commentaire est enregistré.
review-done-resolved = Le commentaire est réglé.
review-done-move = La publication a été déplacée.
review-done-moved = Le lot a été déplacé.
review-done-call-off = La publication a été annulée.
review-done-withdraw = L’édition a été retirée. Son adresse indique maintenant le motif.
review-done-restore = L’édition est de nouveau publique.
review-done-erase = Le contenu a été supprimé.
review-done-look = Il est noté que vous avez examiné ce texte.
review-done-lead = Ce message est maintenant à la une.

review-compare-title = Versions { $old } et { $new }{"\u00A0"}: { $title }
review-compare-since = Version { $number }, publique à partir du
review-compare-others = Autres comparaisons{"\u00A0"}:

review-release-title = Publier
review-release-none = Rien de ce que vous pouvez publier n’est soumis.
review-release-which = Ce qui doit devenir public
review-release-when = Quand, à l’heure locale ({ $home })
review-release-now-choice = Maintenant
review-release-at-choice = À cet instant
review-release-go-on = Continuer et vérifier
review-nothing-chosen = Rien n’est choisi, ou une nouvelle soumission a eu lieu depuis l’ouverture de cette page. Choisissez ce qui doit devenir public.
review-bundle-title = Nom du lot
review-bundle-hint = Nécessaire quand plusieurs éditions deviennent publiques ensemble. Le public ne le voit pas.
review-bundle-title-missing = Plusieurs éditions deviennent publiques ensemble{"\u00A0"}; il leur faut un nom. Indiquez-en un.
review-bypass = Pourquoi sans approbation
review-bypass-hint = Seulement si un texte choisi n’est pas approuvé. Le motif demeure dans le registre, et la publication reste signalée jusqu’à ce qu’une seconde personne l’ait examinée.
review-confirm-title = Est-ce exact{"\u00A0"}?
review-confirm-languages-at = { $count ->
    [one] Publier dans une langue le { $when } ({ $place }){"\u00A0"}?
   *[other] Publier dans { $count } langues le { $when } ({ $place }){"\u00A0"}?
}
review-confirm-texts-at = { $count ->
    [one] Publier un texte le { $when } ({ $place }){"\u00A0"}?
   *[other] Publier { $count } textes le { $when } ({ $place }){"\u00A0"}?
}
review-confirm-languages-now = { $count ->
    [one] Publier maintenant dans une langue{"\u00A0"}?
   *[other] Publier maintenant dans { $count } langues{"\u00A0"}?
}
review-confirm-texts-now = { $count ->
    [one] Publier un texte maintenant{"\u00A0"}?
   *[other] Publier { $count } textes maintenant{"\u00A0"}?
}
review-confirm-distance = C’est-à-dire { $distance }.
review-confirm-public = Ceci devient public
review-confirm-hidden = Ceci reste tel quel
review-confirm-unapproved = { $count ->
    [one] L’un de ces textes n’est pas approuvé. La publication restera signalée jusqu’à ce qu’une seconde personne l’ait examinée.
   *[other] { $count } de ces textes ne sont pas approuvés. La publication restera signalée jusqu’à ce qu’une seconde personne l’ait examinée.
}
review-schedule-languages = { $count ->
    [one] Programmer dans une langue
   *[other] Programmer dans { $count } langues
}
review-schedule-texts = { $count ->
    [one] Programmer un texte
   *[other] Programmer { $count } textes
}
review-now-languages = { $count ->
    [one] Publier maintenant dans une langue
   *[other] Publier maintenant dans { $count } langues
}
review-now-texts = { $count ->
    [one] Publier un texte maintenant
   *[other] Publier { $count } textes maintenant
}
review-back = Revenir sans rien faire
review-released-title = Ce qui a été publié
review-released-public = Public à l’adresse
review-released-scheduled = Deviendra public
review-released-address = Son adresse sera
review-owed-note = Publié sans approbation{"\u00A0"}: une seconde personne doit encore l’examiner.
review-unapproved = Publié sans approbation{"\u00A0"}:
review-bypass-reason = Le texte a été publié sans approbation, pour ce motif{"\u00A0"}:

review-action-move = Déplacer la publication
review-action-move-what = La version devient publique à un autre instant. Le motif demeure dans le registre.
review-action-move-reason = Pourquoi elle est déplacée
review-action-move-button = Déplacer la publication ({ $language })
review-action-call-off = Annuler la publication
review-action-call-off-what = Cette version ne deviendra pas publique. Son numéro ne sera pas réutilisé. Le motif demeure dans le registre.
review-action-call-off-reason = Pourquoi elle est annulée
review-action-call-off-button = Annuler la publication ({ $language })
review-action-withdraw = Retirer
review-action-withdraw-what = Le public ne voit plus le texte. Son adresse demeure et indique le motif. Il peut être rétabli.
review-action-withdraw-reason = Le motif, tel que le public le lira
review-action-withdraw-button = Retirer maintenant ({ $language })
review-action-restore = Rétablir
review-action-restore-what = Le public voit de nouveau le texte. Le retrait et son motif demeurent dans le registre.
review-action-restore-reason = Une note publique{"\u00A0"}: pourquoi il est rétabli
review-action-restore-button = Rendre public de nouveau ({ $language })
review-action-erase = Supprimer définitivement
review-action-erase-what = Le contenu est supprimé pour toujours. Cela répond à ce qu’exige la loi ou la protection d’une personne.
review-action-erase-reason = Le fondement, tel que le public le lira
review-action-erase-button = Supprimer définitivement ({ $language })
review-action-look = J’ai examiné ce texte
review-action-look-what = Cette version a été publiée sans approbation. Indiquez que vous l’avez lue et ce que vous en pensez.
review-action-look-reason = Ce que vous en dites
review-action-look-button = J’ai examiné la version ({ $language })
review-erase-for-good = Cela ne peut pas être annulé.
review-erase-gone = { $count ->
    [one] Le texte de son unique version disparaît, avec le titre, les brouillons et les commentaires.
   *[other] Les textes des { $count } versions disparaissent, avec les titres, les brouillons et les commentaires.
}
review-erase-stays = Les empreintes, les dates et le fondement que vous indiquez demeurent dans le registre.
review-erase-no-way-back = Cette édition ne pourra plus jamais être publiée. L’adresse répond que le contenu a été supprimé.
review-erase-by-law = La loi l’exige-t-elle{"\u00A0"}?
review-erase-by-law-no = Non
review-erase-by-law-yes = Oui, l’adresse répond 451
review-erase-title = Saisissez le titre, afin que le bon texte soit supprimé
review-erase-title-wrong = Ce n’est pas le titre du texte. Vérifiez que c’est le bon, et saisissez son titre tel qu’il figure ci-dessus.

review-leads = Ce message est à la une.
review-lead = Mettre à la une
review-next = version suivante{"\u00A0"}:
review-withdrawn = Retiré{"\u00A0"}: { $reason }
review-erased = Supprimé{"\u00A0"}: { $ground }
review-submitted-line = Écrit par { $writer }, soumis par { $submitter }.
review-approved-line = Approuvé par { $name }.
review-draft-line = Brouillon de { $name }, { $when }
review-correct = Corriger
review-versions = Versions
review-column-version = Version
review-column-release = Publication
review-column-who = Qui
review-column-actions = Ce qui peut être fait
review-column-day = Jour
review-column-releases = Publications
review-column-site = Bandeaux et occasions
review-column-message = Message
review-column-planned = Prévu
review-column-seen = Constaté
review-column-when = Quand
review-column-from = D’où
review-column-what = Quoi
review-column-about = Objet
review-column-why = Pourquoi
review-imported = Venu d’ailleurs
review-compare = Comparer à la version { $number }
review-in-bundle = Ensemble{"\u00A0"}: { $title }
review-move-bundle = Déplacer le lot
review-move-bundle-button = { $count ->
    [one] Déplacer le lot
   *[other] Déplacer les { $count } ensemble
}
review-called-off = annulée
review-translate = Traduire dans une autre langue
review-history = Historique
review-from = depuis { $address }
review-bundle = Ensemble{"\u00A0"}: { $title }
review-bundle-members = Ce qu’il contient

review-calendar-title = Calendrier{"\u00A0"}: { $month }
review-calendar-zone = Jours et heures{"\u00A0"}: { $home }.
review-month-before = Mois précédent
review-month-now = Ce mois-ci
review-month-after = Mois suivant
review-today = aujourd’hui
review-banner-starts = { $time } Début du bandeau{"\u00A0"}: { $text }
review-banner-ends = { $time } Fin du bandeau{"\u00A0"}: { $text }
review-occasion = Occasion{"\u00A0"}:
review-overdue = En retard{"\u00A0"}: pas vu sur le site public
review-seen-late = vu au bout de { $late }
review-not-seen-yet = pas encore vu

review-matrix-title = Traductions
review-matrix-counts = { $missing ->
    [0] Aucune édition ne manque
    [one] Une édition manque
   *[other] { $missing } éditions manquent
}, { $older ->
    [0] aucune n’est plus ancienne que sa source.
    [one] une est plus ancienne que sa source.
   *[other] { $older } sont plus anciennes que leur source.
}
review-matrix-none = Rien n’a encore été publié.
review-cell-missing = Manque
review-cell-current = À jour
review-cell-original = Original
review-cell-older = Plus ancienne que sa source
review-cell-scheduled = Programmée
review-cell-withdrawn = Retirée
review-cell-erased = Supprimée
review-cell-changed = Ce qui a changé ({ $language }), de { $old } à { $new }
review-cell-write = Écrire ({ $language })
review-newest = Les plus récents
review-older = Plus anciens

review-audit-title = Contrôle
review-audit-who = Qui
review-audit-everybody = Tout le monde
review-audit-kind = Quoi
review-audit-everything = Tout
review-audit-message = Message (son identifiant ou son adresse à la rédaction)
review-audit-from = Du
review-audit-to = Au
review-audit-show = Afficher
review-audit-file = En fichier (CSV)
review-audit-none = Rien n’a été trouvé.

review-waiting-title = En attente
review-waiting-nothing = Rien ne vous attend.
review-waiting-overdue = { $count ->
    [one] Une publication est en retard{"\u00A0"}: elle n’a pas été vue sur le site public.
   *[other] { $count } publications sont en retard{"\u00A0"}: elles n’ont pas été vues sur le site public.
}
review-waiting-review = À relire ({ $count })
review-waiting-review-by = Soumis par { $name }
review-waiting-release = À publier ({ $count })
review-waiting-release-by = Approuvé par { $name }
review-waiting-owed = Publié sans approbation, à examiner ({ $count })
review-waiting-owed-by = Publié par { $name }
review-waiting-returned = Renvoyé ({ $count })
review-waiting-returned-by = Renvoyé par { $name }
review-waiting-comments = Commentaires sur mes textes ({ $count })
review-waiting-comments-by = { $name }
review-waiting-drafts = Mes brouillons ({ $count })
review-waiting-drafts-by = { $name }
review-next-releases = Prochaines publications
review-next-none = Rien n’est programmé.
review-recent-releases = Publié au cours des dernières 24 heures
review-recent-none = Rien n’a été publié au cours des dernières 24 heures.

review-role-in = { $role } ({ $language })
review-part-named = { $kind } «{"\u00A0"}{ $name }{"\u00A0"}»
review-part-identity = nom, siège et langues du site
review-part-clocks = horloges
review-part-contact = contact
review-part-counter = compteur
review-part-banner = bandeau
review-part-speaker = intervenant
review-part-topic = thème
review-part-media = fichier
review-part-lead = message à la une
review-fact-draft-submitted = Soumis ({ $language })
review-fact-submission-approved = Approuvé ({ $language })
review-fact-submission-returned = Renvoyé ({ $language })
review-fact-version-released = Version { $number } ({ $language }) publiée avec effet au { $when } ({ $class })
review-fact-version-released-unapproved = Version { $number } ({ $language }) publiée sans approbation avec effet au { $when } ({ $class })
review-fact-release-moved = Publication de la version { $number } ({ $language }) déplacée au { $when }
review-fact-release-cancelled = Publication de la version { $number } ({ $language }) annulée
review-fact-edition-withdrawn = Retiré ({ $language })
review-fact-edition-restored = Rétabli ({ $language })
review-fact-edition-erased = Supprimé ({ $language })
review-fact-edition-erased-by-law = Supprimé ({ $language }), comme la loi l’exige
review-fact-bypass-reviewed = Version { $number } ({ $language }) examinée après sa publication sans approbation
review-fact-bundle-joined = Réuni avec d’autres
review-fact-bundle-released = { $count ->
    [one] Lot d’une édition publié avec effet au { $when }
   *[other] { $count } éditions publiées ensemble avec effet au { $when }
}
review-fact-bundle-moved = { $count ->
    [one] Lot d’une édition déplacé au { $when }
   *[other] Lot de { $count } éditions déplacé au { $when }
}
review-fact-fixture-set = Défini à partir du { $when }{"\u00A0"}: { $part }
review-fact-fixture-removed = Enlevé à partir du { $when }{"\u00A0"}: { $part }
review-fact-account-set = Droits de { $name }{"\u00A0"}: { $grants }
review-fact-token-set = Droits d’un programme, { $name }{"\u00A0"}: { $grants }
review-fact-account-disabled = { $name } n’a plus aucun droit
review-fact-enrolment-issued = Lien de nouvelle inscription créé pour { $name }
review-kind-DraftSubmitted = Soumissions
review-kind-SubmissionApproved = Approbations
review-kind-SubmissionReturned = Renvois
review-kind-VersionReleased = Publications
review-kind-BundleReleased = Publications de lots
review-kind-BundleJoined = Messages réunis en lots
review-kind-ReleaseMoved = Publications déplacées
review-kind-BundleMoved = Lots déplacés
review-kind-ReleaseCancelled = Publications annulées
review-kind-BypassReviewed = Examens après coup
review-kind-EditionWithdrawn = Retraits
review-kind-EditionRestored = Rétablissements
review-kind-EditionErased = Suppressions définitives
review-kind-FixtureSet = Éléments du site définis
review-kind-FixtureRemoved = Éléments du site enlevés
review-kind-AccountSet = Comptes définis
review-kind-AccountDisabled = Comptes désactivés
