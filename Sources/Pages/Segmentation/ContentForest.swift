/// The trees that tell main content from boilerplate, in two looks: by a block alone, and by the blocks around it too.
///
/// How they are grown: see `DecisionForest`.
enum ContentForest {}
