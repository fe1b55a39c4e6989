using Predictors.Ranking;

namespace Predictors.Reporting.Tests;

public class RankMovesTests
{
    private static readonly Leaderboard s_board = Samples.Board();

    [Test]
    public void Between_TheSame_IsEmpty() => Assert.That(RankMoves.Between(s_board, Samples.Board()), Is.Empty);

    [Test]
    public void Between_MovedNewAndGone_EachHasALine()
    {
        Standing first = s_board.Standings[0];
        Standing second = s_board.Standings[1];
        Leaderboard before = s_board with { Standings = [first, second] };
        Leaderboard after = s_board with
        {
            Standings = [first with { Rank = 7, CostRatio = 9.875 }, second with { Contender = new Contender("fresh", []) }],
        };

        IReadOnlyList<string> moves = RankMoves.Between(before, after);

        Assert.That(moves, Has.Count.EqualTo(3));
        Assert.That(moves[0], Does.Contain($"rank {first.Rank} -> 7").And.EndsWith("-> 9.875"));
        Assert.That(moves[1], Does.StartWith("fresh: new, rank"));
        Assert.That(moves[2], Is.EqualTo($"{second.Contender}: no longer ranked"));
    }
}
