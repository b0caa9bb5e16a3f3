import ArticleModel
import Diagnostics
import Readers
import Transport

/// An article with the pages that it was cut into.
struct JoinedReading {
    var reading: Reading
    /// The addresses of the pages behind the first.
    var addresses: [String] = []
    /// Files among them.
    var files: [String] = []
}

extension Publisher {
    /// More pages than these are not fetched for one article.
    static let maximumPages = 20

    /// The article with its further pages, where they can be had.
    func withFurtherPages(
        _ first: Reading, of source: Source
    ) async throws(PublicationError) -> Diagnosed<JoinedReading> {
        var result = JoinedReading(reading: first)
        guard options.joinsPages, options.extract, let start = first.continuation else { return Diagnosed(result) }
        var diagnostics: [Diagnostic] = []
        if start.number > 1, start.pages[start.number - 1] != nil {
            diagnostics.append(Diagnostic(.warning, .laterPage(start.number)))
        }
        guard !start.next.isEmpty || !start.possible.isEmpty else { return Diagnosed(result, diagnostics) }
        let loader = try loader(for: source, emptyFolder: "")
        var joiner = ArticleJoiner(first.article)
        var known = start.pages
        var possible = start.possible
        var visited = Set([source.address].compactMap(\.self))
        var number = start.number + 1
        while true {
            let isPossible = known[number] == nil
            let candidates = (known[number] ?? possible).filter { visited.insert($0).inserted }
            guard !candidates.isEmpty else { break }
            guard number < start.number + Self.maximumPages else {
                diagnostics.append(Diagnostic(.warning, .tooManyPages(Self.maximumPages)))
                break
            }
            do {
                let page = try await page(number, at: candidates, of: source, loader)
                try joiner.append(page.reading.article, isPossible: isPossible)
                visited.insert(page.address)
                result.addresses.append(page.address)
                if let file = page.file { result.files.append(file) }
                known.merge(page.reading.continuation?.pages ?? [:]) { known, _ in known }
                possible = page.reading.continuation?.possible ?? []
                number += 1
            } catch let refusal as ArticleJoiner.Refusal {
                if !isPossible { diagnostics.append(Diagnostic(.note, .notJoined(candidates[0], refusal))) }
                break
            } catch let missing as MissingPage {
                if !isPossible { diagnostics.append(missing.diagnostic) }
                break
            } catch {
                break
            }
        }
        result.reading.article = joiner.article
        return Diagnosed(result, diagnostics)
    }

    /// A page of an article, and where it was in the end.
    private struct Page {
        var reading: Reading
        var address: String
        var file: String?
    }

    /// A page that cannot be had.
    private struct MissingPage: Error {
        var diagnostic: Diagnostic
    }

    /// The first of the candidates that can be had.
    private func page(
        _ number: Int, at candidates: [String], of source: Source, _ loader: ArticleLoader
    ) async throws(MissingPage) -> Page {
        var failure: TransportError?
        for candidate in candidates {
            let loaded: LoadedResource
            do throws(TransportError) {
                loaded = try await loader.load(candidate, as: .page)
            } catch {
                // A file that was not saved tells less than why the web is not asked.
                failure = failure.map { $0.code == .notFound ? error : $0 } ?? error
                continue
            }
            let page = Source(
                name: candidate, bytes: loaded.bytes, address: loaded.address, mediaType: loaded.mediaType,
                encoding: loaded.encoding)
            do throws(PublicationError) {
                return Page(reading: try reading(of: page).output, address: loaded.address, file: loaded.path)
            } catch {
                throw MissingPage(diagnostic: Diagnostic(.warning, .missingPage(number, candidate, error.message)))
            }
        }
        throw MissingPage(
            diagnostic: Diagnostic(
                .warning, .missingPage(number, failure?.address ?? "", failure?.message ?? ""), remedy: failure?.remedy)
        )
    }
}

extension Diagnostic.Message {
    static func missingPage(_ number: Int, _ address: String, _ reason: String) -> Self {
        "page \(number) of the article, \(address), and what comes after it is missing: \(reason)"
    }
    static func laterPage(_ number: Int) -> Self {
        "this is page \(number) of an article; what comes before it is not here"
    }
    static func tooManyPages(_ count: Int) -> Self {
        "the article has more than \(count) pages; what comes after them is left out"
    }
    static func notJoined(_ address: String, _ refusal: ArticleJoiner.Refusal) -> Self {
        switch refusal {
        case .anotherArticle: "\(address) is linked as the next page, but is another article"
        case .repetition: "\(address) is linked as the next page, but says the same"
        }
    }
}
