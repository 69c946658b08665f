/// The words that web sites use in class names and IDs, by what they hint at.
///
/// A word counts at the start of a part of the name (`nav` in `main-nav`, `navBar`, `navigation`), with `$` as the
/// whole part only, where longer words mean something else (`ad`, but not `adaptive`). The list was collected from
/// class names as such; none is there for the sake of one site.
enum ClassLexicon {
    static let matcher = PhraseMatcher(entries)

    private static func words(_ evidence: ClassEvidence, _ list: String) -> PhraseMatcher.Entry {
        let phrases = list.split(separator: " ").map { word in
            word.hasSuffix("$") ? String(word.dropLast()) : word + "*"
        }
        return PhraseMatcher.Entry(evidence.rawValue, phrases)
    }

    private static let entries: [PhraseMatcher.Entry] = [
        words(
            .comments,
            "comment kommentar disqus respond$ reply replies livefyre discussion coral$ talk$ viafoura"),
        words(
            .share,
            "share$ shares$ sharing sharebar sharedaddy sharebutton social addthis addtoany a2a$ followus follow-us follow$ sns$ teilen compartir partage whatsapp facebook twitter$"
        ),
        words(
            .navigation,
            "nav menu breadcrumb crumb pagination pager$ paging sitemap skip$ skiplink skip-link toolbar topbar megamenu prevnext prev-next post-nav sitenav hamburger"
        ),
        words(.footer, "footer foot$ colophon copyright legal$ bottom$ footnav pagefooter"),
        words(.header, "header masthead head$ topper$ sitehead"),
        words(
            .sidebar,
            "sidebar side$ aside rail$ rightcol leftcol right-col left-col rightcolumn sidecol secondary$ complementary right-rail rightrail col-right column-right seitenleiste"
        ),
        words(
            .related,
            "related relate$ relatedposts recirc similar$ similarposts readmore$ read-more readnext read-next morefrom more-from morestories more-stories more-news also-read alsoread also-like seealso see-also yarpp crp_related jp-relatedposts associated$ mehr-zum further inline-related onward verwandt linkbox linklist relacionad notizie-correlate correlat podobne polecane up-next upnext next-article nextarticle"
        ),
        words(
            .recommendation,
            "recommend recommended recommends suggested suggestion foryou for-you youmaylike may-like alsolike empfehl lesetipp reco$ recos$ interest$ might-like"
        ),
        words(
            .popular,
            "popular trending trend$ most-read mostread mostviewed most-viewed mostpopular most-popular top-stories topstories toplist ticker hot$ meistgelesen lo-mas masleid lomas bestof featured-posts editors-pick editorspick"
        ),
        words(
            .latest,
            "latest recent newest newsfeed news-feed feed$ neueste ultimas aktuell breaking just-in river$"),
        words(
            .newsletter,
            "newsletter subscribe subscription signup sign-up mailchimp mc4wp mc_embed optin opt-in email-form emailsignup hs-form mailing"
        ),
        words(
            .advertisement,
            "ad$ ads$ adv$ advert advertisement advertising adsense adslot adunit adbox adblock adcontainer adwrapper adplaceholder sponsor dfp$ gpt$ outbrain taboola revcontent mgid plista banner-ad promoted native-ad anzeige werbung publicidad reklam reklama leaderboard billboard doubleclick googlead teads"
        ),
        words(
            .author,
            "author byline by-line bio$ biography avatar contributor writer$ autor auteur autore verfasser about-author profile reporter vcard"
        ),
        words(
            .meta,
            "meta$ metadata postmeta entry-meta date$ datetime dateline time$ timestamp published publish-date posted pubdate tag$ tags$ tagged taglist category categories topics$ topic$ keywords reading-time readtime read-time kicker eyebrow label$ labels$ views$ last-updated updated datum fecha"
        ),
        words(
            .notice,
            "cookie consent gdpr modal popup pop-up popin overlay lightbox dialog toast notice$ notification onetrust cmp$ privacy$ interstitial drawer offcanvas off-canvas browsehappy alert$"
        ),
        words(
            .hidden,
            "hidden hide$ sr-only sronly screen-reader screenreader visually-hidden visuallyhidden visually-hide d-none display-none invisible offscreen off-screen noprint no-print print-only u-hidden assistive a11y"
        ),
        words(
            .account,
            "login log-in signin sign-in register$ registration account$ user-menu cart$ minicart mini-cart checkout search searchform basket"
        ),
        words(
            .caption,
            "caption credit figcaption photo image picture thumb$ thumbnail gallery$ media$ video player$ slideshow img$ credits$ source$ bildunterschrift legend"
        ),
        words(
            .contents,
            "toc$ table-of-contents tableofcontents contents$ jump-to jumplinks jump-link anchor-nav on-this-page onthispage inhaltsverzeichnis ez-toc lwptoc in-this-article"
        ),
        words(
            .control,
            "btn button cta$ filter sort$ sorting dropdown select$ tooltip input$ form$ field$ fields$ toggle$ load-more loadmore show-more showmore view-all viewall more$ more-link action$ call-to-action"
        ),
        words(
            .offer,
            "rating ratings review$ reviews$ stars$ star$ price pricing stock$ sku$ buy$ quantity qty$ shipping wishlist add-to-cart addtocart compare$ swatch variant upsell cross-sell crosssell also-bought bundle"
        ),
        words(
            .card,
            "card teaser tile$ tiles$ item$ items$ grid$ carousel slider slide$ slides$ swiper slick listing list$ excerpt blurb promo-item summary-item collection-item product-card feed-item headline-list story-list stories$ posts$"
        ),
        words(
            .content,
            "content$ article$ post$ entry$ story$ text$ copy$ main$ page-content maincontent primary$ single$ detail$ column$ wrapper$ node$ main-content"
        ),
        words(
            .body,
            "article-body articlebody article__body article_body body$ story-body storybody story__body story-content storycontent article-content articlecontent article__content article-text articletext articulo-cuerpo entry-content entrycontent post-content postcontent post-body postbody post__content post-text body-text bodytext body-copy bodycopy body-content richtext rich-text rte$ wysiwyg markdown prose$ td-post-content node__content field--name-body mw-parser-output text-content textcontent blog-content blogcontent single-content page-body paragraph articleparagraph text-block textblock cms-content user-content user-html main-text"
        ),
        words(
            .description,
            "description desc$ details$ specs$ spec$ specification features$ feature$ product-info overview tab-content product-description ingredients nutrition about$"
        ),
        words(
            .post,
            "message messages$ post-content postbody thread threads$ topic-body bbcode bbwrapper answer question usertext cooked$ topic-post msg$ conversation comment-body comment-content forum"
        ),
        words(
            .panel,
            "faq accordion tab$ tabs$ tabpanel tab-pane panel collapse collapsible expander expand details-content"
        ),
        words(
            .disclaimer,
            "disclaimer disclosure affiliate editors-note editor-note correction advertiser-disclosure ftc$ fact-check factcheck"
        ),
        words(
            .callout,
            "pullquote pull-quote quote callout highlight infobox info-box note$ tip$ tips$ factbox fact-box sidebar-box key-takeaways keytakeaways takeaways key-points keypoints tldr boxout"
        ),
        words(
            .poster,
            "signature userinfo user-info user-details poster$ postprofile post-profile membership user-name username rank$ karma message-user author-info"
        ),
        words(
            .tools,
            "print$ tools$ actions$ action-bar utility utilities bookmark save$ copy-link copylink likes$ like$ vote votes$ reaction reactions$ permalink listen$ audio$ text-size fontsize"
        ),
        words(
            .standfirst,
            "dek$ standfirst subtitle subheadline subheading sub-heading lead$ lede intro introduction deck$ chapo excerpt entradilla bajada vorspann anleser summary$ preamble"
        ),
        words(
            .promotion,
            "promo promotion banner hero$ cta-box cta-banner download-app app-promo app-store donate donation membership-promo marketing offer$ offers$ campaign join$ partner partners$ logos$ clients$ testimonial"
        ),
        words(.title, "title$ headline heading$ h1$ entry-title post-title page-title article-title"),
        words(
            .paywall,
            "paywall regwall pay-wall subscriber premium$ piano$ meter$ barrier gated registration-wall plus$ locked"
        ),
        words(.widget, "widget module$ block$ box$ container$ embed embedded iframe component$ plugin"),
    ]
}
