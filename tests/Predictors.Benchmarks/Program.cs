using System.Reflection;
using Predictors.Benchmarks;

string Setting(string name) =>
    Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == name).Value!;

string what = args.Length == 0 ? "all" : args[0];
if ((args.Length > 1 && what != "import") || what is not ("all" or "replay" or "import" or "command"))
{
    Console.Error.WriteLine("usage: Predictors.Benchmarks [all|replay|import [FILE...]|command]");
    return 2;
}

if (what is "all" or "replay")
{
    ReplayBenchmark.Run(periods: 20_000_000, rounds: 9);
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
