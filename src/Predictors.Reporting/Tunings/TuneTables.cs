using Predictors.Ranking;
using Spectre.Console;

namespace Predictors.Reporting;

internal static class TuneTables
{
    private const int BarWidth = 24;
    private const int WidthForBars = 80;

    public static void WriteTo(IAnsiConsole console, TuneReport report)
    {
        TuningResult result = report.Result;
        ReportTable.WriteHeading(console, result.Sentence);
        console.WriteLine();
        WriteGains(console, result);
        WriteFigures(console, result);
        WriteNeighbours(console, result);
        WriteWarnings(console, result.Warnings);
        WriteAppliedLines(console, result);
        RunNotes.WriteTo(console, RunNotes.Of(result.Traces, report.Settings, result.Options.ExchangeRate)
            .Concat(Legend(result)).Concat(result.Notes).Concat(report.Notes));
    }

    private static void WriteGains(IAnsiConsole console, TuningResult result)
    {
        ReportTable table = new ReportTable().Words("Gain of tuning over the defaults").Numbers("Cost\nsaved (%)").Numbers("95 %\ninterval").Numbers("Blocks");
        Row("held out", result.HeldOut);
        Row("held out in time, same traces", result.HeldOutInTime);
        if (!table.IsEmpty)
        {
            table.WriteTo(console, "Gain where nothing was chosen by it");
        }

        void Row(string name, Gain? gain)
        {
            if (gain is not null)
            {
                table.Row(
                    name,
                    NumberText.Fixed(gain.Percent, 1),
                    $"{NumberText.Fixed(gain.LowPercent, 1)} to {NumberText.Fixed(gain.HighPercent, 1)}",
                    NumberText.Count(gain.Blocks));
            }
        }
    }

    private static void WriteFigures(IAnsiConsole console, TuningResult result)
    {
        var labels = new ContenderLabels(result.Figures.Select(f => f.Setting));
        ReportTable table = new ReportTable()
            .Prose("Setting").Words("Traces").Numbers("Cost\nratio").Numbers("Waste\n(%)").Numbers("Latency\nmean (us)")
            .Numbers("Latency\np50 (us)").Numbers("Latency\np99 (us)").Numbers("Caught\n(%)");
        foreach (SettingFigures figures in result.Figures)
        {
            table.Row(
                isGood: figures.Setting == result.Recommended && result.Verdict == TuningVerdict.Change,
                [
                    labels.Of(figures.Setting) + (figures.Setting == result.Default ? " (default)" : string.Empty),
                    figures.Part,
                    NumberText.Fixed(figures.CostRatio, 3),
                    NumberText.Fixed(figures.WastePercent, 2),
                    NumberText.Us(figures.Latency.MeanNs),
                    NumberText.Us(figures.Latency.PercentileNs(0.5)),
                    NumberText.Us(figures.Latency.PercentileNs(0.99)),
                    NumberText.Fixed(figures.CaughtPercent, 1),
                ]);
        }

        table.WriteTo(console, "The defaults and the best that was found");
    }

    private static void WriteNeighbours(IAnsiConsole console, TuningResult result)
    {
        ReportTable table = new ReportTable().Words("Parameter").Words("Value").Numbers("Cost against\nthe best (%)").Numbers("Waste\n(%)").Words("Keeps to\nbounds");
        bool bars = console.Profile.Width >= WidthForBars;
        if (bars)
        {
            table.Words(string.Empty);
        }

        double most = result.Neighbours.Select(n => n.CostPercent).DefaultIfEmpty().Max();
        foreach (Neighbour neighbour in result.Neighbours)
        {
            table.Row(
            [
                neighbour.Parameter,
                neighbour.Value,
                (neighbour.CostPercent >= 0 ? "+" : string.Empty) + NumberText.Fixed(neighbour.CostPercent, 1),
                NumberText.Fixed(neighbour.WastePercent, 2),
                result.Bounds.Any ? neighbour.KeepsToBounds ? "yes" : "no" : NumberText.Undefined,
                .. bars ? (string[])[BarText.Of(neighbour.CostPercent, most, BarWidth)] : [],
            ]);
        }

        if (!table.IsEmpty)
        {
            table.WriteTo(console, "One parameter changed");
        }

        foreach (FlatRange range in result.Ranges)
        {
            console.WriteLine($"- {range.Parameter}={range.Recommended}: from {range.Low} to {range.High} the cost is within 1 %.");
        }

        console.WriteLine();
    }

    private static void WriteWarnings(IAnsiConsole console, IReadOnlyList<string> warnings)
    {
        if (warnings.Count > 0)
        {
            ReportTable.WriteHeading(console, "Warnings");
            RunNotes.WriteTo(console, warnings);
            console.WriteLine();
        }
    }

    private static void WriteAppliedLines(IAnsiConsole console, TuningResult result)
    {
        if (result.Verdict == TuningVerdict.NothingKeepsToTheBounds)
        {
            return;
        }

        if (result.AppliedBy is not { } module)
        {
            RunNotes.WriteTo(console, [$"No kernel has {result.Default.Predictor}: there are no lines that would set it on a machine."]);
            return;
        }

        ReportTable.WriteHeading(console, "To apply it");
        foreach ((string way, IReadOnlyList<string> lines) in AppliedLines.Of(module, result.Values))
        {
            console.WriteLine($"# {way}");
            foreach (string line in lines)
            {
                console.WriteLine(PlainText.Of(line));
            }
        }

        RunNotes.WriteTo(console, module.Conditions);
        console.WriteLine();
    }

    private static IEnumerable<string> Legend(TuningResult result)
    {
        yield return $"{NumberText.Count(result.Tried)} settings were tried. Cost ratio: cost / clairvoyant cost, geometric mean over the halves of the traces. Waste and caught: "
            + "mean over them. p50 and p99: the wake-ups of all of them together. Each half is replayed from a cold start.";
        yield return $"95 % intervals: paired block bootstrap, {NumberText.Count(result.Options.Replicates)} replicates, seed {result.Options.Seed}.";
    }
}
