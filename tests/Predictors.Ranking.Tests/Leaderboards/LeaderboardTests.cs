using Predictors.IdlePath;

namespace Predictors.Ranking.Tests;

public class LeaderboardTests
{
    private static readonly LeaderboardOptions s_options = new();

    [Test]
    public void CostRatio_OverTraces_IsTheGeometricMean()
    {
        // Ratios 2 and 8: their geometric mean is 4.
        Leaderboard board = Leaderboard.Of(
            [MadeUp.Contender("a")],
            [MadeUp.Run("t", [100, 100], MadeUp.Waste(250, 150)), MadeUp.Run("u", [10], MadeUp.Waste(80))],
            s_options);

        Standing standing = board.Standings.Single();
        Assert.That(standing.CostRatio, Is.EqualTo(4).Within(1e-12));
        Assert.That(standing.Regret, Is.EqualTo(3).Within(1e-12));
        Assert.That(board.Scores.Select(s => s.Regret), Is.EqualTo(new double?[] { 1, 7 }));
    }

    [Test]
    public void Rank_OverlappingIntervals_IsShared()
    {
        double[] clairvoyant = [.. Enumerable.Repeat(100.0, 40)];
        Leaderboard board = Leaderboard.Of(
            [MadeUp.Contender("far"), MadeUp.Contender("near-high"), MadeUp.Contender("near-low")],
            [
                MadeUp.Run(
                    "t",
                    clairvoyant,
                    MadeUp.Waste([.. Enumerable.Repeat(900L, 40)]),
                    MadeUp.Waste([.. Enumerable.Range(0, 40).Select(i => 150L + (i % 3 * 100))]),
                    MadeUp.Waste([.. Enumerable.Range(0, 40).Select(i => 150L + ((i + 1) % 4 * 60))])),
            ],
            s_options);

        Assert.That(board.Standings.Select(s => (s.Rank, s.Contender.Predictor)), Is.EqualTo(new[]
        {
            (1, "near-low"), (1, "near-high"), (3, "far"),
        }));
    }

    [Test]
    public void Interval_OneBlock_IsTheRatioAndSaysSo()
    {
        Leaderboard board = Leaderboard.Of(
            [MadeUp.Contender("a")], [MadeUp.Run("t", [100], MadeUp.Waste(150))], s_options);

        Standing standing = board.Standings.Single();
        Assert.That((standing.Low, standing.CostRatio, standing.High), Is.EqualTo((1.5, 1.5, 1.5)).Within(1e-12));
        Assert.That(
            board.Notes.Single(),
            Is.EqualTo("t has only 1 block of idle periods to draw from: the intervals understate its part."));
    }

    [Test]
    public void Interval_OfManyTracesWithFewBlocks_IsWidenedToHoldTheRatio()
    {
        // One dear block of three: a draw misses it in 30 of 100 cases, so that 200 traces together never reach the ratio.
        TraceRun[] runs = [.. Enumerable.Range(0, 200).Select(i => MadeUp.Run($"t{i}", [1, 1, 1], MadeUp.Waste(1, 1, 100)))];

        Standing standing = Leaderboard.Of([MadeUp.Contender("a")], runs, s_options).Standings.Single();

        Assert.That(standing.CostRatio, Is.EqualTo(34).Within(1e-9));
        Assert.That(standing.High, Is.EqualTo(standing.CostRatio));
        Assert.That(standing.Low, Is.LessThan(30));
    }

    [Test]
    public void Pareto_OverTraces_ComparesMeanWasteAndMeanLatency()
    {
        Leaderboard board = Leaderboard.Of(
            [MadeUp.Contender("halt"), MadeUp.Contender("poll"), MadeUp.Contender("both-worse")],
            [
                MadeUp.Run("t", [10], MadeUp.Result((10, 500)), MadeUp.Result((900, 0)), MadeUp.Result((900, 500))),
                MadeUp.Run("u", [10], MadeUp.Result((10, 500)), MadeUp.Result((900, 0)), MadeUp.Result((20, 400))),
            ],
            s_options);

        Assert.That(
            board.Standings.Select(s => (s.Contender.Predictor, s.Pareto)),
            Is.EquivalentTo(new[] { ("halt", true), ("poll", true), ("both-worse", true) }));
        Assert.That(Of(board, "both-worse").WastePercent, Is.EqualTo((900 + 20) / 2 / 2_000_000.0 * 100).Within(1e-12));
        Assert.That(Of(board, "both-worse").MeanLatencyNs, Is.EqualTo(450));
    }

    [Test]
    public void Of_ContenderThatFailed_IsLeftOutWithTheReason()
    {
        Leaderboard board = Leaderboard.Of(
            [MadeUp.Contender("good"), MadeUp.Contender("bad")],
            [
                MadeUp.Run("t", [100], MadeUp.Waste(150), null),
                MadeUp.Run("u", [100], MadeUp.Waste(150), MadeUp.Waste(150)),
            ],
            s_options);

        Assert.That(board.Standings.Single().Contender.Predictor, Is.EqualTo("good"));
        Assert.That(board.LeftOut.Single(), Is.EqualTo(new LeftOut(MadeUp.Contender("bad"), "it failed on 1 of 2 traces: t")));
        Assert.That(board.Scores, Has.Count.EqualTo(3));
    }

    [Test]
    public void Of_TraceWithoutClairvoyantCost_IsInNoRatio()
    {
        Leaderboard board = Leaderboard.Of(
            [MadeUp.Contender("a")],
            [MadeUp.Run("empty", [], MadeUp.Waste()), MadeUp.Run("t", [100], MadeUp.Waste(150))],
            s_options);

        Assert.That(board.Standings.Single().CostRatio, Is.EqualTo(1.5).Within(1e-12));
        Assert.That(board.Notes, Has.Member("empty is in no cost ratio: its clairvoyant cost is 0 ns."));
        Assert.That(board.Scores[0].Regret, Is.Null);
    }

    [Test]
    public void Of_NoTraceWithAClairvoyantCost_RanksNobodyAndSaysSo()
    {
        Leaderboard board = Leaderboard.Of(
            [MadeUp.Contender("a")], [MadeUp.Run("empty", [], MadeUp.Waste())], s_options);

        Assert.That(board.Standings, Is.Empty);
        Assert.That(board.Notes, Has.Member(
            "Nobody is ranked: there is no trace on which the clairvoyant has a cost to compare with."));
    }

    [Test]
    public void Latency_OverTraces_IsOfAllWakeUpsTogether()
    {
        ReplayResult quick = MadeUp.Result([.. Enumerable.Repeat((1L, 10L), 99)]);
        ReplayResult slow = MadeUp.Result((1, 100));
        Leaderboard board = Leaderboard.Of(
            [MadeUp.Contender("a")],
            [MadeUp.Run("t", [.. Enumerable.Repeat(1.0, 99)], quick), MadeUp.Run("u", [1], slow)],
            s_options);

        Standing standing = board.Standings.Single();
        Assert.That((standing.LatencyP50Ns, standing.LatencyP99Ns), Is.EqualTo((10L, 10L)));
        Assert.That(standing.MeanLatencyNs, Is.EqualTo(55));
    }

    [TestCase(-1)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void Of_ExchangeRateOutOfRange_IsRefused(double exchangeRate) =>
        Assert.That(
            () => Leaderboard.Of([], [], new LeaderboardOptions { ExchangeRate = exchangeRate }),
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("The exchange rate must be 0 or more"));

    private static Standing Of(Leaderboard board, string predictor) =>
        board.Standings.Single(s => s.Contender.Predictor == predictor);
}
