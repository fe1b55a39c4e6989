namespace Predictors.EndToEnd.Tests;

/// <summary>What the documentation shows of C# is compiled and run elsewhere, word for word: in a sample, or in what the template makes.</summary>
public class CodeBlockTests
{
    private static readonly string[] s_folders = ["samples", "src/Predictors.Templates/content"];

    private static IEnumerable<MarkdownBlock> Blocks => MarkdownBlock.OfAllPages().Where(b => b.Language == "csharp");

    [TestCaseSource(nameof(Blocks))]
    public void Block_OfCode_StandsInASampleOrTheTemplate(object code)
    {
        string content = ((MarkdownBlock)code).Content;

        IEnumerable<string> sources = s_folders
            .SelectMany(f => Directory.GetFiles(Path.Combine(RepositoryProject.Root, f), "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Contains("obj"))
            .Select(File.ReadAllText);
        Assert.That(sources.Any(s => s.Contains(content, StringComparison.Ordinal)), "no source file holds this block");
    }
}
