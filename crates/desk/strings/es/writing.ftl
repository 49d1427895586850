# Chancery: interface strings of the writing rooms, Spanish.

## The list

writing-untitled = Sin título
writing-title = Título
writing-language = Idioma
writing-kind = Tipo
writing-stage = Estado
writing-changed = Modificación
writing-release = Publicación
writing-actions = Qué se puede hacer
writing-all-languages = Todos los idiomas
writing-words-of-title = Palabras del título
writing-filter = Mostrar estos
writing-filter-none = Mostrar todo
writing-in-work = En curso
writing-in-work-caption = Ediciones que aún no tienen versión, primero la última modificada
writing-released = Publicado o por publicar
writing-released-caption = Ediciones por su versión más reciente, primero la última publicación
writing-none-found = Aquí no hay nada.
writing-pages = Páginas de la lista
writing-page = Página { $page }
writing-newer = Más recientes
writing-older = Más antiguos
writing-list-write = Escribir
writing-list-write-this = Escribir { $title } ({ $language })

## A new message

writing-new-hint = Los demás idiomas se añaden como traducciones. No se conserva nada hasta que guarde.
writing-begin = Empezar a escribir

## Where I am

writing-where = Ediciones
writing-missing = Aún sin escribir:
writing-overview = Vista general de este mensaje
writing-state = Este texto
writing-revision = Revisión
writing-made-from = Hecho a partir de
writing-version = versión { $number }
writing-address = Dirección
writing-links = Enlaces de vista previa
writing-comments = Revisión y comentarios
writing-discard = Descartar el borrador
writing-back = Volver al texto
writing-presence = { $name } tiene este texto abierto desde las { $time }.
writing-unmerged = Un texto suyo no se guardó porque otra persona había cambiado este. Se conserva un día.
writing-unmerged-look = Comparar y combinar

## The form

writing-problems = No se ha guardado. No se ha perdido nada de lo que escribió.
writing-teaser = Entradilla
writing-teaser-hint = Las primeras palabras en las listas. Si se deja vacía, se toma del texto.
writing-text = Texto
writing-text-hint = CommonMark. Un párrafo que empieza por el nombre de un interviniente y dos puntos, como «Pregunta:», abre una intervención.
writing-notes = Lo que se omitió o no es seguro
writing-save = Guardar
writing-preview = Guardar y ver
writing-submit-go = Guardar y pasar al envío
writing-file = Añadir un archivo de Word
writing-file-choose = Archivo de Word (.docx)
writing-file-hint = Como máximo 50 MB. Su texto se coloca a continuación de lo que hay aquí. Los comentarios, las eliminaciones con control de cambios y el texto oculto se omiten y se cuentan.
writing-file-add = Añadir su texto
writing-file-whole = Se ha tomado el archivo entero; no se ha omitido nada.
writing-source = El texto del que se traduce ({ $language })
writing-source-newer = Esta traducción sigue la versión { $number }; ahora hay una versión { $newer }.
writing-source-compare = Qué cambió
writing-source-draft = Este texto es un borrador y aún no está publicado.

## Facts and checks

writing-checks = Comprobaciones
writing-checks-none = Las comprobaciones no han encontrado nada.
writing-check-error = Error.
writing-check-warning = Debe revisarse.
writing-suggestions = Propuestas
writing-take = Aceptar
writing-facts = Datos
writing-field-title = Título
writing-field-kind = Tipo
writing-field-teaser = Entradilla
writing-field-occasion_date = Fecha de la ocasión
writing-field-place = Lugar
writing-field-with = Con quién
writing-field-speakers = Interviene
writing-field-topics = Tema
writing-field-slug = Dirección
writing-field-nav = Lugar en la navegación
writing-field-class = Clase de la corrección
writing-field-note = Nota pública
writing-field-follows = Traducido de
writing-with = Con quién
writing-speakers = Intervienen
writing-topics = Temas
writing-several-hint = Uno por línea; se ofrecen los nombres conocidos.
writing-more = Más líneas
writing-slug = Última parte de la dirección
writing-slug-page = Ruta de la página
writing-slug-hint = Si se deja vacía, se forma a partir del título y no cambia en una corrección.
writing-nav = Lugar en la navegación
writing-nav-hint = Un número entero, primero el menor. Si se deja vacío, la página no figura en la navegación.
writing-follows = Traducido de
writing-follows-none = No es una traducción
writing-follows-choice = { $language }, versión { $number }
writing-correction = Corrección
writing-proposal = Según lo que cambió, la redacción propone:
writing-class = Clase de la corrección
writing-class-proposed = La propuesta
writing-class-lower = (inferior a la propuesta: requiere una segunda persona)
writing-class-hint = La clase dice cuánto cambió. Es pública, y cada versión sigue siendo legible.
writing-note = Nota pública
writing-note-hint = Una frase para los lectores: qué se corrigió y por qué.
writing-preview-at = Vista previa en un instante
writing-instant-home = Fecha y hora en la zona local
writing-preview-show = Mostrar la vista previa
writing-as-at = El sitio en un instante
writing-as-at-what = Verá el sitio entero como el público lo verá, o lo vio, en el instante que elija.
writing-as-at-date = Fecha en la zona local
writing-as-at-time = Hora en la zona local
writing-as-at-show = Ver el sitio
writing-as-at-date-wrong = Fecha: elija un día del calendario, como 2020-09-22.
writing-as-at-time-wrong = Hora: indique horas y minutos, como 14:00.
writing-as-at-lang-wrong = Idioma: elija uno de los idiomas del sitio.
writing-as-at-skipped = El reloj local nunca muestra esta hora. ¿A qué instante se refiere?
writing-as-at-twice = El reloj local muestra esta hora dos veces. ¿A qué instante se refiere?

## What was done

writing-done-saved = Guardado.
writing-done-taken = Se ha aceptado la propuesta y se ha guardado el texto.
writing-done-submitted = Enviado. Ahora puede aprobarlo otra persona; si cambia el texto, habrá que enviarlo de nuevo.
writing-done-merged = Los dos textos se han combinado y guardado.
writing-done-discarded = Se ha descartado el borrador.
writing-done-revoked = Se ha revocado el enlace y ya no muestra nada.

## Merging

writing-merge = Comparar y combinar
writing-merge-who = { $name } cambió este texto el { $moment }, mientras usted escribía.
writing-merge-gone = El borrador que usted escribía se publicó o se descartó entretanto.
writing-merge-kept = No se ha sobrescrito nada. Su texto se conserva un día.
writing-merge-waiting = Textos suyos en espera, primero el más reciente
writing-merge-waiting-line = { $words ->
    [one] Conservado el { $moment }, { $words } palabra
    [many] Conservado el { $moment }, { $words } de palabras
   *[other] Conservado el { $moment }, { $words } palabras
}
writing-merge-choose = Ambos cambiaron esto
writing-merge-base = Como era antes de los dos cambios
writing-merge-clean = Cambiaron pasajes distintos, así que no hay nada que elegir.
writing-merge-save = Guardar el texto combinado
writing-merge-forget = Apartar mi texto y conservar el otro
writing-merge-sides = Los dos textos, uno junto al otro
writing-merge-same = Los dos textos dicen lo mismo.
writing-merge-result = El texto combinado, con el suyo donde no se elija nada
writing-merge-removed-mine = Usted eliminó esto.
writing-merge-removed-theirs = Allí se eliminó.
writing-mine = El suyo
writing-theirs = El otro
writing-empty = (vacío)
writing-passage = Pasaje { $number }
writing-take-mine = Tomar el mío
writing-take-theirs = Tomar el otro
writing-take-both = Conservar ambos, primero el mío

## Submitting and discarding

writing-submit = Enviar
writing-submit-what = { $words ->
    [one] Envía la edición ({ $language }), que tiene { $words } palabra. Otra persona la revisa y la aprueba o la devuelve.
    [many] Envía la edición ({ $language }), que tiene { $words } de palabras. Otra persona la revisa y la aprueba o la devuelve.
   *[other] Envía la edición ({ $language }), que tiene { $words } palabras. Otra persona la revisa y la aprueba o la devuelve.
}
writing-submit-now = Enviar para aprobación
writing-anyway = { $count ->
    [one] Enviar de todos modos: lo que las comprobaciones señalan como error es correcto.
   *[other] Enviar de todos modos: los { $count } lugares que las comprobaciones señalan como error son correctos.
}
writing-go-on = Seguir escribiendo
writing-discard-what = { $words ->
    [one] El borrador ({ $language }) tiene { $words } palabra.
    [many] El borrador ({ $language }) tiene { $words } de palabras.
   *[other] El borrador ({ $language }) tiene { $words } palabras.
}
writing-discard-who = Último cambio: { $name }, el { $moment }.
writing-discard-public = Lo que es público sigue como está. Las revisiones del borrador se conservan un mes.
writing-discard-nothing = Nada de él llegó a ser público. Sus revisiones se conservan un mes.
writing-discard-now = Descartar el borrador ({ $language })
writing-discard-changed = Otra persona cambió el borrador después de que usted lo viera. Véalo de nuevo antes de descartarlo.

## Preview links

writing-links-what = Un enlace de vista previa muestra esta edición a una persona de fuera, sin iniciar sesión, hasta que caduque o se revoque. El nombre de esa persona cruza la página.
writing-links-none = No hay enlaces vigentes.
writing-links-caption = Enlaces vigentes, primero el más reciente
writing-link-new = Enlace nuevo
writing-link-name = Para quién
writing-link-name-hint = El nombre de una persona. Se imprime cruzando la página, para que una copia diga de quién es.
writing-link-hours = Horas hasta que caduque
writing-link-hours-hint = De 1 a { $max }, que son dos semanas.
writing-link-shows = Muestra
writing-link-exact = Este texto
writing-link-newest = El texto más reciente
writing-link-exact-long = Exactamente el texto como está ahora
writing-link-newest-long = El texto más reciente en el momento de abrirlo
writing-link-make = Crear el enlace
writing-link-by = Creado por
writing-link-until = Caduca
writing-link-looks = Aperturas
writing-link-revoke = Revocar
writing-link-made = El enlace para { $name } vale hasta el { $expires }.
writing-link-address = Dirección del enlace
writing-link-once = Cópielo ahora: la redacción solo guarda su huella digital y no puede mostrarlo de nuevo.
