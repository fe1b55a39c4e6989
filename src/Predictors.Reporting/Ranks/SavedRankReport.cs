namespace Predictors.Reporting;

/// <summary>The report of <c>report</c>: a ranking that was saved as JSON, as a page.</summary>
/// <param name="Result">What the file holds.</param>
/// <param name="File">The file's name.</param>
public sealed record SavedRankReport(RankResult Result, string File) : IHtmlReport
{
    /// <inheritdoc/>
    public HtmlPage ToPage() => SavedRankPage.Of(Result, File);
}
