using Predictors.Abstractions;

namespace Predictors.Reporting;

/// <summary>The names of wake causes as outsiders see them: <c>reschedule-ipi</c>.</summary>
public static class WakeCauseNames
{
    /// <summary>The name of a wake cause, in kebab-case.</summary>
    /// <param name="cause">The cause.</param>
    /// <returns>Its name.</returns>
    public static string Of(WakeCause cause) => KebabText.Of(cause);
}
