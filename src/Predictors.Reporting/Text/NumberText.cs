using System.Globalization;

namespace Predictors.Reporting;

/// <summary>Numbers in the cells of tables; <c>-</c> stands for what is not defined.</summary>
internal static class NumberText
{
    public const string Undefined = "-";

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Fixed(double? value, int decimals) => value is { } v && double.IsFinite(v)
        ? v.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : Undefined;

    public static string WholeNs(double ns) => ns.ToString("N0", CultureInfo.InvariantCulture);

    public static string Us(double ns) => Fixed(ns / 1_000, 2);

    /// <summary>A part in percent with one decimal; a part that is not all or nothing never reads as 100.0 or 0.0.</summary>
    public static string Percent(double part, double whole)
    {
        if (whole <= 0)
        {
            return Undefined;
        }

        double percent = part / whole * 100;
        return percent switch
        {
            > 0 and < 0.05 => "<0.1",
            >= 99.95 and < 100 => ">99.9",
            _ => Fixed(percent, 1),
        };
    }

    public static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
