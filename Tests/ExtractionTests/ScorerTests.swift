import HTML
import Testing

@testable import Extraction

/// Each scorer alone: more of its sign is more of its score, by its weight.
@Suite struct ScorerTests {
    func candidate(
        coverage: Double = 0, purity: Double = 0, cohesion: Double = 0, linkDensity: Double = 0, tag: HTML.Tag? = .div,
        traits: NodeStatistics.Traits = [], hints: Hints = [], bodyOverlap: Double? = nil, holdsHeading: Bool = false
    ) -> Candidate {
        Candidate(
            node: 0, coverage: coverage, purity: purity, cohesion: cohesion, linkDensity: linkDensity, tag: tag,
            traits: traits, hints: hints, bodyOverlap: bodyOverlap, holdsHeading: holdsHeading)
    }

    @Test func coverageCountsWhole() {
        #expect(Scorer.coverage.score(candidate(coverage: 0.5)) == 0.5 * Scorer.coverage.weight)
    }

    @Test func purityCounts() {
        #expect(Scorer.purity.score(candidate(purity: 1)) == Scorer.purity.weight)
    }

    @Test func cohesionCounts() {
        #expect(Scorer.cohesion.score(candidate(cohesion: 1)) == Scorer.cohesion.weight)
    }

    @Test func linksCountAgainst() {
        #expect(Scorer.linkDensity.score(candidate(linkDensity: 1)) < 0)
    }

    @Test func articleElementsCount() {
        #expect(Scorer.articleElement.score(candidate(tag: .article)) > 0)
        #expect(Scorer.articleElement.score(candidate(tag: .section)) == 0)
    }

    @Test func microdataCounts() {
        #expect(Scorer.articleBody.score(candidate(traits: .articleBody)) > 0)
    }

    @Test func mainElementsCount() {
        #expect(Scorer.mainElement.score(candidate(traits: .mainRole)) > 0)
    }

    @Test func wordsOfContentCount() {
        #expect(Scorer.contentHints.score(candidate(hints: .content)) > 0)
    }

    @Test func wordsOfBoilerplateCountAgainst() {
        #expect(Scorer.boilerplateHints.score(candidate(hints: .comments)) < 0)
        #expect(Scorer.boilerplateHints.score(candidate(hints: .content)) == 0)
    }

    @Test func structuredBodyCounts() {
        #expect(Scorer.structuredBody.score(candidate(bodyOverlap: 1)) > 0)
        #expect(Scorer.structuredBody.score(candidate()) == 0)
    }

    @Test func listsCountAgainst() {
        #expect(Scorer.listElement.score(candidate(tag: .ol)) < 0)
        #expect(Scorer.listElement.score(candidate(tag: .div)) == 0)
    }

    @Test func theHeadingCounts() {
        #expect(Scorer.heading.score(candidate(holdsHeading: true)) > 0)
    }
}
