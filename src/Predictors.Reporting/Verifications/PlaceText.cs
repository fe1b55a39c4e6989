using Predictors.Traces;

namespace Predictors.Reporting;

internal static class PlaceText
{
    /// <summary>A place in a recording, such as <c>line 12</c>.</summary>
    public static string Of(string unit, long place) => FormattableString.Invariant($"{unit} {place}");

    public static string Of(DecisionPlace place) => place == DecisionPlace.Guest ? "guest" : "host";
}
