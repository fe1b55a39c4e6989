using System.Text.Encodings.Web;

namespace Predictors.Reporting;

/// <summary>Fills the page's frame.</summary>
internal static class PageWriter
{
    public static void Write(TextWriter html, HtmlPage page, RunManifest? manifest)
    {
        foreach (string part in PageParts.Frame.Split("{{"))
        {
            int end = part.IndexOf("}}", StringComparison.Ordinal);
            if (end >= 0)
            {
                WriteSlot(html, part[..end], page, manifest);
            }

            html.Write(part.AsSpan(end < 0 ? 0 : end + 2));
        }
    }

    private static void WriteSlot(TextWriter html, string slot, HtmlPage page, RunManifest? manifest)
    {
        switch (slot)
        {
            case "title":
                html.Write(HtmlEncoder.Default.Encode(PlainText.Of(page.Title)));
                break;
            case "verdict":
                html.Write(HtmlEncoder.Default.Encode(PlainText.Of(page.Verdict)));
                break;
            case "style":
                html.Write(PageParts.Style);
                break;
            case "library":
                html.Write(PageParts.Library);
                break;
            case "script":
                html.Write(PageParts.Script);
                break;
            case "data":
                html.Write(PageData.Of(page, manifest));
                break;
            case "licences":
                html.Write(HtmlEncoder.Default.Encode(PageParts.Licences));
                break;
            default:
                throw new InvalidOperationException($"The page's frame has a slot '{slot}' that nobody fills.");
        }
    }
}
