namespace Predictors.Cli;

/// <summary>Numbers of things, in words.</summary>
internal static class Counted
{
    /// <summary>Such as <c>1 trace</c> or <c>2 traces</c>.</summary>
    public static string Of(int count, string thing) => $"{count} {thing}{(count == 1 ? string.Empty : "s")}";
}
