/// The words that `ListWords` looks for, in the order of the inputs of `RelatedNetworks`: those that stand around the
/// links of at least fifteen of some five hundred sites.
enum ListVocabulary {
    /// In the names of elements around a list.
    static let far = memo(farWords, from: 0)
    /// In the names of the list and of the element around it.
    static let near = memo(nearWords, from: 153)
    /// In the title above, by the first six letters of each word.
    static let title = memo(titleWords, from: 294)

    /// All words together.
    static let count = 341

    /// The number of each word by its hash.
    private static func memo(_ words: String, from first: Int) -> HashMemo {
        var memo = HashMemo()
        for (number, word) in words.split(separator: " ").enumerated() {
            memo[ClassReader.hash(Array(word.utf8)[...])] = UInt64(first + number)
        }
        return memo
    }

    static let farWords = """
        align animation area aria article articles auto background banner base between block blocks blog \
        body border bottom box boxed canvas category center child children clearfix col collapse color \
        column columns component con container content contentinfo contents core css custom dark data \
        default desktop detail dialog display dropdown element elementor embed entry false flex fluid focus \
        footer format full gap global grid group has header hentry hidden hide horizontal hover html image \
        inner item items justify label layout left light link list location logo main max medium mega menu \
        mobile mode module nav navbar navigation news next node none object outer overflow padding page \
        parent post postid posts primary publish region related relative responsive right role root row \
        scroll secondary section side sidebar single singular site small span standard status sticky story \
        style sub submenu tablet tag template text the theme thumbnail toggle top true two type view white \
        widget width with wrap wrapper
        """

    static let nearWords = """
        align area aria article articles auto background banner base block blocks blog body border bottom \
        box canvas card category center child children clearfix col collapse color cols column columns \
        container core css custom dark data default desktop detail dialog dropdown element elementor embed \
        entry flex flow font footer format full gap global grid group has header hentry hidden hide \
        horizontal html image inner item items justify label layout left light link links list logo main max \
        menu mobile module name nav navbar navigation news next node none object off overflow padding page \
        parent post postid posts primary publish recent region related relative responsive rich right role \
        row scroll secondary section share sidebar single singular site size small span standard status \
        sticky story style sub submenu tag template testid text theme thumbnail top true type view white \
        widget width with wrap wrapper
        """

    static let titleWords = """
        about all also and are articl best blog can commen explor featur for from get guide how latest like \
        links might more most news next now our popula posts read recent recomm relate resour storie the \
        this tips top topics trendi view what why with you your
        """
}
