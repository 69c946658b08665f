import Foundation

/// A JSON value as the scorer compares it: numbers as numbers (true is 1), text by its code points, not by what looks
/// the same.
enum CaseValue: Equatable {
    case null
    case number(Double)
    case text(String)
    case list([CaseValue])
    case object([String: CaseValue])

    init(_ json: Any) {
        switch json {
        case let text as String: self = .text(text)
        case let number as NSNumber: self = .number(number.doubleValue)
        case let list as [Any]: self = .list(list.map { CaseValue($0) })
        case let object as [String: Any]: self = .object(object.mapValues { CaseValue($0) })
        default: self = .null
        }
    }

    init?(parsing line: Data) {
        guard let json = try? JSONSerialization.jsonObject(with: line, options: [.fragmentsAllowed]) else {
            return nil
        }
        self.init(json)
    }

    static func == (one: CaseValue, other: CaseValue) -> Bool {
        switch (one, other) {
        case (.null, .null): true
        case (.number(let one), .number(let other)): one == other
        case (.text(let one), .text(let other)): one.utf8.elementsEqual(other.utf8)
        case (.list(let one), .list(let other)): one == other
        case (.object(let one), .object(let other)): one == other
        default: false
        }
    }

    /// The field of an object; null where there is none.
    subscript(_ name: String) -> CaseValue {
        guard case .object(let fields) = self else { return .null }
        return fields[name] ?? .null
    }

    /// Whether an object has the field, be it null.
    func has(_ name: String) -> Bool {
        guard case .object(let fields) = self else { return false }
        return fields[name] != nil
    }

    var fields: [String: CaseValue] {
        guard case .object(let fields) = self else { return [:] }
        return fields
    }

    var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    var number: Double? {
        guard case .number(let number) = self else { return nil }
        return number
    }

    var list: [CaseValue]? {
        guard case .list(let list) = self else { return nil }
        return list
    }

    /// Whether it is anything but null, zero and empty.
    var isTrue: Bool {
        switch self {
        case .null: false
        case .number(let number): number != 0
        case .text(let text): !text.isEmpty
        case .list(let list): !list.isEmpty
        case .object(let fields): !fields.isEmpty
        }
    }

    /// Text in lower case; everything else as it is.
    var lowercased: CaseValue {
        guard let text else { return self }
        return .text(text.lowercased())
    }
}
