/// The name of an element as a small number: equal names of one document have equal tags, so that names are
/// compared and switched over without touching bytes.
///
/// The names known to the standards have constants; other names are numbered as they occur, and such a number
/// means something in its own document only (`HTMLDocument.name(of:)`, `HTMLDocument.tag(named:)`).
/// Upper-case letters occur in the adjusted names of SVG alone (`foreignObject`); HTML never has those.
package struct HTMLTag: Hashable, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The tag of whatever is no element.
    package static var none: HTMLTag { HTMLTag(rawValue: 0) }

    /// Whether the name is one of those with a constant.
    package var isKnown: Bool { rawValue > 0 && rawValue <= HTMLTag.lastKnown }
}

// Constants, in the order of `knownNames`.
extension HTMLTag {
    package static var a: HTMLTag { HTMLTag(rawValue: 1) }
    package static var abbr: HTMLTag { HTMLTag(rawValue: 2) }
    package static var acronym: HTMLTag { HTMLTag(rawValue: 3) }
    package static var address: HTMLTag { HTMLTag(rawValue: 4) }
    package static var applet: HTMLTag { HTMLTag(rawValue: 5) }
    package static var area: HTMLTag { HTMLTag(rawValue: 6) }
    package static var article: HTMLTag { HTMLTag(rawValue: 7) }
    package static var aside: HTMLTag { HTMLTag(rawValue: 8) }
    package static var audio: HTMLTag { HTMLTag(rawValue: 9) }
    package static var b: HTMLTag { HTMLTag(rawValue: 10) }
    package static var base: HTMLTag { HTMLTag(rawValue: 11) }
    package static var basefont: HTMLTag { HTMLTag(rawValue: 12) }
    package static var bdi: HTMLTag { HTMLTag(rawValue: 13) }
    package static var bdo: HTMLTag { HTMLTag(rawValue: 14) }
    package static var bgsound: HTMLTag { HTMLTag(rawValue: 15) }
    package static var big: HTMLTag { HTMLTag(rawValue: 16) }
    package static var blink: HTMLTag { HTMLTag(rawValue: 17) }
    package static var blockquote: HTMLTag { HTMLTag(rawValue: 18) }
    package static var body: HTMLTag { HTMLTag(rawValue: 19) }
    package static var br: HTMLTag { HTMLTag(rawValue: 20) }
    package static var button: HTMLTag { HTMLTag(rawValue: 21) }
    package static var canvas: HTMLTag { HTMLTag(rawValue: 22) }
    package static var caption: HTMLTag { HTMLTag(rawValue: 23) }
    package static var center: HTMLTag { HTMLTag(rawValue: 24) }
    package static var cite: HTMLTag { HTMLTag(rawValue: 25) }
    package static var code: HTMLTag { HTMLTag(rawValue: 26) }
    package static var col: HTMLTag { HTMLTag(rawValue: 27) }
    package static var colgroup: HTMLTag { HTMLTag(rawValue: 28) }
    package static var data: HTMLTag { HTMLTag(rawValue: 29) }
    package static var datalist: HTMLTag { HTMLTag(rawValue: 30) }
    package static var dd: HTMLTag { HTMLTag(rawValue: 31) }
    package static var del: HTMLTag { HTMLTag(rawValue: 32) }
    package static var details: HTMLTag { HTMLTag(rawValue: 33) }
    package static var dfn: HTMLTag { HTMLTag(rawValue: 34) }
    package static var dialog: HTMLTag { HTMLTag(rawValue: 35) }
    package static var dir: HTMLTag { HTMLTag(rawValue: 36) }
    package static var div: HTMLTag { HTMLTag(rawValue: 37) }
    package static var dl: HTMLTag { HTMLTag(rawValue: 38) }
    package static var dt: HTMLTag { HTMLTag(rawValue: 39) }
    package static var em: HTMLTag { HTMLTag(rawValue: 40) }
    package static var embed: HTMLTag { HTMLTag(rawValue: 41) }
    package static var fieldset: HTMLTag { HTMLTag(rawValue: 42) }
    package static var figcaption: HTMLTag { HTMLTag(rawValue: 43) }
    package static var figure: HTMLTag { HTMLTag(rawValue: 44) }
    package static var font: HTMLTag { HTMLTag(rawValue: 45) }
    package static var footer: HTMLTag { HTMLTag(rawValue: 46) }
    package static var form: HTMLTag { HTMLTag(rawValue: 47) }
    package static var frame: HTMLTag { HTMLTag(rawValue: 48) }
    package static var frameset: HTMLTag { HTMLTag(rawValue: 49) }
    package static var h1: HTMLTag { HTMLTag(rawValue: 50) }
    package static var h2: HTMLTag { HTMLTag(rawValue: 51) }
    package static var h3: HTMLTag { HTMLTag(rawValue: 52) }
    package static var h4: HTMLTag { HTMLTag(rawValue: 53) }
    package static var h5: HTMLTag { HTMLTag(rawValue: 54) }
    package static var h6: HTMLTag { HTMLTag(rawValue: 55) }
    package static var head: HTMLTag { HTMLTag(rawValue: 56) }
    package static var header: HTMLTag { HTMLTag(rawValue: 57) }
    package static var hgroup: HTMLTag { HTMLTag(rawValue: 58) }
    package static var hr: HTMLTag { HTMLTag(rawValue: 59) }
    package static var html: HTMLTag { HTMLTag(rawValue: 60) }
    package static var i: HTMLTag { HTMLTag(rawValue: 61) }
    package static var iframe: HTMLTag { HTMLTag(rawValue: 62) }
    package static var image: HTMLTag { HTMLTag(rawValue: 63) }
    package static var img: HTMLTag { HTMLTag(rawValue: 64) }
    package static var input: HTMLTag { HTMLTag(rawValue: 65) }
    package static var ins: HTMLTag { HTMLTag(rawValue: 66) }
    package static var kbd: HTMLTag { HTMLTag(rawValue: 67) }
    package static var keygen: HTMLTag { HTMLTag(rawValue: 68) }
    package static var label: HTMLTag { HTMLTag(rawValue: 69) }
    package static var legend: HTMLTag { HTMLTag(rawValue: 70) }
    package static var li: HTMLTag { HTMLTag(rawValue: 71) }
    package static var link: HTMLTag { HTMLTag(rawValue: 72) }
    package static var listing: HTMLTag { HTMLTag(rawValue: 73) }
    package static var main: HTMLTag { HTMLTag(rawValue: 74) }
    package static var map: HTMLTag { HTMLTag(rawValue: 75) }
    package static var mark: HTMLTag { HTMLTag(rawValue: 76) }
    package static var marquee: HTMLTag { HTMLTag(rawValue: 77) }
    package static var math: HTMLTag { HTMLTag(rawValue: 78) }
    package static var menu: HTMLTag { HTMLTag(rawValue: 79) }
    package static var menuitem: HTMLTag { HTMLTag(rawValue: 80) }
    package static var meta: HTMLTag { HTMLTag(rawValue: 81) }
    package static var meter: HTMLTag { HTMLTag(rawValue: 82) }
    package static var nav: HTMLTag { HTMLTag(rawValue: 83) }
    package static var nobr: HTMLTag { HTMLTag(rawValue: 84) }
    package static var noembed: HTMLTag { HTMLTag(rawValue: 85) }
    package static var noframes: HTMLTag { HTMLTag(rawValue: 86) }
    package static var noscript: HTMLTag { HTMLTag(rawValue: 87) }
    package static var object: HTMLTag { HTMLTag(rawValue: 88) }
    package static var ol: HTMLTag { HTMLTag(rawValue: 89) }
    package static var optgroup: HTMLTag { HTMLTag(rawValue: 90) }
    package static var option: HTMLTag { HTMLTag(rawValue: 91) }
    package static var output: HTMLTag { HTMLTag(rawValue: 92) }
    package static var p: HTMLTag { HTMLTag(rawValue: 93) }
    package static var param: HTMLTag { HTMLTag(rawValue: 94) }
    package static var picture: HTMLTag { HTMLTag(rawValue: 95) }
    package static var plaintext: HTMLTag { HTMLTag(rawValue: 96) }
    package static var pre: HTMLTag { HTMLTag(rawValue: 97) }
    package static var progress: HTMLTag { HTMLTag(rawValue: 98) }
    package static var q: HTMLTag { HTMLTag(rawValue: 99) }
    package static var rb: HTMLTag { HTMLTag(rawValue: 100) }
    package static var rp: HTMLTag { HTMLTag(rawValue: 101) }
    package static var rt: HTMLTag { HTMLTag(rawValue: 102) }
    package static var rtc: HTMLTag { HTMLTag(rawValue: 103) }
    package static var ruby: HTMLTag { HTMLTag(rawValue: 104) }
    package static var s: HTMLTag { HTMLTag(rawValue: 105) }
    package static var samp: HTMLTag { HTMLTag(rawValue: 106) }
    package static var script: HTMLTag { HTMLTag(rawValue: 107) }
    package static var search: HTMLTag { HTMLTag(rawValue: 108) }
    package static var section: HTMLTag { HTMLTag(rawValue: 109) }
    package static var select: HTMLTag { HTMLTag(rawValue: 110) }
    package static var selectedcontent: HTMLTag { HTMLTag(rawValue: 111) }
    package static var slot: HTMLTag { HTMLTag(rawValue: 112) }
    package static var small: HTMLTag { HTMLTag(rawValue: 113) }
    package static var source: HTMLTag { HTMLTag(rawValue: 114) }
    package static var spacer: HTMLTag { HTMLTag(rawValue: 115) }
    package static var span: HTMLTag { HTMLTag(rawValue: 116) }
    package static var strike: HTMLTag { HTMLTag(rawValue: 117) }
    package static var strong: HTMLTag { HTMLTag(rawValue: 118) }
    package static var style: HTMLTag { HTMLTag(rawValue: 119) }
    package static var sub: HTMLTag { HTMLTag(rawValue: 120) }
    package static var summary: HTMLTag { HTMLTag(rawValue: 121) }
    package static var sup: HTMLTag { HTMLTag(rawValue: 122) }
    package static var svg: HTMLTag { HTMLTag(rawValue: 123) }
    package static var table: HTMLTag { HTMLTag(rawValue: 124) }
    package static var tbody: HTMLTag { HTMLTag(rawValue: 125) }
    package static var td: HTMLTag { HTMLTag(rawValue: 126) }
    package static var template: HTMLTag { HTMLTag(rawValue: 127) }
    package static var textarea: HTMLTag { HTMLTag(rawValue: 128) }
    package static var tfoot: HTMLTag { HTMLTag(rawValue: 129) }
    package static var th: HTMLTag { HTMLTag(rawValue: 130) }
    package static var thead: HTMLTag { HTMLTag(rawValue: 131) }
    package static var time: HTMLTag { HTMLTag(rawValue: 132) }
    package static var title: HTMLTag { HTMLTag(rawValue: 133) }
    package static var tr: HTMLTag { HTMLTag(rawValue: 134) }
    package static var track: HTMLTag { HTMLTag(rawValue: 135) }
    package static var tt: HTMLTag { HTMLTag(rawValue: 136) }
    package static var u: HTMLTag { HTMLTag(rawValue: 137) }
    package static var ul: HTMLTag { HTMLTag(rawValue: 138) }
    package static var `var`: HTMLTag { HTMLTag(rawValue: 139) }
    package static var video: HTMLTag { HTMLTag(rawValue: 140) }
    package static var wbr: HTMLTag { HTMLTag(rawValue: 141) }
    package static var xmp: HTMLTag { HTMLTag(rawValue: 142) }
    package static var g: HTMLTag { HTMLTag(rawValue: 143) }
    package static var path: HTMLTag { HTMLTag(rawValue: 144) }
    package static var rect: HTMLTag { HTMLTag(rawValue: 145) }
    package static var circle: HTMLTag { HTMLTag(rawValue: 146) }
    package static var line: HTMLTag { HTMLTag(rawValue: 147) }
    package static var polyline: HTMLTag { HTMLTag(rawValue: 148) }
    package static var polygon: HTMLTag { HTMLTag(rawValue: 149) }
    package static var ellipse: HTMLTag { HTMLTag(rawValue: 150) }
    package static var text: HTMLTag { HTMLTag(rawValue: 151) }
    package static var tspan: HTMLTag { HTMLTag(rawValue: 152) }
    package static var use: HTMLTag { HTMLTag(rawValue: 153) }
    package static var defs: HTMLTag { HTMLTag(rawValue: 154) }
    package static var symbol: HTMLTag { HTMLTag(rawValue: 155) }
    package static var desc: HTMLTag { HTMLTag(rawValue: 156) }
    package static var mi: HTMLTag { HTMLTag(rawValue: 157) }
    package static var mo: HTMLTag { HTMLTag(rawValue: 158) }
    package static var mn: HTMLTag { HTMLTag(rawValue: 159) }
    package static var ms: HTMLTag { HTMLTag(rawValue: 160) }
    package static var mtext: HTMLTag { HTMLTag(rawValue: 161) }
    package static var mrow: HTMLTag { HTMLTag(rawValue: 162) }
    package static var mglyph: HTMLTag { HTMLTag(rawValue: 163) }
    package static var malignmark: HTMLTag { HTMLTag(rawValue: 164) }
    package static var annotation: HTMLTag { HTMLTag(rawValue: 165) }
    package static var annotationXml: HTMLTag { HTMLTag(rawValue: 166) }
    package static var semantics: HTMLTag { HTMLTag(rawValue: 167) }
    static var foreignobject: HTMLTag { HTMLTag(rawValue: 200) }
    package static var altGlyph: HTMLTag { HTMLTag(rawValue: 205) }
    package static var altGlyphDef: HTMLTag { HTMLTag(rawValue: 206) }
    package static var altGlyphItem: HTMLTag { HTMLTag(rawValue: 207) }
    package static var animateColor: HTMLTag { HTMLTag(rawValue: 208) }
    package static var animateMotion: HTMLTag { HTMLTag(rawValue: 209) }
    package static var animateTransform: HTMLTag { HTMLTag(rawValue: 210) }
    package static var clipPath: HTMLTag { HTMLTag(rawValue: 211) }
    package static var feBlend: HTMLTag { HTMLTag(rawValue: 212) }
    package static var feColorMatrix: HTMLTag { HTMLTag(rawValue: 213) }
    package static var feComponentTransfer: HTMLTag { HTMLTag(rawValue: 214) }
    package static var feComposite: HTMLTag { HTMLTag(rawValue: 215) }
    package static var feConvolveMatrix: HTMLTag { HTMLTag(rawValue: 216) }
    package static var feDiffuseLighting: HTMLTag { HTMLTag(rawValue: 217) }
    package static var feDisplacementMap: HTMLTag { HTMLTag(rawValue: 218) }
    package static var feDistantLight: HTMLTag { HTMLTag(rawValue: 219) }
    package static var feDropShadow: HTMLTag { HTMLTag(rawValue: 220) }
    package static var feFlood: HTMLTag { HTMLTag(rawValue: 221) }
    package static var feFuncA: HTMLTag { HTMLTag(rawValue: 222) }
    package static var feFuncB: HTMLTag { HTMLTag(rawValue: 223) }
    package static var feFuncG: HTMLTag { HTMLTag(rawValue: 224) }
    package static var feFuncR: HTMLTag { HTMLTag(rawValue: 225) }
    package static var feGaussianBlur: HTMLTag { HTMLTag(rawValue: 226) }
    package static var feImage: HTMLTag { HTMLTag(rawValue: 227) }
    package static var feMerge: HTMLTag { HTMLTag(rawValue: 228) }
    package static var feMergeNode: HTMLTag { HTMLTag(rawValue: 229) }
    package static var feMorphology: HTMLTag { HTMLTag(rawValue: 230) }
    package static var feOffset: HTMLTag { HTMLTag(rawValue: 231) }
    package static var fePointLight: HTMLTag { HTMLTag(rawValue: 232) }
    package static var feSpecularLighting: HTMLTag { HTMLTag(rawValue: 233) }
    package static var feSpotLight: HTMLTag { HTMLTag(rawValue: 234) }
    package static var feTile: HTMLTag { HTMLTag(rawValue: 235) }
    package static var feTurbulence: HTMLTag { HTMLTag(rawValue: 236) }
    package static var foreignObject: HTMLTag { HTMLTag(rawValue: 237) }
    package static var glyphRef: HTMLTag { HTMLTag(rawValue: 238) }
    package static var linearGradient: HTMLTag { HTMLTag(rawValue: 239) }
    package static var radialGradient: HTMLTag { HTMLTag(rawValue: 240) }
    package static var textPath: HTMLTag { HTMLTag(rawValue: 241) }
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
