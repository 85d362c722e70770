/// A footnote as a reader finds it, before the document's paragraphs are known.
struct Note {
  var label: String
  var text: RunningText
}
