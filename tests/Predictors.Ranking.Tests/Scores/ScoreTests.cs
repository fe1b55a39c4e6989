using Predictors.IdlePath;

namespace Predictors.Ranking.Tests;

public class ScoreTests
{
    private static readonly ReplayResult s_result = MadeUp.Result((100, 40), (300, 60));

    [Test]
    public void Of_ExchangeRate_WeighsLatency()
    {
        Score score = Score(clairvoyantNs: 200, exchangeRate: 2);

        Assert.That(score.CostNs, Is.EqualTo(400 + (2 * 100)));
        Assert.That(score.CostRatio, Is.EqualTo(3));
        Assert.That(score.Regret, Is.EqualTo(2));
    }

    [Test]
    public void Of_ExchangeRateZero_CountsWasteAlone() =>
        Assert.That(Score(clairvoyantNs: 200, exchangeRate: 0).CostNs, Is.EqualTo(400));

    [Test]
    public void WastePercent_IsOfSpanTimesVcpus() =>
        Assert.That(Score(clairvoyantNs: 200).WastePercent, Is.EqualTo(400.0 / (1_000_000 * 2) * 100).Within(1e-12));

    [Test]
    public void Of_ClairvoyantThatCostsNothing_HasNoRatio()
    {
        Score score = Score(clairvoyantNs: 0);

        Assert.That(score.CostRatio, Is.Null);
        Assert.That(score.Regret, Is.Null);
    }

    [Test]
    public void Percentages_OfAnEmptyTrace_AreUnknown()
    {
        TraceSummary empty = MadeUp.Trace("empty", 0) with { SpanNs = 0 };

        Score score = Ranking.Score.Of(MadeUp.Contender("a"), empty, MadeUp.Result(), new ClairvoyantResult(0, []), 1);

        Assert.That(score.WastePercent, Is.Null);
        Assert.That(score.CaughtPercent, Is.Null);
    }

    [Test]
    public void Of_CostBelowTheClairvoyants_IsRefused() =>
        Assert.That(
            () => Score(clairvoyantNs: 501),
            Throws.InvalidOperationException.With.Message.EqualTo(
                "a on t costs 500 ns, less than the clairvoyant bound of 501 ns: the bound or the replay is wrong."));

    private static Score Score(double clairvoyantNs, double exchangeRate = 1) => Ranking.Score.Of(
        MadeUp.Contender("a"), MadeUp.Trace("t", 2), s_result, new ClairvoyantResult(clairvoyantNs, [clairvoyantNs, 0]), exchangeRate);
}
