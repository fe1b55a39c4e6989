using System.CommandLine;
using System.Globalization;
using Predictors.Traces;

namespace Predictors.Cli;

/// <summary>An option whose value is a list of vCPUs.</summary>
internal static class VcpuListOption
{
    public static Option<SortedSet<int>?> Of(string name, string description) => new(name)
    {
        HelpName = "LIST",
        Description = description,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (TryParse(text, out SortedSet<int> vcpus))
            {
                return vcpus;
            }

            result.AddError($"{name} {text} is not accepted: a list such as 0,2-5 of numbers from 0 to {TraceLimits.MaxVcpu}.");
            return null;
        },
    };

    private static bool TryParse(string text, out SortedSet<int> vcpus)
    {
        vcpus = [];
        foreach (string part in text.Split(','))
        {
            string[] ends = part.Split('-');
            if (ends.Length > 2 || !TryNumber(ends[0], out int first) || !TryNumber(ends[^1], out int last) || last < first)
            {
                return false;
            }

            vcpus.UnionWith(Enumerable.Range(first, last - first + 1));
        }

        return true;
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= TraceLimits.MaxVcpu;
}
