using Predictors.IdlePath.Tests;
using Predictors.Plugins.Fixed;
using Predictors.Traces;

namespace Predictors.Hosting.Tests;

/// <summary>The next chunks are read while the last ones are replayed.</summary>
public sealed class ReadingAheadTests
{
    private static readonly MadeUpTrace s_trace = MadeUpTrace.Of(Enumerable.Repeat(100L, 5_000));

    [Test]
    public void Run_ManyContenders_ReadsEachChunkOnceAndGivesItBack()
    {
        var reader = new MadeUpReader(s_trace, chunk: 10);
        RunOutcome outcome = new TraceReplayer(Plan() with { Contenders = Choice.Shipped }).Run(reader);

        Assert.That(outcome.Run.Results.Select(r => r!.IdlePeriods), Is.All.EqualTo(5_000));
        Assert.That((reader.Handed, reader.Lent), Is.EqualTo((500, 0)));
    }

    [Test]
    public void WarmUp_ReaderFindsAnEarlierBeginningAhead_CountsFromThatOfTheFirstBatch()
    {
        // Found with the second batch, which is read while the first one is replayed.
        MadeUpReader? reader = null;
        reader = new MadeUpReader(s_trace with { FirstNs = 5_000 }, chunk: 10)
        {
            BeforeRead = n => reader!.Inspection.FirstNs = n < 32 ? 5_000 : 0,
        };

        Assert.That(new TraceReplayer(Plan() with { WarmUpNs = 1_000 }).Run(reader).Run.Trace.ScoredFromNs, Is.EqualTo(6_000));
    }

    [Test]
    public void Run_Stopped_LeavesNoReadBehind()
    {
        using var stop = new CancellationTokenSource();
        using var blocked = new ManualResetEventSlim();
        int reading = 0;
        var reader = new MadeUpReader(s_trace, chunk: 10)
        {
            // The second batch, 32 chunks on, is under way when the run is stopped; it ends some time after that.
            BeforeRead = n =>
            {
                if (n == 40)
                {
                    Interlocked.Increment(ref reading);
                    stop.Cancel();
                    blocked.Wait();
                    Interlocked.Decrement(ref reading);
                }
            },
        };
        stop.Token.Register(() => Task.Delay(100).ContinueWith(_ => blocked.Set(), TaskScheduler.Default));

        Assert.That(() => new TraceReplayer(Plan()).Run(reader, cancellation: stop.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(reading, Is.Zero);
    }

    [Test]
    public void Run_ReaderThatFails_SaysWhatTheReaderSays()
    {
        var reader = new MadeUpReader(s_trace, chunk: 10)
        {
            BeforeRead = n => _ = n == 100 ? throw new TraceFormatException("a.txt", "line 12", "not what was expected.") : 0,
        };

        Assert.That(
            () => new TraceReplayer(Plan()).Run(reader),
            Throws.InstanceOf<TraceFormatException>().With.Message.EqualTo("a.txt, line 12: not what was expected."));
    }

    private static RunPlan Plan() => new() { Contenders = [Choice.Of(new HaltFactory())], Profile = MadeUpProfile.Primes };
}
