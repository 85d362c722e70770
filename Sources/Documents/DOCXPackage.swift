import Archives
import Diagnostics
import XML

/// The parts of a DOCX file (ECMA-376) that bear text or tell how it is numbered, each parsed when it is asked for.
struct DOCXPackage {
  /// The most bytes that a part may unpack to; Word writes some 20 bytes of mark-up for each letter.
  static let partLimit = 64 << 20

  let document: XMLNode
  let footnotes: XMLNode?
  let endnotes: XMLNode?
  let numbering: XMLNode?
  let styles: XMLNode?
  /// The heads of its pages, in the order of the section that names them.
  let heads: [XMLNode]
  /// The targets of the document's links by relationship id.
  let links: [String: String]

  /// - Throws: a `Diagnostic` where the archive is damaged, too large, or no DOCX.
  init(_ bytes: [UInt8], name: String) throws {
    self = try bytes.withUnsafeBufferPointer { try DOCXPackage(ZipArchive($0, name: name), name: name) }
  }

  private init(_ archive: borrowing ZipArchive, name: String) throws {
    let main = try DOCXPackage.mainPath(archive, name)
    guard let document = try DOCXPackage.part(main, archive, name) else {
      throw Diagnostic.error("'\(name)' is a zip archive but no DOCX: it holds no '\(main)'")
    }
    self.document = document
    let folder = main.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let file = main.split(separator: "/").last ?? ""
    let relations = try DOCXPackage.part("\(folder)_rels/\(file).rels", archive, name)
    var links: [String: String] = [:]
    var paths: [String: String] = [:]
    var heads: [String: String] = [:]
    for relation in relations?.elements ?? [] {
      guard let id = relation["Id"], let target = relation["Target"],
        let type = relation["Type"]?.split(separator: "/").last
      else { continue }
      if relation["TargetMode"] == "External" {
        if type == "hyperlink" { links[id] = target }
      } else {
        let path = target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
        if type == "header" { heads[id] = path } else { paths[String(type)] = path }
      }
    }
    func part(_ type: String) throws -> XMLNode? {
      try paths[type].flatMap { try DOCXPackage.part($0, archive, name) }
    }
    self.links = links
    footnotes = try part("footnotes")
    endnotes = try part("endnotes")
    numbering = try part("numbering")
    styles = try part("styles")
    let named = document.all("headerReference").compactMap { $0["id"].flatMap { heads[$0] } }
    self.heads = try named.prefix(3).compactMap { try DOCXPackage.part($0, archive, name) }
  }

  /// Where the package's relationships put the document; its usual place where they do not tell.
  private static func mainPath(_ archive: borrowing ZipArchive, _ name: String) throws -> String {
    let relations = try part("_rels/.rels", archive, name)
    let main = relations?.elements.first { $0["Type"]?.hasSuffix("/officeDocument") == true }
    let target = main?["Target"] ?? "word/document.xml"
    return target.hasPrefix("/") ? String(target.dropFirst()) : target
  }

  private static func part(_ path: String, _ archive: borrowing ZipArchive, _ name: String) throws -> XMLNode?
  {
    guard let bytes = try archive.entry(path, limit: partLimit) else { return nil }
    return try XMLDocument(xml: bytes, name: "\(name)/\(path)").root
  }
}
