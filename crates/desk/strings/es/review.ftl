# Chancery: interface strings of review, release and record, Spanish.

review-problem = No se ha podido realizar
review-untitled = (aún sin título)
review-when = { $date }, { $time }
review-in = dentro de { $span }
review-ago = hace { $span }
review-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
}
review-hours = { $count } h
review-minutes = { $count } min
review-seconds = { $count } s
review-token-of = un programa de { $name }
review-version = Versión { $number }
review-follows = { $language }, versión { $number }
review-date-wrong = Esto no es una fecha. Elija el día de la publicación.
review-time-wrong = Esto no es una hora. Indique horas y minutos, por ejemplo 23:00.
review-time-skipped = El reloj local nunca muestra esta hora: se adelanta y la salta. Elija uno de los dos instantes.
review-time-twice = El reloj local muestra esta hora dos veces: se atrasa y la repite. Elija uno de los dos instantes.
review-choice-skipped = Esta hora no existe aquí. ¿Cuál de los dos instantes?
review-choice-twice = Esta hora se da dos veces aquí. ¿Cuál de los dos instantes?
review-date = Día
review-time = Hora
review-comment-empty = El comentario está vacío. Escriba qué hay que revisar.

review-title = Revisión: { $title }
review-to-message = El mensaje
review-to-bundle = Junto con otros
review-to-waiting = Lo que tengo pendiente
review-where = En qué punto está
review-changed-by = Último cambio de
review-submitted-by = Enviado por
review-approved-by = Aprobado por
review-released-by = Publicado por
review-reviewed-by = Examinado después por
review-proposed = La comparación propone
review-below-proposal = La clase es inferior a la que propone la comparación. Sin una segunda persona no se puede publicar.
review-outdated = Entretanto se hizo la versión { $number }. Este texto no parte de ella; devuélvalo.
review-draft-differs = El borrador tiene cambios sin enviar; el último es de { $name }. Lo que usted ve y aprueba es lo que se envió.
review-is-draft = No se ha enviado nada. Este es el borrador tal como lo guardó por última vez { $name }.
review-nothing-submitted = No se ha enviado nada. Esta es la versión más reciente.
review-first = Es la primera versión: todo en ella es nuevo.
review-compared = Comparado con la versión { $number }.
review-change-count = { $fields ->
    [0] Datos del texto: ningún cambio
    [one] Datos del texto: un cambio
   *[other] Datos del texto: { $fields } cambios
}; { $rows ->
    [0] pasajes: ningún cambio.
    [one] pasajes: un cambio.
   *[other] pasajes: { $rows } cambios.
}
review-first-change = Al primer cambio
review-next-change = Cambio siguiente
review-view-text = Un solo texto
review-view-side = Uno junto al otro
review-preview = Ver como página pública
review-write = Escribir
review-look = Examinar
review-text = El texto
review-about-text = Acerca del texto
review-field = Dato
review-before = Antes
review-now = Ahora
review-changed = cambiado
review-field-title = Título
review-field-kind = Tipo
review-field-teaser = Primeras palabras en las listas
review-field-date = Día de la ocasión
review-field-place = Lugar
review-field-with = Con
review-field-speakers = Intervienen
review-field-topics = Temas
review-field-nav = Lugar en la navegación
review-field-address = Dirección
review-field-class = Clase
review-field-note = Nota pública
review-field-source = Traducido de
review-field-media = Imágenes y archivos
review-row-added = Cambio { $number }: añadido
review-row-removed = Cambio { $number }: eliminado
review-row-moved = Cambio { $number }: movido
review-row-changed = Cambio { $number }: modificado
review-decide = Decidir
review-own = Usted escribió o envió este texto, así que otra persona tiene que aprobarlo.
review-approve = Aprobar lo enviado
review-return = Devolver al autor
review-return-reason = Qué hay que hacer
review-release = Publicar…
review-checks = Comprobaciones
review-checks-none = Las comprobaciones no han encontrado nada.
review-severity-wrong = Error.
review-severity-look = Debe revisarse.
review-there = Ver el lugar
review-comments = { $count ->
    [0] Comentarios
    [one] Comentarios: uno está abierto
   *[other] Comentarios: { $count } están abiertos
}
review-comment = Comentario
review-comment-label = Comentario sobre este pasaje
review-comment-whole = Comentario sobre todo el texto
review-comment-add = Guardar el comentario
review-resolve = Resuelto
review-resolved = Resuelto por { $name }.

review-done-approved = Aprobado. Ya se puede publicar.
review-done-returned = Devuelto. El autor encuentra su motivo en «Pendiente».
review-done-commented = El comentario está guardado.
review-done-resolved = El comentario está resuelto.
review-done-move = Se ha cambiado el momento de la publicación.
review-done-moved = Se ha cambiado el momento del conjunto.
review-done-call-off = Se ha anulado la publicación.
review-done-withdraw = Se ha retirado la edición. Su dirección indica ahora el motivo.
review-done-restore = La edición vuelve a ser pública.
review-done-erase = El contenido se ha suprimido.
review-done-look = Consta que usted lo ha examinado.
review-done-lead = Este mensaje encabeza ahora la portada.

review-compare-title = Versiones { $old } y { $new }: { $title }
review-compare-since = Versión { $number }, pública desde el
review-compare-others = Otras comparaciones:

review-release-title = Publicar
review-release-none = No se ha enviado nada que usted pueda publicar.
review-release-which = Qué debe hacerse público
review-release-when = Cuándo, según la hora local ({ $home })
review-release-now-choice = Ahora
review-release-at-choice = En este instante
review-release-go-on = Continuar y comprobar
review-nothing-chosen = No se ha elegido nada, o se envió de nuevo después de abrirse esta página. Elija qué debe hacerse público.
review-bundle-title = Nombre del conjunto
review-bundle-hint = Necesario cuando varias ediciones se hacen públicas a la vez. El público no lo ve.
review-bundle-title-missing = Varias ediciones se hacen públicas a la vez, así que necesitan un nombre. Indique uno.
review-bypass = Por qué sin aprobación
review-bypass-hint = Solo si un texto elegido no está aprobado. El motivo permanece en el registro, y la publicación queda señalada hasta que una segunda persona la examine.
review-confirm-title = ¿Es correcto?
review-confirm-languages-at = { $count ->
    [one] ¿Publicar en un idioma el { $when } ({ $place })?
   *[other] ¿Publicar en { $count } idiomas el { $when } ({ $place })?
}
review-confirm-texts-at = { $count ->
    [one] ¿Publicar un texto el { $when } ({ $place })?
   *[other] ¿Publicar { $count } textos el { $when } ({ $place })?
}
review-confirm-languages-now = { $count ->
    [one] ¿Publicar ahora en un idioma?
   *[other] ¿Publicar ahora en { $count } idiomas?
}
review-confirm-texts-now = { $count ->
    [one] ¿Publicar un texto ahora?
   *[other] ¿Publicar { $count } textos ahora?
}
review-confirm-distance = Es decir, { $distance }.
review-confirm-public = Esto se hace público
review-confirm-hidden = Esto sigue como está
review-confirm-unapproved = { $count ->
    [one] Uno de estos textos no está aprobado. La publicación quedará señalada hasta que una segunda persona la examine.
   *[other] { $count } de estos textos no están aprobados. La publicación quedará señalada hasta que una segunda persona la examine.
}
review-schedule-languages = { $count ->
    [one] Programar en un idioma
   *[other] Programar en { $count } idiomas
}
review-schedule-texts = { $count ->
    [one] Programar un texto
   *[other] Programar { $count } textos
}
review-now-languages = { $count ->
    [one] Publicar ahora en un idioma
   *[other] Publicar ahora en { $count } idiomas
}
review-now-texts = { $count ->
    [one] Publicar un texto ahora
   *[other] Publicar { $count } textos ahora
}
review-back = Volver sin hacerlo
review-released-title = Qué se ha publicado
review-released-public = Es público en
review-released-scheduled = Se hará público
review-released-address = Su dirección será
review-owed-note = Publicado sin aprobación: una segunda persona aún tiene que examinarlo.
review-unapproved = Publicado sin aprobación:
review-bypass-reason = Se publicó sin aprobación, por este motivo:

review-action-move = Cambiar el momento
review-action-move-what = La versión se hace pública en otro instante. El motivo permanece en el registro.
review-action-move-reason = Por qué se cambia
review-action-move-button = Cambiar el momento de publicación ({ $language })
review-action-call-off = Anular la publicación
review-action-call-off-what = Esta versión no se hará pública. Su número no se usa de nuevo. El motivo permanece en el registro.
review-action-call-off-reason = Por qué se anula
review-action-call-off-button = Anular la publicación ({ $language })
review-action-withdraw = Retirar
review-action-withdraw-what = El público deja de ver el texto. Su dirección permanece e indica el motivo. Puede restablecerse.
review-action-withdraw-reason = El motivo, tal como lo leerá el público
review-action-withdraw-button = Retirar ahora ({ $language })
review-action-restore = Restablecer
review-action-restore-what = El público vuelve a ver el texto. La retirada y su motivo permanecen en el registro.
review-action-restore-reason = Una nota pública: por qué se restablece
review-action-restore-button = Volver a hacer público ahora ({ $language })
review-action-erase = Suprimir
review-action-erase-what = El contenido se suprime para siempre. Responde a lo que exige la ley o la protección de una persona.
review-action-erase-reason = El fundamento, tal como lo leerá el público
review-action-erase-button = Suprimir para siempre ({ $language })
review-action-look = Lo he examinado
review-action-look-what = Esta versión se publicó sin aprobación. Indique que la ha leído y qué opina de ella.
review-action-look-reason = Qué dice al respecto
review-action-look-button = He examinado la versión ({ $language })
review-erase-for-good = Esto no se puede deshacer.
review-erase-gone = { $count ->
    [one] Desaparece el texto de su única versión, con el título, los borradores y los comentarios.
   *[other] Desaparecen los textos de las { $count } versiones, con los títulos, los borradores y los comentarios.
}
review-erase-stays = Las huellas digitales, las fechas y el fundamento que indique permanecen en el registro.
review-erase-no-way-back = Esta edición no podrá publicarse nunca más. La dirección responde que el contenido se suprimió.
review-erase-by-law = ¿Lo exige la ley?
review-erase-by-law-no = No
review-erase-by-law-yes = Sí, la dirección responde 451
review-erase-title = Escriba el título, para que se suprima el texto correcto
review-erase-title-wrong = Este no es el título del texto. Compruebe que es el correcto y escriba su título tal como figura arriba.

review-leads = Este mensaje encabeza la portada.
review-lead = Poner al frente de la portada
review-next = versión siguiente:
review-withdrawn = Retirado: { $reason }
review-erased = Suprimido: { $ground }
review-submitted-line = Escrito por { $writer }, enviado por { $submitter }.
review-approved-line = Aprobado por { $name }.
review-draft-line = Borrador de { $name }, { $when }
review-correct = Corregir
review-versions = Versiones
review-column-version = Versión
review-column-release = Publicación
review-column-who = Quién
review-column-actions = Qué se puede hacer
review-column-day = Día
review-column-releases = Publicaciones
review-column-site = Avisos y ocasiones
review-column-message = Mensaje
review-column-planned = Previsto
review-column-seen = Visto
review-column-when = Cuándo
review-column-from = Desde dónde
review-column-what = Qué
review-column-about = Asunto
review-column-why = Por qué
review-imported = Vino de otro lugar
review-compare = Comparar con la versión { $number }
review-in-bundle = En conjunto: { $title }
review-move-bundle = Cambiar el momento del conjunto
review-move-bundle-button = { $count ->
    [one] Cambiar el momento del conjunto
   *[other] Cambiar el momento de los { $count } a la vez
}
review-called-off = anulada
review-translate = Traducir a otro idioma
review-history = Historial
review-from = desde { $address }
review-bundle = En conjunto: { $title }
review-bundle-members = Qué contiene

review-calendar-title = Calendario: { $month }
review-calendar-zone = Días y horas: { $home }.
review-month-before = Mes anterior
review-month-now = Este mes
review-month-after = Mes siguiente
review-today = hoy
review-banner-starts = { $time } Empieza el aviso: { $text }
review-banner-ends = { $time } Termina el aviso: { $text }
review-occasion = Ocasión:
review-overdue = Con retraso: no se ha visto en el sitio público
review-seen-late = visto al cabo de { $late }
review-not-seen-yet = aún no visto

review-matrix-title = Traducciones
review-matrix-counts = { $missing ->
    [0] No falta ninguna edición
    [one] Falta una edición
   *[other] Faltan { $missing } ediciones
}, { $older ->
    [0] ninguna es más antigua que su fuente.
    [one] una es más antigua que su fuente.
   *[other] { $older } son más antiguas que su fuente.
}
review-matrix-none = Aún no se ha publicado nada.
review-cell-missing = Falta
review-cell-current = Al día
review-cell-original = Original
review-cell-older = Más antigua que su fuente
review-cell-scheduled = Programada
review-cell-withdrawn = Retirada
review-cell-erased = Suprimida
review-cell-changed = Qué cambió ({ $language }), de { $old } a { $new }
review-cell-write = Escribir ({ $language })
review-newest = Los más recientes
review-older = Más antiguos

review-audit-title = Auditoría
review-audit-who = Quién
review-audit-everybody = Todos
review-audit-kind = Qué
review-audit-everything = Todo
review-audit-message = Mensaje (su identificador o su dirección en la redacción)
review-audit-from = Desde el día
review-audit-to = Hasta el día
review-audit-show = Mostrar
review-audit-file = Como archivo (CSV)
review-audit-none = No se ha encontrado nada.

review-waiting-title = Pendiente
review-waiting-nothing = No tiene nada pendiente.
review-waiting-overdue = { $count ->
    [one] Una publicación lleva retraso: no se ha visto en el sitio público.
   *[other] { $count } publicaciones llevan retraso: no se han visto en el sitio público.
}
review-waiting-review = Por revisar ({ $count })
review-waiting-review-by = Enviado por { $name }
review-waiting-release = Por publicar ({ $count })
review-waiting-release-by = Aprobado por { $name }
review-waiting-owed = Publicado sin aprobación, por examinar ({ $count })
review-waiting-owed-by = Publicado por { $name }
review-waiting-returned = Devuelto ({ $count })
review-waiting-returned-by = Devuelto por { $name }
review-waiting-comments = Comentarios sobre mis textos ({ $count })
review-waiting-comments-by = { $name }
review-waiting-drafts = Mis borradores ({ $count })
review-waiting-drafts-by = { $name }
review-next-releases = Próximas publicaciones
review-next-none = No hay nada programado.
review-recent-releases = Publicado en las últimas 24 horas
review-recent-none = No se ha publicado nada en las últimas 24 horas.

review-role-in = { $role } ({ $language })
review-part-named = { $kind } «{ $name }»
review-part-identity = nombre, sede e idiomas del sitio
review-part-clocks = relojes
review-part-contact = contacto
review-part-counter = contador
review-part-banner = franja de aviso
review-part-speaker = interviniente
review-part-topic = tema
review-part-media = archivo
review-part-lead = mensaje principal de la portada
review-fact-draft-submitted = Enviado ({ $language })
review-fact-submission-approved = Aprobado ({ $language })
review-fact-submission-returned = Devuelto ({ $language })
review-fact-version-released = Versión { $number } ({ $language }) publicada con efecto el { $when } ({ $class })
review-fact-version-released-unapproved = Versión { $number } ({ $language }) publicada sin aprobación con efecto el { $when } ({ $class })
review-fact-release-moved = Publicación de la versión { $number } ({ $language }) trasladada al { $when }
review-fact-release-cancelled = Publicación de la versión { $number } ({ $language }) anulada
review-fact-edition-withdrawn = Retirado ({ $language })
review-fact-edition-restored = Restablecido ({ $language })
review-fact-edition-erased = Suprimido ({ $language })
review-fact-edition-erased-by-law = Suprimido ({ $language }), porque la ley lo exige
review-fact-bypass-reviewed = Versión { $number } ({ $language }) examinada tras su publicación sin aprobación
review-fact-bundle-joined = Reunido con otros
review-fact-bundle-released = { $count ->
    [one] Conjunto de una edición publicado con efecto el { $when }
   *[other] { $count } ediciones publicadas a la vez con efecto el { $when }
}
review-fact-bundle-moved = { $count ->
    [one] Conjunto de una edición trasladado al { $when }
   *[other] Conjunto de { $count } ediciones trasladado al { $when }
}
review-fact-fixture-set = Establecido desde el { $when }: { $part }
review-fact-fixture-removed = Quitado desde el { $when }: { $part }
review-fact-account-set = Derechos de { $name }: { $grants }
review-fact-token-set = Derechos de un programa, { $name }: { $grants }
review-fact-account-disabled = { $name } ya no tiene ningún derecho
review-fact-enrolment-issued = Enlace de nueva inscripción creado para { $name }
review-kind-DraftSubmitted = Envíos
review-kind-SubmissionApproved = Aprobaciones
review-kind-SubmissionReturned = Devoluciones
review-kind-VersionReleased = Publicaciones
review-kind-BundleReleased = Publicaciones de conjuntos
review-kind-BundleJoined = Mensajes reunidos en conjuntos
review-kind-ReleaseMoved = Publicaciones trasladadas
review-kind-BundleMoved = Conjuntos trasladados
review-kind-ReleaseCancelled = Publicaciones anuladas
review-kind-BypassReviewed = Exámenes posteriores
review-kind-EditionWithdrawn = Retiradas
review-kind-EditionRestored = Restablecimientos
review-kind-EditionErased = Supresiones
review-kind-FixtureSet = Partes del sitio establecidas
review-kind-FixtureRemoved = Partes del sitio quitadas
review-kind-AccountSet = Cuentas establecidas
review-kind-AccountDisabled = Cuentas desactivadas
