namespace Predictors.Reporting;

/// <summary>Beside <see cref="IReport"/>, a report that can also be had as a page for a browser.</summary>
public interface IHtmlReport
{
    /// <summary>Says what stands on the page. What it looks like is the page's own affair: see <see cref="HtmlFiles"/>.</summary>
    /// <returns>The page.</returns>
    HtmlPage ToPage();
}
