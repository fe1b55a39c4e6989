using System.CommandLine;
using Predictors.Hosting;
using Predictors.IdlePath;
using Predictors.Reporting;

namespace Predictors.Cli;

/// <summary><c>predictors reproduce</c>.</summary>
internal static class ReproduceVerb
{
    public static Command Create()
    {
        var verb = new Verb(
            "reproduce",
            "Simulates published measurements and prints their figures beside what comes out, with the error. Exit status 1 where a figure misses its bar.",
            ("T14 T15", "what haltpoll's rule settles on, which must come out exactly"),
            ("T10 --csv -", "the cost of a cap just above a period, as CSV"));
        var tables = new Argument<string[]>("TABLE")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = $"The tables: {string.Join(", ", Reproduction.Tables)}. Without any, all of them, and why others can't be reproduced.",
        };
        tables.Validators.Add(MistypedOptions.Refuse);
        verb.Arguments.Add(tables);
        var plugins = new PluginOptions(verb);
        var output = new OutputOptions(verb);
        VerbAction.Set(verb, (parsed, cancellation) =>
        {
            OutputChoice choice = output.Of(parsed);
            string[] named = [.. (parsed.GetValue(tables) ?? []).Select(Known).Distinct()];
            PluginCatalog catalog = plugins.Load(parsed);
            IReadOnlyList<string> chosen = named.Length > 0 ? named : Reproduction.Tables;
            List<ReproducedTable> reproduced = Output.Watch(choice, "published tables", progress => Run(chosen, catalog, progress, cancellation), new Pace());
            var report = new ReproduceReport(reproduced, named.Length > 0 ? [] : Reproduction.Unreproduced);
            Output.Write(report, choice);
            return report.IsInside ? ExitStatus.Done : ExitStatus.No;
        });
        return verb;
    }

    private static List<ReproducedTable> Run(
        IReadOnlyList<string> tables, PluginCatalog catalog, IProgress<double> progress, CancellationToken cancellation)
    {
        var reproduced = new List<ReproducedTable>();
        foreach (string table in tables)
        {
            cancellation.ThrowIfCancellationRequested();
            reproduced.Add(Reproduction.Run(table, spec => Bind(spec, catalog)));
            progress.Report((double)reproduced.Count / tables.Count);
        }

        return reproduced;
    }

    private static BoundPredictor Bind(string spec, PluginCatalog catalog)
    {
        PredictorChoice choice = SingleSpec.Choose(spec, catalog);
        return choice.Bind();
    }

    private static string Known(string table)
    {
        string? known = Reproduction.Tables.FirstOrDefault(t => string.Equals(t, table, StringComparison.OrdinalIgnoreCase));
        if (known is not null)
        {
            return known;
        }

        UnreproducedTable? unreproduced = Reproduction.Unreproduced.FirstOrDefault(t => string.Equals(t.Name, table, StringComparison.OrdinalIgnoreCase));
        throw new UsageException(
            unreproduced is not null
                ? $"{unreproduced.Name} can't be reproduced: {unreproduced.Reason}"
                : $"There is no table {table}; there are {string.Join(", ", Reproduction.Tables)}.");
    }
}
