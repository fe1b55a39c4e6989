using System.CommandLine;

namespace Predictors.Cli;

/// <summary><c>--seed</c> of the intervals.</summary>
internal static class SeedOption
{
    public static Option<ulong?> Create() => NumberOption.Of<ulong>(
        "--seed", "N", "The seed of the intervals' draws.", $"a whole number, 0 to {ulong.MaxValue}", _ => true, value: 1);
}
