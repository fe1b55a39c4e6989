using System.Globalization;
using Predictors.IdlePath;

namespace Predictors.Plugins.Tests;

/// <summary>A line of a decision log.</summary>
internal sealed record LoggedDecision(int Vcpu, long EntryNs, long WindowNs, long IdleNs, long PolledNs, bool Caught)
{
    /// <summary>Runs a replay that writes a log and reads the log back.</summary>
    public static List<LoggedDecision> Of(Action<DecisionLog> replay)
    {
        using var text = new StringWriter();
        replay(new DecisionLog(text));
        return [.. text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Parse)];
    }

    private static LoggedDecision Parse(string line)
    {
        string[] cells = line.Split(',');
        return new LoggedDecision(int.Parse(cells[0], CultureInfo.InvariantCulture), Ns(1), Ns(4), Ns(5), Ns(6), cells[8] == "1");

        long Ns(int cell) => long.Parse(cells[cell], CultureInfo.InvariantCulture);
    }
}
