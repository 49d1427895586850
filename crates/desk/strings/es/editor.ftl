# Chancery: interface strings of the desk's editor, Spanish.
# How this file is used is written at the top of the English one.

## Turns

editor-question = Pregunta
editor-answer = Respuesta
editor-speech = Discurso
editor-narration = Narración
editor-role = Función de esta intervención
editor-speaker = Autor de esta intervención
editor-speaker-none = Interviniente sin elegir

## Toolbar

editor-toolbar = Dar formato al texto
editor-turn = Intervención
editor-turn-title = Intervención: formarla con los párrafos seleccionados o empezar la siguiente
editor-dissolve = Deshacerla
editor-dissolve-title = Deshacer esta intervención en párrafos
editor-paragraph = Texto
editor-paragraph-title = Párrafo
editor-heading-2 = Título 2
editor-heading-3 = Título 3
editor-heading-4 = Título 4
editor-bullets = Lista
editor-bullets-title = Lista con viñetas
editor-numbers = Numerada
editor-numbers-title = Lista numerada
editor-quote = Cita
editor-quote-title = Pasaje citado
editor-strong = Negrita
editor-strong-title = Negrita: importante
editor-emphasis = Cursiva
editor-emphasis-title = Cursiva: con énfasis
editor-superscript = Superíndice
editor-subscript = Subíndice
editor-link = Enlace
editor-lang = Idioma
editor-lang-title = Idioma de las palabras seleccionadas
editor-rule = Línea
editor-rule-title = Línea entre partes
editor-table = Tabla
editor-table-title = Insertar una tabla
editor-figure = Imagen
editor-figure-title = Insertar una imagen de la biblioteca multimedia
editor-word-file = Archivo de Word
editor-word-file-title = Insertar el texto de un archivo de Word (.docx)
editor-undo = Deshacer
editor-redo = Rehacer
editor-help = Ayuda
editor-help-title = Teclas del editor
editor-row-before = Fila encima
editor-row-after = Fila debajo
editor-row-delete = Eliminar la fila
editor-column-before = Columna antes
editor-column-after = Columna después
editor-column-delete = Eliminar la columna
editor-header-row = Fila de encabezado
editor-table-delete = Eliminar la tabla
editor-figure-edit = Cambiar la imagen
editor-figure-delete = Quitar la imagen
editor-figure-alt = Texto alternativo: { $alt }
editor-figure-no-alt = Falta el texto alternativo.
editor-figure-caption = Pie de imagen

## Dialogs

editor-text = Texto del mensaje
editor-hint = F1 explica las teclas. Alt+F10 lleva a la barra de herramientas. Escape y después Tab salen del texto.
editor-ok = Aplicar
editor-cancel = Cancelar
editor-close = Cerrar
editor-remove = Quitar
editor-link-address = Dirección
editor-link-hint = https://…, mailto:…, tel:…, una dirección de este sitio como /en/contacts, o #ancla
editor-link-wrong = Dirección: esto no puede ser un enlace. Escriba una dirección que empiece por https, http, mailto o tel, una ruta como /en/contacts, o #ancla.
editor-link-empty = Seleccione primero las palabras que deben llevar el enlace.
editor-lang-code = Código de idioma
editor-lang-hint = Por ejemplo, en, ar, zh-Hans. Deje el texto como está donde su idioma sea el de la edición.
editor-lang-wrong = Código de idioma: escriba un código como fr o sr-Latn.
editor-lang-empty = Seleccione primero las palabras que están en otro idioma.
editor-media-choose = Imagen
editor-media-alt = Texto alternativo: lo que se dice a quien no puede ver la imagen
editor-media-caption = Pie de imagen (opcional)
editor-media-none = La biblioteca multimedia aún no tiene imágenes. Añada antes una allí.
editor-media-failed = No se ha podido leer la biblioteca multimedia. Inténtelo de nuevo en un momento.
editor-media-unchosen = Imagen: elija una.
editor-media-alt-missing = Texto alternativo: diga en una frase qué muestra la imagen.

## Saving

editor-save-unchanged = Sin cambios desde la última vez que se guardó
editor-save-pending = Aún sin guardar
editor-save-saving = Guardando…
editor-save-saved = Guardado a las { $time }
editor-save-away = Sin guardar en el servidor desde las { $time } – conservado en este equipo
editor-save-away-unkept = Sin guardar en el servidor desde las { $time }, y este equipo no puede conservar una copia. Deje esta página abierta.
editor-save-refused = No se ha guardado: { $detail } Su texto se conserva en este equipo.
editor-save-refused-plain = El servidor no ha aceptado el texto.
editor-save-conflict = Otra persona ha cambiado este texto. El suyo se conserva en este equipo; no se sobrescribe nada.
editor-save-merge = Comparar y combinar
editor-save-session = Su sesión ha terminado. Su texto se conserva en este equipo.
editor-save-wait = Espere a que el texto se guarde e inténtelo de nuevo.
editor-session-title = Su sesión ha terminado
editor-session-text = Su texto está a salvo aquí. Inicie sesión de nuevo en otra pestaña y regrese.
editor-session-link = Abrir la página de inicio de sesión en una pestaña nueva
editor-session-done = Ya he iniciado sesión, guardar ahora
editor-session-still = El servidor sigue pidiendo que se inicie sesión.
editor-found = Este equipo conserva un texto de las { $time } que no se guardó en el servidor.
editor-found-behind = El texto del servidor ha cambiado desde entonces; tras recuperar el suyo se le pedirá que los combine.
editor-restore = Recuperar ese texto
editor-discard = Descartarlo

## Around the text

editor-presence = { $name } tiene este texto abierto desde las { $time }.
editor-check-error = Debe corregirse
editor-check-warning = Debe revisarse
editor-check-note = Nota
editor-go = Ir al lugar
editor-seen = Es correcto
editor-paste-reading = Leyendo lo insertado…
editor-paste-large = Esto supera los 20 MB, más de lo que puede ocupar un texto. Insértelo por partes o como archivo de Word.
editor-paste-away = No se ha podido llegar al servidor; solo se ha insertado el texto sin formato.
editor-paste-refused = No se ha podido insertar: { $detail }
editor-paste-picture = Las imágenes vienen de la biblioteca multimedia: añada allí el archivo y use después «Imagen».
editor-paste-file = Aquí solo se pueden insertar archivos de Word (.docx). Guarde el archivo como .docx e inténtelo de nuevo.
editor-docx-large = Este archivo supera los 20 MB. Quítele las imágenes e inténtelo de nuevo.
editor-docx-away = No se ha podido llegar al servidor. El archivo no se ha insertado; inténtelo de nuevo.

## The keys, in the help

editor-key-enter = Nuevo párrafo; en el nombre de un interviniente, pasar a sus palabras; en el último párrafo vacío de una intervención, empezar la siguiente
editor-key-next = Intervención siguiente, de inmediato
editor-key-after = Párrafo después de esta intervención, tabla o imagen
editor-key-break = Salto de línea
editor-key-move = Mover arriba o abajo el bloque, el elemento de lista o la intervención
editor-key-backspace = Al principio del nombre de un interviniente: deshacer la intervención
editor-key-tab = En una lista: nivel siguiente o anterior; en una tabla: celda siguiente o anterior
editor-key-toolbar = Ir a la barra de herramientas; las flechas se mueven por ella, Escape regresa al texto
editor-key-leave = Salir del texto con el teclado
editor-key-save = Guardar ahora
