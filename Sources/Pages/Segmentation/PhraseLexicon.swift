/// Wordings by which boilerplate gives itself away, whatever its mark-up. In lower case; marks as in `PhraseMatcher`.
///
/// One such wording inside a long paragraph means little; how much it counts depends on the block's length and place.
enum PhraseLexicon {
    /// The wordings below and the block titles of `TitleLexicon`.
    static let matcher = PhraseMatcher(entries + TitleLexicon.entries)

    private static func entry(_ evidence: PhraseEvidence, _ phrases: [String]) -> PhraseMatcher.Entry {
        PhraseMatcher.Entry(evidence.rawValue, phrases)
    }

    private static let entries: [PhraseMatcher.Entry] = [
        entry(
            .newsletter,
            [
                "newsletter*", "subscribe", "subscription", "sign up", "signup", "your inbox",
                "email address", "get updates", "mailing list", "unsubscribe", "e-mail", "delivered to your",
                "join our", "stay updated", "stay informed", "free trial", "become a member",
                "abonnieren", "abonnement", "anmelden", "postfach", "abonnez-vous", "s'abonner",
                "inscrivez-vous", "suscríbete", "suscribirse", "boletín", "inscreva-se", "assine",
                "iscriviti", "abbonati", "inschrijven", "nieuwsbrief", "prenumerera", "nyhetsbrev*",
                "nyhedsbrev*", "zapisz się", "подпис*", "рассылк*", "bülten*", "hírlevél*", "订阅", "登録", "구독",
            ]),
        entry(
            .share,
            [
                "share", "share this", "share on", "tweet", "facebook", "twitter", "linkedin", "whatsapp",
                "pinterest", "instagram", "youtube", "telegram", "copy link", "follow us", "follow",
                "email this", "print", "teilen", "drucken", "folgen", "partager", "suivez-nous", "compartir",
                "síguenos", "compartilhar", "siga", "condividi", "seguici", "delen", "dela", "del på", "jaa",
                "udostępnij", "sdílet", "поделиться", "paylaş", "bagikan", "chia sẻ", "シェア", "分享", "공유",
                "flipboard", "reddit", "threads", "bluesky", "tiktok",
            ]),
        entry(
            .copyright,
            [
                "©", "copyright", "(c)", "all rights reserved", "alle rechte", "tous droits",
                "todos los derechos", "todos os direitos", "tutti i diritti", "alle rechten",
                "wszelkie prawa", "все права", "tüm hakları", "terms of use", "terms of service",
                "terms & conditions", "terms and conditions", "privacy policy", "privacy", "impressum",
                "datenschutz*", "mentions légales", "aviso legal", "contact us", "about us",
                "advertise with us", "sitemap", "accessibility", "cookie policy", "do not sell",
                "reproduced without", "may not be published", "版权所有", "all right reserved", "trademark*",
                "permission",
            ]),
        entry(
            .advertisement,
            [
                "advertisement", "advertising", "sponsored", "advertise", "promoted", "paid content",
                "ad feedback", "ads by", "advertisment", "anzeige", "werbung", "publicité", "publicidad",
                "publicidade", "pubblicità", "advertentie", "annons", "annonse", "annonce", "reklama",
                "реклама", "reklam", "iklan", "quảng cáo", "広告", "广告", "광고", "from our partners",
                "continue reading below", "article continues", "story continues", "scroll to continue",
                "continues below", "skip ad", "sponsor", "partner content",
            ]),
        entry(
            .comments,
            [
                "comment", "comments", "leave a reply", "leave a comment", "post a comment",
                "join the conversation", "log in to comment", "replies", "reply",
                "your email address will not be published", "required fields", "kommentar*", "commentaire*",
                "comentario*", "comentário*", "commenti", "reacties", "комментари*", "yorum*", "conversation",
                "responses", "discussion", "join the discussion", "cancel reply",
            ]),
        entry(
            .author,
            [
                "^by", "about the author", "written by", "^author", "^von", "^par", "^por", "^di", "^door",
                "^av", "^text:", "staff writer", "contributed to this report", "contributing",
                "is a journalist", "is a writer", "is the author", "is an editor", "is a freelance",
                "is a reporter", "is the founder", "editor-in-chief", "senior editor", "correspondent",
                "über den autor", "reviewed by", "fact checked by", "edited by", "medically reviewed",
                "follow her", "follow him", "view all posts", "more about", "full bio", "see full bio",
                "reporting by", "editing by", "is a senior", "is a professor", "contact the author",
                "can be reached at", "autor*",
            ]),
        entry(
            .meta,
            [
                "^published", "^updated", "^posted", "last updated", "min read", "minute read",
                "minutes read", "^date", "^tags", "^tagged", "filed under", "^category", "^categories",
                "^topics", "hours ago", "days ago", "minutes ago", "^veröffentlicht", "^stand:", "uhr",
                "lesezeit", "^publié", "mis à jour", "^actualizado", "^publicado", "^pubblicato",
                "aggiornato", "views", "^share this article", "read time", "reading time", "last modified",
                "first published", "^schlagworte", "^themen", "^etiquetas", "^more on:", "a.m.", "p.m.",
                "est", "gmt", "edt",
            ]),
        entry(
            .consent,
            [
                "cookie*", "consent", "we use cookies", "gdpr", "your privacy", "enable javascript",
                "javascript", "browser", "ad blocker", "adblock*", "accept all", "manage preferences",
                "einwilligung", "zustimmung", "recaptcha", "third-party", "opt out", "you agree to",
                "agree to our", "by signing up", "by subscribing", "by submitting", "by clicking",
            ]),
        entry(
            .account,
            [
                "log in", "login", "sign in", "register", "create account", "my account", "forgot password",
                "password", "checkout", "add to cart", "cart", "wishlist", "search", "menu", "einloggen",
                "registrieren", "connexion", "iniciar sesión", "entrar", "accedi", "inloggen", "zaloguj",
                "войти", "giriş", "already a subscriber", "already a member", "already have an account",
                "premium", "subscribers only", "members only", "to continue reading", "exclusive content",
                "basket",
            ]),
        entry(
            .credit,
            [
                "photo", "photo by", "photo:", "image", "image credit", "credit", "credit:", "getty",
                "getty images", "shutterstock", "istock", "unsplash", "file photo", "foto", "fotos", "foto:",
                "bild:", "bild", "quelle", "quelle:", "crédit", "fuente:", "fonte", "source:", "video:",
                "ap photo", "reuters", "courtesy of", "picture:", "alamy", "dpa", "illustration",
                "play video", "watch now", "fotograf*", "screenshot", "click to enlarge", "view gallery",
                "enlarge",
            ]),
        entry(
            .contents,
            [
                "table of contents", "on this page", "in this article", "contents", "jump to",
                "what's inside", "in this guide", "skip to section", "inhaltsverzeichnis", "inhalt",
                "sommaire", "índice", "in this section", "quick links", "in this post", "jump to section",
                "article contents", "page contents",
            ]),
        entry(
            .disclosure,
            [
                "we may earn", "affiliate", "commission", "affiliate links", "when you buy through",
                "purchase through", "independently selected", "independently", "our editors",
                "earn a commission", "amazon associate", "provisions", "disclosure", "how we review",
                "editorial guidelines", "editorial standards", "advertiser disclosure", "support our work",
                "support us", "donate", "donation*", "your support", "spenden", "made possible by",
                "non-profit", "nonprofit", "journalism", "prices may", "at the time of publish*",
                "at the time of writing",
            ]),
        entry(
            .neighbours,
            [
                "previous article", "next article", "previous post", "next post", "^previous", "^next",
                "^older", "^newer", "older posts", "newer posts", "^prev", "back to top", "back to", "^back",
                "return to", "zurück", "nach oben", "load more", "show more", "view more", "see more",
                "show less", "view all", "see all", "show all", "all articles", "« ", " »", "page",
            ]),
        entry(
            .skip,
            [
                "skip to", "skip navigation", "jump to content", "zum inhalt", "aller au contenu", "skip",
                "close", "open menu", "toggle", "loading", "expand", "collapse", "dismiss", "schließen",
                "fermer", "cerrar",
            ]),
        entry(
            .callToAction,
            [
                "learn more", "shop now", "get started", "buy now", "book a", "request a", "contact sales",
                "schedule a", "try it free", "try for free", "start your", "download", "download now",
                "find out more", "get a quote", "call us", "call now", "apply now", "book now", "order now",
                "view details", "add to", "click here", "explore", "talk to", "get in touch",
                "free consultation", "view product", "check price", "see it", "buy on", "shop", "see at",
                "view on", "discover", "visit", "join now", "get the", "request demo", "let's talk",
                "ready to", "see price", "view deal", "quick view", "in stock", "out of stock", "sold out",
            ]),
        entry(
            .note,
            [
                "editor's note", "editor’s note", "note:", "correction", "correction:", "this article was",
                "this story was", "this post was", "originally published", "originally appeared",
                "this article has been", "this story has been", "was updated", "disclaimer",
                "views expressed", "opinions expressed", "not constitute", "informational purposes",
                "press release", "about the company", "^about ", "media contact", "for more information",
                "republish*", "creative commons", "if you or someone", "story tips", "send tips",
                "have a tip", "got a tip", "translated from", "the post", "first appeared on",
                "this content was", "syndicated", "with files from", "associated press", "agence france",
            ]),
        entry(
            .app,
            [
                "app store", "google play", "download the app", "download our app", "mobile app", "our app",
                "get the app", "listen to", "podcast*", "spotify", "apple podcasts", "audio", "alexa",
                "add us", "google news", "preferred source", "push notification*", "notifications",
                "whatsapp channel", "rss",
            ]),
        entry(
            .price,
            [
                "*$*", "€", "£", "¥", "₹", "price", "sale price", "regular price", "msrp", "% off",
                "free shipping", "shipping", "qty", "sku", "reviews", "rating", "stars", "out of 5",
            ]),
        entry(
            .sources,
            [
                "sources", "references", "footnotes", "bibliography", "citations", "quellen", "references:",
                "sources:", "works cited", "doi", "et al", "literatur",
            ]),
        entry(
            .sectionPages,
            [
                "topics", "tags", "themen", "sections", "categories", "more topics", "explore topics",
                "browse", "schlagworte", "temas", "thèmes", "related topics", "related tags", "tematy",
                "теги", "mots-clés",
            ]),
        entry(
            .questions,
            [
                "frequently asked", "faq", "faqs", "q:", "a:", "questions", "how", "what", "why", "can i",
                "do i", "is it",
            ]),
        entry(.script, ["function(", "var ", "{{", "}}", "undefined", "http", "null", "{", "};"]),
    ]
}
