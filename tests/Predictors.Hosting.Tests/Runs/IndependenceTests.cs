using CsCheck;
using Predictors.IdlePath;
using Predictors.IdlePath.Tests;
using Predictors.Plugins.KvmHaltPoll;
using Predictors.Traces;

namespace Predictors.Hosting.Tests;

/// <summary>What a contender does depends on the trace, the machine and its own parameters only.</summary>
public sealed class IndependenceTests
{
    private static readonly string[] s_traces = ["memcached-open-2000.wake", "phases-mix-a.wake"];

    [TestCaseSource(nameof(s_traces))]
    public void Run_OnOneToFourThreads_IsTheSame(string trace)
    {
        string one = RunText.Of(Run(trace, Plan(threads: 1)));
        foreach (int threads in (int[])[2, 3, 4])
        {
            Assert.That(RunText.Of(Run(trace, Plan(threads))), Is.EqualTo(one), $"{threads} threads");
        }
    }

    [TestCaseSource(nameof(s_traces))]
    public void Result_AloneOrInCompany_IsTheSame(string trace)
    {
        RunOutcome together = Run(trace, Plan(threads: 2));
        for (int i = 0; i < Choice.Shipped.Count; i++)
        {
            RunOutcome alone = Run(trace, Plan(threads: 2) with { Contenders = [Choice.Shipped[i]] });

            Assert.That(ResultText.Of(alone.Run.Results[0]!), Is.EqualTo(ResultText.Of(together.Run.Results[i]!)), Choice.Shipped[i].Text);
        }
    }

    [Test]
    public void Run_RandomTraces_DependsOnNeitherThreadsNorChunksNorOrder() =>
        Gen.Select(RandomTraces.Any, RandomProfiles.Any, Gen.Int[1, 4], Gen.Int[1, 5], Gen.Long[0, 100_000]).Sample((trace, profile, threads, chunk, warmUpNs) =>
        {
            RunPlan plan = Plan(threads: 1) with { Profile = profile, WarmUpNs = warmUpNs };
            RunOutcome whole = new TraceReplayer(plan).Run(new MadeUpReader(trace, chunk: 1_000));
            RunOutcome cut = new TraceReplayer(plan with { Threads = threads }).Run(new MadeUpReader(trace, chunk));
            RunOutcome reversed = new TraceReplayer(plan with { Threads = threads, Contenders = [.. plan.Contenders.Reverse()] }).Run(new MadeUpReader(trace, chunk));

            Assert.That(RunText.Of(cut), Is.EqualTo(RunText.Of(whole)));
            Assert.That(reversed.Run.Results.Reverse().Select(r => ResultText.Of(r!)), Is.EqualTo(whole.Run.Results.Select(r => ResultText.Of(r!))));
        }, iter: 200, threads: 1);

    private static RunOutcome Run(string trace, RunPlan plan)
    {
        using ITraceReader reader = TraceFile.Open(RepositoryFile.At(Path.Combine("traces", trace)), new TraceFileOptions());
        return new TraceReplayer(plan).Run(reader);
    }

    private static RunPlan Plan(int threads) => new()
    {
        Contenders = Choice.Shipped,
        Profile = MachineProfiles.Get(MachineProfiles.DefaultName),
        HostPolling = Choice.Of(new KvmHaltPollFactory()),
        Threads = threads,
    };
}
