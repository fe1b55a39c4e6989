using System.Reflection;
using Predictors.Fuzzing;

const string Usage = "usage: Predictors.Fuzzing dat|perfdata|perfetto|text|wake|csv [FILE...]   (fuzzed by AFL; the files are read once each)\n"
    + "       Predictors.Fuzzing seeds FOLDER";

if (args.Length == 2 && args[0] == "seeds")
{
    string repository = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!;
    Seeds.Write(repository, args[1]);
    return 0;
}

if (args.Length == 0 || !Targets.TryGet(args[0], out Action<byte[]> target))
{
    Console.Error.WriteLine(Usage);
    return 2;
}

if (args.Length == 1)
{
    Targets.Fuzz(target);
    return 0;
}

foreach (string path in args[1..])
{
    target(File.ReadAllBytes(path));
    Console.WriteLine($"{path}: read");
}

return 0;
