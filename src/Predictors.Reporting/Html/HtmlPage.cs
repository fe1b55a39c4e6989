using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>What stands on a page.</summary>
public sealed record HtmlPage
{
    /// <summary>What the page is about, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>The answer, in a sentence or two, with its interval where there is one.</summary>
    public required string Verdict { get; init; }

    /// <summary>The sections, in the order in which they are read.</summary>
    public required IReadOnlyList<HtmlSection> Sections { get; init; }

    /// <summary>
    /// The predictors that the sections speak of, the best first: sections name them by their place in this list, and each keeps its colour and
    /// mark throughout the page.
    /// </summary>
    public IReadOnlyList<Contender> Contenders { get; init; } = [];

    /// <summary>What <see cref="Contenders"/> are, in the plural and in small letters, such as timer paths.</summary>
    public string ContenderNoun { get; init; } = "predictors";

    /// <summary>What the reader can choose between in those sections that have <see cref="ScopedSection{T}.Scopes"/>, such as traces.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>What the reader has to know, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
