/// Whole lines that are prompts or labels wherever they stand, however much the paragraphs around them look like a
/// story. In lower case; marks as in `PhraseMatcher`.
///
/// Only wordings that nobody writes as a line of a story: what is merely likely is left to the forest.
enum PromptLexicon {
    /// Labels of advertisements and notes that the text goes on.
    static let label: UInt64 = 1
    /// Copyright lines.
    static let copyright: UInt64 = 2
    /// Prompts to follow, share or subscribe.
    static let prompt: UInt64 = 4
    /// What a page says to a browser that does not run scripts, or is too old.
    static let browser: UInt64 = 8

    static let matcher = PhraseMatcher([
        .init(
            label,
            [
                "^advertisement$", "^advertisements$", "^advertising$", "^sponsored$", "^sponsored content$",
                "^- advertisement -$",
                "^-advertisement-$", "^advertisement - continue reading below$",
                "^advertisement. scroll to continue reading$",
                "^article continues below*", "^story continues below*", "^content continues below*",
                "^article continues after*",
                "^story continues after*", "^continue reading below$", "^scroll to continue*",
                "^scroll down to continue*",
                "^ad feedback$", "^anzeige$", "^anzeigen$", "^werbung$", "^weiterlesen nach der anzeige$",
                "^der artikel geht weiter*",
                "^publicidad$", "^publicidade$", "^continua después de la publicidad*",
                "^continúa después de la publicidad*",
                "^publicité$", "^la suite après la publicité$", "^pubblicità$", "^advertentie$", "^annons$",
                "^annonse$", "^annonce$",
                "^artikkelen fortsetter under annonsen$", "^reklama$", "^dalsza część artykułu*", "^реклама$",
                "^reklam$", "^hirdetés$",
                "^iklan$", "^広告$", "^广告$", "^廣告$", "^광고$",
            ]),
        .init(
            copyright,
            [
                "^©*", "^(c) 1*", "^(c) 2*", "^copyright ©*", "^copyright 1*", "^copyright 2*",
                "all rights reserved", "alle rechte vorbehalten",
                "todos los derechos reservados", "todos os direitos reservados", "tous droits réservés",
                "tutti i diritti riservati",
                "alle rechten voorbehouden", "wszelkie prawa zastrzeżone", "все права защищены",
                "tüm hakları saklıdır",
                "may not be reproduced", "may not be published, broadcast",
            ]),
        .init(
            prompt,
            [
                "^follow us", "^follow us on", "^like us on", "^find us on", "^join us on",
                "^connect with us", "^share this", "^share on",
                "^share this article", "^share this story", "^folgen sie uns", "^suivez-nous", "^síguenos",
                "^siga-nos", "^seguici",
                "^volg ons", "^følg oss", "^följ oss", "^obserwuj nas", "^подписывайтесь", "^bizi takip edin",
                "^get the latest news delivered", "^sign up for our", "^sign up to our",
                "^subscribe to our newsletter",
                "^subscribe to our", "^click here to subscribe", "^melden sie sich für unseren newsletter",
                "^abonnez-vous à notre",
                "^suscríbete a nuestro", "^iscriviti alla newsletter",
            ]),
        .init(
            browser,
            [
                "please enable javascript", "need to enable javascript", "must enable javascript",
                "enable javascript to", "enable javascript and", "enable javascript in your browser",
                "turn on javascript", "javascript is disabled", "javascript is required",
                "javascript is not enabled", "javascript must be enabled", "requires javascript to",
                "site requires javascript", "page requires javascript", "app requires javascript",
                "slideshow requires javascript", "bitte aktivieren sie javascript",
                "veuillez activer javascript",
                "browser does not support", "browser doesn't support", "browser doesn’t support",
                "browser is not supported", "browser is no longer supported", "update your browser",
                "upgrade your browser",
            ]),
    ])
}
