/// The name of an element as a small number: equal names of one document have equal tags, so that names are
/// compared and switched over without touching bytes.
///
/// The names known to the standards have constants; other names are numbered as they occur, and such a number
/// means something in its own document only (`HTMLDocument.name(of:)`, `HTMLDocument.tag(named:)`).
/// Upper-case letters occur in the adjusted names of SVG alone (`foreignObject`); HTML never has those.
@usableFromInline
package struct HTMLTag: Hashable, Sendable {
    @usableFromInline package let rawValue: UInt32

    @inlinable
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    @inlinable
    package static func == (left: HTMLTag, right: HTMLTag) -> Bool { left.rawValue == right.rawValue }

    /// The tag of whatever is no element.
    @inlinable package static var none: HTMLTag { HTMLTag(rawValue: 0) }

    /// Whether the name is one of those with a constant.
    package var isKnown: Bool { rawValue > 0 && rawValue <= HTMLTag.lastKnown }
}

// Constants, in the order of `knownNames`.
extension HTMLTag {
    @inlinable package static var a: HTMLTag { HTMLTag(rawValue: 1) }
    @inlinable package static var abbr: HTMLTag { HTMLTag(rawValue: 2) }
    @inlinable package static var acronym: HTMLTag { HTMLTag(rawValue: 3) }
    @inlinable package static var address: HTMLTag { HTMLTag(rawValue: 4) }
    @inlinable package static var applet: HTMLTag { HTMLTag(rawValue: 5) }
    @inlinable package static var area: HTMLTag { HTMLTag(rawValue: 6) }
    @inlinable package static var article: HTMLTag { HTMLTag(rawValue: 7) }
    @inlinable package static var aside: HTMLTag { HTMLTag(rawValue: 8) }
    @inlinable package static var audio: HTMLTag { HTMLTag(rawValue: 9) }
    @inlinable package static var b: HTMLTag { HTMLTag(rawValue: 10) }
    @inlinable package static var base: HTMLTag { HTMLTag(rawValue: 11) }
    @inlinable package static var basefont: HTMLTag { HTMLTag(rawValue: 12) }
    @inlinable package static var bdi: HTMLTag { HTMLTag(rawValue: 13) }
    @inlinable package static var bdo: HTMLTag { HTMLTag(rawValue: 14) }
    @inlinable package static var bgsound: HTMLTag { HTMLTag(rawValue: 15) }
    @inlinable package static var big: HTMLTag { HTMLTag(rawValue: 16) }
    @inlinable package static var blink: HTMLTag { HTMLTag(rawValue: 17) }
    @inlinable package static var blockquote: HTMLTag { HTMLTag(rawValue: 18) }
    @inlinable package static var body: HTMLTag { HTMLTag(rawValue: 19) }
    @inlinable package static var br: HTMLTag { HTMLTag(rawValue: 20) }
    @inlinable package static var button: HTMLTag { HTMLTag(rawValue: 21) }
    @inlinable package static var canvas: HTMLTag { HTMLTag(rawValue: 22) }
    @inlinable package static var caption: HTMLTag { HTMLTag(rawValue: 23) }
    @inlinable package static var center: HTMLTag { HTMLTag(rawValue: 24) }
    @inlinable package static var cite: HTMLTag { HTMLTag(rawValue: 25) }
    @inlinable package static var code: HTMLTag { HTMLTag(rawValue: 26) }
    @inlinable package static var col: HTMLTag { HTMLTag(rawValue: 27) }
    @inlinable package static var colgroup: HTMLTag { HTMLTag(rawValue: 28) }
    @inlinable package static var data: HTMLTag { HTMLTag(rawValue: 29) }
    @inlinable package static var datalist: HTMLTag { HTMLTag(rawValue: 30) }
    @inlinable package static var dd: HTMLTag { HTMLTag(rawValue: 31) }
    @inlinable package static var del: HTMLTag { HTMLTag(rawValue: 32) }
    @inlinable package static var details: HTMLTag { HTMLTag(rawValue: 33) }
    @inlinable package static var dfn: HTMLTag { HTMLTag(rawValue: 34) }
    @inlinable package static var dialog: HTMLTag { HTMLTag(rawValue: 35) }
    @inlinable package static var dir: HTMLTag { HTMLTag(rawValue: 36) }
    @inlinable package static var div: HTMLTag { HTMLTag(rawValue: 37) }
    @inlinable package static var dl: HTMLTag { HTMLTag(rawValue: 38) }
    @inlinable package static var dt: HTMLTag { HTMLTag(rawValue: 39) }
    @inlinable package static var em: HTMLTag { HTMLTag(rawValue: 40) }
    @inlinable package static var embed: HTMLTag { HTMLTag(rawValue: 41) }
    @inlinable package static var fieldset: HTMLTag { HTMLTag(rawValue: 42) }
    @inlinable package static var figcaption: HTMLTag { HTMLTag(rawValue: 43) }
    @inlinable package static var figure: HTMLTag { HTMLTag(rawValue: 44) }
    @inlinable package static var font: HTMLTag { HTMLTag(rawValue: 45) }
    @inlinable package static var footer: HTMLTag { HTMLTag(rawValue: 46) }
    @inlinable package static var form: HTMLTag { HTMLTag(rawValue: 47) }
    @inlinable package static var frame: HTMLTag { HTMLTag(rawValue: 48) }
    @inlinable package static var frameset: HTMLTag { HTMLTag(rawValue: 49) }
    @inlinable package static var h1: HTMLTag { HTMLTag(rawValue: 50) }
    @inlinable package static var h2: HTMLTag { HTMLTag(rawValue: 51) }
    @inlinable package static var h3: HTMLTag { HTMLTag(rawValue: 52) }
    @inlinable package static var h4: HTMLTag { HTMLTag(rawValue: 53) }
    @inlinable package static var h5: HTMLTag { HTMLTag(rawValue: 54) }
    @inlinable package static var h6: HTMLTag { HTMLTag(rawValue: 55) }
    @inlinable package static var head: HTMLTag { HTMLTag(rawValue: 56) }
    @inlinable package static var header: HTMLTag { HTMLTag(rawValue: 57) }
    @inlinable package static var hgroup: HTMLTag { HTMLTag(rawValue: 58) }
    @inlinable package static var hr: HTMLTag { HTMLTag(rawValue: 59) }
    @inlinable package static var html: HTMLTag { HTMLTag(rawValue: 60) }
    @inlinable package static var i: HTMLTag { HTMLTag(rawValue: 61) }
    @inlinable package static var iframe: HTMLTag { HTMLTag(rawValue: 62) }
    @inlinable package static var image: HTMLTag { HTMLTag(rawValue: 63) }
    @inlinable package static var img: HTMLTag { HTMLTag(rawValue: 64) }
    @inlinable package static var input: HTMLTag { HTMLTag(rawValue: 65) }
    @inlinable package static var ins: HTMLTag { HTMLTag(rawValue: 66) }
    @inlinable package static var kbd: HTMLTag { HTMLTag(rawValue: 67) }
    @inlinable package static var keygen: HTMLTag { HTMLTag(rawValue: 68) }
    @inlinable package static var label: HTMLTag { HTMLTag(rawValue: 69) }
    @inlinable package static var legend: HTMLTag { HTMLTag(rawValue: 70) }
    @inlinable package static var li: HTMLTag { HTMLTag(rawValue: 71) }
    @inlinable package static var link: HTMLTag { HTMLTag(rawValue: 72) }
    @inlinable package static var listing: HTMLTag { HTMLTag(rawValue: 73) }
    @inlinable package static var main: HTMLTag { HTMLTag(rawValue: 74) }
    @inlinable package static var map: HTMLTag { HTMLTag(rawValue: 75) }
    @inlinable package static var mark: HTMLTag { HTMLTag(rawValue: 76) }
    @inlinable package static var marquee: HTMLTag { HTMLTag(rawValue: 77) }
    @inlinable package static var math: HTMLTag { HTMLTag(rawValue: 78) }
    @inlinable package static var menu: HTMLTag { HTMLTag(rawValue: 79) }
    @inlinable package static var menuitem: HTMLTag { HTMLTag(rawValue: 80) }
    @inlinable package static var meta: HTMLTag { HTMLTag(rawValue: 81) }
    @inlinable package static var meter: HTMLTag { HTMLTag(rawValue: 82) }
    @inlinable package static var nav: HTMLTag { HTMLTag(rawValue: 83) }
    @inlinable package static var nobr: HTMLTag { HTMLTag(rawValue: 84) }
    @inlinable package static var noembed: HTMLTag { HTMLTag(rawValue: 85) }
    @inlinable package static var noframes: HTMLTag { HTMLTag(rawValue: 86) }
    @inlinable package static var noscript: HTMLTag { HTMLTag(rawValue: 87) }
    @inlinable package static var object: HTMLTag { HTMLTag(rawValue: 88) }
    @inlinable package static var ol: HTMLTag { HTMLTag(rawValue: 89) }
    @inlinable package static var optgroup: HTMLTag { HTMLTag(rawValue: 90) }
    @inlinable package static var option: HTMLTag { HTMLTag(rawValue: 91) }
    @inlinable package static var output: HTMLTag { HTMLTag(rawValue: 92) }
    @inlinable package static var p: HTMLTag { HTMLTag(rawValue: 93) }
    @inlinable package static var param: HTMLTag { HTMLTag(rawValue: 94) }
    @inlinable package static var picture: HTMLTag { HTMLTag(rawValue: 95) }
    @inlinable package static var plaintext: HTMLTag { HTMLTag(rawValue: 96) }
    @inlinable package static var pre: HTMLTag { HTMLTag(rawValue: 97) }
    @inlinable package static var progress: HTMLTag { HTMLTag(rawValue: 98) }
    @inlinable package static var q: HTMLTag { HTMLTag(rawValue: 99) }
    @inlinable package static var rb: HTMLTag { HTMLTag(rawValue: 100) }
    @inlinable package static var rp: HTMLTag { HTMLTag(rawValue: 101) }
    @inlinable package static var rt: HTMLTag { HTMLTag(rawValue: 102) }
    @inlinable package static var rtc: HTMLTag { HTMLTag(rawValue: 103) }
    @inlinable package static var ruby: HTMLTag { HTMLTag(rawValue: 104) }
    @inlinable package static var s: HTMLTag { HTMLTag(rawValue: 105) }
    @inlinable package static var samp: HTMLTag { HTMLTag(rawValue: 106) }
    @inlinable package static var script: HTMLTag { HTMLTag(rawValue: 107) }
    @inlinable package static var search: HTMLTag { HTMLTag(rawValue: 108) }
    @inlinable package static var section: HTMLTag { HTMLTag(rawValue: 109) }
    @inlinable package static var select: HTMLTag { HTMLTag(rawValue: 110) }
    @inlinable package static var selectedcontent: HTMLTag { HTMLTag(rawValue: 111) }
    @inlinable package static var slot: HTMLTag { HTMLTag(rawValue: 112) }
    @inlinable package static var small: HTMLTag { HTMLTag(rawValue: 113) }
    @inlinable package static var source: HTMLTag { HTMLTag(rawValue: 114) }
    @inlinable package static var spacer: HTMLTag { HTMLTag(rawValue: 115) }
    @inlinable package static var span: HTMLTag { HTMLTag(rawValue: 116) }
    @inlinable package static var strike: HTMLTag { HTMLTag(rawValue: 117) }
    @inlinable package static var strong: HTMLTag { HTMLTag(rawValue: 118) }
    @inlinable package static var style: HTMLTag { HTMLTag(rawValue: 119) }
    @inlinable package static var sub: HTMLTag { HTMLTag(rawValue: 120) }
    @inlinable package static var summary: HTMLTag { HTMLTag(rawValue: 121) }
    @inlinable package static var sup: HTMLTag { HTMLTag(rawValue: 122) }
    @inlinable package static var svg: HTMLTag { HTMLTag(rawValue: 123) }
    @inlinable package static var table: HTMLTag { HTMLTag(rawValue: 124) }
    @inlinable package static var tbody: HTMLTag { HTMLTag(rawValue: 125) }
    @inlinable package static var td: HTMLTag { HTMLTag(rawValue: 126) }
    @inlinable package static var template: HTMLTag { HTMLTag(rawValue: 127) }
    @inlinable package static var textarea: HTMLTag { HTMLTag(rawValue: 128) }
    @inlinable package static var tfoot: HTMLTag { HTMLTag(rawValue: 129) }
    @inlinable package static var th: HTMLTag { HTMLTag(rawValue: 130) }
    @inlinable package static var thead: HTMLTag { HTMLTag(rawValue: 131) }
    @inlinable package static var time: HTMLTag { HTMLTag(rawValue: 132) }
    @inlinable package static var title: HTMLTag { HTMLTag(rawValue: 133) }
    @inlinable package static var tr: HTMLTag { HTMLTag(rawValue: 134) }
    @inlinable package static var track: HTMLTag { HTMLTag(rawValue: 135) }
    @inlinable package static var tt: HTMLTag { HTMLTag(rawValue: 136) }
    @inlinable package static var u: HTMLTag { HTMLTag(rawValue: 137) }
    @inlinable package static var ul: HTMLTag { HTMLTag(rawValue: 138) }
    @inlinable package static var `var`: HTMLTag { HTMLTag(rawValue: 139) }
    @inlinable package static var video: HTMLTag { HTMLTag(rawValue: 140) }
    @inlinable package static var wbr: HTMLTag { HTMLTag(rawValue: 141) }
    @inlinable package static var xmp: HTMLTag { HTMLTag(rawValue: 142) }
    @inlinable package static var g: HTMLTag { HTMLTag(rawValue: 143) }
    @inlinable package static var path: HTMLTag { HTMLTag(rawValue: 144) }
    @inlinable package static var rect: HTMLTag { HTMLTag(rawValue: 145) }
    @inlinable package static var circle: HTMLTag { HTMLTag(rawValue: 146) }
    @inlinable package static var line: HTMLTag { HTMLTag(rawValue: 147) }
    @inlinable package static var polyline: HTMLTag { HTMLTag(rawValue: 148) }
    @inlinable package static var polygon: HTMLTag { HTMLTag(rawValue: 149) }
    @inlinable package static var ellipse: HTMLTag { HTMLTag(rawValue: 150) }
    @inlinable package static var text: HTMLTag { HTMLTag(rawValue: 151) }
    @inlinable package static var tspan: HTMLTag { HTMLTag(rawValue: 152) }
    @inlinable package static var use: HTMLTag { HTMLTag(rawValue: 153) }
    @inlinable package static var defs: HTMLTag { HTMLTag(rawValue: 154) }
    @inlinable package static var symbol: HTMLTag { HTMLTag(rawValue: 155) }
    @inlinable package static var desc: HTMLTag { HTMLTag(rawValue: 156) }
    @inlinable package static var mi: HTMLTag { HTMLTag(rawValue: 157) }
    @inlinable package static var mo: HTMLTag { HTMLTag(rawValue: 158) }
    @inlinable package static var mn: HTMLTag { HTMLTag(rawValue: 159) }
    @inlinable package static var ms: HTMLTag { HTMLTag(rawValue: 160) }
    @inlinable package static var mtext: HTMLTag { HTMLTag(rawValue: 161) }
    @inlinable package static var mrow: HTMLTag { HTMLTag(rawValue: 162) }
    @inlinable package static var mglyph: HTMLTag { HTMLTag(rawValue: 163) }
    @inlinable package static var malignmark: HTMLTag { HTMLTag(rawValue: 164) }
    @inlinable package static var annotation: HTMLTag { HTMLTag(rawValue: 165) }
    @inlinable package static var annotationXml: HTMLTag { HTMLTag(rawValue: 166) }
    @inlinable package static var semantics: HTMLTag { HTMLTag(rawValue: 167) }
    static var foreignobject: HTMLTag { HTMLTag(rawValue: 200) }
    @inlinable package static var altGlyph: HTMLTag { HTMLTag(rawValue: 205) }
    @inlinable package static var altGlyphDef: HTMLTag { HTMLTag(rawValue: 206) }
    @inlinable package static var altGlyphItem: HTMLTag { HTMLTag(rawValue: 207) }
    @inlinable package static var animateColor: HTMLTag { HTMLTag(rawValue: 208) }
    @inlinable package static var animateMotion: HTMLTag { HTMLTag(rawValue: 209) }
    @inlinable package static var animateTransform: HTMLTag { HTMLTag(rawValue: 210) }
    @inlinable package static var clipPath: HTMLTag { HTMLTag(rawValue: 211) }
    @inlinable package static var feBlend: HTMLTag { HTMLTag(rawValue: 212) }
    @inlinable package static var feColorMatrix: HTMLTag { HTMLTag(rawValue: 213) }
    @inlinable package static var feComponentTransfer: HTMLTag { HTMLTag(rawValue: 214) }
    @inlinable package static var feComposite: HTMLTag { HTMLTag(rawValue: 215) }
    @inlinable package static var feConvolveMatrix: HTMLTag { HTMLTag(rawValue: 216) }
    @inlinable package static var feDiffuseLighting: HTMLTag { HTMLTag(rawValue: 217) }
    @inlinable package static var feDisplacementMap: HTMLTag { HTMLTag(rawValue: 218) }
    @inlinable package static var feDistantLight: HTMLTag { HTMLTag(rawValue: 219) }
    @inlinable package static var feDropShadow: HTMLTag { HTMLTag(rawValue: 220) }
    @inlinable package static var feFlood: HTMLTag { HTMLTag(rawValue: 221) }
    @inlinable package static var feFuncA: HTMLTag { HTMLTag(rawValue: 222) }
    @inlinable package static var feFuncB: HTMLTag { HTMLTag(rawValue: 223) }
    @inlinable package static var feFuncG: HTMLTag { HTMLTag(rawValue: 224) }
    @inlinable package static var feFuncR: HTMLTag { HTMLTag(rawValue: 225) }
    @inlinable package static var feGaussianBlur: HTMLTag { HTMLTag(rawValue: 226) }
    @inlinable package static var feImage: HTMLTag { HTMLTag(rawValue: 227) }
    @inlinable package static var feMerge: HTMLTag { HTMLTag(rawValue: 228) }
    @inlinable package static var feMergeNode: HTMLTag { HTMLTag(rawValue: 229) }
    @inlinable package static var feMorphology: HTMLTag { HTMLTag(rawValue: 230) }
    @inlinable package static var feOffset: HTMLTag { HTMLTag(rawValue: 231) }
    @inlinable package static var fePointLight: HTMLTag { HTMLTag(rawValue: 232) }
    @inlinable package static var feSpecularLighting: HTMLTag { HTMLTag(rawValue: 233) }
    @inlinable package static var feSpotLight: HTMLTag { HTMLTag(rawValue: 234) }
    @inlinable package static var feTile: HTMLTag { HTMLTag(rawValue: 235) }
    @inlinable package static var feTurbulence: HTMLTag { HTMLTag(rawValue: 236) }
    @inlinable package static var foreignObject: HTMLTag { HTMLTag(rawValue: 237) }
    @inlinable package static var glyphRef: HTMLTag { HTMLTag(rawValue: 238) }
    @inlinable package static var linearGradient: HTMLTag { HTMLTag(rawValue: 239) }
    @inlinable package static var radialGradient: HTMLTag { HTMLTag(rawValue: 240) }
    @inlinable package static var textPath: HTMLTag { HTMLTag(rawValue: 241) }
}

extension HTMLTag {
    static var lastKnown: UInt32 { 241 }

    /// The tag of the spelling that SVG uses for a name in lower case (§13.2.6.5); itself for most names.
    var adjustedForSVG: HTMLTag {
        let place = rawValue &- 168
        return place < 37 ? HTMLTag(rawValue: rawValue &+ 37) : self
    }

    /// The tag of the lower-case spelling of an adjusted name; itself for all other names.
    var lowercased: HTMLTag {
        let place = rawValue &- 205
        return place < 37 ? HTMLTag(rawValue: rawValue &- 37) : self
    }

    /// Every name with a constant, in the order of the numbers, from 1; the adjusted names of SVG stand last,
    /// in the same order as their lower-case spellings before them.
    static let knownNames = """
        a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink \
        blockquote body br button canvas caption center cite code col colgroup data datalist dd del details \
        dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 \
        h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins kbd keygen label legend li link \
        listing main map mark marquee math menu menuitem meta meter nav nobr noembed noframes noscript \
        object ol optgroup option output p param picture plaintext pre progress q rb rp rt rtc ruby s samp \
        script search section select selectedcontent slot small source spacer span strike strong style sub \
        summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var \
        video wbr xmp g path rect circle line polyline polygon ellipse text tspan use defs symbol desc mi mo \
        mn ms mtext mrow mglyph malignmark annotation annotation-xml semantics altglyph altglyphdef \
        altglyphitem animatecolor animatemotion animatetransform clippath feblend fecolormatrix \
        fecomponenttransfer fecomposite feconvolvematrix fediffuselighting fedisplacementmap fedistantlight \
        fedropshadow feflood fefunca fefuncb fefuncg fefuncr fegaussianblur feimage femerge femergenode \
        femorphology feoffset fepointlight fespecularlighting fespotlight fetile feturbulence foreignobject \
        glyphref lineargradient radialgradient textpath altGlyph altGlyphDef altGlyphItem animateColor \
        animateMotion animateTransform clipPath feBlend feColorMatrix feComponentTransfer feComposite \
        feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA \
        feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset \
        fePointLight feSpecularLighting feSpotLight feTile feTurbulence foreignObject glyphRef \
        linearGradient radialGradient textPath
        """
}
