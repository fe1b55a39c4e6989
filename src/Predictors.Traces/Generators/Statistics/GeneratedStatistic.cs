namespace Predictors.Traces;

/// <summary>What a workload's closed form says, beside what was generated.</summary>
/// <param name="Name">What it is of, such as <c>idle, mean</c>.</param>
/// <param name="Unit">The unit of the figures.</param>
/// <param name="Count">How many values it is of.</param>
/// <param name="Expected">The closed form; NaN where there is none.</param>
/// <param name="Generated">What was generated; NaN where <paramref name="Count"/> is too small to tell.</param>
/// <param name="StandardError">By how much chance moves the generated figure, one standard deviation; null where none is known.</param>
public sealed record GeneratedStatistic(
    string Name, StatisticUnit Unit, long Count, double Expected, double Generated, double? StandardError)
{
    /// <summary>The difference in standard errors; null where there is no standard error, or nothing to compare.</summary>
    public double? Deviation
    {
        get
        {
            if (StandardError is not { } error || !double.IsFinite(Expected) || !double.IsFinite(Generated))
            {
                return null;
            }

            double difference = Generated - Expected;
            return error > 0 ? difference / error : Math.Abs(difference) <= 0.5 ? 0 : null;
        }
    }
}
