/// The second look: how likely the blocks around a block are content, by what the first look said of them.
///
/// This is where candidate bodies compete: a container whose blocks look like content lifts the unclear ones inside,
/// and one whose blocks do not pulls them down, whatever it is called.
struct ContentContext {
    private let list: BlockList
    private let context: ContainerContext
    private let groups: BlockGroups
    private let first: [Float]
    /// Running sums of words plus one, and of the same times probability.
    private var weights: [Float] = [0]
    private var sums: [Float] = [0]
    /// By group, the same sums.
    private var groupWeights: [Float]
    private var groupSums: [Float]
    /// By block: how far the nearest likely content is on either side.
    private let nearest: [(before: Int, after: Int)]

    /// Rows made at once: below a megabyte, as `BlockRows.windowRows`.
    static let rowsAtOnce = 768

    init(_ list: BlockList, _ context: ContainerContext, _ groups: BlockGroups, first: [Float]) {
        self.list = list
        self.context = context
        self.groups = groups
        self.first = first
        nearest = Self.distances(list, first)
        groupWeights = [Float](repeating: 0, count: groups.groups.count)
        groupSums = groupWeights
        var weight: Float = 0
        var sum: Float = 0
        for (index, block) in list.blocks.enumerated() {
            let own = block.measure.words + 1
            weight += own
            sum += own * first[index]
            weights.append(weight)
            sums.append(sum)
            groupWeights[groups.member[index]] += own
            groupSums[groups.member[index]] += own * first[index]
        }
    }

    /// Rows of the first look with this one's numbers behind, for some of the blocks.
    ///
    /// - Parameters:
    ///   - narrow: Rows of the first look, the first of them that of block `start`.
    ///   - blocks: Blocks that `narrow` has rows of.
    func table(after narrow: FeatureTable, from start: Int, of blocks: ArraySlice<Int>) -> FeatureTable {
        var wide = FeatureTable(narrow, rows: blocks.map { $0 - start }, more: Self.width)
        wide.putRows { row, rows, place in
            let index = blocks[blocks.startIndex + row]
            putNeighbours(index, &rows, &place)
            putElements(index, &rows, &place)
            let group = groups.member[index]
            rows.put(groupSums[group] / groupWeights[group], &place)
            rows.put(mean(0, list.blocks.count), &place)
            rows.put(sums.last ?? 0, &place)
            rows.put(mean(max(0, index - 6), index), &place)
            rows.put(mean(index + 1, min(list.blocks.count, index + 7)), &place)
            rows.put(mean(max(0, index - 15), index), &place)
            rows.put(mean(index + 1, min(list.blocks.count, index + 16)), &place)
            rows.put((sums.last ?? 0) > 0 ? sums[index] / (sums.last ?? 1) : 0, &place)
            rows.put(nearest[index].before, &place)
            rows.put(nearest[index].after, &place)
        }
        return wide
    }

    /// How many numbers this look adds.
    private static let width = 31

    private func putNeighbours(
        _ index: Int, _ rows: inout MutableSpan<Float>, _ place: inout FeatureTable.Cursor
    ) {
        rows.put(first[index], &place)
        for neighbour in index - 4...index + 4 where neighbour != index {
            let isThere = neighbour >= 0 && neighbour < first.count
            rows.put(isThere ? first[neighbour] : -1 as Float, &place)
        }
    }

    private func putElements(
        _ index: Int, _ rows: inout MutableSpan<Float>, _ place: inout FeatureTable.Cursor
    ) {
        var around = list.blocks[index].container
        for _ in 0..<6 {
            guard around >= 0 else {
                rows.put(-1 as Float, &place)
                rows.put(-1 as Float, &place)
                continue
            }
            rows.put(mean(list.containers[around].firstBlock, list.containers[around].endBlock), &place)
            rows.put(total(list.containers[around]), &place)
            around = context.wider[around]
        }
    }

    private func mean(_ start: Int, _ end: Int) -> Float {
        guard end > start else { return -1 }
        return (sums[end] - sums[start]) / (weights[end] - weights[start])
    }

    /// The part of all content that an element holds.
    private func total(_ container: BlockList.Container) -> Float {
        guard let all = sums.last, all > 0 else { return 0 }
        return (sums[container.endBlock] - sums[container.firstBlock]) / all
    }

    /// Blocks to the nearest sizeable likely content on either side, 99 at most.
    private static func distances(_ list: BlockList, _ first: [Float]) -> [(before: Int, after: Int)] {
        var result = [(before: Int, after: Int)](repeating: (99, 99), count: first.count)
        var distance = 99
        for index in first.indices {
            result[index].before = distance
            distance =
                first[index] > 0.6 && list.blocks[index].measure.words >= 12 ? 1 : min(99, distance + 1)
        }
        distance = 99
        for index in first.indices.reversed() {
            result[index].after = distance
            distance =
                first[index] > 0.6 && list.blocks[index].measure.words >= 12 ? 1 : min(99, distance + 1)
        }
        return result
    }
}
