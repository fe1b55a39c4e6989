using System.CommandLine;
using Predictors.Hosting;
using Predictors.Ranking;
using Predictors.Reporting;
using Predictors.Traces;

namespace Predictors.Cli;

/// <summary><c>predictors contest</c>.</summary>
internal static class ContestVerb
{
    private const string BundledClasses = "traces/classes.json";

    public static Command Create()
    {
        var verb = new Verb(
            "contest",
            "The reference table: all predictors on classes of traces at exchange rates 1, 4 and 10.",
            ("", "the traces of a checkout, by the classes in traces/classes.json"),
            ("traces/redis-50-clients.wake -p haltpoll -p teo --csv contest.csv", "other traces and predictors"),
            ("traces/redis-50-clients.wake -p haltpoll -p teo --check contest.csv", "whether the results of a file come again; exit status 1 where not"),
            ("traces --models shipped", "learned predictors with the models that their plugins bring, scored where the training of these ended"));
        var traces = new TraceOptions(verb, several: true, required: false);
        Option<string[]> specs = SpecOption.Many();
        verb.Options.Add(specs);
        var classes = new Option<string>("--classes")
        {
            HelpName = "FILE",
            Description = $"Which trace belongs to which class (JSON); without TRACE its traces take part, others are of the class {TraceClasses.Other}.",
            DefaultValueFactory = _ => BundledClasses,
        };
        verb.Options.Add(classes);
        var check = new Option<string?>("--check")
        {
            HelpName = "FILE",
            Description = "Holds the results, as CSV, against a file's, byte for byte; the exit status is 1 where they differ.",
        };
        verb.Options.Add(check);
        var models = new ChoiceOption<bool>(
            "--models",
            "left-out|shipped",
            "Which models learned predictors have that name none: for each trace one that is trained on all others, or those that the plugins bring",
            ("left-out", false),
            ("shipped", true));
        verb.Options.Add(models.Option);
        var run = new RunOptions(verb, choosesExchangeRate: false);
        Option<ulong?> seed = SeedOption.Create();
        verb.Options.Add(seed);
        var plugins = new PluginOptions(verb);
        var output = new OutputOptions(verb, pictures: true, resumes: true);
        VerbAction.Set(verb, (parsed, cancellation) =>
        {
            OutputChoice choice = output.Of(parsed);
            string? expected = parsed.GetValue(check) is { } file ? Expected(file) : null;
            List<(string Class, string Path)> entered = Entered(parsed, traces, parsed.GetValue(classes)!);
            PluginCatalog catalog = plugins.Load(parsed);
            RunPlan plan = run.Plan(parsed, catalog, ChosenPredictors.Of(parsed.GetValue(specs) ?? [], catalog));
            Func<ITraceReader>[] open = [.. entered.Select(e => (Func<ITraceReader>)(() => traces.Open(parsed, e.Path)))];
            using var given = ContestModels.Of(plan, open, models.Value(parsed));
            var kept = KeptFile.Open(choice.Resume);
            Resumption? resumption = kept?.Resume([.. run.FilesOf(parsed), traces.Of(parsed).ToString(), .. given.About]);
            var contest = new ContestRun(plan, open) { Training = given.Training, Resumption = resumption };
            Dictionary<double, IReadOnlyList<TraceRun>> runs = Output.Watch(choice, $"{Counted.Of(plan.Contenders.Count, "predictor")}, {Counted.Of(entered.Count, "trace")}", progress =>
            {
                Dictionary<double, IReadOnlyList<TraceRun>> Run() => contest.Run(ContestTable.ExchangeRates, progress, cancellation);
                return kept is null ? Run() : kept.Keep(Run);
            }, new Pace());
            if (resumption is not null && !choice.Quiet)
            {
                kept!.Tell(resumption.Taken, resumption.Rows);
            }

            string[] trained = [.. runs.Values.SelectMany(r => r).SelectMany(r => RunOptions.NotesOnTraining(plan, r)).Distinct()];
            ContestTable table = ContestTable.Of(
                [.. plan.Contenders.Select(c => c.ToContender())], [.. entered.Select(e => e.Class)], runs, parsed.GetValue(seed)!.Value);
            var report = new ContestReport(table, RunOptions.SettingsOf(plan), [.. RunOptions.NotesOn(plan), .. given.Notes, .. trained, .. contest.Notes]);
            Output.Write(report, run.Describe(choice, parsed, plan));
            bool failed = Faults.Tell(contest.Faults) || catalog.Refused.Count > 0;
            return expected is not null && !Agrees(report, expected, parsed.GetValue(check)!) ? ExitStatus.No
                : failed ? ExitStatus.Plugin : ExitStatus.Done;
        });
        return verb;
    }

    private static List<(string Class, string Path)> Entered(ParseResult parsed, TraceOptions traces, string classFile)
    {
        IReadOnlyList<string> given = traces.Paths(parsed);
        if (given.Count > 0 && !File.Exists(classFile))
        {
            return [.. given.Select(path => (TraceClasses.Other, path))];
        }

        if (!File.Exists(classFile))
        {
            throw new UsageException($"There is no {classFile} here: give TRACE..., or --classes FILE.");
        }

        var classes = TraceClasses.Read(classFile);
        return given.Count == 0 ? [.. classes.Traces()] : [.. given.Select(path => (classes.ClassOf(path), path))];
    }

    private static string Expected(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new IOException($"{file}: there is no such file; 'contest --csv {file}' writes one.", e);
        }
    }

    private static bool Agrees(ContestReport report, string expected, string file)
    {
        using var text = new StringWriter();
        report.WriteCsv(text);
        string[] found = text.ToString().Split("\r\n");
        string[] wanted = expected.Split("\r\n");
        int differs = Enumerable.Range(0, Math.Max(found.Length, wanted.Length)).FirstOrDefault(i => found.ElementAtOrDefault(i) != wanted.ElementAtOrDefault(i), -1);
        if (differs < 0)
        {
            return true;
        }

        Console.Error.WriteLine($"predictors: the results differ from {file} in line {differs + 1}:");
        Console.Error.WriteLine($"predictors:   there: {wanted.ElementAtOrDefault(differs) ?? "(no such line)"}");
        Console.Error.WriteLine($"predictors:   here:  {found.ElementAtOrDefault(differs) ?? "(no such line)"}");
        return false;
    }
}
