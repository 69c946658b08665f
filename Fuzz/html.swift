import HTMLTree

/// Any bytes are a page, its tree is consistent, and a walk over it ends where it began.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzRun.run(start, count) { bytes in
        let page = HTMLDocument(parsing: bytes)
        if let inconsistency = page.inconsistency { FuzzRun.check(false, inconsistency) }
        FuzzRun.check(
            page.nodeCount <= bytes.count + HTMLLimits.maximumExtraNodes + 10, "\(page.nodeCount) nodes")
        var depth = 0
        for step in page.walk() {
            switch step {
            case .enter: depth += 1
            case .leave: depth -= 1
            }
        }
        FuzzRun.check(depth == 0, "a walk ends \(depth) elements deep")
        for link in page.elements(.a) { _ = page.attributeText(.href, of: link) }
        _ = page.body.map(page.textContent)
    }
}
