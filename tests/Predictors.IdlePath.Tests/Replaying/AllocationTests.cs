using Predictors.Plugins.HaltPoll;
using Predictors.Plugins.KvmHaltPoll;
using Predictors.Traces;

namespace Predictors.IdlePath.Tests;

/// <summary>Nothing is allocated per idle period.</summary>
[NonParallelizable]
public sealed class AllocationTests
{
    private const int Periods = 1 << 20;

    [TestCase(false)]
    [TestCase(true)]
    public void Feed_WarmReplay_AllocatesNothingPerIdlePeriod(bool hostPolls)
    {
        SegmentChunk[] chunks = [.. Trace().Chunks()];
        Replay replay = Replay.Create(
            hostPolls ? RandomReplay.Bound(new KvmHaltPollFactory()) : RandomReplay.Bound(new HaltPollFactory()),
            new ReplaySettings
            {
                Costs = new IdlePathCosts(MachineProfiles.Get("skylake-sp")),
                HostPolling = hostPolls ? RandomReplay.Bound(new KvmHaltPollFactory()) : null,
            });
        Array.ForEach(chunks, replay.Feed);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Array.ForEach(chunks, replay.Feed);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // The list of blocks may still grow to its bound.
        Assert.That(allocated, Is.LessThan(16_384));
    }

    private static MadeUpTrace Trace()
    {
        var random = new Random(1);
        return MadeUpTrace.Of(Enumerable.Range(0, Periods).Select(_ => (long)random.Next(1, 400_000)));
    }
}
