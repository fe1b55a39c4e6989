using System.Globalization;
using Predictors.IdlePath;
using Predictors.IdlePath.Tests;
using Predictors.Ranking;
using Predictors.Traces;

namespace Predictors.Plugins.Tests;

/// <summary>
/// What each shipped predictor does with its defaults on bundled traces, all of them scored, on the default machine with KVM's polling in
/// the host. A line that is no longer right is replaced in <c>Expectations/golden.csv</c> by the one that the failure shows.
/// </summary>
public sealed class GoldenTests
{
    private static readonly string[] s_traces = ["memcached-open-2000.wake", "java-closed-8x5ms.wake"];

    [Test, Combinatorial]
    public void Replay_OfABundledTrace_GivesTheGoldenNumbers(
        [ValueSource(nameof(s_traces))] string trace, [ValueSource(typeof(Shipped), nameof(Shipped.Names))] string predictor)
    {
        string[] golden = File.ReadAllLines(Path.Combine(TestContext.CurrentContext.TestDirectory, "Engine", "Expectations", "golden.csv"));

        Assert.That(golden[0], Is.EqualTo("trace,predictor,idlePeriods,caught,halts,wasteNs,latencyTotalNs,clairvoyantCostNs"));
        Assert.That(Line(trace, predictor), Is.EqualTo(golden.SingleOrDefault(l => l.StartsWith($"{trace},{predictor},", StringComparison.Ordinal))));
    }

    private static string Line(string trace, string predictor)
    {
        var settings = new ReplaySettings
        {
            Costs = new IdlePathCosts(MachineProfiles.Get(MachineProfiles.DefaultName)),
            HostPolling = Shipped.Get("kvm-halt-poll"),
        };
        Replay replay = Replay.Create(Shipped.Get(predictor), settings);
        var bound = new ClairvoyantBound(settings, exchangeRate: 1);
        using ITraceReader reader = TraceFile.Open(RepositoryFile.At(Path.Combine("traces", trace)), new TraceFileOptions());
        while (reader.Read() is { } chunk)
        {
            replay.Feed(chunk);
            bound.Feed(chunk);
            reader.Recycle(chunk);
        }

        ReplayResult result = replay.Complete(reader.Inspection);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{trace},{predictor},{result.IdlePeriods},{result.Caught},{result.Halts},{result.Accounts.WasteNs},{result.Latency.TotalNs},{bound.Complete().CostNs}");
    }
}
