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

## Search

search-title = Búsqueda
search-window-title = Búsqueda: { $words }
search-label = Palabras que buscar
search-do = Buscar
search-days = Entre dos fechas
search-catching-up = La búsqueda se está poniendo al día: contiene { $done } de { $total } textos. Pueden faltar resultados.
search-preparing = La búsqueda se está preparando. Todo lo demás de este sitio puede leerse.
search-chips = Filtros aplicados
search-remove = Quitar el filtro
search-count = { $count ->
    [0] Ningún mensaje encontrado
    [one] { $count } mensaje encontrado
    [many] { $count } de mensajes encontrados
   *[other] { $count } mensajes encontrados
}
search-count-turns = { $count ->
    [0] Ninguna intervención encontrada
    [one] { $count } intervención encontrada
    [many] { $count } de intervenciones encontradas
   *[other] { $count } intervenciones encontradas
}
search-units = Dónde se busca
search-messages = Mensajes
search-turns = Lo que se dijo
search-orders = Orden
search-order-relevance = Los mejores primero
search-order-newest = Los más recientes primero
search-read-words = Con
search-read-phrases = Con exactamente
search-read-without = Sin
search-relaxed = Ningún texto contiene todas las palabras; estos contienen algunas.
search-cut = La consulta es más larga de lo que se busca. Solo se ha usado su comienzo.
search-meant = ¿Quería decir…?
search-facets = Acotar los resultados
search-more = Más
search-year = Año
search-language = Idioma
search-all-languages = Todos los idiomas
search-said-by = Dicho por
search-kind-page = Página
search-kinds-page = Páginas
search-trend = Resultados por año
search-trend-values = Resultados
search-ranking-title = Cómo se establece el orden
search-ranking = Primero están los textos en los que las palabras aparecen tal como se escribieron, cerca unas de otras o en el título, y en los que aparecen las palabras más raras. A igualdad, el más reciente va antes. Nada más cuenta: ni quién lee ni cuántas veces se ha leído algo.
search-nothing = Nada en este archivo responde a esta búsqueda. Con menos palabras, o con otras, puede encontrarse más.
search-try-languages = Buscar en todos los idiomas
search-try-quote = Comprobar una cita palabra por palabra
search-pages = Páginas de resultados
search-page-before = Resultados anteriores
search-page-after = Más resultados
search-help-title = Cómo buscar
search-help-short = Varias palabras: todas ellas, en cualquiera de sus formas. Entre «comillas»: exactamente esas palabras. OR entre dos palabras: una de las dos. Un guion delante de una palabra: sin ella. Un asterisco tras el comienzo de una palabra: todas las que empiezan así. Además: speaker: place: kind: topic: year: from: to: date: lang:
search-help-lenient = Todo lo que se escriba se lee lo mejor posible. AND, OR y NOT se escriben en mayúsculas.
search-example-words = Las dos palabras, en cualquiera de sus formas
search-example-phrase = Exactamente estas palabras en este orden
search-example-or = Una de las dos palabras, o ambas
search-example-without = La primera palabra sin la segunda
search-example-speaker = Lo que dijo esta persona
search-example-place = Con motivo de un acto en este lugar
search-example-kind = Mensajes de este tipo
search-example-date = Publicados en este mes

## Is this a true quote?

quote-title = ¿Es exacta esta cita?
quote-nav = Comprobar una cita
quote-label = Las palabras que comprobar
quote-do = Comprobar
quote-limit = { $count ->
    [one] Hasta { $count } carácter
    [many] Hasta { $count } de caracteres
   *[other] Hasta { $count } caracteres
}
quote-cut = El texto es más largo. Solo se han comprobado sus primeros { $count } caracteres.
quote-verbatim = Literal
quote-verbatim-says = Estas palabras figuran en el archivo exactamente como se citan.
quote-typography = Literal, salvo la puntuación
quote-typography-says = Las palabras son las del archivo. Solo difieren la puntuación, la grafía de los signos o las omisiones señaladas.
quote-altered = Alterada
quote-altered-says = El archivo no contiene esta cita tal como está. Se muestran el pasaje más próximo y lo que difiere.
quote-earlier = De una versión anterior
quote-earlier-says = Estas palabras figuraban en una versión anterior del texto, que fue corregida. Se muestran ambas redacciones.
quote-questioner = Palabras de quien preguntaba
quote-questioner-says = Estas palabras están en el archivo, pero las dijo quien preguntaba, no quien respondía.
quote-not-found = No está en este archivo
quote-not-found-says = Ningún texto de este archivo contiene estas palabras ni otras parecidas. De ello no se sigue que nunca se dijeran.
quote-too-short = Demasiado corta para saberlo
quote-too-short-says = Tan pocas palabras pueden ser de cualquiera. Cite al menos cuatro palabras seguidas.
quote-record = Este archivo contiene { $count ->
    [one] { $count } texto
    [many] { $count } de textos
   *[other] { $count } textos
} en todos los idiomas, tal como estaba el { $date } a las { $time } ({ $zone }).
quote-several = { $count ->
    [one] Las palabras figuran en { $count } lugar del archivo.
    [many] Las palabras figuran en { $count } de lugares del archivo.
   *[other] Las palabras figuran en { $count } lugares del archivo.
}
quote-several-shown = { $count ->
    [one] Se muestra { $count }.
    [many] Se muestran { $count }.
   *[other] Se muestran { $count }.
}
quote-attributed = La cita nombra a otra persona que el archivo.
quote-mixed = La cita reúne palabras de más de una persona.
quote-joined-far = Las partes de la cita están lejos unas de otras en el texto.
quote-joined-turns = Las partes de la cita proceden de intervenciones distintas.
quote-joined-order = Las partes de la cita están en otro orden en el texto.
quote-joined-denial = Lo que la cita omite niega lo que parece decir.
quote-diff-title = La cita junto al archivo
quote-only-quote = solo en la cita
quote-only-record = solo en el archivo
quote-since-title = Qué fue de este pasaje
quote-only-before = solo antes
quote-only-now = solo ahora
quote-corrected = El texto fue corregido el { $date }: { $class }.
quote-gone = El pasaje ya no está en el texto.
quote-unchanged = El pasaje mismo no ha cambiado.
quote-open = Abrir en este lugar
quote-share = Enlace a esta comprobación
quote-promise-title = Qué puede decir esta comprobación
quote-promise = Compara las palabras con todos los textos de este sitio que eran públicos en este instante, incluidas las versiones anteriores, y dice dónde figuran y quién las dijo.
quote-promise-never = Nunca dice que una cita sea falsa: solo si las palabras están en este archivo.

## Citing a passage, and what became of a passage that was cited

cite-paragraph = Citar este párrafo
cite-turn = Citar esta intervención
cite-selection = Citar
cite-title = Citar este pasaje
cite-of = Cita de «{ $title }»
cite-not-there = Las palabras seleccionadas no figuran seguidas en este pasaje. Se ofrece el pasaje entero.
cite-in-place = Ver el pasaje en su texto
cite-whole = Citar el pasaje entero
cite-whole-turn = Citar la intervención entera
cite-plain = Texto sin formato
cite-html = HTML
cite-json = JSON-LD (schema.org)
cite-copy = Copiar
cite-copied = Copiado
cite-quoted = «{ $text }»
cite-listed = { $first }, { $second }
cite-changed-title = Este pasaje fue modificado
cite-changed = Ha seguido un enlace a la versión { $then }. El texto está ahora en la versión { $now } y este pasaje dice otra cosa.
cite-changed-here = Este pasaje fue modificado: qué decía antes
cite-gone-title = Este pasaje ya no figura en el texto
cite-gone = Ha seguido un enlace a la versión { $then }. El texto está ahora en la versión { $now } y ya no contiene este pasaje. Decía:
cite-moved-title = Estas palabras están en otro lugar
cite-moved = Ha seguido un enlace a la versión { $then }. El texto está ahora en la versión { $now }: las palabras del pasaje no han cambiado, pero los párrafos están divididos u ordenados de otra manera.
cite-unknown-title = No se encontró el pasaje
cite-unknown = El enlace que le trajo aquí nombra un pasaje que este texto no tiene. Se muestra el texto mismo.
cite-now = Ir al pasaje tal como está ahora
cite-class-first = primera versión
cite-class-substantive = cambió el sentido
cite-class-clarification = aclaración del sentido
cite-class-typographic = ortografía o tipografía
cite-class-formatting = presentación
cite-class-translation = mejora de la traducción
cite-class-metadata = datos sobre el texto
cite-class-legal = por exigencia de la ley

## Who speaks

speakers-title = Intervinientes
speakers-people = Personas de este sitio
speakers-others = Otras personas nombradas en mensajes
speakers-empty = Aún no se nombra a nadie como interviniente.
speakers-cut = Figuran los { $count } nombres más frecuentes; el archivo contiene todos los mensajes.
speakers-languages = El nombre en otros idiomas
speakers-offices = Cargos
# Labels of a stretch of time in office; date-range stands where both ends are known.
speakers-from = a partir del { $date }
speakers-since = desde el { $date }
speakers-until = hasta el { $date }
speakers-now = en el cargo
speakers-messages = Mensajes que nombran a esta persona
speakers-turns = { $count ->
    [0] Ninguna intervención
    [one] { $count } intervención
    [many] { $count } de intervenciones
   *[other] { $count } intervenciones
}
# While search is being prepared.
speakers-preparing = Las intervenciones se mostrarán cuando la búsqueda esté preparada. Mientras tanto, estos son los mensajes.
speakers-unmarked = Los textos no indican qué palabras son de esta persona. Estos son los mensajes.
speakers-nothing = Ninguna intervención de esta persona responde a estos filtros.
speakers-search = Buscar estas palabras en todo el archivo
speakers-all = Todos estos mensajes en el archivo

## Pictures of figures

chart-year = Año
chart-day = Día
# One bar; $label is what it stands for.
chart-bar = { $label }: { $count }
chart-most = Barra más alta: { $count }
chart-csv = Cifras en CSV
chart-messages = Mensajes por año
chart-turns = Intervenciones por año
chart-turns-count = Intervenciones
chart-days = Mensajes por día
# $weekday is the day on which the rows begin.
chart-weeks = Cada fila es una semana que empieza el { $weekday }. Cuanto más intenso es su color, más mensajes tiene un día.
