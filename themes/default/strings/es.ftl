# Chancery: interface strings of the public site, Spanish.
# How these files are used is written at the top of en.ftl.

## The language itself

language-name = Español
read-in-this-language = Leer en español
date-ledger = { $day }/{ $month }/{ $year }
label-end = :
date-range = { $from } – { $to }
time-range = { $from }–{ $to }
day-range = { $from } a { $to }
days-every = Todos los días
city-time = hora de { $city }
window-title = { $title } – { $site }

## Furniture: header, navigation, footer

skip-to-content = Ir al contenido
home-link = Portada
today-label = Hoy
clocks-label = Hora local
clocks-pause = Detener los relojes
clocks-resume = Reanudar los relojes
languages-label = Idiomas
navigation-label = Navegación principal
breadcrumbs-label = Usted está aquí
banner-label = Aviso importante
footer-label = Acerca del sitio
footer-about = Acerca de este sitio
footer-record = Horas indicadas: { $zone }.
footer-time-zone = Zona horaria
footer-permanent = Lo que aquí se publica conserva su dirección. Toda corrección queda a la vista.
print-source = Impreso desde { $address } el { $date }

## The contact strip

contact-label = Contacto
contact-call = Llamar al { $number }
contact-open-now = Abierto ahora
contact-open-until = Abierto ahora, hasta las { $time }
contact-closed = Cerrado ahora
contact-closed-opens = Cerrado ahora. Abre el { $weekday } a las { $time }
contact-closed-opens-today = Cerrado ahora. Abre hoy a las { $time }
contact-closed-opens-date = Cerrado ahora. Abre el { $date } a las { $time }
contact-details = Detalles
contact-hours = Horario de atención
contact-hours-line = { $days }, { $from }–{ $to }
contact-closed-on-holidays = Cerrado los días festivos

## Counters

counters-label = Contadores de días
counter-zone = Cómputo de los días: { $zone }.

## The front page

lead-label = Mensaje principal
latest-heading = Últimos mensajes
all-messages = Todos los mensajes
read-on = Seguir leyendo
read-whole = Leer el texto completo: { $title }

## Kinds of message, one and many

kind-statement = Declaración
kind-speech = Discurso
kind-remarks = Intervención
kind-interview = Entrevista
kind-press-conference = Conferencia de prensa
kind-briefing = Sesión informativa
kind-press-release = Comunicado de prensa
kind-article = Artículo
kind-letter = Carta
kind-notice = Aviso
kind-comment = Comentario

kinds-statement = Declaraciones
kinds-speech = Discursos
kinds-remarks = Intervenciones
kinds-interview = Entrevistas
kinds-press-conference = Conferencias de prensa
kinds-briefing = Sesiones informativas
kinds-press-release = Comunicados de prensa
kinds-article = Artículos
kinds-letter = Cartas
kinds-notice = Avisos
kinds-comment = Comentarios

## A message: its line of facts

message-facts-label = Acerca de este mensaje
kind-label = Tipo
released-label = Publicación
released-at = Publicado el { $date } a las { $time } ({ $zone })
released-day = Publicado el { $date }
occasion-label = Ocasión
occasion-on = el { $date }
occasion-from-to = { $from } – { $to }
occasion-in = en { $place }
occasion-with = con
place-label = Lugar
speakers-label = Intervienen
topics-label = Temas
source-label = Fuente
licence-label = Licencia
editions-label = En otros idiomas
edition-read-in = Leer en este idioma: { $language }
version-label = Versión { $number }
paragraph-link = Enlace a este párrafo
table-label = Tabla
turn-link = Enlace a esta intervención
turn-question = Pregunta
turn-answer = Respuesta
message-neighbours-label = Mensajes anterior y siguiente
previous-message = Mensaje anterior
next-message = Mensaje siguiente

## States of a message: one line each, at the top of the text

state-label = Estado de este texto
state-corrected = Corregido el { $date }.
state-correction-note = Qué se corrigió
state-withdrawn = Retirado el { $date }.
state-withdrawn-reason = Motivo
state-erased = El contenido de este mensaje se ha suprimido. Su huella digital permanece en el registro.
state-erased-law = El contenido de este mensaje se ha suprimido porque la ley lo exige. Su huella digital permanece en el registro.
state-imported = Importado el { $date } de { $source }; el texto es el de la fuente.
state-imported-no-source = Importado el { $date } de otro registro; el texto es el de la fuente.
state-imported-event-date = La fuente indica la fecha del acto, no la de publicación.
state-imported-title-date = La fecha se ha tomado del título; la fuente no indica otra.
state-summary-only = Solo se recogió el resumen; el texto completo no figura en este registro.
state-as-captured = El texto se ofrece tal como lo mostraba la página recogida.
state-as-of = Usted ve este sitio tal como era el { $date } a las { $time }.
state-as-of-back = Volver al presente
state-preview = Esto es una vista previa y no es pública. Muestra la página como se vería el { $date } a las { $time }.
state-rehearsal = Esto es un ensayo y no es público. Muestra el sitio como se vería el { $date } a las { $time } si no se decidiera nada más.
state-rehearsal-back = Volver a la redacción
state-watermark = Esta copia se hizo para { $name }. Le rogamos que no la difunda.
state-translation-of-version = Esta traducción sigue la versión { $number } del texto en este idioma: { $language }.

## The archive

archive-title = Todos los mensajes
archive-month-title = Mensajes de { $month }
archive-year-title = Mensajes de { $year }
archive-count = { $count ->
    [0] Ningún mensaje
    [one] { $count } mensaje
    [many] { $count } de mensajes
   *[other] { $count } mensajes
}
archive-empty = Ningún mensaje responde a estos filtros.
archive-month-empty = En este mes no se publicó ningún mensaje.
archive-filters = Filtros
filter-kind = Tipo
filter-speaker = Interviene
filter-place = Lugar
filter-topic = Tema
filter-from = Desde
filter-to = Hasta
filter-any = Todos
filter-apply = Aplicar
filter-clear = Quitar los filtros
archive-chart-title = Mensajes por mes
archive-chart-table = Las mismas cifras en una tabla
archive-chart-month = Mes
archive-chart-count = Mensajes
archive-chart-bar = { $month }: { $count ->
    [0] ningún mensaje
    [one] { $count } mensaje
    [many] { $count } de mensajes
   *[other] { $count } mensajes
}
archive-newer = Más recientes
archive-older = Más antiguos
archive-page = Página { $number } de { $total }
archive-pages-label = Páginas del archivo
archive-months-label = Meses
archive-years-label = Años

## Pages that say no, and help

not-found-title = Página no encontrada
not-found-text = No hay ninguna página en esta dirección. Puede que se haya escrito mal o que el enlace que trae aquí esté incompleto.
not-found-search-archive = Buscar en el archivo de todos los mensajes
withdrawn-title = Este mensaje ha sido retirado
gone-title = Contenido suprimido
gone-text = Lo que había en esta dirección se ha suprimido y no volverá. La dirección se conserva para poder decirlo.
unavailable-legal-title = Suprimido por motivos legales
unavailable-legal-text = Lo que había en esta dirección se ha suprimido porque la ley lo exige.
bad-request-title = No se ha podido entender la solicitud
bad-request-text = La dirección o sus filtros contienen algo que este sitio no puede leer. Compruebe la dirección o vuelva a empezar desde la portada.
method-not-allowed-title = Esta página solo se puede leer
method-not-allowed-text = La solicitud pedía algo distinto de leer. Abra la página por su dirección.
too-long-title = La dirección es demasiado larga
too-long-text = La dirección es más larga de lo que este sitio admite. Vuelva a empezar desde la portada o desde el archivo.
misdirected-title = Ningún sitio responde a este nombre
misdirected-text = Se ha llegado al servidor, pero aquí no hay ningún sitio con este nombre. Compruebe el nombre en la dirección.
server-error-title = No se ha podido mostrar la página
server-error-text = Se ha producido un error por nuestra parte y ha quedado registrado. Inténtelo de nuevo en unos minutos.
server-error-reference = Si comunica este error, indique la referencia { $reference }.
unavailable-title = El sitio se está preparando
unavailable-text = Inténtelo de nuevo en un momento.
not-yet-title = El sitio aún no existía
not-yet-text = Este registro comienza después del instante que usted ha pedido.
not-yet-first = Ir al primer instante de este registro

## A site without messages

empty-site-title = Aún no se ha publicado nada
empty-site-text = El primer mensaje aparecerá aquí en cuanto se publique.
empty-site-next = ¿Está preparando este sitio? Importe los mensajes que ya tenga. En el servidor, ejecute:
