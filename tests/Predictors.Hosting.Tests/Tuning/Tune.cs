using Predictors.Abstractions;
using Predictors.IdlePath;
using Predictors.IdlePath.Tests;
using Predictors.Ranking;

namespace Predictors.Hosting.Tests;

/// <summary>Tunes predictors on made-up traces.</summary>
internal static class Tune
{
    /// <summary>A halt costs 100 us in all; the poll loop looks at every instant, so that a window catches exactly what is not longer.</summary>
    public static MachineProfile HaltCosts100Us { get; } = MadeUpProfile.Of(hltExitNs: 20_000, guestEntryNs: 20_000, hostWakeNs: 20_000);

    /// <summary>A halt lasts 5 us longer than the vCPU is idle: haltpoll sees little more than the idle length.</summary>
    public static MachineProfile HaltCosts8Us { get; } = MadeUpProfile.Of(hltExitNs: 2_000, hostWakeNs: 3_000);

    public static TuningResult Run(IPredictorFactory factory, string spec, TuningBounds? bounds, params MadeUpTrace[] traces) =>
        Run(factory, spec, bounds, threads: 2, traces);

    public static TuningResult Run(IPredictorFactory factory, string spec, TuningBounds? bounds, int threads, params MadeUpTrace[] traces) =>
        Run(factory, spec, HaltCosts100Us, bounds, threads, traces);

    public static TuningResult Run(
        IPredictorFactory factory, string spec, MachineProfile profile, TuningBounds? bounds, int threads, params MadeUpTrace[] traces)
    {
        var plan = new TuningPlan
        {
            Spec = PredictorSpec.Parse(spec),
            Run = new RunPlan { Contenders = [], Profile = profile, Threads = threads },
            Bounds = bounds ?? new TuningBounds(),
        };
        return new Tuner(plan, Choice.Of(factory).Predictor).Run(
            [.. traces.Select(t => (Func<Traces.ITraceReader>)(() => new MadeUpReader(t, chunk: 1_000)))], new Progress<double>());
    }

    public static string Value(TuningResult result, string parameter) => result.Recommended.Parameters.Single(p => p.Key == parameter).Value;

    public static long DurationNs(TuningResult result, string parameter) =>
        Duration.TryParse(Value(result, parameter), out long ns) ? ns : throw new FormatException(Value(result, parameter));

    /// <summary>All that a result says, as text.</summary>
    public static string Text(TuningResult result)
    {
        string figures = string.Join('\n', result.Figures.Select(f => $"{f.Setting} {f.Part} {f.CostRatio:R} {f.WastePercent:R} {f.Latency.TotalNs} {f.CaughtPercent:R}"));
        return $"{result.Verdict} {result.Sentence}\n{result.Recommended}\n{result.HeldOut}\n{result.HeldOutInTime}\n{figures}\n"
            + string.Join('\n', [.. result.Neighbours.Select(n => n.ToString()), .. result.Ranges.Select(r => r.ToString()), .. result.Warnings, .. result.Notes]);
    }
}
