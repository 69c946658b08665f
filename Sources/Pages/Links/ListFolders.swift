/// The names of folders that hold lists, people and services, no stories: `/tag/…`, `/author/…`.
///
/// The addresses of tags and authors can look like those of stories (`/tag/protection-of-the-environment`), and they
/// stand among related stories on many pages. The names are those that content management systems and publishers give
/// such folders in their languages; folders that hold stories on some sites (`/section/…`, `/archive/…`) are not there.
enum ListFolders {
    private static let names: Set<String> = [
        // Tags and topics
        "tag", "tags", "tagged", "topic", "topics", "keyword", "keywords", "hashtag", "hashtags", "thema",
        "themen", "schlagwort", "schlagworte", "stichwort", "stichworte", "mot-cle", "mots-cles", "sujet",
        "sujets",
        "thematique", "thematiques", "etiqueta", "etiquetas", "tema", "temas", "palabra-clave", "assunto",
        "assuntos",
        "topico", "topicos", "argomento", "argomenti", "etichetta", "onderwerp", "onderwerpen", "amne",
        "amnen",
        "nyckelord", "emne", "emneord", "aihe", "aiheet", "avainsana", "avainsanat", "tagi", "temat",
        "tematy", "stitek",
        "stitky", "temata", "temy", "cimke", "cimkek", "eticheta", "etichete", "etiket", "etiketler", "konu",
        "konular",
        "topik", "tagar",
        // Categories
        "category", "categories", "kategorie", "kategorien", "kategoria", "kategori", "categorie",
        // People
        "author", "authors", "autor", "autoren", "autorin", "auteur", "auteurs", "autore", "autori",
        "autores", "autorzy",
        "avtor", "authoren", "yazar", "yazarlar", "forfatter", "skribent", "szerzo", "szerzok", "penulis",
        "profile",
        "profiles", "profil", "user", "users", "person", "personen", "persona", "contributor", "contributors",
        "reporter", "journalist", "journalists",
        // Services
        "search", "suche", "buscar", "login", "signin", "register", "account", "contact", "about",
        "subscribe",
        "subscription", "newsletter", "newsletters",
        // Sections
        "rubrik", "rubrique",
    ]

    /// Whether a folder of an address has such a name. The last part of the path is no folder and counts
    /// only where `includingLast` asks for it.
    static func hold(_ address: LinkAddress, includingLast: Bool = false) -> Bool {
        let segments = address.segments
        return (includingLast ? segments[...] : segments.dropLast()).contains {
            names.contains($0.lowercased())
        }
    }
}
