// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),  // SE-0335
    .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
    .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
]
/// For the targets that import C: every unsafe call is marked (SE-0458).
let wrapping: [SwiftSetting] = settings + [.strictMemorySafety()]

/// One of Offprint's own modules, in pipeline order below.
func module(_ name: String, _ dependencies: [Target.Dependency], wraps: Bool = false) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: wraps ? wrapping : settings)
}

/// The tests of one module; `also` are modules that only the tests need.
func tests(_ name: String, also: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.init(stringLiteral: name), "TestSupport"] + also,
        swiftSettings: settings)
}

/// A system library found through pkg-config.
func library(_ name: String, _ pkgConfig: String?, _ package: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let targets: [Target] = [
    // C libraries, each imported by one module only.
    library("CHarfBuzz", "harfbuzz", "libharfbuzz-dev"),
    library("CFreeType", "freetype2", "libfreetype-dev"),
    library("CFontconfig", "fontconfig", "libfontconfig-dev"),
    library("CCairo", "cairo-ft", "libcairo2-dev"),
    library("CQPDF", "libqpdf", "libqpdf-dev"),
    library("CZip", "libzip", "libzip-dev"),
    library("CGumbo", "gumbo", "libgumbo-dev"),
    library("CCMark", nil, "libcmark-gfm-dev"),
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n")]),
    .target(name: "CLibraryLookup", linkerSettings: [.linkedLibrary("dl")]),
    .target(name: "CLCMS", dependencies: ["CLibraryLookup"]),
    .target(name: "CPixbuf", dependencies: ["CLibraryLookup"]),
    .target(name: "CRsvg", dependencies: ["CLibraryLookup"]),
    .target(name: "CCurl", dependencies: ["CLibraryLookup"]),

    // Values that everything shares.
    module("Geometry", []),
    module("Diagnostics", []),
    module("ArticleModel", ["Geometry", "Diagnostics"]),
    module("TextAnalysis", ["Diagnostics", "CICU"], wraps: true),
    .target(
        name: "Stylesheets", path: "Styles",
        resources: [
            .embedInCode("base.css"), .embedInCode("print.css"), .embedInCode("screen.css"),
            .embedInCode("epub.css"), .embedInCode("email.css"), .embedInCode("themes/journal.css"),
            .embedInCode("themes/newspaper.css"), .embedInCode("themes/book.css"),
            .embedInCode("themes/large-print.css"), .embedInCode("themes/saver.css"),
            .embedInCode("themes/notes.css"), .embedInCode("themes/e-ink.css"),
            .embedInCode("settings/columns.css"), .embedInCode("settings/cover.css"),
            .embedInCode("settings/links-endnotes.css"), .embedInCode("settings/links-footnotes.css"),
            .embedInCode("settings/links-inline.css"),
            .embedInCode("settings/numbers.css"), .embedInCode("settings/images-small.css"),
            .embedInCode("settings/grayscale.css"),
        ], swiftSettings: settings),
    .target(
        name: "FontFiles", path: "Fonts", resources: [.embedInCode("catalog.json"), .embedInCode("protrusion.json")],
        swiftSettings: settings),

    // Reading.
    module("CSS", ["Geometry", "Diagnostics"]),
    module("HTML", ["Diagnostics", "TextAnalysis", "CSS", "CGumbo"], wraps: true),
    module("MIME", ["TextAnalysis", "Diagnostics"]),
    module("Transport", ["Diagnostics", "CCurl"], wraps: true),
    module("Images", ["Geometry", "Diagnostics", "CPixbuf", "CLCMS"], wraps: true),
    module("Extraction", ["HTML", "CSS", "TextAnalysis", "ArticleModel", "Diagnostics"]),
    module(
        "Readers",
        [
            "Geometry", "HTML", "CSS", "Extraction", "ArticleModel", "Transport", "MIME", "Images", "TextAnalysis",
            "Diagnostics", "CCMark", .product(name: "Yams", package: "Yams"),
        ], wraps: true),
    module("Editing", ["ArticleModel", "TextAnalysis", "Diagnostics"]),
    module("ArticleMarkup", ["ArticleModel", "HTML", "CSS", "Diagnostics"]),
    module("ArticleText", ["ArticleModel", "TextAnalysis"]),

    // Typesetting.
    module(
        "Shaping",
        ["Geometry", "FontFiles", "TextAnalysis", "Diagnostics", "CHarfBuzz", "CFontconfig"], wraps: true),
    module("LineBreaking", []),
    module("Pages", ["Geometry", "FontFiles", "Images"]),
    module(
        "Layout",
        [
            "ArticleModel", "ArticleMarkup", "CSS", "Shaping", "LineBreaking", "TextAnalysis", "Pages",
            "Images", "FontFiles", "Geometry", "Diagnostics",
        ]),

    // Writing.
    module(
        "Drawing",
        ["Pages", "FontFiles", "Images", "Geometry", "Diagnostics", "CCairo", "CFreeType", "CRsvg"],
        wraps: true),
    module("PDF", ["Drawing", "Pages", "Geometry", "Diagnostics", "CQPDF"], wraps: true),
    module(
        "EPUB",
        [
            "ArticleModel", "ArticleMarkup", "ArticleText", "HTML", "CSS", "Stylesheets", "FontFiles",
            "Images", "Diagnostics", "CZip",
        ], wraps: true),
    module(
        "Web",
        [
            "ArticleModel", "ArticleMarkup", "ArticleText", "HTML", "CSS", "Stylesheets", "FontFiles",
            "Images", "Diagnostics",
        ]),
    module(
        "Email",
        [
            "ArticleModel", "ArticleMarkup", "ArticleText", "HTML", "CSS", "Stylesheets", "FontFiles",
            "Images", "Diagnostics", "MIME",
        ]),

    // The product.
    module(
        "Offprint",
        [
            "Geometry", "Diagnostics", "ArticleModel", "TextAnalysis", "Stylesheets", "FontFiles", "CSS",
            "HTML", "MIME", "Transport", "Images", "Extraction", "Readers", "Editing", "ArticleMarkup",
            "ArticleText", "Shaping", "LineBreaking", "Pages", "Layout", "Drawing", "PDF", "EPUB", "Web",
            "Email",
        ]),
    module(
        "Batch",
        [
            "Offprint", "Diagnostics", .product(name: "Subprocess", package: "swift-subprocess"),
            .product(name: "SystemPackage", package: "swift-system"),
        ]),
    .executableTarget(
        name: "offprint-cli", dependencies: ["Offprint", "Batch", "Diagnostics", argumentParser],
        swiftSettings: settings),

    // Tests.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .target(
        name: "ArticleFixtures", dependencies: ["ArticleModel", "TestSupport"], path: "Tests/ArticleFixtures",
        swiftSettings: settings),
    .executableTarget(
        name: "offprint-fuzz", dependencies: ["ArticleModel", "ArticleText", "Diagnostics", "Offprint", "Readers"],
        path: "Tests/Fuzzing", swiftSettings: settings),
    tests("Geometry"), tests("Diagnostics"), tests("ArticleModel", also: ["Diagnostics"]),
    tests("TextAnalysis", also: ["Diagnostics"]),
    tests("CSS", also: ["Diagnostics", "Stylesheets", "Geometry"]),
    tests("HTML", also: ["CSS", "Diagnostics"]), tests("MIME", also: ["Diagnostics"]),
    tests("Transport", also: ["Diagnostics"]),
    tests("Images", also: ["Geometry", "Diagnostics"]),
    tests("Extraction", also: ["HTML", "Diagnostics", "ArticleModel"]),
    tests("Readers", also: ["ArticleModel", "ArticleText", "Diagnostics", "Transport", "Extraction", "HTML"]),
    tests("Editing", also: ["ArticleModel", "Diagnostics", "TextAnalysis"]),
    tests("ArticleMarkup", also: ["ArticleModel", "HTML", "CSS", "Diagnostics"]),
    tests("ArticleText", also: ["ArticleModel"]),
    tests("Shaping", also: ["FontFiles", "TextAnalysis", "Diagnostics", "Geometry"]),
    tests("LineBreaking"), tests("Pages", also: ["Geometry", "FontFiles"]),
    tests(
        "Layout",
        also: [
            "ArticleModel", "ArticleMarkup", "CSS", "Stylesheets", "Shaping", "FontFiles", "Pages", "Images",
            "Geometry", "Diagnostics", "LineBreaking", "TextAnalysis",
        ]),
    tests("Drawing", also: ["Pages", "FontFiles", "Geometry", "Images", "Diagnostics"]),
    tests("PDF", also: ["Pages", "FontFiles", "Geometry", "Drawing", "Diagnostics", "Images"]),
    tests("EPUB", also: ["ArticleFixtures", "ArticleModel", "Diagnostics"]),
    tests("Web", also: ["ArticleFixtures", "ArticleModel", "Diagnostics"]),
    tests("Email", also: ["ArticleFixtures", "ArticleModel", "MIME", "Diagnostics"]),
    tests("Offprint", also: ["ArticleModel", "Diagnostics", "Pages", "Layout", "ArticleText", "Geometry", "Readers"]),
    tests("Batch", also: ["Offprint"]),
    .testTarget(
        name: "CommandTests", dependencies: ["offprint-cli", "TestSupport"], exclude: ["Cases"], swiftSettings: settings
    ),
    .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: settings),
]

let package = Package(
    name: "offprint",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Offprint", targets: ["Offprint"]), .executable(name: "offprint", targets: ["offprint-cli"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: targets
)
