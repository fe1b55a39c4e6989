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

    // KVM's rule in both of its places: in the guest's, and, under a guest that halts, in the host's.
    private static readonly string[] s_kernelRules = ["haltpoll", "kvm-halt-poll", "halt", "menu", "teo", "ladder"];
    private static readonly string[] s_learned = ["ml-regression", "online-table", "ml-regression:trainer=linear"];

    // Fixed windows, with the host's polling as it comes and switched off.
    private static readonly string[] s_windows = ["0us", "10us", "20us", "40us", "60us", "80us", "100us", "150us", "200us", "300us", "400us", "500us", "600us", "800us", "1ms", "2ms"];

    public static void Run(PluginCatalog catalog, IReadOnlyList<string> paths, bool byFamily)
    {
        string folder = Directory.CreateTempSubdirectory("predictors-bar-").FullName;
        try
        {
            IReadOnlyList<TrainingTrace> traces = [.. paths.Select(Read)];
            var table = new BarTable([.. traces.Select(t => t.Name)], s_kernelRules, s_learned);
            PredictorChoice[] rules = [.. ((string[])[.. s_kernelRules, .. s_learned]).Select(catalog.Choose)];
            var training = new LeaveOneOut(rules, traces, folder) { BelongTogether = (one, other) => one.Sha256 == other.Sha256 || (byFamily && Family(one) == Family(other)) };
            for (int held = 0; held < traces.Count; held++)
            {
                Score(catalog, paths[held], held, training.For(held), table);
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

    private static void Score(PluginCatalog catalog, string path, int trace, IReadOnlyList<PredictorChoice> contenders, BarTable table)
    {
        PredictorChoice[] windows = [.. s_windows.Select(w => catalog.Choose($"fixed-window:window={w}"))];
        foreach (double rate in s_exchangeRates)
        {
            double[] hosted = Ratios(path, [.. contenders, .. windows], rate, catalog.Choose("kvm-halt-poll"));
            double[] unhosted = Ratios(path, windows, rate, host: null);
            int rules = s_kernelRules.Length + s_learned.Length;
            for (int i = 0; i < rules; i++)
            {
                table.Add(i < s_kernelRules.Length ? s_kernelRules[i] : s_learned[i - s_kernelRules.Length], rate, trace, hosted[i]);
            }

            table.Add(BarTable.BestFixed, rate, trace, hosted.Skip(rules).Min());
            table.Add(BarTable.BestFixedHostOff, rate, trace, unhosted.Min());
        }
    }

    private static double[] Ratios(string path, IReadOnlyList<PredictorChoice> contenders, double rate, PredictorChoice? host)
    {
        var plan = new RunPlan
        {
            Contenders = contenders,
            Profile = MachineProfiles.Get("skylake-sp"),
            HostPolling = host,
            ExchangeRate = rate,
        };
        using ITraceReader trace = TraceFile.Open(path, new TraceFileOptions());
        RunOutcome outcome = new TraceReplayer(plan).Run(trace);
        return [.. outcome.Run.Results.Select(r => r!.CostNs(rate) / outcome.Run.Clairvoyant.CostNs)];
    }
}
