using CsCheck;

namespace Predictors.IdlePath.Tests;

public sealed class ChunkTests
{
    [Test]
    public void Result_AnyReplay_DoesNotDependOnTheChunks() => Gen.Select(RandomReplay.Any, Gen.Int[1, 70]).Sample((run, chunk) =>
        Assert.That(ResultText.Of(run.Run(chunk)), Is.EqualTo(ResultText.Of(run.Run()))), iter: 2_000);

    [Test]
    public void Result_LongReplay_DoesNotDependOnTheChunks() => Gen.Select(RandomReplay.Long, Gen.Int[1, 700]).Sample((run, chunk) =>
        Assert.That(ResultText.Of(run.Run(chunk)), Is.EqualTo(ResultText.Of(run.Run()))), iter: 200);

    [Test]
    public void Result_SameReplayAgain_IsTheSame() => RandomReplay.Long.Sample(run =>
        Assert.That(ResultText.Of(run.Run()), Is.EqualTo(ResultText.Of(run.Run()))), iter: 100);

    [Test]
    public void Result_WithADecisionLog_IsTheSame() => Gen.Select(RandomReplay.Any, Gen.Int[1, 70]).Sample((run, chunk) =>
        Assert.That(ResultText.Of(run.Run(chunk, new DecisionLog(TextWriter.Null))), Is.EqualTo(ResultText.Of(run.Run()))), iter: 500);
}
