# Chancery: interface strings of the desk's editor, French.
# How this file is used is written at the top of the English one.

## Turns

editor-question = Question
editor-answer = Réponse
editor-speech = Discours
editor-narration = Narration
editor-role = Rôle de cette intervention
editor-speaker = Auteur de cette intervention
editor-speaker-none = Intervenant non choisi

## Toolbar

editor-toolbar = Mettre le texte en forme
editor-turn = Intervention
editor-turn-title = Intervention{"\u00A0"}: la former avec les paragraphes choisis, ou commencer la suivante
editor-dissolve = Défaire
editor-dissolve-title = Défaire cette intervention en paragraphes
editor-paragraph = Texte
editor-paragraph-title = Paragraphe
editor-heading-2 = Titre 2
editor-heading-3 = Titre 3
editor-heading-4 = Titre 4
editor-bullets = Liste
editor-bullets-title = Liste à puces
editor-numbers = Numérotée
editor-numbers-title = Liste numérotée
editor-quote = Citation
editor-quote-title = Passage cité
editor-strong = Gras
editor-strong-title = Gras{"\u00A0"}: important
editor-emphasis = Italique
editor-emphasis-title = Italique{"\u00A0"}: accentué
editor-superscript = Exposant
editor-subscript = Indice
editor-link = Lien
editor-lang = Langue
editor-lang-title = Langue des mots choisis
editor-rule = Filet
editor-rule-title = Filet entre deux parties
editor-table = Tableau
editor-table-title = Insérer un tableau
editor-figure = Image
editor-figure-title = Insérer une image de la médiathèque
editor-word-file = Fichier Word
editor-word-file-title = Insérer le texte d’un fichier Word (.docx)
editor-undo = Annuler
editor-redo = Rétablir
editor-help = Aide
editor-help-title = Touches de l’éditeur
editor-row-before = Ligne au-dessus
editor-row-after = Ligne au-dessous
editor-row-delete = Supprimer la ligne
editor-column-before = Colonne avant
editor-column-after = Colonne après
editor-column-delete = Supprimer la colonne
editor-header-row = Ligne d’en-tête
editor-table-delete = Supprimer le tableau
editor-figure-edit = Modifier l’image
editor-figure-delete = Enlever l’image
editor-figure-alt = Texte de remplacement{"\u00A0"}: { $alt }
editor-figure-no-alt = Le texte de remplacement manque.
editor-figure-caption = Légende

## Dialogs

editor-text = Texte du message
editor-hint = F1 explique les touches. Alt+F10 mène à la barre d’outils. Escape, puis Tab, fait quitter le texte.
editor-ok = Appliquer
editor-cancel = Annuler
editor-close = Fermer
editor-remove = Enlever
editor-link-address = Adresse
editor-link-hint = https://…, mailto:…, tel:…, une adresse de ce site telle que /en/contacts, ou #ancre
editor-link-wrong = Adresse{"\u00A0"}: ceci ne peut pas être un lien. Écrivez une adresse qui commence par https, http, mailto ou tel, un chemin tel que /en/contacts, ou #ancre.
editor-link-empty = Choisissez d’abord les mots qui doivent porter le lien.
editor-lang-code = Code de langue
editor-lang-hint = Par exemple en, ar, zh-Hans. Laissez le texte tel quel là où sa langue est celle de l’édition.
editor-lang-wrong = Code de langue{"\u00A0"}: écrivez un code tel que fr ou sr-Latn.
editor-lang-empty = Choisissez d’abord les mots qui sont dans une autre langue.
editor-media-choose = Image
editor-media-alt = Texte de remplacement{"\u00A0"}: ce que l’on dit à qui ne peut pas voir l’image
editor-media-caption = Légende (facultative)
editor-media-none = La médiathèque n’a pas encore d’image. Ajoutez-y-en une d’abord.
editor-media-failed = La médiathèque n’a pas pu être lue. Réessayez dans un instant.
editor-media-unchosen = Image{"\u00A0"}: choisissez-en une.
editor-media-alt-missing = Texte de remplacement{"\u00A0"}: dites en une phrase ce que montre l’image.

## Saving

editor-save-unchanged = Aucune modification depuis le dernier enregistrement
editor-save-pending = Pas encore enregistré
editor-save-saving = Enregistrement…
editor-save-saved = Enregistré à { $time }
editor-save-away = Non enregistré sur le serveur depuis { $time } – conservé sur cet ordinateur
editor-save-away-unkept = Non enregistré sur le serveur depuis { $time }, et cet ordinateur ne peut pas garder de copie. Laissez cette page ouverte.
editor-save-refused = Non enregistré{"\u00A0"}: { $detail } Votre texte est conservé sur cet ordinateur.
editor-save-refused-plain = Le serveur n’a pas accepté le texte.
editor-save-conflict = Une autre personne a modifié ce texte. Le vôtre est conservé sur cet ordinateur{"\u00A0"}; rien n’est écrasé.
editor-save-merge = Comparer et fusionner
editor-save-session = Votre session a pris fin. Votre texte est conservé sur cet ordinateur.
editor-save-wait = Attendez que le texte soit enregistré, puis réessayez.
editor-session-title = Votre session a pris fin
editor-session-text = Votre texte est en sûreté ici. Connectez-vous de nouveau dans un autre onglet, puis revenez.
editor-session-link = Ouvrir la page de connexion dans un nouvel onglet
editor-session-done = Je suis connecté, enregistrer maintenant
editor-session-still = Le serveur demande encore une connexion.
editor-found = Cet ordinateur garde un texte de { $time } qui n’a pas été enregistré sur le serveur.
editor-found-behind = Le texte du serveur a changé depuis{"\u00A0"}; une fois le vôtre rétabli, il vous sera demandé de fusionner.
editor-restore = Rétablir ce texte
editor-discard = L’abandonner

## Around the text

editor-presence = { $name } a ce texte ouvert depuis { $time }.
editor-check-error = À corriger
editor-check-warning = À vérifier
editor-check-note = Remarque
editor-go = Aller à l’endroit
editor-seen = C’est exact
editor-paste-reading = Lecture de ce qui a été inséré…
editor-paste-large = Ceci dépasse 20 Mo, plus que ne peut contenir un texte. Insérez-le par parties ou sous forme de fichier Word.
editor-paste-away = Le serveur n’a pas pu être atteint{"\u00A0"}; seul le texte brut a été inséré.
editor-paste-refused = Ceci n’a pas pu être inséré{"\u00A0"}: { $detail }
editor-paste-picture = Les images viennent de la médiathèque{"\u00A0"}: ajoutez-y le fichier, puis utilisez «{"\u00A0"}Image{"\u00A0"}».
editor-paste-file = Seuls les fichiers Word (.docx) peuvent être insérés ici. Enregistrez le fichier au format .docx et réessayez.
editor-docx-large = Ce fichier dépasse 20 Mo. Enlevez-en les images et réessayez.
editor-docx-away = Le serveur n’a pas pu être atteint. Le fichier n’a pas été inséré{"\u00A0"}; réessayez.

## The keys, in the help

editor-key-enter = Nouveau paragraphe{"\u00A0"}; dans le nom d’un intervenant, passer aux paroles{"\u00A0"}; dans le dernier paragraphe vide d’une intervention, commencer la suivante
editor-key-next = Intervention suivante, aussitôt
editor-key-after = Paragraphe après cette intervention, ce tableau ou cette image
editor-key-break = Saut de ligne
editor-key-move = Déplacer vers le haut ou le bas le bloc, l’élément de liste ou l’intervention
editor-key-backspace = Au début du nom d’un intervenant{"\u00A0"}: défaire l’intervention
editor-key-tab = Dans une liste{"\u00A0"}: niveau suivant ou précédent{"\u00A0"}; dans un tableau{"\u00A0"}: cellule suivante ou précédente
editor-key-toolbar = Aller à la barre d’outils{"\u00A0"}; les flèches y circulent, Escape ramène au texte
editor-key-leave = Quitter le texte au clavier
editor-key-save = Enregistrer maintenant
