using CsCheck;
using Predictors.IdlePath;

namespace Predictors.Ranking.Tests;

public class LeaderboardPropertyTests
{
    private static readonly LeaderboardOptions s_options = new() { Replicates = 60 };

    /// <summary>Two traces and up to six contenders, with what each pays above the clairvoyant's 1,000 ns a block.</summary>
    private static readonly Gen<(long Waste, long Latency)[][]> s_extra =
        Gen.Select(Gen.Long[0, 5_000], Gen.Long[0, 5_000]).Array[24].Array[1, 6];

    [Test]
    public void Of_ContendersInAnotherOrder_GivesTheSame() => s_extra.Sample(extra =>
    {
        int[] forward = [.. Enumerable.Range(0, extra.Length)];
        Leaderboard board = Rank(extra, forward);

        Assert.That(Rank(extra, [.. forward.Reverse()]).Standings, Is.EqualTo(board.Standings));
    });

    [Test]
    public void Of_ContenderAlone_HasTheSameRatioAndInterval() => s_extra.Sample(extra =>
    {
        foreach (Standing standing in Rank(extra, [.. Enumerable.Range(0, extra.Length)]).Standings)
        {
            int number = standing.Contender.Predictor[^1] - '0';
            Standing alone = Rank(extra, [number]).Standings.Single();
            Assert.That(alone, Is.EqualTo(standing with { Rank = 1, Pareto = true }));
        }
    });

    [Test]
    public void Interval_OfAnyRun_HoldsTheRatioAndStaysAboveTheClairvoyant() => s_extra.Sample(extra =>
    {
        foreach (Standing standing in Rank(extra, [.. Enumerable.Range(0, extra.Length)]).Standings)
        {
            Assert.That(standing.Low, Is.InRange(1 - 1e-12, standing.CostRatio));
            Assert.That(standing.High, Is.AtLeast(standing.CostRatio));
        }
    });

    [Test]
    public void Rank_OfAnyRun_IsOneForTheBestAndCountsThoseSurelyBetter() => s_extra.Sample(extra =>
    {
        IReadOnlyList<Standing> standings = Rank(extra, [.. Enumerable.Range(0, extra.Length)]).Standings;

        Assert.That(standings[0].Rank, Is.EqualTo(1));
        foreach (Standing standing in standings)
        {
            Assert.That(standing.Rank, Is.EqualTo(1 + standings.Count(s => s.High < standing.Low)));
        }
    });

    private static Leaderboard Rank((long Waste, long Latency)[][] extra, int[] order)
    {
        TraceRun Run(string name, int from) => MadeUp.Run(
            name, [.. Enumerable.Repeat(1_000.0, 12)], [.. order.Select(c => Result(extra[c].AsSpan(from, 12)))]);

        return Leaderboard.Of(
            [.. order.Select(c => MadeUp.Contender($"contender-{c}"))], [Run("t", 0), Run("u", 12)], s_options);
    }

    private static ReplayResult Result(ReadOnlySpan<(long Waste, long Latency)> extra)
    {
        var blocks = new (long, long)[extra.Length];
        for (int i = 0; i < extra.Length; i++)
        {
            blocks[i] = (1_000 + extra[i].Waste, extra[i].Latency);
        }

        return MadeUp.Result(blocks);
    }
}
