# Chancery: interface strings of signing in, French.

signin-title = Connexion
signin-back = Retour
signin-go-on = Continuer
signin-go-me = Retour à votre compte
signin-go-sign-in = Se connecter
signin-go-sign-in-again = Se reconnecter
signin-go-sign-in-window = Se connecter dans une autre fenêtre
signin-name = Identifiant
signin-email = Adresse électronique
signin-already = Vous êtes connecté en tant que { $name }.
signin-passkey-heading = Avec une clé d’accès
signin-passkey-what = Votre téléphone, votre ordinateur ou votre clé de sécurité atteste qui vous êtes. Il n’y a rien à saisir.
signin-passkey-do = Se connecter avec une clé d’accès
signin-passkey-offer = Votre clé d’accès
signin-passkey-offer-hint = Si le navigateur propose une clé d’accès dans ce champ, choisissez-la. Il n’y a rien à saisir.
signin-passkey-scripts = Les clés d’accès exigent des scripts dans le navigateur. Le mot de passe ci-dessous s’en passe.
signin-password-heading = Avec un mot de passe et un code
signin-password-label = Mot de passe
signin-code = Code à six chiffres de votre application
signin-do = Se connecter
signin-lost = J’ai perdu mon téléphone ou ma clé
signin-recovery-title = Connexion avec un code de récupération
signin-recovery-what = Saisissez l’un des dix codes que vous avez imprimés. Chacun sert une fois. Vous définirez ensuite une nouvelle clé d’accès ou un nouveau mot de passe.
signin-recovery-code = Code de récupération
signin-recovery-none = Pas de code sous la main{"\u00A0"}? Un administrateur de la rédaction peut vous donner un nouveau lien d’inscription.
signin-done-close-heading = Connecté
signin-done-close = Vous êtes connecté. Vous pouvez fermer cette fenêtre et continuer.
signin-going-on-heading = Un instant
signin-going-on = La rédaction s’ouvre.
signin-out-title = Déconnexion
signin-out-ask = Voulez-vous vous déconnecter de la rédaction sur cet appareil{"\u00A0"}?
signin-out-do = Se déconnecter
signin-out-done = Vous êtes déconnecté.
signin-out-kept-heading = Textes gardés sur cet ordinateur seulement
signin-out-kept = Le serveur n’a pas le dernier état de ces textes. Ouvrez chacun d’eux pour qu’il soit enregistré, ou abandonnez-les. Quiconque utilisera cet ordinateur après vous pourrait les trouver.
signin-out-kept-discard = Abandonner ces textes

## Enrolment

signin-enrol-title = Définir votre mode de connexion
signin-enrol-hello = Bonjour, { $name }.
signin-enrol-what = Votre identifiant est { $name }. Choisissez l’un des deux modes ci-dessous{"\u00A0"}; vous pourrez ajouter l’autre plus tard. Ce lien vaut trois jours, et jusqu’à ce qu’un mode soit défini. Les sessions antérieures prennent alors fin.
signin-enrol-before = Ce qui servait auparavant à vous connecter ne vaut alors plus{"\u00A0"}: clés d’accès, mot de passe et codes de récupération.
signin-enrol-passkey-heading = Une clé d’accès{"\u00A0"}: le mode le plus sûr et le plus court
signin-enrol-passkey-what = Votre téléphone, votre ordinateur ou une clé de sécurité la garde et la déverrouille avec un doigt, un visage ou un code PIN. Personne ne peut vous la faire saisir sur une fausse page.
signin-enrol-passkey-do = Créer une clé d’accès
signin-enrol-password-heading = Ou un mot de passe et un code d’une application
signin-enrol-password-do = Enregistrer le mot de passe et se connecter
signin-new-password = Nouveau mot de passe
signin-new-password-hint = Au moins 12 caractères. Quatre ou cinq mots sans rapport entre eux sont sûrs et faciles à retenir.
signin-new-again = Le même mot de passe, une seconde fois
signin-totp-heading = Codes d’une application
signin-totp-what = En plus du mot de passe, vous saisissez un code qu’une application de votre téléphone renouvelle toutes les 30 secondes. Ajoutez un compte dans l’application et donnez-lui cette clé{"\u00A0"}:
signin-totp-open = Ouvrir l’application sur cet appareil
signin-totp-secret = Clé à saisir
signin-totp-address = La même sous forme d’adresse
signin-totp-code = Code que l’application affiche maintenant
signin-set-title = Définir un mot de passe
signin-set-what = Ce qui était défini auparavant vaut jusqu’à l’envoi de ce formulaire. Vos autres sessions prennent alors fin.
signin-set-do = Enregistrer le mot de passe

## Recovery codes

signin-codes-title = Codes de récupération
signin-codes-last-step = Vous êtes connecté. Une dernière étape{"\u00A0"}: imprimez des codes de récupération.
signin-codes-what = Dix codes pour le jour où votre téléphone ou votre clé serait perdu. Chacun ouvre l’accès une fois. Ils sont affichés une seule fois, à la page suivante{"\u00A0"}; les codes antérieurs ne valent alors plus.
signin-codes-left = { $count ->
    [0] Vous n’avez pas de code de récupération.
    [one] Il vous reste { $count } code de récupération.
   *[other] Il vous reste { $count } codes de récupération.
}
signin-codes-make = Afficher dix codes de récupération
signin-codes-renew = Afficher dix nouveaux codes de récupération
signin-codes-shown = Codes de récupération de { $name } pour { $site }. Cette page n’est affichée qu’une fois.
signin-codes-keep = Imprimez cette page et gardez-la avec votre passeport, non sur l’ordinateur avec lequel vous travaillez.
signin-codes-kept = Je les ai{"\u00A0"}; aller à la rédaction

## One's own account

signin-me-title = Votre compte
signin-me-stale = Pour modifier votre mode de connexion, connectez-vous d’abord de nouveau{"\u00A0"}: la dernière fois remonte à plus d’une demi-heure.
signin-me-link-made = Un lien pour une nouvelle inscription a été créé pour votre compte{"\u00A0"}: { $when }, par { $who }.
signin-me-link-made-what = Si vous ne l’avez pas demandé, parlez-en à un administrateur de la rédaction.
signin-me-passkeys = Clés d’accès
signin-me-passkeys-none = Vous n’avez pas de clé d’accès.
signin-me-passkey-name = Nom de la clé d’accès
signin-me-passkey-rename = Renommer
signin-me-passkey-made = Création{"\u00A0"}: { $when }.
signin-me-passkey-used = Dernière utilisation{"\u00A0"}: { $when }.
signin-me-passkey-unused = Pas encore utilisée.
signin-me-passkey-remove = Enlever «{"\u00A0"}{ $name }{"\u00A0"}»
signin-me-passkey-add = Ajouter une clé d’accès
signin-me-password = Mot de passe
signin-me-password-is = Vous pouvez vous connecter avec un mot de passe et un code.
signin-me-password-none = Vous n’avez pas de mot de passe.
signin-me-password-set = Définir un mot de passe
signin-me-password-change = Changer le mot de passe et les codes
signin-me-password-remove = Enlever le mot de passe
signin-me-codes-go = Afficher ou renouveler
signin-me-tokens-go = Voir, créer et révoquer des jetons
signin-me-language = Langue
signin-me-language-label = Langue de la rédaction
signin-me-language-browser = Celle que demande le navigateur
signin-me-language-do = Utiliser cette langue
signin-me-sessions = Où vous êtes connecté
signin-me-sessions-what = Une session prend fin 12 heures après sa dernière utilisation et 14 jours après la connexion. Mettez fin à tout ce que vous ne reconnaissez pas.
signin-me-session-device = Appareil
signin-me-session-from = Adresse réseau
signin-me-session-since = Connexion
signin-me-session-seen = Dernière activité
signin-me-session-action = Fin
signin-me-session-here = Celle-ci
signin-me-session-unknown = Appareil inconnu
signin-me-session-end = Mettre fin
signin-me-session-end-which = Mettre fin à la session de { $device } depuis { $from }
signin-me-sessions-end-all = Se déconnecter partout, ici aussi

## What was done

signin-did-recovered = Vous êtes connecté avec un code de récupération, qui est désormais épuisé. Définissez maintenant une nouvelle clé d’accès ou un nouveau mot de passe, et enlevez ce qui a été perdu.
signin-did-language = La langue a été changée.
signin-did-passkey-added = La clé d’accès a été ajoutée. Donnez-lui un nom qui vous fasse reconnaître l’appareil.
signin-did-passkey-renamed = La clé d’accès a été renommée.
signin-did-passkey-removed = La clé d’accès a été enlevée.
signin-did-password-set = Le mot de passe a été défini. Vos autres sessions ont pris fin.
signin-did-password-removed = Le mot de passe a été enlevé. Vos autres sessions ont pris fin.
signin-did-session-ended = La session a pris fin.
signin-did-sessions-ended = Les sessions ont pris fin.

## Refusals

signin-problem-heading = L’opération n’a pas abouti
signin-problem-server = Une erreur s’est produite sur le serveur. Réessayez{"\u00A0"}; si elle persiste, indiquez l’heure à l’exploitant.
signin-problem-name-taken = L’identifiant «{"\u00A0"}{ $name }{"\u00A0"}» est déjà pris. Choisissez-en un autre.
signin-problem-name-unfit = «{"\u00A0"}{ $name }{"\u00A0"}» ne peut pas être un identifiant{"\u00A0"}: il faut de 2 à 128 caractères, sans espace, deux-points ni barre oblique. Une adresse électronique convient.
signin-problem-person-name-unfit = Le nom doit avoir de 1 à 200 caractères et tenir sur une ligne.
signin-problem-email-unfit = «{"\u00A0"}{ $name }{"\u00A0"}» n’est pas une adresse électronique. La forme attendue est desk@embassy.example.
signin-problem-nobody = Personne à la rédaction n’a ce compte.
signin-problem-changed = Ceci a été modifié entre-temps dans une autre fenêtre. Examinez-le et réessayez.
signin-problem-wrong = L’identifiant, le mot de passe ou le code n’est pas exact. Un code sert une fois{"\u00A0"}: attendez le suivant si vous avez déjà utilisé celui-ci.
signin-problem-recovery-wrong = L’identifiant ou le code de récupération n’est pas exact, ou le code a déjà servi.
signin-problem-wait = { $minutes ->
    [0] Il y a eu trop d’essais erronés. { $seconds ->
        [one] Attendez { $seconds } seconde et réessayez.
       *[other] Attendez { $seconds } secondes et réessayez.
    }
    [one] Il y a eu trop d’essais erronés. Attendez { $minutes } minute et réessayez.
   *[other] Il y a eu trop d’essais erronés. Attendez { $minutes } minutes et réessayez.
}
signin-problem-crowded = Beaucoup de personnes se connectent en ce moment. Attendez quelques secondes et réessayez.
signin-problem-link-spent = Ce lien a déjà servi, a été remplacé par un plus récent ou date de plus de trois jours. Demandez-en un nouveau à un administrateur de la rédaction.
signin-problem-password-short = Le mot de passe doit avoir au moins 12 caractères. Quatre ou cinq mots sans rapport entre eux sont faciles à retenir.
signin-problem-password-long = Le mot de passe doit avoir au plus 256 caractères. Raccourcissez-le.
signin-problem-password-common = Ce mot de passe, ou un autre très proche, est de ceux que l’on essaie en premier. Choisissez quatre ou cinq mots sans rapport entre eux.
signin-problem-password-plain = Ce mot de passe se répète ou suit le clavier. Choisissez quatre ou cinq mots sans rapport entre eux.
signin-problem-password-named = Ce mot de passe est formé de votre nom ou de celui du site. Choisissez des mots que personne n’associe à vous.
signin-problem-password-differs = Les deux mots de passe ne sont pas identiques. Saisissez-les de nouveau.
signin-problem-code-wrong = Le code à six chiffres n’est pas exact. Saisissez celui que l’application affiche maintenant et vérifiez que l’horloge du téléphone est à l’heure.
signin-problem-passkeys-number = Les clés d’accès exigent un nom d’hôte, et cette adresse est un nombre. Ouvrez la rédaction par son nom (localhost sur cette machine) ou utilisez un mot de passe.
signin-problem-passkeys-open = Les clés d’accès exigent une adresse qui commence par https. Demandez-la à l’exploitant ou utilisez un mot de passe.
signin-problem-passkey-refused = La clé d’accès n’a pas été acceptée. Réessayez ou connectez-vous autrement.
signin-problem-challenge-gone = Cela a duré trop longtemps ou a été envoyé deux fois. Recommencez.
signin-problem-passkey-known = Cette clé d’accès est déjà en usage ici. Choisissez un autre appareil ou une autre clé.
signin-problem-passkeys-full = Un compte a au plus 20 clés d’accès. Enlevez-en une d’abord.
signin-problem-passkey-name-unfit = Le nom d’une clé d’accès doit avoir de 1 à 80 caractères.
signin-problem-inactive = Ce compte est désactivé. Adressez-vous à un administrateur de la rédaction.
signin-problem-last-way = C’est le seul moyen de se connecter à ce compte. Définissez-en d’abord un autre.
signin-problem-again = Modifier votre mode de connexion exige une connexion récente. Connectez-vous de nouveau et recommencez.
signin-problem-not-signed-in = Vous n’êtes pas connecté, ou votre session a pris fin. Connectez-vous de nouveau dans une autre fenêtre, puis recommencez{"\u00A0"}: rien n’a été perdu.
signin-problem-open = On accède ici à la rédaction par http sans chiffrement, et n’importe qui sur le trajet pourrait écouter. Elle accepte les connexions par https, ou à localhost sur la même machine. L’exploitant indique l’adresse https dans public_url ou desk_url.
signin-problem-unreadable = La demande n’a pas pu être lue{"\u00A0"}: elle était trop volumineuse ou incomplète. Rien n’a été modifié. Rechargez la page et recommencez.
