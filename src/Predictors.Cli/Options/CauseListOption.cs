using System.CommandLine;
using Predictors.Abstractions;
using Predictors.Hosting;
using Predictors.Reporting;

namespace Predictors.Cli;

/// <summary>An option whose value is a list of wake causes.</summary>
internal static class CauseListOption
{
    private static readonly Dictionary<string, WakeCause> s_causes = Enum.GetValues<WakeCause>().ToDictionary(WakeCauseNames.Of);

    public static Option<HashSet<WakeCause>?> Of(string name, string description) => new(name)
    {
        HelpName = "CAUSE,...",
        Description = $"{description}: {string.Join(", ", s_causes.Keys)}.",
        CustomParser = result =>
        {
            var causes = new HashSet<WakeCause>();
            foreach (string text in result.Tokens[0].Value.Split(','))
            {
                if (!s_causes.TryGetValue(text, out WakeCause cause))
                {
                    result.AddError($"{name} {text} is not accepted{NearestName.Hint(text, s_causes.Keys)}");
                    return null;
                }

                causes.Add(cause);
            }

            return causes;
        },
    };
}
