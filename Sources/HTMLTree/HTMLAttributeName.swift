/// The name of an attribute as a small number: equal names of one document are equal numbers.
///
/// The commonest names have constants; all others are numbered as they occur, and such a number means
/// something in its own document only (`HTMLDocument.attributeName(_:)`, `HTMLDocument.name(of:)`).
@usableFromInline
package struct HTMLAttributeName: Hashable, Sendable {
    @usableFromInline package let rawValue: UInt32

    @inlinable
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    @inlinable
    package static func == (left: HTMLAttributeName, right: HTMLAttributeName) -> Bool {
        left.rawValue == right.rawValue
    }
}

// Constants, in the order of `knownNames`.
extension HTMLAttributeName {
    @inlinable package static var id: HTMLAttributeName { HTMLAttributeName(rawValue: 1) }
    @inlinable package static var `class`: HTMLAttributeName { HTMLAttributeName(rawValue: 2) }
    @inlinable package static var href: HTMLAttributeName { HTMLAttributeName(rawValue: 3) }
    @inlinable package static var src: HTMLAttributeName { HTMLAttributeName(rawValue: 4) }
    @inlinable package static var srcset: HTMLAttributeName { HTMLAttributeName(rawValue: 5) }
    @inlinable package static var rel: HTMLAttributeName { HTMLAttributeName(rawValue: 6) }
    @inlinable package static var type: HTMLAttributeName { HTMLAttributeName(rawValue: 7) }
    @inlinable package static var name: HTMLAttributeName { HTMLAttributeName(rawValue: 8) }
    @inlinable package static var content: HTMLAttributeName { HTMLAttributeName(rawValue: 9) }
    @inlinable package static var property: HTMLAttributeName { HTMLAttributeName(rawValue: 10) }
    @inlinable package static var itemprop: HTMLAttributeName { HTMLAttributeName(rawValue: 11) }
    @inlinable package static var itemscope: HTMLAttributeName { HTMLAttributeName(rawValue: 12) }
    @inlinable package static var itemtype: HTMLAttributeName { HTMLAttributeName(rawValue: 13) }
    @inlinable package static var lang: HTMLAttributeName { HTMLAttributeName(rawValue: 14) }
    @inlinable package static var dir: HTMLAttributeName { HTMLAttributeName(rawValue: 15) }
    @inlinable package static var title: HTMLAttributeName { HTMLAttributeName(rawValue: 16) }
    @inlinable package static var alt: HTMLAttributeName { HTMLAttributeName(rawValue: 17) }
    @inlinable package static var datetime: HTMLAttributeName { HTMLAttributeName(rawValue: 18) }
    @inlinable package static var style: HTMLAttributeName { HTMLAttributeName(rawValue: 19) }
    @inlinable package static var role: HTMLAttributeName { HTMLAttributeName(rawValue: 20) }
    @inlinable package static var hidden: HTMLAttributeName { HTMLAttributeName(rawValue: 21) }
    @inlinable package static var width: HTMLAttributeName { HTMLAttributeName(rawValue: 22) }
    @inlinable package static var height: HTMLAttributeName { HTMLAttributeName(rawValue: 23) }
    @inlinable package static var action: HTMLAttributeName { HTMLAttributeName(rawValue: 24) }
    @inlinable package static var method: HTMLAttributeName { HTMLAttributeName(rawValue: 25) }
    @inlinable package static var value: HTMLAttributeName { HTMLAttributeName(rawValue: 26) }
    @inlinable package static var charset: HTMLAttributeName { HTMLAttributeName(rawValue: 27) }
    @inlinable package static var httpEquiv: HTMLAttributeName { HTMLAttributeName(rawValue: 28) }
    @inlinable package static var media: HTMLAttributeName { HTMLAttributeName(rawValue: 29) }
    @inlinable package static var sizes: HTMLAttributeName { HTMLAttributeName(rawValue: 30) }
    @inlinable package static var target: HTMLAttributeName { HTMLAttributeName(rawValue: 31) }
    @inlinable package static var loading: HTMLAttributeName { HTMLAttributeName(rawValue: 32) }
    @inlinable package static var coords: HTMLAttributeName { HTMLAttributeName(rawValue: 33) }
    @inlinable package static var shape: HTMLAttributeName { HTMLAttributeName(rawValue: 34) }
    @inlinable package static var download: HTMLAttributeName { HTMLAttributeName(rawValue: 35) }
    @inlinable package static var color: HTMLAttributeName { HTMLAttributeName(rawValue: 36) }
    @inlinable package static var face: HTMLAttributeName { HTMLAttributeName(rawValue: 37) }
    @inlinable package static var size: HTMLAttributeName { HTMLAttributeName(rawValue: 38) }
    @inlinable package static var encoding: HTMLAttributeName { HTMLAttributeName(rawValue: 39) }
    @inlinable package static var selected: HTMLAttributeName { HTMLAttributeName(rawValue: 40) }
    @inlinable package static var disabled: HTMLAttributeName { HTMLAttributeName(rawValue: 41) }
    @inlinable package static var multiple: HTMLAttributeName { HTMLAttributeName(rawValue: 42) }
    @inlinable package static var checked: HTMLAttributeName { HTMLAttributeName(rawValue: 43) }
    @inlinable package static var poster: HTMLAttributeName { HTMLAttributeName(rawValue: 44) }
    @inlinable package static var cite: HTMLAttributeName { HTMLAttributeName(rawValue: 45) }
    @inlinable package static var srcdoc: HTMLAttributeName { HTMLAttributeName(rawValue: 46) }
    @inlinable package static var data: HTMLAttributeName { HTMLAttributeName(rawValue: 47) }
    @inlinable package static var hreflang: HTMLAttributeName { HTMLAttributeName(rawValue: 48) }
    @inlinable package static var placeholder: HTMLAttributeName { HTMLAttributeName(rawValue: 49) }
    @inlinable package static var tabindex: HTMLAttributeName { HTMLAttributeName(rawValue: 50) }
    @inlinable package static var dataSrc: HTMLAttributeName { HTMLAttributeName(rawValue: 51) }
    @inlinable package static var dataSrcset: HTMLAttributeName { HTMLAttributeName(rawValue: 52) }
    @inlinable package static var ariaLabel: HTMLAttributeName { HTMLAttributeName(rawValue: 53) }
    @inlinable package static var ariaHidden: HTMLAttributeName { HTMLAttributeName(rawValue: 54) }
    @inlinable package static var ariaLabelledby: HTMLAttributeName { HTMLAttributeName(rawValue: 55) }
    @inlinable package static var ariaDescribedby: HTMLAttributeName { HTMLAttributeName(rawValue: 56) }
    @inlinable package static var ariaExpanded: HTMLAttributeName { HTMLAttributeName(rawValue: 57) }
    @inlinable package static var xlinkHref: HTMLAttributeName { HTMLAttributeName(rawValue: 60) }
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
