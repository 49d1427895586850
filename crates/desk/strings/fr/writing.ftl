# Chancery: interface strings of the writing rooms, French.

## The list

writing-untitled = Sans titre
writing-title = Titre
writing-language = Langue
writing-kind = Nature
writing-stage = État
writing-changed = Modification
writing-release = Publication
writing-actions = Ce qui peut être fait
writing-all-languages = Toutes les langues
writing-words-of-title = Mots du titre
writing-filter = Afficher ceux-ci
writing-filter-none = Tout afficher
writing-in-work = En cours
writing-in-work-caption = Éditions qui n’ont pas encore de version, la dernière modifiée en premier
writing-released = Publié ou à publier
writing-released-caption = Éditions selon leur dernière version, la publication la plus récente en premier
writing-none-found = Il n’y a rien ici.
writing-pages = Pages de la liste
writing-page = Page { $page }
writing-newer = Plus récents
writing-older = Plus anciens
writing-list-write = Écrire
writing-list-write-this = Écrire { $title } ({ $language })

## A new message

writing-new-hint = Les autres langues s’ajoutent comme traductions. Rien n’est conservé avant l’enregistrement.
writing-begin = Commencer à écrire

## Where I am

writing-where = Éditions
writing-missing = Pas encore écrit{"\u00A0"}:
writing-overview = Vue d’ensemble de ce message
writing-state = Ce texte
writing-revision = Révision
writing-made-from = Établi d’après
writing-version = version { $number }
writing-address = Adresse
writing-links = Liens d’aperçu
writing-comments = Relecture et commentaires
writing-discard = Abandonner le brouillon
writing-back = Retour au texte
writing-presence = { $name } a ce texte ouvert depuis { $time }.
writing-unmerged = Un texte de vous n’a pas été enregistré parce qu’une autre personne avait modifié celui-ci. Il est conservé un jour.
writing-unmerged-look = Comparer et fusionner

## The form

writing-problems = Ceci n’a pas été enregistré. Rien de ce que vous avez saisi n’est perdu.
writing-teaser = Accroche
writing-teaser-hint = Les premiers mots dans les listes. Laissée vide, elle est tirée du texte.
writing-text = Texte
writing-text-hint = CommonMark. Un paragraphe qui commence par le nom d’un intervenant et un deux-points, tel que «{"\u00A0"}Question{"\u00A0"}:{"\u00A0"}», ouvre une intervention.
writing-notes = Ce qui a été omis ou reste incertain
writing-save = Enregistrer
writing-preview = Enregistrer et voir l’aperçu
writing-submit-go = Enregistrer et passer à la soumission
writing-file = Ajouter un fichier Word
writing-file-choose = Fichier Word (.docx)
writing-file-hint = Au plus 50 Mo. Son texte est placé à la suite de ce qui figure ici. Les commentaires, suppressions suivies et textes masqués sont omis et comptés.
writing-file-add = Ajouter son texte
writing-file-whole = Le fichier entier a été repris{"\u00A0"}; rien n’a été omis.
writing-source = Le texte traduit ({ $language })
writing-source-newer = Cette traduction suit la version { $number }{"\u00A0"}; il existe maintenant une version { $newer }.
writing-source-compare = Ce qui a changé
writing-source-draft = Ce texte est un brouillon et n’est pas encore publié.

## Facts and checks

writing-checks = Vérifications
writing-checks-none = Les vérifications n’ont rien relevé.
writing-check-error = Erreur.
writing-check-warning = À vérifier.
writing-suggestions = Propositions
writing-take = Reprendre
writing-facts = Informations
writing-field-title = Titre
writing-field-kind = Nature
writing-field-teaser = Accroche
writing-field-occasion_date = Date de l’occasion
writing-field-place = Lieu
writing-field-with = Avec qui
writing-field-speakers = Intervenant
writing-field-topics = Thème
writing-field-slug = Adresse
writing-field-nav = Place dans la navigation
writing-field-class = Classe de la correction
writing-field-note = Note publique
writing-field-follows = Traduit de
writing-with = Avec qui
writing-speakers = Intervenants
writing-topics = Thèmes
writing-several-hint = Un par ligne{"\u00A0"}; les noms connus sont proposés.
writing-more = Plus de lignes
writing-slug = Dernière partie de l’adresse
writing-slug-page = Chemin de la page
writing-slug-hint = Laissée vide, elle est tirée du titre et ne change pas lors d’une correction.
writing-nav = Place dans la navigation
writing-nav-hint = Un nombre entier, le plus petit en premier. Laissée vide, la page ne figure pas dans la navigation.
writing-follows = Traduit de
writing-follows-none = Ce n’est pas une traduction
writing-follows-choice = { $language }, version { $number }
writing-correction = Correction
writing-proposal = D’après ce qui a changé, la rédaction propose{"\u00A0"}:
writing-class = Classe de la correction
writing-class-proposed = Comme proposé
writing-class-lower = (inférieure à la proposition{"\u00A0"}: exige une seconde personne)
writing-class-hint = La classe dit l’ampleur du changement. Elle est publique, et chaque version reste lisible.
writing-note = Note publique
writing-note-hint = Une phrase pour les lecteurs{"\u00A0"}: ce qui a été corrigé et pourquoi.
writing-preview-at = Aperçu à un instant donné
writing-instant-home = Date et heure dans le fuseau local
writing-preview-show = Voir l’aperçu
writing-as-at = Le site à un instant donné
writing-as-at-what = Vous voyez le site entier tel que le public le verra, ou l’a vu, à l’instant que vous choisissez.
writing-as-at-date = Date dans le fuseau local
writing-as-at-time = Heure dans le fuseau local
writing-as-at-show = Voir le site
writing-as-at-date-wrong = Date{"\u00A0"}: choisissez un jour du calendrier, tel que 2020-09-22.
writing-as-at-time-wrong = Heure{"\u00A0"}: indiquez les heures et les minutes, par exemple 14:00.
writing-as-at-lang-wrong = Langue{"\u00A0"}: choisissez l’une des langues du site.
writing-as-at-skipped = L’horloge locale ne montre jamais cette heure. De quel instant s’agit-il{"\u00A0"}?
writing-as-at-twice = L’horloge locale montre cette heure deux fois. De quel instant s’agit-il{"\u00A0"}?

## What was done

writing-done-saved = Enregistré.
writing-done-taken = La proposition a été reprise et le texte enregistré.
writing-done-submitted = Soumis. Une autre personne peut maintenant l’approuver{"\u00A0"}; si vous modifiez le texte, il devra être soumis de nouveau.
writing-done-merged = Les deux textes ont été fusionnés et enregistrés.
writing-done-discarded = Le brouillon a été abandonné.
writing-done-revoked = Le lien a été révoqué et ne montre plus rien.

## Merging

writing-merge = Comparer et fusionner
writing-merge-who = { $name } a modifié ce texte le { $moment }, pendant que vous écriviez.
writing-merge-gone = Le brouillon que vous écriviez a été publié ou abandonné entre-temps.
writing-merge-kept = Rien n’a été écrasé. Votre texte est conservé un jour.
writing-merge-waiting = Vos textes en attente, le plus récent en premier
writing-merge-waiting-line = { $words ->
    [one] Conservé le { $moment }, { $words } mot
    [many] Conservé le { $moment }, { $words } de mots
   *[other] Conservé le { $moment }, { $words } mots
}
writing-merge-choose = Vous avez modifié ceci tous les deux
writing-merge-base = Tel qu’avant les deux modifications
writing-merge-clean = Vous avez modifié des passages différents{"\u00A0"}; il n’y a rien à choisir.
writing-merge-save = Enregistrer le texte fusionné
writing-merge-forget = Écarter mon texte et garder l’autre
writing-merge-sides = Les deux textes côte à côte
writing-merge-same = Les deux textes disent la même chose.
writing-merge-result = Le texte fusionné, avec le vôtre là où rien n’est choisi
writing-merge-removed-mine = Vous avez supprimé ceci.
writing-merge-removed-theirs = Ceci y a été supprimé.
writing-mine = Le vôtre
writing-theirs = L’autre
writing-empty = (vide)
writing-passage = Passage { $number }
writing-take-mine = Prendre le mien
writing-take-theirs = Prendre l’autre
writing-take-both = Garder les deux, le mien en premier

## Submitting and discarding

writing-submit = Soumettre
writing-submit-what = { $words ->
    [one] Vous soumettez l’édition ({ $language }), qui compte { $words } mot. Une autre personne l’examine, puis l’approuve ou la renvoie.
    [many] Vous soumettez l’édition ({ $language }), qui compte { $words } de mots. Une autre personne l’examine, puis l’approuve ou la renvoie.
   *[other] Vous soumettez l’édition ({ $language }), qui compte { $words } mots. Une autre personne l’examine, puis l’approuve ou la renvoie.
}
writing-submit-now = Soumettre à approbation
writing-anyway = { $count ->
    [one] Soumettre malgré tout{"\u00A0"}: ce que les vérifications signalent comme erreur est exact.
   *[other] Soumettre malgré tout{"\u00A0"}: les { $count } endroits que les vérifications signalent comme erreurs sont exacts.
}
writing-go-on = Continuer à écrire
writing-discard-what = { $words ->
    [one] Le brouillon ({ $language }) compte { $words } mot.
    [many] Le brouillon ({ $language }) compte { $words } de mots.
   *[other] Le brouillon ({ $language }) compte { $words } mots.
}
writing-discard-who = Dernière modification par { $name } le { $moment }.
writing-discard-public = Ce qui est public reste tel quel. Les révisions du brouillon sont conservées un mois.
writing-discard-nothing = Rien n’en a jamais été public. Ses révisions sont conservées un mois.
writing-discard-now = Abandonner le brouillon ({ $language })
writing-discard-changed = Une autre personne a modifié le brouillon depuis que vous l’avez examiné. Examinez-le de nouveau avant de l’abandonner.

## Preview links

writing-links-what = Un lien d’aperçu montre cette édition à une personne extérieure, sans connexion, jusqu’à ce qu’il expire ou soit révoqué. Le nom de cette personne figure en travers de la page.
writing-links-none = Aucun lien n’est actif.
writing-links-caption = Liens actifs, le plus récent en premier
writing-link-new = Nouveau lien
writing-link-name = Pour qui
writing-link-name-hint = Le nom d’une personne. Il est imprimé en travers de la page, afin qu’une copie dise à qui elle est.
writing-link-hours = Heures jusqu’à l’expiration
writing-link-hours-hint = De 1 à { $max }, soit deux semaines.
writing-link-shows = Il montre
writing-link-exact = Ce texte
writing-link-newest = Le texte le plus récent
writing-link-exact-long = Exactement le texte tel qu’il est maintenant
writing-link-newest-long = Le texte le plus récent au moment de l’ouverture
writing-link-make = Créer le lien
writing-link-by = Créé par
writing-link-until = Expiration
writing-link-looks = Ouvertures
writing-link-revoke = Révoquer
writing-link-made = Le lien pour { $name } est valable jusqu’au { $expires }.
writing-link-address = Adresse du lien
writing-link-once = Copiez-le maintenant{"\u00A0"}: la rédaction n’en garde qu’une empreinte et ne peut pas le montrer de nouveau.
