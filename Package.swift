// swift-tools-version: 6.1
// The map of the house: one section per stage of the pipeline drawn in README.md.
import Foundation
import PackageDescription

/// What `pkg-config --cflags libxml-2.0` says: a library that is loaded at need must not be linked, as SwiftPM would.
let libxml2Headers = Context.environment["LIBXML2_HEADERS"] ?? "/usr/include/libxml2"

/// Whether the static libraries that `Linking` names are there, as with Debian's packages; elsewhere shared ones are linked.
let hasStaticLibraries = ["x86_64", "aarch64"].contains {
  FileManager.default.fileExists(atPath: "/usr/lib/\($0)-linux-gnu/libedit.a")
}

/// How the tool starts as fast as it can: nothing for the dynamic linker to look for or to move but the C library. A program that
/// may lie anywhere holds some 50,000 addresses that are written anew at every start, each page of them a page fault; libraries
/// loaded at need, the stack and the heap still lie anywhere.
let startingFast: [LinkerSetting] = [
  .unsafeFlags(
    ["-use-ld=lld", "-Xclang-linker", "-no-pie"]
      + (hasStaticLibraries ? ["-L\(Context.packageDirectory)/Linking"] : []),
    .when(configuration: .release))
]

let package = Package(
  name: "stemma",
  products: [.executable(name: "stemma", targets: ["stemma"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // The words everybody shares
    .target(name: "Diagnostics"),
    .target(name: "Workers"),
    .target(name: "RDF", dependencies: ["XML", "Archives", "Diagnostics"]),
    .target(name: "XML", dependencies: ["Diagnostics", "CLibXML2"]),
    .target(name: "Archives", dependencies: ["Diagnostics", "CZlib", "CLibZip"]),
    .target(
      name: "CLibXML2", dependencies: ["CLazyLibrary"],
      cSettings: [.unsafeFlags(["-I" + libxml2Headers])]),
    .target(name: "CLazyLibrary"),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CLibZip", dependencies: ["CLazyLibrary"]),

    // Text to triples
    .target(
      name: "Ontology", dependencies: ["RDF", "Diagnostics", "COntologyData"], path: "Ontology",
      exclude: ["Data"]),
    .target(name: "COntologyData"),
    .target(name: "Documents", dependencies: ["Diagnostics", "XML", "Archives", "CLinux"]),
    .systemLibrary(name: "CLinux"),
    .target(name: "Extraction", dependencies: ["Documents", "Ontology", "RDF", "Diagnostics", "CByteMasks"]),
    .systemLibrary(name: "CByteMasks"),

    // Triples to answers
    .target(name: "TripleStore", dependencies: ["RDF", "Diagnostics", "Workers", "CLMDB"]),
    .systemLibrary(name: "CLMDB", providers: [.apt(["liblmdb-dev"])]),
    .target(name: "QuerySyntax", dependencies: ["RDF", "Diagnostics"]),
    .target(
      name: "QueryEngine",
      dependencies: ["QuerySyntax", "TripleStore", "RDF", "Diagnostics", "Workers", "CPCRE2"]),
    .systemLibrary(name: "CPCRE2", providers: [.apt(["libpcre2-dev"])]),

    // Answers to people
    .target(
      name: "Queries", dependencies: ["Diagnostics"], path: "Queries",
      resources: [.embedInCode("Library")]),
    .target(name: "Exports", path: "Exports", exclude: ["Samples"], resources: [.embedInCode("Profiles")]),
    .target(
      name: "Export",
      dependencies: ["Exports", "Queries", "QueryEngine", "QuerySyntax", "RDF", "XML", "Diagnostics"]),
    .target(
      name: "Lineage",
      dependencies: ["Export", "Documents", "QueryEngine", "QuerySyntax", "RDF", "Workers", "Diagnostics"],
      resources: [.embedInCode("Page")]),
    .target(
      name: "Shell",
      dependencies: [
        "QueryEngine", "QuerySyntax", "Queries", "Export", "RDF", "XML", "Diagnostics", "CEdit",
      ]),
    .systemLibrary(name: "CEdit", providers: [.apt(["libedit-dev"])]),
    .executableTarget(
      name: "stemma",
      dependencies: [
        "Shell", "Lineage", "Export", "Extraction", "Documents", "Ontology", "Queries",
        "QueryEngine", "TripleStore", "RDF", "Diagnostics", "Workers",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      linkerSettings: startingFast),
    .executableTarget(
      name: "conformance",
      dependencies: [
        "QueryEngine", "QuerySyntax", "TripleStore", "RDF", "XML", "Diagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "extraction-bench",
      dependencies: [
        "Extraction", "Documents", "Ontology",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Tests: one folder per module
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "RDFTests", dependencies: ["RDF", "FileFixtures", "Diagnostics"]),
    .testTarget(name: "XMLTests", dependencies: ["XML"]),
    .target(name: "FileFixtures", dependencies: ["CZlib"], path: "Tests/FileFixtures"),
    .testTarget(name: "ArchivesTests", dependencies: ["Archives", "FileFixtures", "Diagnostics"]),
    .testTarget(name: "OntologyTests", dependencies: ["Ontology", "RDF"]),
    .testTarget(
      name: "DocumentsTests", dependencies: ["Documents", "Diagnostics", "FileFixtures"],
      exclude: ["Tables"]),
    .testTarget(
      name: "ExtractionTests",
      dependencies: ["Extraction", "Documents", "Ontology", "RDF", "Diagnostics", "FileFixtures"],
      exclude: ["Citations/Tables", "Tables"]),
    .testTarget(name: "TripleStoreTests", dependencies: ["TripleStore"]),
    .testTarget(
      name: "QuerySyntaxTests", dependencies: ["QuerySyntax", "RDF", "Diagnostics"],
      exclude: ["Cases"]),
    .testTarget(
      name: "QueryEngineTests", dependencies: ["QueryEngine", "QuerySyntax", "TripleStore"],
      exclude: ["Cases"]),
    .testTarget(
      name: "ExportTests",
      dependencies: ["Export", "QueryEngine", "QuerySyntax", "TripleStore", "RDF", "Diagnostics"]),
    .testTarget(
      name: "LineageTests",
      dependencies: [
        "Lineage", "Extraction", "Documents", "Ontology", "QueryEngine", "TripleStore", "RDF", "Diagnostics",
      ],
      exclude: ["Language/Tables"]),
    .testTarget(
      name: "ShellTests",
      dependencies: [
        "Shell", "Queries", "QueryEngine", "QuerySyntax", "TripleStore", "RDF", "Diagnostics",
      ],
      exclude: ["Golden", "Cases"]),
    .testTarget(
      name: "StemmaTests",
      dependencies: ["stemma", "Export", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      exclude: ["Sessions", "Files", "Terminal"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

// `make fuzz` alone: the fuzzer, and in every module what libFuzzer needs to see where an input leads.
if let library = Context.environment["STEMMA_FUZZ"] {
  package.targets += [
    .systemLibrary(name: "CLibFuzzer", path: "Fuzz/CLibFuzzer"),
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "Shell", "Extraction", "Documents", "Ontology", "Queries", "QueryEngine", "QuerySyntax",
        "TripleStore", "RDF",
        "Diagnostics", "FileFixtures", "CLibFuzzer",
      ],
      path: "Fuzz", exclude: ["CLibFuzzer", "campaign.sh", "coverage.sh"],
      linkerSettings: [.unsafeFlags(["-Xlinker", library]), .linkedLibrary("stdc++")]),
  ]
}

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
    // Overlapping accesses are looked for in debug, where all tests run; in release that took a tenth of a query.
    .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
    // A generic type is named in the code by its parts, not by a text in which the runtime looks up each conformance anew.
    .unsafeFlags(
      ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"],
      .when(configuration: .release)),
    .unsafeFlags(["-Xcc", "-I" + libxml2Headers]),
  ]
  // Only for our own targets, and only where CI asks for it: a dependency's warnings are not ours.
  if Context.environment["STEMMA_WARNINGS"] == "errors" {
    target.swiftSettings?.append(.unsafeFlags(["-warnings-as-errors"]))
  }
  // `make fuzz-coverage` looks at what it gathered with the compiler's own counters instead.
  if Context.environment["STEMMA_FUZZ"] != nil, Context.environment["STEMMA_FUZZ_COVERAGE"] == nil,
    target.name != "fuzz"
  {
    target.swiftSettings?.append(.unsafeFlags(["-sanitize=fuzzer"]))
  }
}
