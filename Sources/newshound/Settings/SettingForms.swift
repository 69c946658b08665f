// The forms that values of the configuration have: each makes a key from the property that holds its value.

typealias SettingPath<Value> = any WritableKeyPath<Settings, Value> & Sendable

extension SettingKey {
    /// One of an enumeration's words.
    static func choice<Choice>(
        _ name: String, _ path: SettingPath<Choice>, isChangeable: Bool = true
    ) -> SettingKey where Choice: RawRepresentable<String> & CaseIterable & Sendable {
        SettingKey(
            name: name, form: "one of " + Choice.allCases.map(\.rawValue).joined(separator: ", "),
            isPublic: true,
            isChangeable: isChangeable,
            read: { settings, values in
                guard let value = values.first.flatMap(Choice.init(rawValue:)) else { return false }
                settings[keyPath: path] = value
                return true
            }, write: { [$0[keyPath: path].rawValue] })
    }

    /// One of a few words.
    static func word(
        _ name: String, _ path: SettingPath<String>, of words: [String], isChangeable: Bool = true
    ) -> SettingKey {
        SettingKey(
            name: name, form: "one of " + words.joined(separator: ", "), isPublic: true,
            isChangeable: isChangeable,
            read: { settings, values in
                guard let value = values.first, words.contains(value) else { return false }
                settings[keyPath: path] = value
                return true
            }, write: { [$0[keyPath: path]] })
    }

    /// The largest number that counts something: twice and four times as many can be counted too, and nothing that a crawl
    /// has is as many.
    static let mostOfACount = 1_000_000_000

    /// A count from `least` to the most; nil if `text` is none.
    private static func count(_ text: String?, from least: Int) -> Int? {
        text.flatMap { Int($0) }.flatMap { (least...mostOfACount).contains($0) ? $0 : nil }
    }

    static func count(
        _ name: String, _ path: SettingPath<Int>, from least: Int = 0, isChangeable: Bool = true
    ) -> SettingKey {
        SettingKey(
            name: name, form: "a whole number from \(least) to \(mostOfACount)", isPublic: true,
            isChangeable: isChangeable,
            read: { settings, values in
                guard let value = count(values.first, from: least) else { return false }
                settings[keyPath: path] = value
                return true
            }, write: { ["\($0[keyPath: path])"] })
    }

    static func optionalCount(_ name: String, _ path: SettingPath<Int?>) -> SettingKey {
        SettingKey(
            name: name, form: "a whole number from 1 to \(mostOfACount), or unlimited", isPublic: true,
            isChangeable: true,
            read: { settings, values in
                let value = count(values.first, from: 1)
                guard values.first == "unlimited" || value != nil else { return false }
                settings[keyPath: path] = value
                return true
            }, write: { $0[keyPath: path].map { ["\($0)"] } ?? [] })
    }

    static func duration(_ name: String, _ path: SettingPath<Duration>) -> SettingKey {
        SettingKey(
            name: name, form: durationForm, isPublic: true, isChangeable: true,
            read: { settings, values in
                guard let value = values.first.flatMap(DurationText.parse) else { return false }
                settings[keyPath: path] = value
                return true
            }, write: { [DurationText.format($0[keyPath: path])] })
    }

    static func optionalDuration(_ name: String, _ path: SettingPath<Duration?>) -> SettingKey {
        SettingKey(
            name: name, form: durationForm + ", or unlimited", isPublic: true, isChangeable: true,
            read: { settings, values in
                let value = values.first.flatMap(DurationText.parse)
                guard value != nil || values.first == "unlimited" else { return false }
                settings[keyPath: path] = value
                return true
            }, write: { $0[keyPath: path].map { [DurationText.format($0)] } ?? [] })
    }

    /// `least`: bytes that it must have.
    static func size(_ name: String, _ path: SettingPath<Int64>, from least: Int64 = 0) -> SettingKey {
        SettingKey(
            name: name, form: sizeForm + (least > 0 ? ", from \(least) on" : ""), isPublic: true,
            isChangeable: true,
            read: { settings, values in
                guard let value = values.first.flatMap(SizeText.parse), value >= least else { return false }
                settings[keyPath: path] = value
                return true
            }, write: { [SizeText.format($0[keyPath: path])] })
    }

    static func optionalSize(_ name: String, _ path: SettingPath<Int64?>) -> SettingKey {
        SettingKey(
            name: name, form: sizeForm + ", or unlimited", isPublic: true, isChangeable: true,
            read: { settings, values in
                let value = values.first.flatMap(SizeText.parse)
                guard value != nil || values.first == "unlimited" else { return false }
                settings[keyPath: path] = value
                return true
            }, write: { $0[keyPath: path].map { [SizeText.format($0)] } ?? [] })
    }

    static func flag(_ name: String, _ path: SettingPath<Bool>) -> SettingKey {
        SettingKey(
            name: name, form: "true or false", isPublic: true, isChangeable: true,
            read: { settings, values in
                guard let value = values.first.flatMap({ Bool($0) }) else { return false }
                settings[keyPath: path] = value
                return true
            }, write: { ["\($0[keyPath: path])"] })
    }

    static func optionalText(
        _ name: String, _ path: SettingPath<String?>, form: String, isPublic: Bool = true,
        isChangeable: Bool = true, isValid: @escaping @Sendable (String) -> Bool = { !$0.isEmpty }
    ) -> SettingKey {
        SettingKey(
            name: name, form: form, isPublic: isPublic, isChangeable: isChangeable,
            read: { settings, values in
                guard let value = values.first, isValid(value) else { return false }
                settings[keyPath: path] = value
                return true
            }, write: { $0[keyPath: path].map { [$0] } ?? [] })
    }

    static func list(
        _ name: String, _ path: SettingPath<[String]>, form: String, isPublic: Bool,
        isChangeable: Bool = true,
        isValid: @escaping @Sendable (String) -> Bool
    ) -> SettingKey {
        SettingKey(
            name: name, form: form, isPublic: isPublic, isChangeable: isChangeable,
            read: { settings, values in
                guard values.allSatisfy(isValid) else { return false }
                settings[keyPath: path] = values
                return true
            }, write: { $0[keyPath: path] }, isList: true)
    }

    static func pattern(_ name: String, _ path: SettingPath<[String]>) -> SettingKey {
        list(
            name, path, form: "a regular expression of a letter or more", isPublic: true, isChangeable: false
        ) {
            !$0.isEmpty && (try? Regex($0)) != nil
        }
    }

    private static let durationForm = "a duration such as 500ms, 2s or 5m"
    private static let sizeForm = "a size such as 512kB, 10MB or 1GB"
}
