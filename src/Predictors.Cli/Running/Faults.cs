using Predictors.Hosting;

namespace Predictors.Cli;

/// <summary>Says which predictors failed.</summary>
internal static class Faults
{
    /// <summary>Writes a line for each fault to standard error. Returns whether there was one.</summary>
    public static bool Tell(IEnumerable<RunFault> faults)
    {
        bool any = false;
        foreach (RunFault fault in faults)
        {
            Console.Error.WriteLine($"predictors: {fault}");
            any = true;
        }

        return any;
    }
}
