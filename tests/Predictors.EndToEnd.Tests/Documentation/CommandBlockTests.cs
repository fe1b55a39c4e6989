namespace Predictors.EndToEnd.Tests;

/// <summary>Every command block of the documentation that a checkout can run is run.</summary>
public class CommandBlockTests
{
    private static readonly string[] s_pages =
    [
        "README.md", "src/Predictors.Reporting/README.md",
        "samples/MinimalPredictor/README.md", "samples/QueryWithDuckDb/README.md", "samples/RankFromCode/README.md",
    ];

    private static IEnumerable<MarkdownBlock> Blocks => s_pages.SelectMany(MarkdownBlock.Of).Where(b => b.Language == "sh");

    [TestCaseSource(nameof(Blocks))]
    public void Block_OfCommands_Works(object commands)
    {
        var block = (MarkdownBlock)commands;
        using var shell = new CheckoutShell();

        CommandResult result = shell.Run(block.Content).Expect(0);

        Assert.That(result.Error, Does.Not.Contain("predictors: ").And.Not.Contain("differs"));
    }
}
