using CsCheck;
using Predictors.IdlePath.Tests;
using Predictors.Traces;

namespace Predictors.Hosting.Tests;

public sealed class TracePartTests
{
    [Test]
    public void Parts_OfAnyTrace_HoldEveryPeriodOnce() => Gen.Select(RandomTraces.Any, Gen.Int[1, 20], Gen.Double[0, 1]).Sample((trace, chunk, share) =>
    {
        long middleNs = trace.FirstNs + (long)(share * (trace.LastNs - trace.FirstNs));
        List<(int, long, long)> earlier = Read(new TracePart(new MadeUpReader(trace, chunk), trace.FirstNs, middleNs));
        List<(int, long, long)> later = Read(new TracePart(new MadeUpReader(trace, chunk), middleNs, trace.LastNs + 1));

        Assert.That(earlier.Select(p => p.Item2), Is.All.LessThan(middleNs));
        Assert.That(later.Select(p => p.Item2), Is.All.GreaterThanOrEqualTo(middleNs));
        Assert.That(earlier.Concat(later).Order(), Is.EqualTo(Read(new MadeUpReader(trace, chunk)).Order()));
    }, threads: 1);

    [Test]
    public void Part_GivesEveryChunkBack()
    {
        var whole = new MadeUpReader(MadeUpTrace.Of(Enumerable.Repeat(100L, 50)), chunk: 7);

        Read(new TracePart(whole, 12_345, 23_456));

        Assert.That(whole.Lent, Is.Zero);
    }

    private static List<(int, long, long)> Read(ITraceReader reader)
    {
        var periods = new List<(int, long, long)>();
        while (reader.Read() is { } chunk)
        {
            for (int i = 0; i < chunk.Count; i++)
            {
                periods.Add((chunk.Vcpu, chunk.EntryNs[i], chunk.ArrivalNs[i]));
            }

            reader.Recycle(chunk);
        }

        return periods;
    }
}
