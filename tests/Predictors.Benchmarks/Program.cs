using System.Reflection;
using Predictors.Benchmarks;
using Predictors.Traces;

string Setting(string name) =>
    Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == name).Value!;

string what = args.Length == 0 ? "all" : args[0];
if (what is "bar" && args.Length > 1)
{
    bool byFamily = args[1] == "--by-family";
    BarBenchmark.Run(ShippedCatalog.Load(Setting("RepositoryRoot"), Setting("Configuration")), TraceSet.Expand(args.Skip(byFamily ? 2 : 1)), byFamily);
    return 0;
}

if ((args.Length > 1 && what is not ("import" or "decisions")) || what is not ("all" or "replay" or "closed-loop" or "import" or "command" or "decisions"))
{
    Console.Error.WriteLine("usage: Predictors.Benchmarks [all|replay|closed-loop|import [FILE...]|command|decisions [SPEC...]]");
    Console.Error.WriteLine("       Predictors.Benchmarks bar [--by-family] TRACE...");
    return 2;
}

if (what is "all" or "replay")
{
    ReplayBenchmark.Run(periods: 20_000_000, rounds: 9);
}

if (what is "all" or "closed-loop")
{
    ClosedLoopBenchmark.Run(Setting("RepositoryRoot"), segments: 1_000_000, rounds: 5);
}

if (what is "all" or "decisions")
{
    DecisionBenchmark.Run(ShippedCatalog.Load(Setting("RepositoryRoot"), Setting("Configuration")), periods: 20_000, rounds: 401, [.. args.Skip(1)]);
}

if (what is "all" or "import")
{
    ImportBenchmark.Run(Setting("RepositoryRoot"), rounds: 9, args.Length > 1 ? args[1..] : []);
}

if (what is "all" or "command")
{
    CommandBenchmark.Run(Setting("RepositoryRoot"), Setting("Configuration"), rounds: 9);
}

return 0;
