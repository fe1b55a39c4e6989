namespace Predictors.EndToEnd.Tests;

/// <summary>Every command block of the documentation that a checkout can run is run.</summary>
public class CommandBlockTests
{
    private static IEnumerable<MarkdownBlock> Blocks =>
        new[] { "README.md", "samples/MinimalPredictor/README.md", "samples/RankFromCode/README.md" }
            .SelectMany(MarkdownBlock.Of)
            .Where(b => b.Language == "sh");

    [TestCaseSource(nameof(Blocks))]
    public void Block_OfCommands_Works(object commands)
    {
        var block = (MarkdownBlock)commands;
        if (block.Content.Contains("../shared/", StringComparison.Ordinal))
        {
            SharedFolder.Find("governor-traces");
        }

        using var shell = new CheckoutShell();
        CommandResult result = shell.Run(Definitions(block) + block.Content);

        result.Expect(0);
        Assert.That(result.Error, Does.Not.Contain("not what the documentation's commands look like"));
    }

    // A page defines a shell function once, and its later blocks use it.
    private static string Definitions(MarkdownBlock block) =>
        string.Concat(MarkdownBlock.Of(block.Page).Where(b => b.Line < block.Line && b.Content.StartsWith("predictors() {", StringComparison.Ordinal)).Select(b => b.Content));
}
