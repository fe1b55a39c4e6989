using Predictors.Traces;

namespace Predictors.Reporting;

/// <summary>Figures of generated traces.</summary>
internal static class StatisticText
{
    public static string Unit(StatisticUnit unit) => unit switch
    {
        StatisticUnit.Ns => "ns",
        StatisticUnit.Share => "share",
        _ => "correlation",
    };

    public static string Of(double value, StatisticUnit unit) =>
        !double.IsFinite(value) ? NumberText.Undefined
        : unit switch
        {
            StatisticUnit.Ns => DurationText.Format(value),
            StatisticUnit.Share => NumberText.Fixed(value * 100, 2) + " %",
            _ => NumberText.Fixed(value, 4),
        };
}
