/// The name of an attribute as a small number: equal names of one document are equal numbers.
///
/// The commonest names have constants; all others are numbered as they occur, and such a number means
/// something in its own document only (`HTMLDocument.attributeName(_:)`, `HTMLDocument.name(of:)`).
package struct HTMLAttributeName: Hashable, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue }
}

// Constants, in the order of `knownNames`.
extension HTMLAttributeName {
    package static var id: HTMLAttributeName { HTMLAttributeName(rawValue: 1) }
    package static var `class`: HTMLAttributeName { HTMLAttributeName(rawValue: 2) }
    package static var href: HTMLAttributeName { HTMLAttributeName(rawValue: 3) }
    package static var src: HTMLAttributeName { HTMLAttributeName(rawValue: 4) }
    package static var srcset: HTMLAttributeName { HTMLAttributeName(rawValue: 5) }
    package static var rel: HTMLAttributeName { HTMLAttributeName(rawValue: 6) }
    package static var type: HTMLAttributeName { HTMLAttributeName(rawValue: 7) }
    package static var name: HTMLAttributeName { HTMLAttributeName(rawValue: 8) }
    package static var content: HTMLAttributeName { HTMLAttributeName(rawValue: 9) }
    package static var property: HTMLAttributeName { HTMLAttributeName(rawValue: 10) }
    package static var itemprop: HTMLAttributeName { HTMLAttributeName(rawValue: 11) }
    package static var itemscope: HTMLAttributeName { HTMLAttributeName(rawValue: 12) }
    package static var itemtype: HTMLAttributeName { HTMLAttributeName(rawValue: 13) }
    package static var lang: HTMLAttributeName { HTMLAttributeName(rawValue: 14) }
    package static var dir: HTMLAttributeName { HTMLAttributeName(rawValue: 15) }
    package static var title: HTMLAttributeName { HTMLAttributeName(rawValue: 16) }
    package static var alt: HTMLAttributeName { HTMLAttributeName(rawValue: 17) }
    package static var datetime: HTMLAttributeName { HTMLAttributeName(rawValue: 18) }
    package static var style: HTMLAttributeName { HTMLAttributeName(rawValue: 19) }
    package static var role: HTMLAttributeName { HTMLAttributeName(rawValue: 20) }
    package static var hidden: HTMLAttributeName { HTMLAttributeName(rawValue: 21) }
    package static var width: HTMLAttributeName { HTMLAttributeName(rawValue: 22) }
    package static var height: HTMLAttributeName { HTMLAttributeName(rawValue: 23) }
    package static var action: HTMLAttributeName { HTMLAttributeName(rawValue: 24) }
    package static var method: HTMLAttributeName { HTMLAttributeName(rawValue: 25) }
    package static var value: HTMLAttributeName { HTMLAttributeName(rawValue: 26) }
    package static var charset: HTMLAttributeName { HTMLAttributeName(rawValue: 27) }
    package static var httpEquiv: HTMLAttributeName { HTMLAttributeName(rawValue: 28) }
    package static var media: HTMLAttributeName { HTMLAttributeName(rawValue: 29) }
    package static var sizes: HTMLAttributeName { HTMLAttributeName(rawValue: 30) }
    package static var target: HTMLAttributeName { HTMLAttributeName(rawValue: 31) }
    package static var loading: HTMLAttributeName { HTMLAttributeName(rawValue: 32) }
    package static var coords: HTMLAttributeName { HTMLAttributeName(rawValue: 33) }
    package static var shape: HTMLAttributeName { HTMLAttributeName(rawValue: 34) }
    package static var download: HTMLAttributeName { HTMLAttributeName(rawValue: 35) }
    package static var color: HTMLAttributeName { HTMLAttributeName(rawValue: 36) }
    package static var face: HTMLAttributeName { HTMLAttributeName(rawValue: 37) }
    package static var size: HTMLAttributeName { HTMLAttributeName(rawValue: 38) }
    package static var encoding: HTMLAttributeName { HTMLAttributeName(rawValue: 39) }
    package static var selected: HTMLAttributeName { HTMLAttributeName(rawValue: 40) }
    package static var disabled: HTMLAttributeName { HTMLAttributeName(rawValue: 41) }
    package static var multiple: HTMLAttributeName { HTMLAttributeName(rawValue: 42) }
    package static var checked: HTMLAttributeName { HTMLAttributeName(rawValue: 43) }
    package static var poster: HTMLAttributeName { HTMLAttributeName(rawValue: 44) }
    package static var cite: HTMLAttributeName { HTMLAttributeName(rawValue: 45) }
    package static var srcdoc: HTMLAttributeName { HTMLAttributeName(rawValue: 46) }
    package static var data: HTMLAttributeName { HTMLAttributeName(rawValue: 47) }
    package static var hreflang: HTMLAttributeName { HTMLAttributeName(rawValue: 48) }
    package static var placeholder: HTMLAttributeName { HTMLAttributeName(rawValue: 49) }
    package static var tabindex: HTMLAttributeName { HTMLAttributeName(rawValue: 50) }
    package static var dataSrc: HTMLAttributeName { HTMLAttributeName(rawValue: 51) }
    package static var dataSrcset: HTMLAttributeName { HTMLAttributeName(rawValue: 52) }
    package static var ariaLabel: HTMLAttributeName { HTMLAttributeName(rawValue: 53) }
    package static var ariaHidden: HTMLAttributeName { HTMLAttributeName(rawValue: 54) }
    package static var ariaLabelledby: HTMLAttributeName { HTMLAttributeName(rawValue: 55) }
    package static var ariaDescribedby: HTMLAttributeName { HTMLAttributeName(rawValue: 56) }
    package static var ariaExpanded: HTMLAttributeName { HTMLAttributeName(rawValue: 57) }
    package static var xlinkHref: HTMLAttributeName { HTMLAttributeName(rawValue: 60) }
}

extension HTMLAttributeName {
    /// The spelling SVG uses for a name in lower case (§13.2.6.1, "adjust SVG attributes"); itself for most
    /// names.
    var adjustedForSVG: HTMLAttributeName {
        let place = rawValue &- 71
        return place < 58 ? HTMLAttributeName(rawValue: rawValue &+ 58) : self
    }

    /// The spelling MathML uses for a name in lower case: `definitionURL`; itself for all other names.
    var adjustedForMathML: HTMLAttributeName {
        rawValue == 69 ? HTMLAttributeName(rawValue: 70) : self
    }

    /// Whether the name, on an element of SVG or MathML, is one in the XLink, XML or XMLNS namespace
    /// (§13.2.6.1, "adjust foreign attributes").
    package var isNamespacedInForeignContent: Bool { rawValue &- 58 < 11 }

    /// Every name with a number of its own, in the order of the numbers, from 1; the adjusted names of SVG
    /// stand last, in the same order as their lower-case spellings before them.
    static let knownNames = """
        id class href src srcset rel type name content property itemprop itemscope itemtype lang dir title \
        alt datetime style role hidden width height action method value charset http-equiv media sizes \
        target loading coords shape download color face size encoding selected disabled multiple checked \
        poster cite srcdoc data hreflang placeholder tabindex data-src data-srcset aria-label aria-hidden \
        aria-labelledby aria-describedby aria-expanded xlink:actuate xlink:arcrole xlink:href xlink:role \
        xlink:show xlink:title xlink:type xml:lang xml:space xmlns xmlns:xlink definitionurl definitionURL \
        attributename attributetype basefrequency baseprofile calcmode clippathunits diffuseconstant \
        edgemode filterunits glyphref gradienttransform gradientunits kernelmatrix kernelunitlength \
        keypoints keysplines keytimes lengthadjust limitingconeangle markerheight markerunits markerwidth \
        maskcontentunits maskunits numoctaves pathlength patterncontentunits patterntransform patternunits \
        pointsatx pointsaty pointsatz preservealpha preserveaspectratio primitiveunits refx refy repeatcount \
        repeatdur requiredextensions requiredfeatures specularconstant specularexponent spreadmethod \
        startoffset stddeviation stitchtiles surfacescale systemlanguage tablevalues targetx targety \
        textlength viewbox viewtarget xchannelselector ychannelselector zoomandpan attributeName \
        attributeType baseFrequency baseProfile calcMode clipPathUnits diffuseConstant edgeMode filterUnits \
        glyphRef gradientTransform gradientUnits kernelMatrix kernelUnitLength keyPoints keySplines keyTimes \
        lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits \
        numOctaves pathLength patternContentUnits patternTransform patternUnits pointsAtX pointsAtY \
        pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits refX refY repeatCount repeatDur \
        requiredExtensions requiredFeatures specularConstant specularExponent spreadMethod startOffset \
        stdDeviation stitchTiles surfaceScale systemLanguage tableValues targetX targetY textLength viewBox \
        viewTarget xChannelSelector yChannelSelector zoomAndPan
        """
}
