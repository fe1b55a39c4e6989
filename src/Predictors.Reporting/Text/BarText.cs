namespace Predictors.Reporting;

/// <summary>Bars of characters that every terminal and every pipe has.</summary>
internal static class BarText
{
    /// <summary>A bar; a value that is too small for one is a dot, and none is nothing.</summary>
    /// <param name="value">The value; 0 or less has no bar.</param>
    /// <param name="most">The value whose bar is the longest.</param>
    /// <param name="width">How long that is, in characters.</param>
    public static string Of(double value, double most, int width)
    {
        int length = value > 0 ? (int)Math.Round(value / most * width) : 0;
        return length == 0 && value > 0 ? "." : new string('#', length);
    }
}
