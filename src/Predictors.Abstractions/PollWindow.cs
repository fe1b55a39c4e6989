namespace Predictors.Abstractions;

/// <summary>The bounds of a poll window.</summary>
public static class PollWindow
{
    /// <summary>Never poll: halt at once. In ns.</summary>
    public const long None = 0;

    /// <summary>The longest poll window that a predictor may return: one day, in ns. It stands for "never halt".</summary>
    public const long MaxNs = 86_400_000_000_000;
}
