using System.Text.RegularExpressions;

namespace Predictors.EndToEnd.Tests;

/// <summary>A fenced block of a page of the documentation.</summary>
/// <param name="Page">The page, as a path from the root of the repository.</param>
/// <param name="Line">The line of its fence.</param>
/// <param name="Language">What its fence says: <c>sh</c> for commands that are run, <c>sh root</c> for those that are run where a recording is possible, <c>sh packages</c>
/// for those that the packages are installed for, <c>text</c> for what is not run.</param>
/// <param name="Content">What is between the fences.</param>
internal sealed partial record MarkdownBlock(string Page, int Line, string Language, string Content)
{
    public static IReadOnlyList<MarkdownBlock> Of(string page)
    {
        string text = File.ReadAllText(Path.Combine(RepositoryProject.Root, page));
        return [.. Fence().Matches(text).Select(m => new MarkdownBlock(
            page, text[..m.Index].Count(c => c == '\n') + 1, m.Groups["language"].Value, m.Groups["content"].Value))];
    }

    /// <summary>The blocks of all pages: those of the template are pages of what it makes.</summary>
    public static IEnumerable<MarkdownBlock> OfAllPages() =>
        from page in Directory.GetFiles(RepositoryProject.Root, "*.md", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(RepositoryProject.Root, page).Replace('\\', '/')
        where !path.Split('/').Any(f => f is "bin" or "obj" or "content")
        orderby path
        from block in Of(path)
        select block;

    public override string ToString() => $"{Page} line {Line}";

    [GeneratedRegex(@"^```(?<language>[\w ]*)\n(?<content>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
