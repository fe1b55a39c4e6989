namespace Predictors.Ranking.Tests;

public class RunShapeTests
{
    private static readonly Contender[] s_contenders = [MadeUp.Contender("a")];

    [Test]
    public void Of_MoreResultsThanContenders_IsRefused() =>
        Refused(MadeUp.Run("t", [100], MadeUp.Waste(150), MadeUp.Waste(150)), "t has 2 results for 1 contenders.");

    [Test]
    public void Of_OtherBlocksThanTheClairvoyant_IsRefused() =>
        Refused(MadeUp.Run("t", [100, 100], MadeUp.Waste(250)), "A replay of t has 1 blocks, its clairvoyant 2.");

    [Test]
    public void Of_BlocksThatAreNotTheClairvoyantsCost_IsRefused() => Refused(
        new TraceRun(MadeUp.Trace("t", 1), new ClairvoyantResult(100, [0]), [MadeUp.Waste(150)]),
        "The clairvoyant's blocks of t add up to 0 ns, its cost is 100 ns.");

    private static void Refused(TraceRun run, string message) => Assert.That(
        () => Leaderboard.Of(s_contenders, [run], new LeaderboardOptions()),
        Throws.ArgumentException.With.Message.StartWith(message));
}
