using System.Text;

namespace Predictors.Reporting;

/// <summary>
/// Writes reports as pages for a browser: one file that asks nothing of a network, with the data, the script that draws them and the charting
/// library in it.
/// </summary>
public static class HtmlFiles
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a page.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">The file.</param>
    /// <param name="manifest">What the report was made with; the only part that depends on the machine. Null leaves it out.</param>
    /// <exception cref="OutputException">The file can't be written.</exception>
    public static void Write(IHtmlReport report, string path, RunManifest? manifest = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        HtmlPage page = report.ToPage();
        OutputFile.Write(path, stream =>
        {
            using var html = new StreamWriter(stream, s_utf8, leaveOpen: true);
            PageWriter.Write(html, page, manifest);
        });
    }
}
