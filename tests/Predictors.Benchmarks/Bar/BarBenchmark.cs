using Predictors.Abstractions;
using Predictors.Hosting;
using Predictors.IdlePath;
using Predictors.Traces;

namespace Predictors.Benchmarks;

/// <summary>
/// How far prediction goes: the regret of learned predictors, whose models have not seen the trace or its family, beside that of the kernels'
/// rules, and of the best fixed window in hindsight as a bound.
/// </summary>
internal static class BarBenchmark
{
    private static readonly double[] s_exchangeRates = [1, 4, 10];
    private static readonly string[] s_kernelRules = ["haltpoll", "kvm-halt-poll", "menu", "teo", "ladder"];
    private static readonly string[] s_learned = ["ml-regression", "online-table"];

    // Fixed windows, with the host's polling as it comes and switched off.
    private static readonly string[] s_windows = ["0us", "10us", "20us", "40us", "60us", "80us", "100us", "150us", "200us", "300us", "400us", "500us", "600us", "800us", "1ms", "2ms"];

    public static void Run(PluginCatalog catalog, IReadOnlyList<string> paths, bool byFamily)
    {
        string folder = Directory.CreateTempSubdirectory("predictors-bar-").FullName;
        try
        {
            IReadOnlyList<TrainingTrace> traces = [.. paths.Select(Read)];
            var table = new BarTable([.. traces.Select(t => t.Name)], s_kernelRules, s_learned);
            for (int held = 0; held < traces.Count; held++)
            {
                string model = Path.Combine(folder, $"{held}.json");
                Train(catalog, [.. traces.Where(t => t.Sha256 != traces[held].Sha256 && !(byFamily && Family(t) == Family(traces[held])))], model);
                Score(catalog, paths[held], held, $"ml-regression:model={model}", table);
            }

            Console.WriteLine($"Held out: each trace{(byFamily ? " with all others of its family (the name before the first hyphen)" : string.Empty)}.");
            table.Write(Console.Out);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Family(TrainingTrace trace) => trace.Name.Split('-', '.')[0];

    private static TrainingTrace Read(string path)
    {
        using ITraceReader trace = TraceFile.Open(path, new TraceFileOptions());
        return TrainingTraces.Read(trace, share: 1);
    }

    private static void Train(PluginCatalog catalog, IReadOnlyList<TrainingTrace> traces, string model)
    {
        PredictorChoice learner = catalog.Choose("ml-regression");
        using FileStream file = File.Create(model);
        ((IPredictorTrainer)learner.Predictor.Factory).Train(traces, learner.Values, seed: 1, file, CancellationToken.None);
    }

    private static void Score(PluginCatalog catalog, string path, int trace, string learned, BarTable table)
    {
        string[] specs = [.. s_kernelRules, learned, .. s_learned.Skip(1), .. s_windows.Select(w => $"fixed-window:window={w}")];
        foreach (double rate in s_exchangeRates)
        {
            double[] hosted = Ratios(catalog, path, specs, rate, "kvm-halt-poll");
            double[] unhosted = Ratios(catalog, path, [.. s_windows.Select(w => $"fixed-window:window={w}")], rate, host: null);
            int rules = s_kernelRules.Length + s_learned.Length;
            for (int i = 0; i < rules; i++)
            {
                table.Add(i < s_kernelRules.Length ? s_kernelRules[i] : s_learned[i - s_kernelRules.Length], rate, trace, hosted[i]);
            }

            table.Add(BarTable.BestFixed, rate, trace, hosted.Skip(rules).Min());
            table.Add(BarTable.BestFixedHostOff, rate, trace, unhosted.Min());
        }
    }

    private static double[] Ratios(PluginCatalog catalog, string path, string[] specs, double rate, string? host)
    {
        var plan = new RunPlan
        {
            Contenders = [.. specs.Select(catalog.Choose)],
            Profile = MachineProfiles.Get("skylake-sp"),
            HostPolling = host is null ? null : catalog.Choose(host),
            ExchangeRate = rate,
        };
        using ITraceReader trace = TraceFile.Open(path, new TraceFileOptions());
        RunOutcome outcome = new TraceReplayer(plan).Run(trace);
        return [.. outcome.Run.Results.Select(r => r!.CostNs(rate) / outcome.Run.Clairvoyant.CostNs)];
    }
}
