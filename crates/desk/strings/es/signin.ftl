# Chancery: interface strings of signing in, Spanish.

signin-title = Iniciar sesión
signin-back = Volver
signin-go-on = Continuar
signin-go-me = Volver a su cuenta
signin-go-sign-in = Iniciar sesión
signin-go-sign-in-again = Iniciar sesión de nuevo
signin-go-sign-in-window = Iniciar sesión en otra ventana
signin-name = Nombre de usuario
signin-email = Correo electrónico
signin-already = Ha iniciado sesión como { $name }.
signin-passkey-heading = Con una llave de acceso
signin-passkey-what = Su teléfono, su ordenador o su llave de seguridad acredita quién es usted. No hay nada que escribir.
signin-passkey-do = Iniciar sesión con una llave de acceso
signin-passkey-offer = Su llave de acceso
signin-passkey-offer-hint = Si el navegador ofrece una llave de acceso en este campo, elíjala. No hay nada que escribir.
signin-passkey-scripts = Las llaves de acceso necesitan scripts en el navegador. La contraseña de abajo no los necesita.
signin-password-heading = Con una contraseña y un código
signin-password-label = Contraseña
signin-code = Código de seis cifras de su aplicación
signin-do = Iniciar sesión
signin-lost = He perdido mi teléfono o mi llave
signin-recovery-title = Iniciar sesión con un código de recuperación
signin-recovery-what = Escriba uno de los diez códigos que imprimió. Cada uno sirve una vez. Después establecerá una nueva llave de acceso o contraseña.
signin-recovery-code = Código de recuperación
signin-recovery-none = ¿No tiene ningún código a mano? Un administrador de la redacción puede darle un nuevo enlace de inscripción.
signin-done-close-heading = Sesión iniciada
signin-done-close = Ha iniciado sesión. Puede cerrar esta ventana y continuar.
signin-going-on-heading = Un momento
signin-going-on = Se abre la redacción.
signin-out-title = Cerrar sesión
signin-out-ask = ¿Desea cerrar la sesión de la redacción en este dispositivo?
signin-out-do = Cerrar sesión
signin-out-done = Ha cerrado la sesión.
signin-out-kept-heading = Textos guardados solo en este ordenador
signin-out-kept = El servidor no tiene el último estado de estos textos. Abra cada uno para que se guarde, o descártelos. Quien use este ordenador después de usted podría encontrarlos.
signin-out-kept-discard = Descartar estos textos

## Enrolment

signin-enrol-title = Establecer cómo inicia sesión
signin-enrol-hello = Buenos días, { $name }.
signin-enrol-what = Su nombre de usuario es { $name }. Elija uno de los dos medios siguientes; más adelante podrá añadir el otro. Este enlace vale tres días y hasta que se establezca un medio. Las sesiones anteriores terminan entonces.
signin-enrol-before = Lo que usaba antes para iniciar sesión deja entonces de valer: llaves de acceso, contraseña y códigos de recuperación.
signin-enrol-passkey-heading = Una llave de acceso: el medio más seguro y más breve
signin-enrol-passkey-what = Su teléfono, su ordenador o una llave de seguridad la guarda y la desbloquea con un dedo, un rostro o un PIN. Nadie puede hacer que la escriba en una página falsa.
signin-enrol-passkey-do = Crear una llave de acceso
signin-enrol-password-heading = O una contraseña y un código de una aplicación
signin-enrol-password-do = Guardar la contraseña e iniciar sesión
signin-new-password = Nueva contraseña
signin-new-password-hint = Al menos 12 caracteres. Cuatro o cinco palabras sin relación entre sí son seguras y fáciles de recordar.
signin-new-again = La misma contraseña, otra vez
signin-totp-heading = Códigos de una aplicación
signin-totp-what = Además de la contraseña, escribe un código que una aplicación de su teléfono renueva cada 30 segundos. Añada una cuenta en la aplicación y dele esta clave:
signin-totp-open = Abrir la aplicación en este dispositivo
signin-totp-secret = Clave para escribir
signin-totp-address = La misma en forma de dirección
signin-totp-code = Código que la aplicación muestra ahora
signin-set-title = Establecer una contraseña
signin-set-what = Lo establecido antes vale hasta que envíe este formulario. Sus demás sesiones terminan entonces.
signin-set-do = Guardar la contraseña

## Recovery codes

signin-codes-title = Códigos de recuperación
signin-codes-last-step = Ha iniciado sesión. Un último paso: imprima los códigos de recuperación.
signin-codes-what = Diez códigos para el día en que pierda su teléfono o su llave. Cada uno da acceso una vez. Se muestran una sola vez, en la página siguiente; los códigos anteriores dejan entonces de valer.
signin-codes-left = { $count ->
    [0] No tiene códigos de recuperación.
    [one] Le queda { $count } código de recuperación.
   *[other] Le quedan { $count } códigos de recuperación.
}
signin-codes-make = Mostrar diez códigos de recuperación
signin-codes-renew = Mostrar diez códigos de recuperación nuevos
signin-codes-shown = Códigos de recuperación de { $name } en { $site }. Esta página se muestra una sola vez.
signin-codes-keep = Imprima esta página y guárdela donde guarda su pasaporte, no en el ordenador con el que trabaja.
signin-codes-kept = Los tengo; ir a la redacción

## One's own account

signin-me-title = Su cuenta
signin-me-stale = Para cambiar cómo inicia sesión, iníciela antes de nuevo: la última vez fue hace más de media hora.
signin-me-link-made = Se creó un enlace para inscribir de nuevo su cuenta: { $when }, por { $who }.
signin-me-link-made-what = Si usted no lo pidió, hable con un administrador de la redacción.
signin-me-passkeys = Llaves de acceso
signin-me-passkeys-none = No tiene llaves de acceso.
signin-me-passkey-name = Nombre de la llave de acceso
signin-me-passkey-rename = Cambiar el nombre
signin-me-passkey-made = Creación: { $when }.
signin-me-passkey-used = Último uso: { $when }.
signin-me-passkey-unused = Aún sin usar.
signin-me-passkey-remove = Quitar «{ $name }»
signin-me-passkey-add = Añadir una llave de acceso
signin-me-password = Contraseña
signin-me-password-is = Puede iniciar sesión con una contraseña y un código.
signin-me-password-none = No tiene contraseña.
signin-me-password-set = Establecer una contraseña
signin-me-password-change = Cambiar la contraseña y los códigos
signin-me-password-remove = Quitar la contraseña
signin-me-codes-go = Mostrar o renovar
signin-me-tokens-go = Ver, crear y revocar tokens
signin-me-language = Idioma
signin-me-language-label = Idioma de la redacción
signin-me-language-browser = El que pide el navegador
signin-me-language-do = Usar este idioma
signin-me-sessions = Dónde tiene sesión iniciada
signin-me-sessions-what = Una sesión termina 12 horas después del último uso y 14 días después de iniciarla. Termine toda la que no reconozca.
signin-me-session-device = Dispositivo
signin-me-session-from = Dirección de red
signin-me-session-since = Inicio de sesión
signin-me-session-seen = Última actividad
signin-me-session-action = Terminar
signin-me-session-here = Esta
signin-me-session-unknown = Dispositivo desconocido
signin-me-session-end = Terminar
signin-me-session-end-which = Terminar la sesión de { $device } desde { $from }
signin-me-sessions-end-all = Cerrar todas las sesiones, también esta

## What was done

signin-did-recovered = Ha iniciado sesión con un código de recuperación, que queda usado. Establezca ahora una nueva llave de acceso o contraseña y quite lo que se perdió.
signin-did-language = Se ha cambiado el idioma.
signin-did-passkey-added = Se ha añadido la llave de acceso. Dele un nombre por el que reconozca el dispositivo.
signin-did-passkey-renamed = Se ha cambiado el nombre de la llave de acceso.
signin-did-passkey-removed = Se ha quitado la llave de acceso.
signin-did-password-set = Se ha establecido la contraseña. Sus demás sesiones han terminado.
signin-did-password-removed = Se ha quitado la contraseña. Sus demás sesiones han terminado.
signin-did-session-ended = La sesión ha terminado.
signin-did-sessions-ended = Las sesiones han terminado.

## Refusals

signin-problem-heading = No se ha podido realizar
signin-problem-server = Se ha producido un error en el servidor. Inténtelo de nuevo; si persiste, indique la hora al operador.
signin-problem-name-taken = El nombre de usuario «{ $name }» ya está ocupado. Elija otro.
signin-problem-name-unfit = «{ $name }» no puede ser un nombre de usuario: necesita de 2 a 128 caracteres, sin espacios, dos puntos ni barras. Sirve una dirección de correo electrónico.
signin-problem-person-name-unfit = El nombre debe tener de 1 a 200 caracteres y ocupar una sola línea.
signin-problem-email-unfit = «{ $name }» no es una dirección de correo electrónico. Se espera una forma como desk@embassy.example.
signin-problem-nobody = No hay nadie con esta cuenta en la redacción.
signin-problem-changed = Esto se ha cambiado entretanto en otra ventana. Revíselo e inténtelo de nuevo.
signin-problem-wrong = El nombre de usuario, la contraseña o el código no es correcto. Un código sirve una vez: espere el siguiente si ya ha usado este.
signin-problem-recovery-wrong = El nombre de usuario o el código de recuperación no es correcto, o el código ya se usó.
signin-problem-wait = { $minutes ->
    [0] Ha habido demasiados intentos fallidos. { $seconds ->
        [one] Espere { $seconds } segundo e inténtelo de nuevo.
       *[other] Espere { $seconds } segundos e inténtelo de nuevo.
    }
    [one] Ha habido demasiados intentos fallidos. Espere { $minutes } minuto e inténtelo de nuevo.
   *[other] Ha habido demasiados intentos fallidos. Espere { $minutes } minutos e inténtelo de nuevo.
}
signin-problem-crowded = Muchas personas están iniciando sesión en este momento. Espere unos segundos e inténtelo de nuevo.
signin-problem-link-spent = Este enlace ya se usó, fue sustituido por uno más reciente o tiene más de tres días. Pida uno nuevo a un administrador de la redacción.
signin-problem-password-short = La contraseña debe tener al menos 12 caracteres. Cuatro o cinco palabras sin relación entre sí son fáciles de recordar.
signin-problem-password-long = La contraseña debe tener como máximo 256 caracteres. Acórtela.
signin-problem-password-common = Esta contraseña, u otra muy parecida, está entre las que se prueban primero. Elija cuatro o cinco palabras sin relación entre sí.
signin-problem-password-plain = Esta contraseña se repite o sigue el teclado. Elija cuatro o cinco palabras sin relación entre sí.
signin-problem-password-named = Esta contraseña está formada con su nombre o el del sitio. Elija palabras que nadie relacione con usted.
signin-problem-password-differs = Las dos contraseñas no son iguales. Escríbalas de nuevo.
signin-problem-code-wrong = El código de seis cifras no es correcto. Escriba el que la aplicación muestra ahora y compruebe que el reloj del teléfono está en hora.
signin-problem-passkeys-number = Las llaves de acceso necesitan un nombre de host, y esta dirección es un número. Abra la redacción por su nombre (localhost en este equipo) o use una contraseña.
signin-problem-passkeys-open = Las llaves de acceso necesitan una dirección que empiece por https. Pídala al operador o use una contraseña.
signin-problem-passkey-refused = La llave de acceso no se ha aceptado. Inténtelo de nuevo o inicie sesión de otro modo.
signin-problem-challenge-gone = Esto ha tardado demasiado o se ha enviado dos veces. Empiece de nuevo.
signin-problem-passkey-known = Esta llave de acceso ya se usa aquí. Elija otro dispositivo u otra llave.
signin-problem-passkeys-full = Una cuenta tiene como máximo 20 llaves de acceso. Quite antes una.
signin-problem-passkey-name-unfit = El nombre de una llave de acceso debe tener de 1 a 80 caracteres.
signin-problem-inactive = Esta cuenta está desactivada. Diríjase a un administrador de la redacción.
signin-problem-last-way = Este es el único medio de entrar en esta cuenta. Establezca antes otro.
signin-problem-again = Cambiar cómo inicia sesión exige haberla iniciado hace poco. Inicie sesión de nuevo y repítalo.
signin-problem-not-signed-in = No ha iniciado sesión o su sesión ha terminado. Inicie sesión de nuevo en otra ventana y repítalo: no se ha perdido nada.
signin-problem-open = Aquí se llega a la redacción por http sin cifrar, de modo que cualquiera en el camino podría escuchar. Acepta inicios de sesión por https, o en localhost en la misma máquina. El operador indica la dirección https en public_url o desk_url.
signin-problem-unreadable = No se ha podido leer la solicitud: era demasiado grande o estaba incompleta. No se ha cambiado nada. Vuelva a cargar la página y repítalo.
