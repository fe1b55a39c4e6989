namespace Predictors.EndToEnd.Tests;

/// <summary>Every command block of the documentation that a checkout can run is run.</summary>
public class CommandBlockTests
{
    private static IEnumerable<MarkdownBlock> Blocks => MarkdownBlock.OfAllPages().Where(b => b.Language == "sh");

    private static IEnumerable<MarkdownBlock> RootBlocks => MarkdownBlock.OfAllPages().Where(b => b.Language == "sh root");

    [TestCaseSource(nameof(Blocks))]
    public void Block_OfCommands_Works(object commands) => Run((MarkdownBlock)commands);

    [TestCaseSource(nameof(RootBlocks))]
    [NonParallelizable]
    public void Block_OfCommandsForRoot_Works(object commands)
    {
        Tracefs.Require();
        Run((MarkdownBlock)commands);
    }

    private static void Run(MarkdownBlock block)
    {
        using var shell = new CheckoutShell();

        CommandResult result = shell.Run(block.Content).Expect(0);

        Assert.That(result.Error, Does.Not.Contain("predictors: ").And.Not.Contain("differs"));
    }
}
