/// The trees that tell related links from all others.
///
/// How they are grown: see `DecisionForest`.
enum RelatedForest {}
